"""The day of the dateline is the day from which the article counts.

A story filed in Singapore on the evening of June 2 appears in Washington's morning of the same day, and in a record kept in UTC on
another: then every "today" and "Saturday" in it moves.

## Wrong

```yaml
published: 2019-05-21  # <-
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: b1, text: "SEOUL, May 20"}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: b1, text: SEOUL, place: Seoul}
times:
  - {id: t1, in: b1, text: May 20, type: date, value: 2019-05-20}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```

## Right

```yaml
published: 2019-05-21
document_time: 2019-05-20
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: b1, text: "SEOUL, May 20"}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: b1, text: SEOUL, place: Seoul}
times:
  - {id: t1, in: b1, text: May 20, type: date, value: 2019-05-20}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import EdtfDate
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("T323", "warning", since="1.0", preview=True)
def day_shifts_with_zone(article: Article) -> Iterator[Problem]:
    """The day of the dateline is the day from which the article counts."""
    day = article.day
    for time in article.times:
        filed = time.value
        if not time.words.block.startswith("b") or not isinstance(filed, EdtfDate) or not filed.is_day:
            continue
        # further apart it is no matter of zones: a date that is not the dateline's, or a story that was held back
        if isinstance(day, EdtfDate) and day.is_day and abs((filed.first - day.first).days) == 1 and article.document_time:
            yield Problem(
                f"the dateline says {filed.first}, but days count from {day.first}",
                article.document_time.at,
                help=f"write document_time: {filed.first}, if the words count from there",
                related=(Related(time.at / "value", "the dateline"),),
                rests_on=(time.words.at, time.at / "value"),
            )
