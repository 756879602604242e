"""The text of an article: its blocks, as they stand in the record or in a reader's copy."""

from functools import cached_property
from typing import Literal

from msgspec import Struct

from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.text import Range, fingerprint

_SHORTLY = 300  # characters before a range that tell how its words are meant: an auxiliary, a negation


class Block(Struct, frozen=True):
    """A paragraph of an article. ``words`` is its normalised text, none for a withheld one without a reader's copy.

    ``raw`` is the text before normalisation, where the record holds it; ``written`` are the digest and counts recorded.
    """

    at: Place
    id: str
    words: str | None
    raw: str | None = None
    fp: str | None = None
    chars: int | None = None
    word_count: int | None = None
    credit: str | None = None
    depicts: tuple[Ref, ...] = ()

    @property
    def is_as_annotated(self) -> bool:
        """Whether its words are at hand, and are those of the copy that was annotated: any others prove nothing."""
        return self.words is not None and (self.fp is None or self.fp == fingerprint(self.words))


class KeptSpan(Struct, frozen=True):
    """The fingerprint of a long anchor of a withheld text."""

    at: Place
    block: str
    text: str
    nth: int | None
    fp: str


class CopyTrouble(Struct, frozen=True):
    """Why a reader's copy does not fit: blocks and lines that cannot be brought together."""

    blocks: tuple[str, ...]
    lines: tuple[int, ...]


class Text(Struct, frozen=True, dict=True):
    """The text of an article: its blocks in order. ``canonical_digest`` is that of the text at hand, if all of it is."""

    at: Place
    status: Literal["inline", "withheld"]
    blocks: tuple[Block, ...]
    digest: str | None = None
    chars: int | None = None
    spans: tuple[KeptSpan, ...] = ()
    canonical_digest: str | None = None
    copy_troubles: tuple[CopyTrouble, ...] = ()

    def block(self, name: str) -> Block | None:
        """The block of that id."""
        return self._known.get(name)

    @cached_property
    def _known(self) -> dict[str, Block]:
        """The blocks by id; of two with one id the first counts."""
        return {block.id: block for block in reversed(self.blocks)}

    def words_of(self, found: Range) -> str:
        """The normalised words at a range."""
        block = self.block(found.block)
        return (block.words or "")[found.start : found.end] if block else ""

    def words_before(self, found: Range) -> str:
        """The normalised words of the block shortly before a range; the first may be cut."""
        return self.words_of(Range(found.block, max(0, found.start - _SHORTLY), found.start))

    def words_after(self, found: Range) -> str:
        """The normalised words of the block shortly after a range; the last may be cut."""
        return self.words_of(Range(found.block, found.end, found.end + _SHORTLY))
