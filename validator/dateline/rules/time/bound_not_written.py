"""A duration of "more than a week" says so beside its value.

Without `mod: more-than` the week is one of seven days, and whoever reckons from it comes to a day that the text does not know.
"About" is `approx`, "nearly" `less-than` or `approx`, "at least" `equal-or-more`. "Over two days" may be more than two, or in their
course: it asks for nothing.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan had been broken off for more than a week.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: more than a week, type: duration, value: P1W}  # <-
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
    - {id: p1, text: The Defense Ministry said that talks with Japan had been broken off for more than a week.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: more than a week, type: duration, value: P1W, mod: more-than}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.reading.annotated import language_of, words_of
from dateline.model.reading.lexicon import mods_of_bound
from dateline.model.timex import Duration
from dateline.rules import rule


@rule("T325", "warning", since="1.0", preview=True)
def bound_not_written(article: Article) -> Iterator[Problem]:
    """A duration of "more than a week" says so beside its value."""
    language = language_of(article) or ""
    for time in article.times:
        if not isinstance(time.value, Duration) or time.value.is_vague:  # "some years" are not about one
            continue
        mods = mods_of_bound(words_of(article, time), language)
        if mods and time.mod not in mods:
            written = f"{time.written} with mod: {time.mod}" if time.mod else time.written
            at = time.at / ("mod" if time.mod else "value")
            advice = f"write mod: {mods[0]}"
            yield Problem(f'"{time.words.text}" is not {written}', at, help=advice, rests_on=(time.words.at, time.at / "value"))
