"""YAML's syntax errors in plain words."""

import re
from typing import Any

from dateline.model.fault import BadYaml, Fault, TooLargeOrDeep
from dateline.model.place import Mark, Span

DEEPEST = 32

_COLON = "a colon directly before a comma or bracket"
_BEHIND_BLOCK = ("words behind | or >", "begin the text on the next line, or quote the value")
# what libyaml and PyYAML say (their words differ in places), what it means, and what to do
_EXPLANATIONS = (
    ("mapping values are not allowed", "a colon where no key can stand", "quote the value if its text holds a colon"),
    (
        "expected ',' or",
        "a list or mapping in brackets that is not closed or lacks a comma",
        "check the brackets, commas and quotation marks of this line",
    ),
    (
        "did not find expected key",
        "a line that is no key of the mapping around it",
        "check its indentation, and quote values that begin with a quotation mark or bracket",
    ),
    (
        "expected <block end>",
        "a line that does not fit the lines around it",
        "check its indentation, and quote values that begin with a quotation mark or bracket",
    ),
    (
        "did not find expected '-' indicator",
        "a line that does not fit the list around it",
        "begin the item with a hyphen, indented as its neighbours",
    ),
    (
        "could not find expected ':'",
        "a key without a colon",
        "write a colon and a space after the key, or close the quotation before it",
    ),
    ("unexpected end of stream", "a quotation that is never closed", "close it with the mark that opens it"),
    ("expected comment or line break", *_BEHIND_BLOCK),
    ("expected a comment or a line break", *_BEHIND_BLOCK),
    ("chomping or indentation", *_BEHIND_BLOCK),
    ("unexpected ':'", _COLON, "write the value, or quote the word if the colon is a part of it"),
    ("unknown escape", "a backslash that makes no known character", 'write \\\\ for a backslash inside "..."'),
    ("hex", "a backslash that makes no known character", 'write \\\\ for a backslash inside "..."'),
    ("cannot start any token", "a value that begins with a character that has a meaning in YAML", "quote the value"),
    ("alphabetic or numeric character", "a * or & that begins a value", "quote the value"),
    (
        "sequence entries are not allowed",
        "a list item where none can stand",
        "begin the list on a line of its own",
    ),
    ("document start", "a line that stands outside the record", "indent it as its neighbours are, or remove it"),
    ("node content", "a bracket, comma or quotation mark where a value was expected", "write the value, or quote it"),
    ("not allowed", "characters that cannot stand here", "quote the value"),
)
_TOLD_WHERE_OPENED = ("unexpected end of stream", "expected ',' or", "could not find expected ':'")
_DETAIL = re.compile(r"[^a-z0-9 ,.:'<>\[\]{}-]", re.IGNORECASE)


def explained(path: str, text: str, error: Any) -> Fault:  # noqa: ANN401 - PyYAML has no types for its errors
    """Turn the parser's error into a fault at its line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read as YAML")
    opened = getattr(error, "context_mark", None)
    if mark and opened and opened.line < mark.line and any(words in said for words in _TOLD_WHERE_OPENED):
        mark = opened  # where a bracket, a quotation or a key begins says more than where the parser gave up
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    last = text.count("\n")
    if line >= last and text.endswith("\n"):  # the end of the file: told at its last line
        line, column = max(0, last - 1), 0
    at = Mark(path, Span(line + 1, column + 1, line + 1, column + 1))
    if "nesting depth" in said:
        return too_deep(at)
    problem, advice = next(
        ((meaning, todo) for words, meaning, todo in _EXPLANATIONS if words in said),
        (_DETAIL.sub("", said), "compare the line with its neighbours"),
    )
    return BadYaml(at, problem, advice)


def too_deep(at: Mark) -> TooLargeOrDeep:
    """More lists and mappings within each other than any record has."""
    return TooLargeOrDeep(at, "the data is nested deeper than any record", f"{DEEPEST} levels")


def bare_hash(at: Mark) -> BadYaml:
    """A comment directly behind the sign of a block of text, which PyYAML's own parser refuses."""
    return BadYaml(at, *_BEHIND_BLOCK)


def bare_colon(at: Mark) -> BadYaml:
    """A key without a value in brackets, which libyaml refuses."""
    return BadYaml(at, _COLON, "write the value, or quote the word if the colon is a part of it")


def no_key(at: Mark) -> BadYaml:
    """A colon or question mark without a word before it."""
    return BadYaml(at, "a value without a key", "write the name of the field before the colon")


def complex_key(mark: Mark) -> BadYaml:
    """A mapping or list where a key must stand."""
    return BadYaml(mark, "a list or mapping where a key must stand", "write a plain word as the key")
