"""What strangers wrote, made safe to print."""

import re
import unicodedata
from functools import cache

# C0 and C1 controls, escape, bidi controls and other format characters, line separators, lone surrogates, noncharacters, tags
_HOSTILE = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
# joiners, selectors and signs that enclose, which have their place in names and emoji: a runner that compares by culture looks
# through them
_UNSEEN = (
    "\u034f\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u3164"
    "\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000110bd\U000110cd\U000e0100-\U000e01ef"
)
# a workflow command of a runner: at the start of a line, or one of the older forms (##[, ##vso[, ##teamcity[) anywhere
_COMMAND = rf"^([\s{_UNSEEN}]*):(?=[{_UNSEEN}]*:)|#(?=[{_UNSEEN}]*#[\w{_UNSEEN}]*\[)"
UNSEEN = f"[{_UNSEEN}]"


def safe(text: str) -> str:
    """Give a value with every character that could act on a terminal or a runner as a visible escape."""
    return text if is_harmless(text) else escaped(text)


def escaped(text: str) -> str:
    """The same by patterns, which take a millisecond to compile."""
    return broken(_pattern(_HOSTILE).sub(lambda match: _escape(match[0]), text))


def is_harmless(text: str) -> bool:
    """Whether a text surely holds nothing of that kind, as most do."""
    return text.isascii() and text.isprintable() and "::" not in text and "##" not in text


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.MULTILINE)


def broken(text: str) -> str:
    """Break up what a runner takes for a command."""
    return _pattern(_COMMAND).sub(lambda match: f"{match[1]}: " if match[1] is not None else "# ", text)


def cut(text: str, longest: int) -> str:
    """Shorten a text that is longer than so many characters; an ellipsis stands for the rest."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def width(text: str) -> int:
    """The number of cells that a text takes in a terminal."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - the ranges of the escapes
