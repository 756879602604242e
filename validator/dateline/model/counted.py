"""The time expressions of an article, judged by as much as is at hand: those that count from an event need the registry."""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.reading.annotated import Judged, judged_times


def judged_from_events(reading: Reading) -> Iterator[tuple[Judged, Ref, Dated]]:
    """The expressions that count from events, each with the event's name and date."""
    for counted in reading.article.counted_from_events:
        event = reading.event(counted.event.id)
        if event and event.date and (found := counted.judged(event.date.value)):
            yield found, counted.event, event.date


def judged_by(thing: Article | Reading) -> Iterator[tuple[Judged, tuple[Place, ...]]]:
    """The expressions that can be judged with it and not with less, and on what beside themselves the verdict rests."""
    if isinstance(thing, Article):
        yield from ((found, ()) for found in judged_times(thing))
        return
    for found, ref, date in judged_from_events(thing):
        yield found, (ref.at, date.at)
