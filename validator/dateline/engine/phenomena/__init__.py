"""Which of the phenomena that the standard was made for occur in a corpus, and where.

A phenomenon is seen by its annotation: what nobody annotated is not found. Some need the words beside an anchor as well, and are
seen in a withheld article only with a reader's copy.
"""

from collections.abc import Iterable

from msgspec import Struct

from dateline.engine.opening import Whole
from dateline.engine.phenomena import events, names, quotes, texts, times
from dateline.engine.phenomena.sight import PHENOMENA, Detector, Sight
from dateline.loading.texts import Copies
from dateline.model.copy import lines_of

__all__ = ["Phenomenon", "phenomena_of"]
_ROOMS = (texts, names, quotes, times, events)  # importing them has entered their detectors


class Phenomenon(Struct, frozen=True):
    """A phenomenon, and the blocks in which each article has it, in the order of the text."""

    number: int
    name: str
    articles: dict[str, tuple[str, ...]]


def phenomena_of(whole: Whole, copies: Copies) -> tuple[Phenomenon, ...]:
    """Look for every phenomenon in every article."""
    sights = list(_sights(whole, copies))
    return tuple(_found(number, PHENOMENA[number], sights) for number in sorted(PHENOMENA))


def _sights(whole: Whole, copies: Copies) -> Iterable[Sight]:
    known = whole.known
    data = {one.record.id: one.data for one in whole.events}
    for one in whole.articles:
        copy = copies.text_of(one.record.id) if one.record.text.status == "withheld" else None
        yield Sight(one.record, known.actors, known.events, data, len(lines_of(copy or "")))


def _found(number: int, detector: Detector, sights: Iterable[Sight]) -> Phenomenon:
    articles = {}
    for sight in sights:
        seen = set(detector(sight))
        if seen:
            articles[sight.article.id] = tuple(block.id for block in sight.article.text.blocks if block.id in seen)
    return Phenomenon(number, (detector.__doc__ or "").rstrip("."), articles)
