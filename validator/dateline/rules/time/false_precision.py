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
from dateline.model.edtf import EdtfDate, Precision
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import NamedDate, date_named_in
from dateline.rules import rule


@rule("T306", "error", since="1.0")
def false_precision(article: Article) -> Iterator[Problem]:
    """A value is no more exact than its words."""
    for time in article.times:
        named = date_named_in(time.words.text)
        if not isinstance(named, NamedDate) or named.day is not None or not isinstance(time.value, EdtfDate):
            continue
        said, length = (Precision.YEAR, 4) if named.month is None else (Precision.MONTH, 7)
        if time.value.precision > said:
            at, coarse = time.at / "value", time.written[:length]
            yield Problem(
                f'"{time.words.text}" is a {said.name.lower()}, but {time.written} is more exact',
                at,
                help=f"write {coarse!r}; an exact date from elsewhere belongs to the event",
                fix=Fix((Replace(at, coarse, quoted=said is Precision.YEAR),)),
                rests_on=(time.words.at,),
            )
