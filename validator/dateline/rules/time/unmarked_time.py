"""In an article whose times are said to be complete, every time expression is annotated.

`complete: [times]` tells researchers that what is not there is not in the text. A day that was overlooked makes that untrue.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: The Defense Ministry said Tuesday that talks with Japan were broken off last month.}  # <-
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t2, in: p1, text: last month, type: date, value: 2019-04}
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
    - {id: p1, text: The Defense Ministry said Tuesday that talks with Japan were broken off last month.}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Japan, actor: jpn}
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: last month, type: date, value: 2019-04}
quotes: []
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times]}
```
"""

from collections.abc import Iterator
from itertools import chain

from dateline.model.article import Article, Words
from dateline.model.finding import Problem
from dateline.model.reading.annotated import language_of
from dateline.model.reading.scan import may_hold_time, times_in
from dateline.model.text import without
from dateline.rules import rule


@rule("T324", "warning", since="1.0")
def unmarked_time(article: Article) -> Iterator[Problem]:
    """In an article whose times are said to be complete, every time expression is annotated."""
    if "times" not in article.annotation.complete:
        return
    language, anchors = language_of(article) or "", _layers(article)
    for block in article.text.blocks:
        marked = [anchor.range for anchor in anchors.get(block.id, ()) if anchor.range]
        if not may_hold_time(without(block.words or "", marked), language):
            continue
        for start, end in times_in(block.words or "", language):
            if not any(found.start < end and start < found.end for found in marked):
                words = (block.words or "")[start:end]
                advice = "annotate it under times, or take times out of annotation.complete"
                bases = (
                    block.at / "fp",
                    *(anchor.at for anchor in anchors.get(block.id, ()) if not anchor.range),
                )
                yield Problem(f'"{words}" in {block.id} is no time of this article', block.at, help=advice, rests_on=bases)


def _layers(article: Article) -> dict[str, list[Words]]:
    """The anchors by block of times, and of names and events, which may hold one ("the May 18 movement")."""
    found: dict[str, list[Words]] = {}
    layers = ([layer.words for layer in layers] for layers in (article.times, article.mentions, article.events))
    for words in chain.from_iterable(layers):
        found.setdefault(words.block, []).append(words)
    return found
