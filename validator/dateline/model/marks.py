"""Quotation marks and brackets around words of a normalised text, in which all double marks are straight."""

import re
from functools import lru_cache

from dateline.model.text import Range

_OPENING = {'"': '"', "'": "'", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f"}
_CLOSING = set(_OPENING.values())
_BRACKETS = {"(": ")", "[": "]"}
_MARK = re.compile('"')
_FINAL = ".,;:!?"
_SENTENCE_END = re.compile(
    r"""(?:\b[a-z]{2,}|\b\w{5,}|[0-9]{4})[.!?]["')\]]* (?=["'(\[]?[A-Z0-9])"""
)  # not after "Gen." and "Dec."


def opens_before(text: str, found: Range) -> bool:
    """Whether a quotation mark stands directly before the words, or is their first character."""
    return text[found.start : found.start + 1] in _OPENING or text[: found.start].rstrip()[-1:] in _OPENING


def closes_after(text: str, found: Range) -> bool:
    """Whether a quotation mark stands directly after the words, a final stop between, or is their last character."""
    return text[found.end - 1 : found.end] in _CLOSING or text[found.end :].lstrip(_FINAL)[:1] in _CLOSING


def stands_in_marks(text: str, found: Range) -> bool:
    """Whether the words stand between quotation marks, both directly outside them."""
    return opens_before(text, found) and closes_after(text, found)


def stands_in_brackets(text: str, found: Range) -> bool:
    """Whether the words stand between brackets, both directly outside them."""
    before = text[found.start - 1 : found.start]
    return before in _BRACKETS and text[found.end : found.end + 1] == _BRACKETS[before]


@lru_cache(maxsize=64)  # many quotes of a paragraph ask
def pairs(text: str) -> tuple[tuple[int, int], ...]:
    """Where double quotation marks open and close, as positions of the marks; nothing where that cannot be told.

    An odd number of marks is a quotation that goes on in the next paragraph (which opens again and closes only at its end),
    or a sign of inches; marks that open after a letter or close before one are nested, or stand for something else.
    """
    if '"' not in text:
        return ()
    marks = [match.start() for match in _MARK.finditer(text)]
    found = tuple(zip(marks[::2], marks[1::2], strict=False))
    is_told = len(marks) % 2 == 0 and all(_opens(text, start) and _closes(text, end) for start, end in found)
    return found if is_told else ()


def ends_sentence(text: str) -> bool:
    """Whether one sentence ends in the text and another begins."""
    return _SENTENCE_END.search(text) is not None


def _opens(text: str, at: int) -> bool:
    return not text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isspace()


def _closes(text: str, at: int) -> bool:
    return not text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].isspace()
