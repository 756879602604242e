"""Where words stand in the canonical text of an article: in code points, and in UTF-16 code units.

Only where that is known: a paragraph without its words, or with other words than those annotated, tells nothing.
"""

from collections.abc import Iterable

from msgspec import Struct

from dateline.model.article import Words
from dateline.model.blocks import Block, Text
from dateline.model.text import JOINT, utf16_length


class Start(Struct, frozen=True):
    """Where a paragraph begins; none where the length of one before it is not known."""

    chars: int | None
    utf16: int | None


class Extent(Struct, frozen=True):
    """Where words begin and end, half-open."""

    char_start: int
    char_end: int
    utf16_start: int | None
    utf16_end: int | None


def starts_of(text: Text) -> dict[str, Start]:
    """Where each paragraph begins. In code points a withheld text tells it by itself: its record has their lengths."""
    found: dict[str, Start] = {}
    chars: int | None = 0
    utf16: int | None = 0
    for block in text.blocks:
        found.setdefault(block.id, Start(chars, utf16))
        length, units = lengths_of(block)
        chars = None if chars is None or length is None else chars + length + len(JOINT)
        utf16 = None if utf16 is None or units is None else utf16 + units + len(JOINT)
    return found


def lengths_of(block: Block) -> tuple[int | None, int | None]:
    """How long a paragraph is, in code points and in UTF-16 code units."""
    if block.words is None or not block.is_as_annotated:
        return block.chars, None
    return len(block.words), utf16_length(block.words)


class Laid(Struct, frozen=True):
    """A text with the beginnings of its paragraphs."""

    text: Text
    starts: dict[str, Start]

    def extent(self, anchors: Iterable[Words]) -> Extent | None:
        """From where the first of some anchors begins to where the last ends; none unless all their places are known."""
        found = [self._extent(anchor) for anchor in anchors]
        known = [extent for extent in found if extent]
        if not known or len(known) < len(found):
            return None
        first, last = min(known, key=lambda one: one.char_start), max(known, key=lambda one: one.char_end)
        return Extent(first.char_start, last.char_end, first.utf16_start, last.utf16_end)

    def _extent(self, anchor: Words) -> Extent | None:
        found, block = anchor.range, self.text.block(anchor.block)
        if found is None or block is None or block.words is None or not block.is_as_annotated:
            return None
        start = self.starts[block.id]
        if start.chars is None:
            return None
        units = [None if start.utf16 is None else start.utf16 + utf16_length(block.words[:at]) for at in (found.start, found.end)]
        return Extent(start.chars + found.start, start.chars + found.end, units[0], units[1])


def laid(text: Text) -> Laid:
    """A text, to ask where words stand in it."""
    return Laid(text, starts_of(text))
