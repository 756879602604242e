"""What the corpus knows of an event keeps up with the articles.

The status in an event's file is what is known now. It lags behind where the file says planned, and an article of a later
day says, quoting nobody, that it occurred; or where the file says cancelled or did-not-occur, cites no sources, and the newest
article says otherwise. Sources may know better than any article that nothing came of it: with them, such a file is left alone.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
status: planned  # <-
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
status: occurred
```
"""

from collections.abc import Iterator

from dateline.model.edtf import surely_before
from dateline.model.facts.events import Presented
from dateline.model.finding import Problem, Related
from dateline.model.gathered import Coverage
from dateline.model.records import Event
from dateline.rules import rule

_DOUBTS = ("cancelled", "negated", "disputed")


@rule("E614", "warning", since="1.0")
def status_conflict(coverage: Coverage) -> Iterator[Problem]:
    """What the corpus knows of an event keeps up with the articles."""
    if coverage.articles_unread:
        return
    for event in coverage.events:
        told = coverage.presented
        news = next((said for said in told if _contradicts(event, said) and not _is_doubted(said, told)), None)
        if news is not None:
            dates = (event.date.at,) if event.date else ()
            times = (news.time_at,) if news.time_at else ()
            yield Problem(
                f'"{event.id}" is {event.status} in its file, but an article of {news.day} says that it occurred',
                event.at / "status",
                help="update the status, or mend the mention's status (occurred, if none is written) or its event",
                related=(Related(news.at, "the mention"),),
                rests_on=(*dates, *times, *news.rests_on),
            )


def _contradicts(event: Event, said: Presented) -> bool:
    """Whether an article tells in its own voice of what the file does not know to have occurred."""
    if said.status != "occurred" or not said.own_voice or said.day is None:
        return False
    if event.status == "planned":
        return event.date is not None and surely_before(event.date.value, said.day)
    is_told_early = event.date is not None and surely_before(said.day, event.date.value)
    return event.never_was and not event.sources and not is_told_early


def _is_doubted(said: Presented, told: list[Presented]) -> bool:
    """Whether an article of that day, or a later one, says otherwise."""
    doubts = (other.day for other in told if other.status in _DOUBTS)
    return any(day is None or said.day is None or not surely_before(day, said.day) for day in doubts)
