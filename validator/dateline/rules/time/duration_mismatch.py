"""A duration is as long as its words say.

"Two years and four months" written as two years shifts whatever is reckoned from it.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P2Y}  # <-
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
  - {id: t5, in: p3, text: two years and four months, type: duration, value: P28M}
```

## Fix

Unsafe: writes the duration that the words name.
"""

from collections.abc import Iterator
from fractions import Fraction

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import length_named_in
from dateline.model.timex import Duration
from dateline.rules import rule


@rule("T309", "error", since="1.0")
def duration_mismatch(article: Article) -> Iterator[Problem]:
    """A duration is as long as its words say."""
    for time in article.times:
        named = length_named_in(time.words.text)
        if named is None or not isinstance(time.value, Duration) or time.value.is_vague:
            continue
        said = Duration("", tuple((unit, Fraction(number)) for unit, number in named.items()))
        if said.size != time.value.size:
            at = time.at / "value"
            yield Problem(
                f'"{time.words.text}" is not {time.written}',
                at,
                help=f"write {_iso(named)}",
                fix=Fix((Replace(at, _iso(named)),)),
                rests_on=(time.words.at,),
            )


def _iso(named: dict[str, int]) -> str:
    units = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
    written = [f"{named[unit]}{unit[0].upper()}" if unit in named else "" for unit in units]
    clock = "".join(written[4:])
    return f"P{''.join(written[:4])}{'T' if clock else ''}{clock}"
