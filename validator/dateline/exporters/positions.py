"""Where words stand in the canonical text of an article: in code points, and in UTF-16 code units.

Only where that is known: a paragraph without its words, or with other words than those annotated, tells nothing.
"""

from collections.abc import Sequence

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


def lengths_of(block: Block) -> tuple[int | None, int | None]:
    """How long a paragraph is, in code points and in UTF-16 code units."""
    if block.words is None or not block.is_as_annotated:
        return block.chars, None
    return len(block.words), utf16_length(block.words)


class Ground(Struct, frozen=True):
    """A paragraph in which words have places: where it begins, its words, and whether a character of it takes two code units."""

    chars: int
    utf16: int | None
    words: str
    is_wide: bool

    def units(self, place: int) -> int | None:
        """A place of the paragraph in UTF-16 code units of the text."""
        if self.utf16 is None:
            return None
        return self.utf16 + (utf16_length(self.words[:place]) if self.is_wide else place)


class Laid(Struct, frozen=True):
    """A text with the beginnings of its paragraphs, and those of them in which words have places."""

    text: Text
    starts: dict[str, Start]
    grounds: dict[str, Ground]

    def extent(self, anchors: Sequence[Words]) -> Extent | None:
        """From where the first of some anchors begins to where the last ends; none unless all their places are known."""
        if len(anchors) == 1:  # as nearly all have: a release asks for hundreds of an article
            return self._extent(anchors[0])
        found = [self._extent(anchor) for anchor in anchors]
        known = [extent for extent in found if extent]
        if not known or len(known) < len(found):
            return None
        first, last = min(known, key=lambda one: one.char_start), max(known, key=lambda one: one.char_end)
        return Extent(first.char_start, last.char_end, first.utf16_start, last.utf16_end)

    def _extent(self, anchor: Words) -> Extent | None:
        found, ground = anchor.range, self.grounds.get(anchor.block)
        if found is None or ground is None:
            return None
        start, end = found.start, found.end
        return Extent(ground.chars + start, ground.chars + end, ground.units(start), ground.units(end))


def laid(text: Text) -> Laid:
    """A text, to ask where words stand in it.

    In code points a withheld text tells by itself where its paragraphs begin: its record has their lengths.
    """
    starts: dict[str, Start] = {}
    grounds: dict[str, Ground] = {}
    chars: int | None = 0
    utf16: int | None = 0
    for block in text.blocks:
        length, units = lengths_of(block)
        if block.id not in starts:
            starts[block.id] = Start(chars, utf16)
            if block.words is not None and units is not None and chars is not None:
                grounds[block.id] = Ground(chars, utf16, block.words, units != length)
        chars = None if chars is None or length is None else chars + length + len(JOINT)
        utf16 = None if utf16 is None or units is None else utf16 + units + len(JOINT)
    return Laid(text, starts, grounds)
