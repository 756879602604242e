"""What the corpus has to know of an article's times: those that count from an event."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from dateline.model.article import Article, Time
from dateline.model.edtf import Edtf
from dateline.model.placed import Ref
from dateline.model.reading.annotated import Judged, judged_in, language_of
from dateline.model.reading.values import Context


class CountedFromEvent(Struct, frozen=True, array_like=True):
    """A time expression that counts from an event, or from a quote that was said at one."""

    event: Ref
    time: Time
    language: str

    def judged(self, date: Edtf) -> Judged | None:
        """The verdict on it, once the event's date is known."""
        return _judged(self, date)


@lru_cache(maxsize=64)  # six rules ask for the same, one after the other
def _judged(counted: CountedFromEvent, date: Edtf) -> Judged | None:
    return judged_in(counted.time.words.text, counted.time, [Context(date, language=counted.language, named=True)])


def counted_from_events(article: Article) -> Iterator[CountedFromEvent]:
    """The times whose anchor only the corpus knows."""
    for time in article.times:
        if time.anchor is None or article.time(time.anchor):
            continue
        quote = article.quote(time.anchor)
        event = time.anchor if quote is None else quote.setting if quote.time is None else None
        if event is not None:
            yield CountedFromEvent(event, time, language_of(article) or "")
