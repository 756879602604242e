"""What is called planned or sought had not happened yet.

A plan for last month is a wrong status, a wrong date, or another event of the same name.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: kor-jpn-radar-lock-on-2018-12, status: planned, via: [q1]}  # <-
```

## Right

```yaml
events:
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E603", "error", since="1.0")
def planned_in_the_past(reading: Reading) -> Iterator[Problem]:
    """What is called planned or sought had not happened yet."""
    for mention in reading.article.presented:
        event, today = reading.event(mention.event), mention.spoken or mention.day
        if mention.status not in ("planned", "sought") or event is None or event.date is None or today is None:
            continue
        if not event.never_was and surely_before(event.date.value, today, ZONES):
            yield Problem(
                f'"{mention.event}" is called {mention.status} on {today}, but took place on {event.date.value}',
                mention.status_at,
                help="mend the status, the event, or the event's date",
                related=(Related(event.date.at, "the event's date"),),
                rests_on=(*mention.rests_on, event.date.at),
            )
