"""What is checked in a file's bytes and characters before any parser of YAML sees them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from dateline.loading.source import Source
from dateline.model.fault import (
    BadYaml,
    ByteOrderMark,
    CrlfNewlines,
    Fault,
    InvisibleCharacter,
    Mojibake,
    NotNfc,
    NotUtf8,
)
from dateline.model.place import Mark, Span

ZWNJ, ZWJ, EMOJI_STYLE = "\u200c", "\u200d", "\ufe0f"

# controls but line feed and tab, soft hyphen, zero-width and format characters, bidi controls, line and paragraph
# separators, tags, and what is no character at all
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]",
)
_COMMON = b"\n" + bytes(range(0x20, 0x7F))
# an escape of half a character: the parsers disagree on it
_ESCAPED_SURROGATE = re.compile(r"(?<!\\)(?:\\\\)*(\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2})")
# a lead byte of UTF-8 and what follows it, as Windows-1252 shows them
_FOLLOWERS = "".join(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xC0))
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][{re.escape(_FOLLOWERS)}]{{1,3}}")
# scripts that join letters with ZWJ and ZWNJ: Arabic to Sinhala, Myanmar, Khmer, Mongolian
_JOINING = re.compile("[\u0600-\u0dff\u1000-\u109f\u1780-\u18af]")


def decoded(source: Source) -> str | NotUtf8:
    """The text of a file."""
    try:
        return source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source.data[: error.start].decode("utf-8")
        return NotUtf8(
            Mark(source.path, _span(before.count("\n"), len(before) - before.rfind("\n") - 1, 1)),
            source.data[error.start],
        )


def cleaned(text: str) -> str:
    """The text as the parser gets it: without a byte order mark, every line ended by a line feed alone.

    A byte order mark becomes a column of its own for nobody: columns count as in an editor, which hides it.
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def faults(path: str, text: str) -> Iterator[Fault]:
    """What is wrong with the characters of a file, in the order of lines for each kind."""
    if text.startswith("\ufeff"):
        yield ByteOrderMark(Mark(path, Span(1, 1, 1, 1)))
        text = text[1:]
    if "\r\n" in text:
        yield _crlf(path, text)
        text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    if INVISIBLE.search(_rare(text)) or "\\u" in text or "\\U" in text:
        yield from _invisible(path, lines)
    if "\t" in text:
        yield from _tabs(path, lines)
    if not text.isascii():
        yield from _misspelt(path, lines)


def hidden_in(value: str) -> str | None:
    """The first invisible character of a value that has come from an escape."""
    return next((match[0] for match in INVISIBLE.finditer(value) if not _is_needed(value, match.start())), None)


def _rare(text: str) -> str:
    """The characters that are not ASCII or that cannot be printed; taking out the others is six times as fast as a search."""
    return text.encode().translate(None, _COMMON).decode()


def _span(line: int, column: int, length: int) -> Span:
    return Span(line + 1, column + 1, line + 1, column + 1 + length)


def _crlf(path: str, text: str) -> CrlfNewlines:
    lines = text.split("\n")
    returns = [Mark(path, _span(n, len(line) - 1, 1)) for n, line in enumerate(lines[:-1]) if line.endswith("\r")]
    return CrlfNewlines(Mark(path, returns[0].span), tuple(returns))


def _invisible(path: str, lines: list[str]) -> Iterator[Fault]:
    """One fault for each kind of character, where it is first."""
    first: dict[tuple[str, bool], Span] = {}
    count: Counter[tuple[str, bool]] = Counter()
    for number, line in enumerate(lines):
        seen = [(match[0], match.span(), False) for match in INVISIBLE.finditer(line) if not _is_needed(line, match.start())]
        seen += [(_unescaped(match[1]), match.span(1), True) for match in _ESCAPED_SURROGATE.finditer(line)]
        for character, (start, end), escaped in seen:
            count[character, escaped] += 1
            first.setdefault((character, escaped), _span(number, start, end - start))
    for (character, escaped), span in first.items():
        yield InvisibleCharacter(Mark(path, span), character, escaped, count[character, escaped])


def _unescaped(escape: str) -> str:
    digits = escape[2:]
    return chr(int(digits, 16))


def _is_needed(line: str, at: int) -> bool:
    """Whether a joiner or non-joiner stands where its script, or an emoji, needs it."""
    if line[at] not in (ZWJ, ZWNJ) or not 0 < at < len(line) - 1:
        return False
    before, after = line[at - 1], line[at + 1]
    if _JOINING.match(before) and _JOINING.match(after):
        return True
    is_emoji = before == EMOJI_STYLE or unicodedata.category(before) in ("So", "Sk")
    return line[at] == ZWJ and is_emoji and unicodedata.category(after) == "So"


def _misspelt(path: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        if not unicodedata.is_normalized("NFC", line):
            yield NotNfc(Mark(path, _span(number, 0, len(line))), line, unicodedata.normalize("NFC", line))
        for match in _MOJIBAKE.finditer(line):
            if meant := _unscrambled(match[0]):
                yield Mojibake(Mark(path, _span(number, match.start(), len(match[0]))), match[0], meant)


def _tabs(path: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines):
        if (at := line.find("\t")) >= 0:
            yield BadYaml(Mark(path, _span(number, at, 1)), "a tab character", "write spaces instead of tabs")
            return


def _unscrambled(seen: str) -> str | None:
    for length in range(len(seen), 1, -1):
        try:
            return seen[:length].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
    return None
