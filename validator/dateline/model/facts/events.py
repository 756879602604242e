"""What articles say of events: how they present them, and what their quotes hold of them."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article, EventMention
from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval
from dateline.model.place import Place

# of a dispute, each with the stances of quotes that make it one: who says that it may be so says it, too
SIDES = {"asserts": frozenset(("asserts", "uncertain")), "denies": frozenset(("denies",))}


class Presented(Struct, frozen=True, array_like=True, tag=True):
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


class StanceTaken(Struct, frozen=True, array_like=True, tag=True):
    """What a quote holds of an event."""

    event: str
    stance: str
    at: Place


def presented(article: Article) -> Iterator[Presented]:
    """How the article presents the events that have records."""
    return (fact for mention in article.events for fact in _presented(article, mention))


def stances(article: Article) -> Iterator[StanceTaken]:
    """What the quotes of the article hold of events."""
    return (StanceTaken(taken.event.id, taken.stance, taken.at) for quote in article.quotes for taken in quote.about)


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
