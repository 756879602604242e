"""A date that the words spell out is the value.

Nothing has to be resolved where the text says the date: a difference is a slip of the hand.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-02}  # <-
```

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-30/2019-06-02}  # <-
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

Unsafe: writes the date that the words name.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.counted import judged_by
from dateline.model.edtf import EdtfDate
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import Verdict
from dateline.model.reading.annotated import Judged
from dateline.rules import rule


@rule("T305", "error", since="1.0")
def explicit_date_mismatch(thing: Article | Reading) -> Iterator[Problem]:
    """A date that the words spell out is the value."""
    for judged, bases in judged_by(thing):
        if judged.verdict is Verdict.CONTRADICTS and "spelled" in judged.bases:
            at = judged.time.at / "value"
            yield Problem(
                f'"{judged.words}" is not {judged.time.written}',
                at,
                help=f"the words can mean {judged.meant}",
                fix=_fix(judged),
                rests_on=(judged.time.words.at, at, *bases),
            )


def _fix(judged: Judged) -> Fix | None:
    """The meaning in the year that was written; without one, the only meaning."""
    values = [reading.value for reading in judged.readings if reading.basis == "spelled"]
    written = judged.time.value
    same_year = [
        v for v in values if isinstance(v, EdtfDate) and isinstance(written, EdtfDate) and v.first.year == written.first.year
    ]
    chosen = same_year or values
    return (
        Fix((Replace(judged.time.at / "value", chosen[0].text, quoted=chosen[0].text.isdecimal()),)) if len(chosen) == 1 else None
    )
