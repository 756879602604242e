"""The numbers of a series rise with the dates, and each stands once.

A round dated before the one that it follows, or two rounds of one number: a date, a number or the series is wrong.
Rounds that never took place are not counted.

## Wrong

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
series: {id: ministers-meetings, number: 15}
date: 2018-12-20  # <-
```

```yaml events/jpn-kor-ministers-2019-06.yaml
series: {id: ministers-meetings, number: 14}
```

## Right

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
series: {id: ministers-meetings, number: 14}
```

```yaml events/jpn-kor-ministers-2019-06.yaml
series: {id: ministers-meetings, number: 15}
```
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from dateline.model.corpus import Registry
from dateline.model.edtf import starts_surely_before
from dateline.model.finding import Problem, Related
from dateline.model.records import Event
from dateline.rules import rule


@rule("E607", "error", since="1.0")
def series_out_of_order(registry: Registry) -> Iterator[Problem]:
    """The numbers of a series rise with the dates, and each stands once."""
    series: dict[str, list[tuple[int, Event]]] = defaultdict(list)
    for event in registry.events:
        if event.series and event.number and not event.never_was:
            series[event.series].append((event.number, event))
    for numbered in series.values():
        numbered.sort(key=lambda pair: pair[0])
        yield from _doubled(numbered)
        yield from _reversed([event for _, event in numbered if event.date])


def _doubled(numbered: list[tuple[int, Event]]) -> Iterator[Problem]:
    for (number, event), (next_number, other) in pairwise(numbered):
        if number == next_number and event.id != other.id and not _are_one(event, other):
            related = (Related(event.at / "series" / "number", "the other"),)
            message = f'number {number} of "{event.series}" is "{event.id}" and "{other.id}"'
            yield Problem(message, other.at / "series" / "number", help="mend a number, or make one event of both", related=related)


def _are_one(event: Event, other: Event) -> bool:
    """Whether one is a part of the other: a session of the round bears its number."""
    return any(ref is not None and ref.id == whole.id for ref, whole in ((event.part_of, other), (other.part_of, event)))


def _reversed(numbered: list[Event]) -> Iterator[Problem]:
    for event, later in pairwise(numbered):
        if event.date and later.date and event.number != later.number and starts_surely_before(later.date.value, event.date.value):
            earlier = f'number {event.number}, "{event.id}"'
            message = f"number {later.number} is of {later.date.value}, but {earlier}, of {event.date.value}"
            related = (Related(event.date.at, earlier),)
            bases = (event.date.at, later.date.at)
            yield Problem(message, later.date.at, help="mend a date or a number", related=related, rests_on=bases)
