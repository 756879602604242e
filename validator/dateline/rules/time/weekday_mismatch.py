"""A resolved date falls on the weekday that its words name.

News copy dates events by weekday ("said Tuesday"), and annotators resolve the weekday against the day of publication
by hand. One day off moves the statement and silently reorders the timeline.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-20}  # <-
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
```

## Fix

Unsafe: takes the nearest date with that weekday, which an annotator must confirm.
"""

from collections.abc import Iterator
from datetime import timedelta

from dateline.model.article import Article
from dateline.model.edtf import EdtfDate
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import WEEKDAYS, weekday_named_in
from dateline.rules import rule


@rule("T303", "error", since="1.0")
def weekday_mismatch(article: Article) -> Iterator[Problem]:
    """A resolved date falls on the weekday that its words name."""
    for time in article.times:
        named = weekday_named_in(time.words.text)
        if named is None or not isinstance(time.value, EdtfDate) or not time.value.is_day:
            continue
        day = time.value.first
        if day.weekday() != named:
            at = time.at / "value"
            nearest = day + timedelta(days=(named - day.weekday() + 3) % 7 - 3)
            yield Problem(
                f'"{time.words.text}" is a {WEEKDAYS[named]}, but {day} is a {WEEKDAYS[day.weekday()]}',
                at,
                help=f"the nearest {WEEKDAYS[named]} is {nearest}; count from {article.day}",
                fix=Fix((Replace(at, nearest.isoformat()),)) if time.value.moment is None else None,
            )
