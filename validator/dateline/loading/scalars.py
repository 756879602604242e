"""What a scalar without quotation marks is, to us and to other readers of YAML."""

import re

Scalar = str | int | bool | None

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_CONSTANTS: dict[str, Scalar] = {"null": None, "": None, "true": True, "false": False}
# what YAML 1.1, YAML 1.2 or common readers take a plain scalar for, beside what it is here
_TAKEN_FOR = (
    ("a truth value", re.compile(r"(?i:y|n|yes|no|on|off|true|false)")),
    ("nothing", re.compile(r"~|(?i:null)")),
    ("a number", re.compile(r"[-+]?(?:0[xob]?[0-9A-Fa-f_]+|[0-9][0-9_]*|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)")),
    ("a number", re.compile(r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*\.[0-9_]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")),
    ("a number", re.compile(r"[-+]?\.(?i:inf|nan)")),
)
_HEX_WORD = re.compile(r"[-+]?0[0-9]*[A-Fa-f][0-9A-Fa-f]*")
_COMMENT = re.compile(r"\s+#(.*)")
_OPENED = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}


def plain(value: str) -> Scalar:
    """What a scalar without quotation marks is here."""
    if value in _CONSTANTS:
        return _CONSTANTS[value]
    return int(value) if _INTEGER.fullmatch(value) else value


def ambiguity(value: str) -> str | None:
    """What another reader takes a plain scalar for, if that is not what it is here."""
    if value in _CONSTANTS or _INTEGER.fullmatch(value) or _HEX_WORD.fullmatch(value):
        return None
    return next((taken_for for taken_for, pattern in _TAKEN_FOR if pattern.fullmatch(value)), None)


def lost_to_comment(value: str, rest: str) -> str | None:
    """The comment behind a value that looks like the value's lost end. ``rest`` is the line after the value."""
    comment = _COMMENT.match(rest if value else f" {rest.lstrip()}")
    if comment and (comment[1][:1].strip("#!: ") or _is_open(value)):
        return f"#{comment[1]}"
    return None


def _is_open(value: str) -> bool:
    """Whether a value opens a bracket or a quotation mark and does not close it."""
    brackets = any(value.count(opening) > value.count(closing) for opening, closing in _OPENED.items())
    return brackets or value.count('"') % 2 == 1


def lines_with_hash(text: str) -> dict[int, str]:
    """The lines of a file, by number from 0, that may end in a comment."""
    if "#" not in text:
        return {}
    return {number: line for number, line in enumerate(text.split("\n")) if "#" in line and line.lstrip()[:1] != "#"}
