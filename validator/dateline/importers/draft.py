"""What a draft of an article holds: its paragraphs, and what is proposed of them. Ranges are code points of normalised blocks."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.text import Range

MOST_PROPOSED = 500  # of one layer; the founding article has 46 mentions


class Passage(Struct, frozen=True):
    """A paragraph of the story: ``words`` are its normalised text, ``credit`` whom a caption names behind its words.

    ``written`` is what its writer wrote, curly marks and all.
    """

    id: str
    words: str
    credit: str | None = None
    written: str = ""

    @property
    def kind(self) -> str:
        """The letter of its kind: h, s, b, p or c."""
        return self.id[0]


class Named(Struct, frozen=True):
    """A mention that is proposed: the words, and whom or what they name."""

    at: Range
    actors: tuple[str, ...] = ()
    place: str | None = None
    form: str | None = None
    post: str | None = None

    def is_orphan(self, spoken: set[str]) -> bool:
        """Whether it is a source without a name to whom nothing is ascribed."""
        return any(actor.startswith("_") and actor not in spoken for actor in self.actors)


class Timed(Struct, frozen=True):
    """A time expression that is proposed. ``is_deictic``: it counts from the moment of speech."""

    at: Range
    type: str
    value: str
    mod: str | None = None
    end: str | None = None
    is_deictic: bool = False


class Said(Struct, frozen=True):
    """A quote that is proposed. ``time`` is where the words stand that say when it was said."""

    type: str
    speaker: str
    source: Range
    cue: Range
    content: Range
    principal: str | None = None
    addressee: str | None = None
    time: Range | None = None
    insertions: tuple[Range, ...] = ()
    verbatim: tuple[Range, ...] = ()
    rest: Range | None = None  # what is said behind an attribution that interrupts it

    @property
    def parts(self) -> tuple[Range, ...]:
        """The content in its pieces."""
        return (self.content, self.rest) if self.rest else (self.content,)

    def holds(self, other: "Said") -> bool:
        """Whether the other one is told within it."""
        return self.content.holds(other.content) and self.content.holds(other.source)


class Nameless(Struct, frozen=True):
    """A source that the text does not name."""

    id: str
    role: str
    number: str
    of: str | None = None
    kind: str | None = None


class Draft(Struct, frozen=True):
    """An article to be: ``head`` are its fields before the text, as they will be written.

    ``unread`` are the actors whose files cannot be read: nothing was proposed of them.
    """

    head: dict[str, Any]
    passages: tuple[Passage, ...]
    is_withheld: bool
    unnamed: tuple[Nameless, ...] = ()
    mentions: tuple[Named, ...] = ()
    times: tuple[Timed, ...] = ()
    quotes: tuple[Said, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Its file, relative to the corpus."""
        return f"articles/{self.head['id']}.yaml"

    @property
    def layers(self) -> dict[str, tuple[Named | Timed | Said, ...]]:
        """Its annotations, by the field that they stand in."""
        return {"mentions": self.mentions, "times": self.times, "quotes": self.quotes}

    def words_of(self, block: str) -> str:
        """The normalised text of a block."""
        return next(passage.words for passage in self.passages if passage.id == block)

    def keeping(self, layers: Mapping[str, Sequence[Named | Timed | Said]]) -> "Draft":
        """The same with these items; a source without a name stays only if a quote is ascribed to it."""
        quotes = tuple(item for item in layers["quotes"] if isinstance(item, Said))
        spoken = {said.speaker for said in quotes}
        return replace(
            self,
            unnamed=tuple(source for source in self.unnamed if source.id in spoken),
            mentions=tuple(item for item in layers["mentions"] if isinstance(item, Named) and not item.is_orphan(spoken)),
            times=tuple(item for item in layers["times"] if isinstance(item, Timed)),
            quotes=quotes,
        )
