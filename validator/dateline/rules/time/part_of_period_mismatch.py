"""The part of a period that the words name is written beside the value.

"Late last year" is the year with `mod: end`: without it the event floats over twelve months, and with a month the text is
made to say what it does not. Quarters and halves may be those of a fiscal year, so that another one is a warning only.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off late last year.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: late last year, type: date, value: "2018"}  # <-
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
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off late last year.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: late last year, type: date, value: "2018", mod: end}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.counted import judged_by
from dateline.model.finding import Problem
from dateline.model.reading import Verdict
from dateline.rules import rule


@rule("T308", "warning", since="1.0")
def part_of_period_mismatch(thing: Article | Reading) -> Iterator[Problem]:
    """The part of a period that the words name is written beside the value."""
    for judged, bases in judged_by(thing):
        is_other = judged.verdict is Verdict.CONTRADICTS and judged.bases == {"part"}
        if is_other or judged.verdict is Verdict.OTHER_PART:
            written = f"{judged.time.written} with mod: {judged.time.mod}" if judged.time.mod else judged.time.written
            at = judged.time.at / "value"
            advice = f"the words can mean {judged.meant}"
            yield Problem(f'"{judged.words}" is not {written}', at, help=advice, rests_on=(judged.time.words.at, at, *bases))
