"""A date exists in the calendar.

The schema looks at the shape of a date alone; 30 February has the right shape and orders nothing.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-32}  # <-
```

```yaml events/shangri-la-dialogue-2019.yaml
date: 2019-13  # <-
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
```
"""

from collections.abc import Iterator

from dateline.model.fault import ImpossibleDate
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("T301", "error", since="1.0")
def impossible_date(fault: ImpossibleDate) -> Iterator[Problem]:
    """A date exists in the calendar."""
    yield Problem(f'"{fault.value}" is no date: {fault.why}', fault.at, help="write a date that exists")
