"""The words of a time are such that their value can be checked.

What the reader of time expressions does not understand is taken on trust. This counts it, so that a clean report does not say more
than was looked at; it is no fault of the annotation.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off after the cherry blossom.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: after the cherry blossom, type: date, value: 2019-04}  # <-
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
    - {id: p1, text: The Defense Ministry said that talks with Japan were broken off last month.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: last month, type: date, value: 2019-04}
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
from dateline.rules import rule


@rule("T321", "info", since="1.0")
def unread_expression(thing: Article | Reading) -> Iterator[Problem]:
    """The words of a time are such that their value can be checked."""
    for judged, bases in judged_by(thing):
        if not judged.readings:
            message = f'"{judged.words}" is not understood: nobody checked {judged.time.written}'
            advice = "nothing, if the words are a time; anchor the time alone, without the words around it"
            yield Problem(message, judged.time.words.at, help=advice, rests_on=(judged.time.words.at, *bases))
