"""The day in a byline is near that of the article.

A byline is dated on the day, or shortly before. It mostly has no year, so that any other that the text names can slip into its
value.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: b1, text: "SEOUL, May 21"}
    - {id: p1, text: They last met in 2018.}
mentions: []
times:
  - {id: t1, in: b1, text: May 21, type: date, value: 2018-05-21}  # <-
  - {id: t2, in: p1, text: "2018", type: date, value: "2018"}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times]}
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: b1, text: "SEOUL, May 21"}
    - {id: p1, text: They last met in 2018.}
mentions: []
times:
  - {id: t1, in: b1, text: May 21, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: "2018", type: date, value: "2018"}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import Edtf, EdtfDate, can_agree
from dateline.model.finding import Problem
from dateline.rules import rule

_NEAR = 31  # days between a dateline and what is printed under it: a long story of a monthly; chosen, not measured


@rule("T326", "warning", since="1.0")
def byline_date_differs(article: Article) -> Iterator[Problem]:
    """The day in a byline is near that of the article."""
    days = [day for day in (article.day, article.published) if day]
    for time in article.times:
        value = time.value
        if time.words.block.startswith("b") and days and isinstance(value, EdtfDate) and not _is_near(value, days):
            yield Problem(
                f'the byline\'s "{time.words.text}" is {value}, but the article is of {days[0]}',
                time.at / "value",
                help="write the year and the day that the byline means",
                rests_on=(time.words.at, *article.day_at),
            )


def _is_near(value: Edtf, days: list[Edtf]) -> bool:
    return any(can_agree(value, day, _NEAR) for day in days)
