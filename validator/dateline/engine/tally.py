"""The numbers of a corpus: how much it holds, how far it is annotated, who speaks in it, and what happens when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import UNSET, Struct, UnsetType

from dateline.engine.opening import Whole
from dateline.model.article import LAYERS, Article
from dateline.model.judged import unconfirmed
from dateline.model.records import Event
from dateline.model.speaking import Office

Counts = dict[str, int]
_NOT_SAID = "not stated"


class Coverage(Struct, frozen=True):
    """How far articles are annotated. ``verified`` are the withheld ones whose text is at hand and the one annotated."""

    articles: int
    complete: int
    complete_by_layer: Counts
    blocks: int
    bare_blocks: int
    withheld: int
    verified: int
    unconfirmed: int


class Spoken(Struct, frozen=True):
    """An office, body or source: the quotes that it has, and the stances that it takes in them."""

    office: Office
    quotes: int
    stances: Counts


class Moment(Struct, frozen=True):
    """An event on the timeline. ``year`` is that in which it begins or, where that is open, ends; none if no date is known."""

    event: str
    label: str
    when: str | None
    year: int | None
    status: str
    articles: int


class Phenomenon(Struct, frozen=True):
    """A phenomenon, and the blocks in which each article has it, in the order of the text."""

    number: int
    name: str
    articles: dict[str, tuple[str, ...]]


class Tally(Struct, frozen=True):
    """The numbers of a corpus; ``kinds`` counts items and records by layer and type. ``phenomena`` are there if asked for."""

    title: str
    version: str
    records: Counts
    items: Counts
    kinds: dict[str, Counts]
    coverage: Coverage
    mentioned: Counts
    claimed: tuple[str, ...]
    disputed: tuple[str, ...]
    speakers: tuple[Spoken, ...]
    timeline: tuple[Moment, ...]
    phenomena: tuple[Phenomenon, ...] | UnsetType = UNSET


def tally(whole: Whole, phenomena: tuple[Phenomenon, ...] | UnsetType = UNSET) -> Tally:
    """Count a corpus."""
    articles = [one.record for one in whole.articles]
    events = [one.record for one in whole.events]
    by_event = _articles_by_event(articles)
    manifest = whole.manifest.record
    return Tally(
        manifest.title,
        manifest.version,
        records={
            "articles": len(articles),
            "actors": len(whole.actors),
            "events": len(events),
            "unread": len(whole.unread),
        },
        items=_items(articles),
        kinds=_kinds(whole),
        coverage=_coverage(articles),
        mentioned=_mentioned(events, by_event),
        claimed=tuple(event.id for event in events if event.status == "claimed"),
        disputed=tuple(event.id for event in events if event.status == "disputed"),
        speakers=_speakers(whole),
        timeline=tuple(_moment(event, by_event[event.id]) for event in sorted(events, key=_on_the_line)),
        phenomena=phenomena,
    )


def _items(articles: Iterable[Article]) -> Counts:
    counted = Counter(dict.fromkeys(("blocks", *LAYERS), 0))
    for article in articles:
        counted["blocks"] += len(article.text.blocks)
        for layer in LAYERS:
            counted[layer] += len(getattr(article, layer))
    return dict(counted)


def _kinds(whole: Whole) -> dict[str, Counts]:
    articles = [one.record for one in whole.articles]
    return {
        "mention_forms": _counts(mention.form or "derived" for article in articles for mention in article.mentions),
        "time_types": _counts(time.type for article in articles for time in article.times),
        "quote_types": _counts(quote.type for article in articles for quote in article.quotes),
        "stances": _counts(stance.stance for article in articles for quote in article.quotes for stance in quote.about),
        "mention_statuses": _counts(mention.status for article in articles for mention in article.events),
        "event_types": _counts(one.record.type for one in whole.events),
        "event_statuses": _counts(one.record.status for one in whole.events),
        "actor_kinds": _counts(one.record.kind for one in whole.actors),
        "actor_countries": _counts(one.record.country or _NOT_SAID for one in whole.actors),
        "actor_sectors": _counts(one.data.get("sector", _NOT_SAID) for one in whole.actors),
        "post_sectors": _counts(post.get("sector", _NOT_SAID) for one in whole.actors for post in one.data.get("posts", ())),
    }


def _counts(values: Iterable[str]) -> Counts:
    """How often each value stands, the most frequent first."""
    return dict(sorted(Counter(values).items(), key=lambda counted: (-counted[1], counted[0])))


def _coverage(articles: list[Article]) -> Coverage:
    bare = sum(len(_bare(article)) for article in articles)
    withheld = [article for article in articles if article.text.status == "withheld"]
    return Coverage(
        len(articles),
        sum(set(LAYERS) <= set(article.annotation.complete) for article in articles),
        {layer: sum(layer in article.annotation.complete for article in articles) for layer in LAYERS},
        sum(len(article.text.blocks) for article in articles),
        bare,
        len(withheld),
        sum(all(block.is_as_annotated for block in article.text.blocks) for article in withheld),
        sum(map(unconfirmed, articles)),
    )


def _bare(article: Article) -> set[str]:
    """The paragraphs in which nothing is annotated."""
    annotated = {words.block for words in article.anchors} | {block.id for block in article.text.blocks if block.depicts}
    return {block.id for block in article.text.blocks} - annotated


def _articles_by_event(articles: Iterable[Article]) -> Counter[str]:
    """In how many articles each event is mentioned."""
    counted: Counter[str] = Counter()
    for article in articles:
        counted.update({ref.id for mention in article.events for ref in mention.events})
    return counted


def _mentioned(events: Iterable[Event], by_event: Counter[str]) -> Counts:
    """How many events no article mentions, one, two, or more."""
    names = ("none", "one", "two", "more")
    found = Counter(names[min(by_event[event.id], len(names) - 1)] for event in events)
    return {name: found[name] for name in names}


def _speakers(whole: Whole) -> tuple[Spoken, ...]:
    quotes: Counter[Office] = Counter()
    stances: dict[Office, Counter[str]] = {}
    for office, taken in _sayings(whole):
        quotes[office] += 1
        stances.setdefault(office, Counter()).update(taken)
    ordered = sorted(quotes, key=lambda office: (-quotes[office], office.key))
    return tuple(Spoken(office, quotes[office], _counts(stances[office].elements())) for office in ordered)


def _sayings(whole: Whole) -> Iterator[tuple[Office, list[str]]]:
    """Each quote of each office that speaks in it, with the stances that it takes; joint speakers have it each."""
    known = whole.known
    for one in whole.articles:
        for quote in one.record.quotes:
            for office in known.offices(one.record, quote):
                yield office, [stance.stance for stance in quote.about]


def _moment(event: Event, articles: int) -> Moment:
    day = _day(event)
    return Moment(
        event.id,
        event.label,
        str(event.date.value) if event.date else None,
        day.year if day else None,
        event.status,
        articles,
    )


def _day(event: Event) -> date | None:
    """The day at which an event stands on the timeline: where it can begin, or else end."""
    return (event.date.value.first or event.date.value.last) if event.date else None


def _on_the_line(event: Event) -> tuple[bool, date, str]:
    day = _day(event)
    return day is None, day or date.max, event.id
