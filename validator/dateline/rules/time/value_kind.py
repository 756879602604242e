"""A value is of the kind that its type says.

A duration under `type: date` is lost to everyone who asks for dates, and breaks everyone who reckons with them.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: date, value: P2Y4M}  # <-
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P2Y4M}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import EdtfDate, EdtfInterval
from dateline.model.finding import Problem, Related
from dateline.model.timex import Duration, Recurrence, Reference, TimeValue
from dateline.rules import rule


@rule("T311", "error", since="1.0")
def value_kind(article: Article) -> Iterator[Problem]:
    """A value is of the kind that its type says."""
    for time in article.times:
        kind = _kind(time.value)
        if kind and time.type not in kind[1]:
            message = f'"{time.written}" is {kind[0]}, but the type is "{time.type}"'
            advice = f"the type is {' or '.join(kind[1])}, or the value is another"
            yield Problem(message, time.at / "value", help=advice, related=(Related(time.at / "type", "the type"),))


def _kind(value: TimeValue | None) -> tuple[str, tuple[str, ...]] | None:
    """What a value is, and the types that it is good for; references and what recurs may be of any."""
    match value:
        case Duration():
            return "a duration", ("duration", "set")
        case Recurrence():
            return "what comes again", ("set",)
        case EdtfDate(moment=moment) if moment is not None:
            return "a time of day", ("time", "set")
        case EdtfDate() | EdtfInterval():
            return "a date", ("date", "time", "set")
        case Reference() | None:
            return None
