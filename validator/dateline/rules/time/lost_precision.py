"""A value is as exact as its words.

"May 31" written as May can no longer be compared with the day before: what the text knew is lost to every reader of the data.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12}  # <-
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

Unsafe: writes the meaning of the words, where they have one alone.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.counted import judged_by
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import Verdict
from dateline.rules import rule


@rule("T307", "warning", since="1.0")
def lost_precision(thing: Article | Reading) -> Iterator[Problem]:
    """A value is as exact as its words."""
    for judged, bases in judged_by(thing):
        if judged.verdict is not Verdict.COARSER:
            continue
        at, meant = judged.time.at / "value", sorted({reading.value.text for reading in judged.readings if not reading.loose})
        yield Problem(
            f'"{judged.words}" says more than {judged.time.written}',
            at,
            help=f"the words can mean {judged.meant}",
            fix=Fix((Replace(at, meant[0], quoted=meant[0].isdecimal()),)) if len(meant) == 1 else None,
            rests_on=(judged.time.words.at, at, *bases),
        )
