"""Quotation marks and brackets around words of a normalised text, in which all double marks are straight."""

from dateline.model.text import Range

_OPENING = {'"': '"', "'": "'", "\u00ab": "\u00bb", "\u300c": "\u300d", "\u300e": "\u300f"}
_CLOSING = set(_OPENING.values())
_BRACKETS = {"(": ")", "[": "]"}
_FINAL = ".,;:!?"


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
