"""Faults of what ties the layers of an article together: times and quotes of event mentions, layers and their state."""

from collections.abc import Iterator

from dateline.model.article import Article, EventMention, Quote
from dateline.model.edtf import EdtfDate, EdtfInterval, can_agree

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground, next_item

_TOLD = ("occurred", "ongoing", "disputed")
_MOST = 3  # wrong ones that one place is given in turn


def _mentions(articles: tuple[Article, ...]) -> Iterator[tuple[Article, EventMention]]:
    return ((article, mention) for article in articles for mention in article.events)


@operator()
def time_of_another(ground: Ground) -> Iterator[Fault]:
    """An event mention dated by a time that is not its own."""
    for article, mention in _mentions(ground.articles):
        dates = [ground.events[ref.id].date for ref in mention.events]
        if mention.status not in _TOLD or not any(dates):
            continue
        others = [
            time
            for time in article.times
            if time.mod is None
            and isinstance(time.value, EdtfDate | EdtfInterval)
            and all(dated and not can_agree(time.value, dated.value) for dated in dates)
        ]
        for time in others[:_MOST]:
            at = mention.at / "time"
            change = ground.put(at, time.id) if mention.time else ground.add(mention.at, f"time: {time.id}")
            yield change.breaks("date-against-time", at=(at,))


@operator()
def voice_forgotten(ground: Ground) -> Iterator[Fault]:
    """An event inside a quote that no longer says in which."""
    for article, mention in _mentions(ground.readable):
        inside = [q for ref in mention.via if (q := article.quote(ref)) and _holds(q, mention)]
        if inside:
            yield ground.drop(mention.at / "via").breaks("in-quote-without-via", at=(mention.at, mention.words.at))


def _holds(quote: Quote, mention: EventMention) -> bool:
    found = mention.words.range
    return any(words.range and found and words.range.holds(found) for words in quote.content)


@operator()
def voice_of_another(ground: Ground) -> Iterator[Fault]:
    """An event said to stand in a quote that does not hold it."""
    for article, mention in _mentions(ground.readable):
        named = [ref.id for ref in mention.via]
        others = [quote for quote in article.quotes if named and not _holds(quote, mention) and quote.id not in named]
        for quote in others[:_MOST]:
            at = mention.via[0].at
            rules = ("via-elsewhere", "in-quote-without-via", "via-says-nothing")
            yield ground.put(at, quote.id).breaks(*rules, at=(at, mention.at, mention.words.at))


@operator()
def voice_invented(ground: Ground) -> Iterator[Fault]:
    """An event of the author's own voice said to stand in a quote."""
    for article, mention in _mentions(ground.readable):
        if mention.via:
            continue
        for quote in [quote for quote in article.quotes if not _holds(quote, mention)][:_MOST]:
            change = ground.add(mention.at, f"via: [{quote.id}]")
            yield change.breaks("via-elsewhere", "via-says-nothing", at=(mention.at, mention.words.at))


@operator()
def layer_emptied(ground: Ground) -> Iterator[Fault]:
    """A layer that is called complete and holds nothing."""
    for article in ground.articles:
        for number, layer in enumerate(article.annotation.complete):
            at = article.annotation.at / "complete"
            yield ground.drop(article.at / layer).breaks("empty-layer", at=(at, at / number))


@operator()
def negated_too(ground: Ground) -> Iterator[Fault]:
    """An event that goes on, and in the same words does not."""
    for _, mention in _mentions(ground.articles):
        if mention.status == "ongoing" and mention.events and mention.status_at and not mention.via:
            start, end = ground.stretch(mention.at)
            at, until = ground.stretch(mention.status_at)
            text = ground.text(mention.at.file)
            copy = text[start:at] + "negated" + text[until:end]
            yield ground.repeat(mention.at, copy).breaks("negated-and-ongoing", at=(mention.at, next_item(mention.at)))
