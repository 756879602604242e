"""What is called planned is planned for a day that had not passed when it was said.

"Will meet on Friday", told the day after that Friday, is a wrong time or a wrong status, or the time is that of the announcement.
Only plans are judged that their record does not put into the past, too: those are another rule's. What somebody planned long ago
counts from the day on which he said so, if the quote in which it stands has a `time`.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1], time: t4}  # <-
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1], time: t2}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, surely_before
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("E627", "warning", since="1.0", preview=True)
def planned_for_a_past_day(reading: Reading) -> Iterator[Problem]:
    """What is called planned is planned for a day that had not passed when it was said."""
    for mention in reading.article.presented:
        event, today = reading.event(mention.event), mention.spoken or mention.day
        if mention.status != "planned" or mention.time is None or mention.time_at is None or today is None or event is None:
            continue
        has_passed = event.date is not None and surely_before(event.date.value, today, ZONES)
        if not has_passed and not event.never_was and surely_before(mention.time, today, ZONES):
            yield Problem(
                f'"{mention.event}" is called planned on {today}, for {mention.time}',
                mention.time_at,
                help="mend the time, or the status; the time is that of the event, not that of its announcement",
                rests_on=(*mention.rests_on, mention.time_at),
            )
