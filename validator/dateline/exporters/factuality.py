"""Rows of what sources hold of events.

Source: https://direct.mit.edu/view-large/2442130 (the values of FactBank: CT certain, PR probable, PS possible, Uu where the
source does not know or does not commit itself; + and - for what it is and is not).
"""

from collections.abc import Iterator

from dateline.exporters.columns import Record
from dateline.exporters.days import bounds
from dateline.exporters.offices import office
from dateline.model.article import Article
from dateline.model.speaking import Known

AUTHOR = "AUTHOR"
# intentions and sentiments (plans, seeks, supports, opposes) tell nothing of what a source takes for a fact
_OF_STANCES = {"asserts": "CT+", "denies": "CT-", "retracts": "Uu", "uncertain": "PS+"}
_OF_STATUSES = {
    "occurred": "CT+",
    "ongoing": "CT+",
    "negated": "CT-",
    "cancelled": "CT-",
    "hypothetical": "Uu",
    "disputed": "Uu",
}


def factuality(article: Article, known: Known) -> Iterator[Record]:
    """What the sources of an article hold of events, and what its author does."""
    yield from _held_by_sources(article, known)
    earliest, latest = bounds(article.day)
    for mention in article.events:
        for ref in mention.events if not mention.via else ():
            yield {
                "article": article.id,
                "source": AUTHOR,
                "event": ref.id,
                "quote": "",
                "stance": mention.status,
                "factbank": _OF_STATUSES.get(mention.status),
                "day_earliest": earliest,
                "day_latest": latest,
            }


def _held_by_sources(article: Article, known: Known) -> Iterator[Record]:
    for quote in article.quotes:
        earliest, latest = bounds(known.day(article, quote))
        for speaker in quote.speakers:
            for about in quote.about:
                yield {
                    "article": article.id,
                    "source": speaker.id,
                    "event": about.event.id,
                    "quote": quote.id,
                    "stance": about.stance,
                    "factbank": _OF_STANCES.get(about.stance),
                    "office": office(known, article, quote, speaker.id),
                    "day_earliest": earliest,
                    "day_latest": latest,
                }
