"""A date in figures is not left to the reader's habit.

"05/06/2019" is the fifth of June in Seoul and the sixth of May in Washington; which one the outlet meant cannot be read from it.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off on 05/06/2019.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: 05/06/2019, type: date, value: 2019-05-06}  # <-
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off on 05/16/2019.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: 05/16/2019, type: date, value: 2019-05-16}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.reading import both_readings
from dateline.model.reading.annotated import language_of, words_of
from dateline.model.reading.lexicon import tokenised
from dateline.rules import rule


@rule("T312", "warning", since="1.0")
def ambiguous_numeric_date(article: Article) -> Iterator[Problem]:
    """A date in figures is not left to the reader's habit."""
    language = language_of(article) or ""
    for time in article.times:
        words = words_of(article, time)
        if "/" not in words and "." not in words:
            continue
        figures = [token.value for way in tokenised(words, language) for token in way if token.kind == "/"]
        days = both_readings(figures[0]) if figures else []
        if len(days) > 1:
            yield Problem(
                f'"{words}" is {days[0]} with the month first and {days[1]} with the day first',
                time.words.at,
                help="find out how the outlet writes dates; once that is known, waive this with it as the reason",
                rests_on=(time.words.at,),
            )
