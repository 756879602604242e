"""What an annotator judges of each item of a layer, as values that can be compared with another annotator's."""

from collections.abc import Iterable

from dateline.model.article import Article, EventMention, Mention, Quote, Time, Words
from dateline.model.matching import Item
from dateline.model.placed import Ref

# the values that are compared, by layer; stances are compared by event and not by item
NAMES = {
    "mentions": ("actor", "form"),
    "times": ("type", "value", "mod"),
    "quotes": ("speaker", "type", "stance"),
    "events": ("event", "status"),
}
PROPOSED = ("mentions", "times", "quotes")  # the layers whose items a program can propose
_NONE = ""  # no value was given, which is a judgement, too; a form is not derived, since an article alone has no names


def items_of(article: Article, layer: str) -> list[Item]:
    """The items of a layer, without those that a program proposed and nobody has confirmed."""
    match layer:
        case "mentions":
            return [_mention(article, mention) for mention in article.mentions if not mention.suggested]
        case "times":
            return [_time(time) for time in article.times if not time.suggested]
        case "quotes":
            return [_quote(article, quote) for quote in article.quotes if not quote.suggested]
        case _:
            return [_event(event) for event in article.events]


def proposable(article: Article) -> dict[str, tuple[Mention | Time | Quote, ...]]:
    """The items of each layer in which a program can propose some."""
    return {layer: getattr(article, layer) for layer in PROPOSED}


def unconfirmed(article: Article) -> int:
    """How many items a program proposed and nobody has confirmed."""
    return sum(item.suggested for items in proposable(article).values() for item in items)


def stances_of(article: Article) -> dict[tuple[Words, ...], dict[str, str]]:
    """The stances that quotes take, by the words of their content and by event."""
    return {quote.content: {stance.event.id: stance.stance for stance in quote.about} for quote in article.quotes}


def _mention(article: Article, mention: Mention) -> Item:
    whom = f"place {mention.place}" if mention.place is not None else _named(article, mention.actors)
    return Item((mention.words,), (("actor", whom), ("form", mention.form or _NONE)))


def _time(time: Time) -> Item:
    return Item((time.words,), (("type", time.type), ("value", time.written), ("mod", time.mod or _NONE)))


def _quote(article: Article, quote: Quote) -> Item:
    return Item(quote.content, (("speaker", _named(article, quote.speakers)), ("type", quote.type)))


def _event(event: EventMention) -> Item:
    linked = " ".join(sorted(ref.id for ref in event.events)) or f"{event.type} without a record"
    return Item((event.words,), (("event", linked), ("status", event.status)))


def _named(article: Article, refs: Iterable[Ref]) -> str:
    """The ids of actors, in an order of their own.

    A source without a name has an id that each annotator makes up: it is compared by whom it belongs to.
    """
    bodies = {unnamed.id: unnamed.of.id if unnamed.of else _NONE for unnamed in article.unnamed}
    return " ".join(sorted(f"somebody of {bodies.get(ref.id, _NONE)}".strip() if ref.is_local else ref.id for ref in refs))
