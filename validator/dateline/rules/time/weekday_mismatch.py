"""A resolved date falls on the weekday that its words name.

News copy dates events by weekday ("said Tuesday"), and annotators resolve the weekday against the day of publication
by hand. One day off moves the statement and silently reorders the timeline.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-20}  # <-
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
```

## Fix

Unsafe: takes the nearest date with that weekday, which an annotator must confirm.
"""

from collections.abc import Iterator
from datetime import date

from dateline.model.article import Article
from dateline.model.edtf import EdtfDate, shifted
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading.annotated import judged_times
from dateline.rules import rule

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@rule("T303", "error", since="1.0")
def weekday_mismatch(article: Article) -> Iterator[Problem]:
    """A resolved date falls on the weekday that its words name."""
    for judged in judged_times(article):
        time = judged.time
        if not judged.readings or not isinstance(time.value, EdtfDate) or not time.value.is_day:
            continue
        weekday, day = judged.readings[0].weekday, time.value.first
        if weekday is None or day.weekday() == weekday or time.value.qualifier:
            continue
        if any(reading.weekday != weekday for reading in judged.readings):
            continue
        at, nearest = time.at / "value", _nearest(day, weekday)
        yield Problem(
            f'"{judged.words}" is a {WEEKDAYS[weekday]}, but {day} is a {WEEKDAYS[day.weekday()]}',
            at,
            help=f"the nearest {WEEKDAYS[weekday]} is {nearest}; count from {article.day}",
            fix=Fix((Replace(at, nearest.isoformat()),)) if nearest and time.value.moment is None else None,
            rests_on=(time.words.at,),
        )


def _nearest(day: date, weekday: int) -> date | None:
    return shifted(day, (weekday - day.weekday() + 3) % 7 - 3)
