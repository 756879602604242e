"""Which of the phenomena that the standard was made for occur in a corpus, and where.

A phenomenon is seen by its annotation: what nobody annotated is not found. Some need the words beside an anchor as well, and are
seen in a withheld article only with a reader's copy.
"""

from collections.abc import Iterable

from dateline.engine.opening import Whole
from dateline.engine.phenomena import events, names, quotes, texts, times
from dateline.engine.phenomena.sight import PHENOMENA, Detector, Sight
from dateline.engine.tally import Phenomenon
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.copy import bare, lines_of
from dateline.model.text import words_in

_ROOMS = (texts, names, quotes, times, events)  # importing them has entered their detectors


def phenomena_of(whole: Whole, copies: Copies) -> tuple[Phenomenon, ...]:
    """Look for every phenomenon in every article."""
    sights = list(_sights(whole, copies))
    return tuple(_found(number, PHENOMENA[number], sights) for number in sorted(PHENOMENA))


def _sights(whole: Whole, copies: Copies) -> Iterable[Sight]:
    known = whole.known
    instruments = frozenset(one.record.id for one in whole.events if "instrument" in one.data)
    for one in whole.articles:
        article = one.record
        yield Sight(article, known.actors, known.events, instruments, has_furniture=_has_furniture(article, copies))


def _has_furniture(article: Article, copies: Copies) -> bool:
    """Whether a reader's copy has words that are in no block."""
    copy = copies.text_of(article.id) if article.text.status == "withheld" else None
    known = [block.words for block in article.text.blocks if block.words]
    return copy is not None and sum(words_in(line) for _, line in lines_of(copy, bare)) > sum(map(words_in, known)) > 0


def _found(number: int, detector: Detector, sights: Iterable[Sight]) -> Phenomenon:
    articles = {}
    for sight in sights:
        seen = set(detector(sight))
        if seen:
            articles[sight.article.id] = tuple(block.id for block in sight.article.text.blocks if block.id in seen)
    return Phenomenon(number, (detector.__doc__ or "").rstrip("."), articles)
