"""A year of an era is the right year of the calendar.

"Reiwa 1", "Juche 108" and "Minguo 108" are all 2019. The reckoning is done by hand, and an era that begins in the middle of a year,
or counts its first year as none, puts it off by one.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off in Reiwa 1.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: Reiwa 1, type: date, value: "2018"}  # <-
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
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off in Reiwa 1.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: Reiwa 1, type: date, value: "2019"}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```

## Fix

Unsafe: writes the year.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.reading import Verdict
from dateline.model.reading.annotated import judged_times
from dateline.rules import rule


@rule("T322", "warning", since="1.0", preview=True)
def era_year_mismatch(article: Article) -> Iterator[Problem]:
    """A year of an era is the right year of the calendar."""
    for judged in judged_times(article):
        if judged.verdict is Verdict.CONTRADICTS and "era" in judged.bases:
            at, years = judged.time.at / "value", [reading.value.text for reading in judged.readings]
            fix = Fix((Replace(at, years[0], quoted=True),)) if len(years) == 1 else None
            message, bases = f'"{judged.words}" is not {judged.time.written}', (judged.time.words.at, at)
            yield Problem(message, at, help=f"it is {judged.meant}", fix=fix, rests_on=bases)
