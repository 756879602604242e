"""A value is no more exact than its words.

"May 2018" is a month: a day written for it looks like knowledge, and no reader of the data can tell that it is none.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: 2018-09}  # <-
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
```

## Fix

Unsafe: cuts the value down to what the words say.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.counted import judged_by
from dateline.model.edtf import EdtfDate
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import Verdict, judged
from dateline.rules import rule

_ELSEWHERE = "; an exact date from elsewhere belongs to the event"


@rule("T306", "error", since="1.0")
def false_precision(thing: Article | Reading) -> Iterator[Problem]:
    """A value is no more exact than its words."""
    for time, bases in judged_by(thing):
        if time.verdict is not Verdict.FINER:
            continue
        at = time.time.at / "value"
        holding = [r.value for r in time.readings if judged(time.time.value or r.value, time.time.mod, (r,)) is Verdict.FINER]
        holding.sort(key=lambda value: (not isinstance(value, EdtfDate), -value.precision if isinstance(value, EdtfDate) else 0))
        text = holding[0].text
        what = f"the {holding[0].precision.name.lower()} {text}" if isinstance(holding[0], EdtfDate) else text
        yield Problem(
            f'"{time.words}" says {what} and no more, but {time.time.written} is more exact',
            at,
            help=f'write "{text}"{_ELSEWHERE if isinstance(holding[0], EdtfDate) else ""}',
            fix=Fix((Replace(at, text, quoted=text.isdecimal()),)),
            rests_on=(time.time.words.at, at, *bases),
        )
