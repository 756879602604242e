"""The facts of a record: all that the corpus needs to know of a file to judge it together with the others."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model import standard
from dateline.model.article import Article, EventMention
from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval
from dateline.model.facts.copies import Printing, printing_of
from dateline.model.facts.durations import Lasting, lastings
from dateline.model.facts.names import Naming, namings
from dateline.model.facts.quotes import Spoken, spoken
from dateline.model.facts.times import CountedFromEvent, counted_from_events
from dateline.model.facts.titles import Styled, styled
from dateline.model.facts.unmarked import UnmarkedWords, unmarked_words
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.records import Actor, Event, Manifest, Post, Record


class Reference(Struct, frozen=True):
    """An id that names a record of another file; ``kind`` is actor, event, article or annotator."""

    kind: str
    id: str
    at: Place


class Claim(Struct, frozen=True):
    """That persons hold a post (none: any post at all) on the days of ``when``. ``said`` is the word for people."""

    persons: tuple[str, ...]
    post: str | None
    when: Edtf
    tenure: str
    at: Place
    rests_on: tuple[Place, ...]


class MetonymUse(Struct, frozen=True):
    """Words that stand for an actor although they are the name of something else."""

    actor: str
    words: str
    at: Place
    rests_on: tuple[Place, ...]


class Presented(Struct, frozen=True):
    """How an article presents an event: its status, the document's day, and the time that the words give it.

    ``spoken`` is the earliest day on which someone whom the article quotes presented it so; in its ``own_voice`` the
    article quotes nobody.
    """

    event: str
    status: str
    day: Edtf | None
    spoken: Edtf | None
    time: Edtf | None
    at: Place
    status_at: Place
    time_at: Place | None
    rests_on: tuple[Place, ...]
    own_voice: bool = False


class StanceTaken(Struct, frozen=True):
    """What a quote holds of an event."""

    event: str
    stance: str
    at: Place


class Facts(Struct, frozen=True):
    """The facts of one record. ``record`` is kept of actors, events and the manifest, which are small.

    ``version`` is that of the schema which the record follows.
    """

    kind: str
    id: str
    at: Place
    record: Actor | Event | Manifest | None = None
    published: EdtfDate | None = None
    annotated: EdtfDate | None = None
    references: tuple[Reference, ...] = ()
    claims: tuple[Claim, ...] = ()
    metonyms: tuple[MetonymUse, ...] = ()
    presented: tuple[Presented, ...] = ()
    stances: tuple[StanceTaken, ...] = ()
    counted_from_events: tuple[CountedFromEvent, ...] = ()
    unmarked: tuple[UnmarkedWords, ...] = ()
    namings: tuple[Naming, ...] = ()
    printing: Printing | None = None
    spoken: tuple[Spoken, ...] = ()
    styled: tuple[Styled, ...] = ()
    lastings: tuple[Lasting, ...] = ()
    version: str = standard.VERSION


def facts_of(record: Record) -> Facts:
    """All that a record tells the corpus."""
    if isinstance(record, Article):
        return _facts_of_article(record)
    kind = type(record).__name__.lower()
    references = () if isinstance(record, Manifest) else tuple(_references_of_entry(record))
    return Facts(kind, record.id, record.at, record=record, references=references)


def _facts_of_article(article: Article) -> Facts:
    return Facts(
        "article",
        article.id,
        article.at,
        published=article.published,
        annotated=article.annotation.date,
        references=tuple(_references_of_article(article)),
        claims=tuple(_claims(article)),
        metonyms=tuple(_metonyms(article)),
        presented=tuple(fact for mention in article.events for fact in _presented(article, mention)),
        stances=tuple(StanceTaken(s.event.id, s.stance, s.at) for quote in article.quotes for s in quote.about),
        counted_from_events=tuple(counted_from_events(article)),
        unmarked=tuple(unmarked_words(article)),
        namings=tuple(namings(article)),
        printing=printing_of(article),
        spoken=tuple(spoken(article)),
        styled=tuple(styled(article)),
        lastings=tuple(lastings(article)),
    )


def _to(kind: str, *refs: Ref | None) -> Iterator[Reference]:
    return (Reference(kind, ref.id, ref.at) for ref in refs if ref is not None and not ref.is_local)


def _references_of_entry(record: Actor | Event) -> Iterator[Reference]:
    if isinstance(record, Actor):
        yield from _to("actor", record.part_of, *record.different_from, *(post.of for post in record.posts))
        return
    for participation in record.participants:
        yield from _to("actor", *participation.actors)
    ordered = (ref for _, ref in record.order)
    yield from _to("event", record.part_of, record.resumes, *record.responds_to, *record.caused_by, *ordered)


def _references_of_article(article: Article) -> Iterator[Reference]:
    yield from _to("article", article.corrects)
    yield from _to("annotator", *article.annotation.by, *article.annotation.reviewed_by)
    for block in article.text.blocks:
        yield from _to("actor", *block.depicts)
    yield from _to("actor", *(source.of for source in article.unnamed))
    for mention in article.mentions:
        yield from _to("actor", *mention.actors)
    for quote in article.quotes:
        yield from _to("actor", *quote.speakers, *quote.principals, *quote.addressees)
        yield from _to("event", quote.setting, quote.act, *(stance.event for stance in quote.about))
    for event in article.events:
        yield from _to("event", *event.events)
    for time in article.times:
        for ref in (time.anchor, time.begin, time.end):
            if ref and not is_local_id(ref.id) and ref.id != "published":
                yield from _to("event", ref)


def is_local_id(name: str) -> bool:
    """Whether an id is that of a time or a quote of the same file: ``t1``, ``q1``."""
    return name[:1] in ("t", "q") and name[1:].isdecimal()


def _claims(article: Article) -> Iterator[Claim]:
    if article.day is None:
        return
    for mention in article.mentions:
        persons = tuple(ref.id for ref in mention.actors if not ref.is_local)
        if persons and (mention.post or mention.form == "title"):
            post, at = (mention.post.id, mention.post.at) if mention.post else (None, mention.at / "form")
            bases = (mention.words.at, *(ref.at for ref in mention.actors), *article.day_at)
            yield Claim(persons, post, article.day, mention.tenure, at, bases)
    for quote in article.quotes:
        persons = tuple(ref.id for ref in quote.speakers if not ref.is_local)
        if persons and quote.post:
            when = article.said_on(quote) if quote.time else article.day
            bases = (*(ref.at for ref in quote.speakers), *article.day_at)
            if when:
                yield Claim(persons, quote.post.id, when, "current", quote.post.at, bases)


def _metonyms(article: Article) -> Iterator[MetonymUse]:
    for mention in article.mentions:
        if mention.form == "metonym":
            for ref in mention.actors:
                if not ref.is_local:
                    yield MetonymUse(ref.id, mention.words.text, mention.words.at, (ref.at,))


def _presented(article: Article, mention: EventMention) -> Iterator[Presented]:
    time = article.time(mention.time)
    value = time.value if time and time.mod is None and isinstance(time.value, EdtfDate | EdtfInterval) else None
    said = [day for ref in mention.via if (quote := article.quote(ref)) and (day := article.said_on(quote))]
    spoken = min(said, key=lambda day: (day.first is not None, day.first), default=None)
    bases = (mention.words.at, *((time.at / "value", time.words.at) if time else ()), *article.day_at)
    for ref in mention.events:
        yield Presented(
            ref.id,
            mention.status,
            article.day,
            spoken,
            value,
            ref.at,
            mention.status_at or mention.at,
            mention.time.at if mention.time else None,
            (*bases, ref.at),
            own_voice=not mention.via,
        )


def posts_of(actor: Actor, post: str | None) -> tuple[Post, ...]:
    """The posts of an actor with that id; all of them where none is asked for."""
    return tuple(held for held in actor.posts if post in (None, held.id))
