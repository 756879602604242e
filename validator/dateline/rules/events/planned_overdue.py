"""Of what was planned for a day that has passed, the outcome is recorded.

A plan is no outcome: whoever counts meetings counts those that took place.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
status: planned  # <-
```

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: p1, text: met, event: jpn-kor-ministers-2019-06, time: t1}
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
status: occurred
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("E618", "info", since="1.0", preview=True)
def planned_overdue(run: Run) -> Iterator[Problem]:
    """Of what was planned for a day that has passed, the outcome is recorded."""
    if run.census.articles_unread:
        return
    for event in run.census.registry.events:
        date = event.date.value if event.date else None
        if event.status != "planned" or date is None or date.qualifier or date.last is None or date.last >= run.as_of:
            continue
        if event.id not in run.census.outcomes:
            message = f'"{event.id}" is planned for {date}, which has passed by {run.as_of}, and no article tells its outcome'
            advice = "write the status that it has now; unknown, if nobody tells it"
            bases = (event.date.at,) if event.date else ()
            yield Problem(message, event.at / "status", help=advice, rests_on=bases)
