"""A part of an event lies within its whole.

Talks on the third of June are no part of a forum that ended on the second.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
date: 2019-06-03  # <-
```

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
date: 2019-06-01
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.edtf import can_lie_within
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E606", "error", since="1.0")
def sub_event_outside_parent(registry: Registry) -> Iterator[Problem]:
    """A part of an event lies within its whole."""
    for event in registry.events:
        whole = registry.event(event.part_of.id) if event.part_of else None
        if whole is None or whole.date is None or event.date is None:
            continue
        if not can_lie_within(event.date.value, whole.date.value):
            message = f'{event.date.value} does not lie within "{whole.id}", {whole.date.value}'
            related = (Related(whole.date.at, "the whole"),)
            bases = (event.date.at, whole.date.at)
            advice = "mend one of the dates, or part_of"
            yield Problem(message, event.date.at, help=advice, related=related, rests_on=bases)
