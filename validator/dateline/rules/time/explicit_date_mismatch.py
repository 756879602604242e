"""A date that the words spell out is the value.

Nothing has to be resolved where the text says the date: a difference is a slip of the hand.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-02}  # <-
```

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-30/2019-06-02}  # <-
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

Unsafe: writes the date that the words name.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval, Precision
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.place import Place
from dateline.model.reading import NamedDate, NamedRange, date_named_in
from dateline.rules import rule


@rule("T305", "error", since="1.0")
def explicit_date_mismatch(article: Article) -> Iterator[Problem]:
    """A date that the words spell out is the value."""
    for time in article.times:
        named = date_named_in(time.words.text)
        if named is None or not isinstance(time.value, Edtf) or _agree(named, time.value):
            continue
        at = time.at / "value"
        yield Problem(
            f'"{time.words.text}" is not {time.value}',
            at,
            help="write the date that the words name",
            fix=_fix(named, time.value, at),
            rests_on=(time.words.at,),
        )


def _agree(named: NamedDate | NamedRange, value: Edtf) -> bool:
    if isinstance(named, NamedDate):
        return not isinstance(value, EdtfDate) or _same(named, value)
    if isinstance(value, EdtfDate):
        return True
    sides = ((named.start, value.start), (named.end, value.end))
    return all(date is None or _same(side, date) for side, date in sides)


def _same(named: NamedDate, value: EdtfDate) -> bool:
    """Whether all that the words name is so in the value; what either leaves open is no difference."""
    return (
        (named.year is None or value.first.year <= named.year <= value.last.year)
        and (named.month is None or value.precision < Precision.MONTH or value.first.month == named.month)
        and (named.day is None or value.precision < Precision.DAY or value.first.day == named.day)
    )


def _fix(named: NamedDate | NamedRange, value: Edtf, at: Place) -> Fix | None:
    sides = [named] if isinstance(named, NamedDate) else [named.start, named.end]
    years = [value.first, value.last] if isinstance(value, EdtfInterval) else [value.first]
    if any(side.month is None or side.day is None for side in sides) or None in years:
        return None
    written = [
        f"{side.year or (year and year.year)}-{side.month:02}-{side.day:02}" for side, year in zip(sides, years, strict=False)
    ]
    return Fix((Replace(at, "/".join(written)),)) if len(written) == len(sides) else None
