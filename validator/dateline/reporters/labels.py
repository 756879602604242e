"""What the brackets of an article are called, and what each annotation means, in a line."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dateline.model.article import Article, EventMention, Mention, Quote, Time, Words
from dateline.model.placed import Ref


class Label(Struct, frozen=True):
    """The name of an annotation, or of a part of it that means nothing more, at its words."""

    name: str
    layer: str
    words: Words
    meaning: str = ""


def labels_of(article: Article) -> Iterator[Label]:
    """Give the labels of all layers: mentions and events by number in the file, times and quotes by the ids that they have."""
    for number, mention in enumerate(article.mentions, 1):
        yield Label(f"m{number}", "mentions", mention.words, _mention(mention))
    for time in article.times:
        yield Label(time.id, "times", time.words, _time(time))
    for quote in article.quotes:
        yield from _parts(quote)
    for number, event in enumerate(article.events, 1):
        yield Label(f"e{number}", "events", event.words, _event(event))


def _parts(quote: Quote) -> Iterator[Label]:
    """The parts of a quote; the first of its content carries the meaning of the whole."""
    if quote.source:
        yield Label(f"{quote.id}.source", "quotes", quote.source)
    if quote.cue:
        yield Label(f"{quote.id}.cue", "quotes", quote.cue)
    for number, part in enumerate(quote.content):
        yield Label(quote.id, "quotes", part, "" if number else _quote(quote))
    for name, parts in (("insertion", quote.insertions), ("verbatim", quote.verbatim)):
        for part in parts:
            yield Label(f"{quote.id}.{name}", "quotes", part)


def _mention(mention: Mention) -> str:
    whom = _listed(mention.actors) or f"place {mention.place}"
    tenure = "" if mention.tenure == "current" else mention.tenure
    return _joined(whom, mention.form, _with("as", mention.post), tenure, _unconfirmed(mention))


def _time(time: Time) -> str:
    bounds = (_with("counted from", time.anchor), _with("begins", time.begin), _with("ends", time.end))
    return _joined(f"{time.type} {time.written}", time.mod, *bounds, _unconfirmed(time))


def _quote(quote: Quote) -> str:
    return _joined(
        quote.type,
        f"speaker {_listed(quote.speakers)}",
        _with("as", quote.post),
        _with("for", *quote.principals),
        _with("to", *quote.addressees),
        _with("within", quote.within),
        _with("time", quote.time),
        _with("setting", quote.setting),
        _with("act", quote.act),
        *(f"{stance.stance} {stance.event.id}" for stance in quote.about),
        _unconfirmed(quote),
    )


def _event(event: EventMention) -> str:
    what = _listed(event.events) or f"{event.type or 'an event'} without a record"
    return _joined(what, event.status, _with("time", event.time), _with("via", *event.via))


def _unconfirmed(item: Mention | Time | Quote) -> str:
    return "suggested" if item.suggested else ""


def _with(word: str, *refs: Ref | None) -> str:
    there = [ref for ref in refs if ref]
    return f"{word} {_listed(there)}" if there else ""


def _listed(refs: Iterable[Ref]) -> str:
    return " and ".join(ref.id for ref in refs)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
