"""A duration is as long as it is from what it begins with to what it ends with.

Talks of January 2016 that resume after two years and four months resume in May 2018; if the next round is dated June, one of
the three is wrong.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P2Y4M, begin: t4, end: published}  # <-
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P2Y4M, begin: t4}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.edtf import Edtf, EdtfInterval, Precision
from dateline.model.facts.durations import Side
from dateline.model.finding import Problem, Related
from dateline.model.placed import Dated
from dateline.model.reckoning import leeway_of, reached, whole_days
from dateline.model.timeline import takes_part
from dateline.model.timex import Duration
from dateline.rules import rule

_FINENESS = {"years": Precision.YEAR, "months": Precision.MONTH, "weeks": Precision.DAY, "days": Precision.DAY}
_HALF_A_YEAR = 6  # in months


@rule("T310", "error", since="1.0")
def duration_arithmetic(reading: Reading) -> Iterator[Problem]:
    """A duration is as long as it is from what it begins with to what it ends with."""
    for lasting in reading.article.lastings:
        begin, end = (_date_of(reading, side) for side in (lasting.begin, lasting.end))
        if begin and end and not _can_last(begin.value, end.value, lasting.length):
            yield Problem(
                f"{lasting.length} does not lead from {_told(lasting.begin, begin)} to {_told(lasting.end, end)}",
                lasting.at,
                help="mend the duration, or what it begins or ends with",
                related=(Related(begin.at, "the beginning"), Related(end.at, "the end")),
                rests_on=(*lasting.rests_on, begin.at, end.at),
            )


def _date_of(reading: Reading, side: Side) -> Dated | None:
    """The date of a side, if it can be reckoned with."""
    if side.when:
        return Dated(side.when, side.at)
    event = reading.event(side.name)
    return event.date if event and takes_part(reading.registry, event) else None


def _told(side: Side, dated: Dated) -> str:
    return str(dated.value) if side.when else f'"{side.name}" ({dated.value})'


def _can_last(begin: Edtf, end: Edtf, length: Duration) -> bool:
    """Whether a length leads from a day of the one date to a day of the other, at the coarser of their precisions.

    Who names one unit ("two years") may round it, or count both ends ("the three days from Friday to Sunday"): one more or one
    less is as right. Who names two units has counted, except for "a year and a half", unless the dates are finer than both.
    """
    coarsest = min(_precision(begin), _precision(end))
    begins, ends = whole_days(begin, coarsest), whole_days(end, coarsest)
    if begin.qualifier or end.qualifier or begins is None or ends is None:
        return True
    smallest = _FINENESS.get(length.parts[-1][0], Precision.TIME)
    is_counted = len(length.parts) > 1 and length.size[0] % 12 != _HALF_A_YEAR and smallest >= coarsest
    leeway = 0 if is_counted else leeway_of(length)
    earliest, latest = reached(begins[0], length, -leeway, late=False), reached(begins[1], length, leeway, late=True)
    return (earliest is None or earliest <= ends[1]) and (latest is None or ends[0] <= latest)


def _precision(value: Edtf) -> Precision:
    if isinstance(value, EdtfInterval):
        return min(side.precision for side in (value.start, value.end) if side)
    return value.precision
