"""The record of an article: its text, and what its annotators say of it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from dateline.model.blocks import Text
from dateline.model.edtf import Edtf, EdtfDate
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.text import Range, Trouble
from dateline.model.timex import TimeValue

LAYERS = ("mentions", "times", "quotes", "events")  # of annotation, in the order in which they are written

_BESIDE = {"approx", "before", "after", "on-or-before", "on-or-after"}  # with these, what is meant may lie beside the value

# what bounds the work on hostile files: no paragraph of newswire quotes so many times, no report tells of so many reports
_MOST_PARTS = 300  # of the contents of quotes in a block: those after them hold nothing
_DEEPEST = 100  # quotes around a quote


class Words(Struct, frozen=True, array_like=True, gc=False):
    """An anchor: words of a block. ``range`` is where they stand, ``trouble`` why they do not; neither where nobody can tell.

    Nobody can tell without the text, in a block that does not exist, or in one whose copy is not the one annotated. A part of
    a quote that names no block ``inherits`` that of the quote.
    """

    at: Place
    block: str
    text: str
    nth: int | None
    range: Range | None
    trouble: Trouble | None = None
    inherits: bool = False


class Unnamed(Struct, frozen=True, array_like=True, gc=False):
    """A source that the article does not name."""

    at: Place
    id: str
    role: str
    of: Ref | None = None


class Mention(Struct, frozen=True, array_like=True, gc=False):
    """Words that name an actor, several, or a place. ``suggested``: a program proposed it, nobody has confirmed it."""

    at: Place
    words: Words
    actors: tuple[Ref, ...] = ()
    place: str | None = None
    form: str | None = None
    post: Ref | None = None
    tenure: str = "current"
    suggested: bool = False


class Time(Struct, frozen=True, array_like=True, gc=False):
    """A time expression (TIMEX3). ``value`` is none where no calendar has it."""

    at: Place
    id: str
    words: Words
    type: str
    written: str
    value: TimeValue | None
    mod: str | None = None
    anchor: Ref | None = None
    begin: Ref | None = None
    end: Ref | None = None
    suggested: bool = False


class Stance(Struct, frozen=True, array_like=True):
    """What a quote holds of an event."""

    at: Place
    event: Ref
    stance: str


class Quote(Struct, frozen=True, array_like=True, gc=False):
    """An attribution (PARC): source, cue and content, and what they mean."""

    at: Place
    id: str
    block: Ref
    type: str
    speakers: tuple[Ref, ...]
    content: tuple[Words, ...]
    source: Words | None = None
    cue: Words | None = None
    insertions: tuple[Words, ...] = ()
    verbatim: tuple[Words, ...] = ()
    post: Ref | None = None
    principals: tuple[Ref, ...] = ()
    addressees: tuple[Ref, ...] = ()
    within: Ref | None = None
    time: Ref | None = None
    setting: Ref | None = None
    act: Ref | None = None
    about: tuple[Stance, ...] = ()
    suggested: bool = False

    @property
    def anchors(self) -> tuple[Words, ...]:
        """Every anchor of the quote, in the order of the fields."""
        named = (*((self.source,) if self.source else ()), *((self.cue,) if self.cue else ()))
        return (*named, *self.content, *self.insertions, *self.verbatim)


class EventMention(Struct, frozen=True, array_like=True, gc=False):
    """Words that present an event. No ``events`` means that no record of the corpus is meant."""

    at: Place
    words: Words
    events: tuple[Ref, ...] = ()
    type: str | None = None
    status: str = "occurred"
    status_at: Place | None = None
    time: Ref | None = None
    via: tuple[Ref, ...] = ()


class Annotation(Struct, frozen=True):
    """Who annotated an article, when, and which layers are finished."""

    at: Place
    by: tuple[Ref, ...]
    reviewed_by: tuple[Ref, ...]
    date: EdtfDate | None
    license: str
    complete: tuple[str, ...]


class Article(Struct, frozen=True, dict=True):
    """A text and its annotation. ``published`` and ``document_time`` are none where no calendar has them.

    What dozens of rules ask for again is made once and kept.
    """

    at: Place
    id: str
    headline: str
    language: str
    authors: tuple[str, ...]
    published: EdtfDate | None
    document_time: Dated | None
    origin: str
    license: str
    sources: tuple[str, ...]
    annotation: Annotation
    text: Text
    corrects: Ref | None = None
    unnamed: tuple[Unnamed, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[EventMention, ...] = ()
    url: str | None = None

    publisher: str = ""
    agency: str | None = None
    genre: str | None = None

    @cached_property
    def _times(self) -> dict[str, Time]:
        """The times by id; of two with one id the first counts."""
        return {time.id: time for time in reversed(self.times)}

    @cached_property
    def _quotes(self) -> dict[str, Quote]:
        """The quotes, as above."""
        return {quote.id: quote for quote in reversed(self.quotes)}

    @cached_property
    def anchors(self) -> tuple[Words, ...]:
        """Every anchor of the article: mentions, times, parts of quotes, event mentions."""
        quoted = (words for quote in self.quotes for words in quote.anchors)
        return (*(m.words for m in self.mentions), *(t.words for t in self.times), *quoted, *(e.words for e in self.events))

    @cached_property
    def unfound(self) -> tuple[tuple[Words, Trouble], ...]:
        """The anchors whose words do not stand in their block, or not once, each with what is wrong."""
        return tuple((words, words.trouble) for words in self.anchors if words.trouble)

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        """The mentions by the block that they name."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.words.block, []).append(mention)
        return found

    @cached_property
    def _contents(self) -> dict[str, list[tuple[Range, Quote]]]:
        """The first parts of contents by the block in which they stand."""
        found: dict[str, list[tuple[Range, Quote]]] = {}
        for quote in self.quotes:
            for part in quote.content:
                if part.range and len(parts := found.setdefault(part.range.block, [])) < _MOST_PARTS:
                    parts.append((part.range, quote))
        return found

    def mentions_in(self, block: str) -> Sequence[Mention]:
        """The mentions whose words are said to stand in a block."""
        return self._mentions.get(block, ())

    def quoting(self, found: Range | None) -> list[tuple[Range, Quote]]:
        """The quotes in whose content words stand, each with that part of it."""
        if found is None:
            return []
        start, end = found.start, found.end
        return [pair for pair in self._contents.get(found.block, ()) if pair[0].start <= start and end <= pair[0].end]

    @property
    def day(self) -> Edtf | None:
        """The document's day, from which relative dates count: ``document_time``, else the local day of ``published``."""
        return self.document_time.value if self.document_time else None

    @property
    def day_at(self) -> tuple[Place, ...]:
        """Where the document's day is written: what counts from that day rests on it."""
        return (self.document_time.at,) if self.document_time else ()

    def time(self, ref: Ref | None) -> Time | None:
        """The time expression of that id."""
        return self._times.get(ref.id) if ref else None

    def quote(self, ref: Ref | None) -> Quote | None:
        """The quote of that id."""
        return self._quotes.get(ref.id) if ref else None

    def said_on(self, quote: Quote) -> Edtf | None:
        """When a quote was said, if the article says it: not where that is "before October", or roughly then."""
        time = self.time(quote.time)
        return time.value if time and time.mod not in _BESIDE and isinstance(time.value, Edtf) else None

    @cached_property
    def unnamed_refs(self) -> tuple[Ref, ...]:
        """The references to unnamed sources of the file."""
        refs = [ref for mention in self.mentions for ref in mention.actors]
        for quote in self.quotes:
            refs += (*quote.speakers, *quote.principals, *quote.addressees)
        return tuple(ref for ref in refs if ref.is_local)

    def around(self, quote: Quote) -> Iterator[Quote]:
        """The nearest quotes that enclose a quote, from within; a ring of them ends where it began."""
        seen = {quote.id}
        while (outer := self.quote(quote.within)) and outer.id not in seen and len(seen) <= _DEEPEST:
            yield outer
            seen.add(outer.id)
            quote = outer

    def dates(self) -> Iterator[Dated]:
        """Every date of the record."""
        if self.published:
            yield Dated(self.published, self.at / "published")
        if self.document_time and self.document_time.at.steps[-1] == "document_time":
            yield self.document_time
        if self.annotation.date:
            yield Dated(self.annotation.date, self.annotation.at / "date")
        for time in self.times:
            if isinstance(time.value, Edtf):
                yield Dated(time.value, time.at / "value")
