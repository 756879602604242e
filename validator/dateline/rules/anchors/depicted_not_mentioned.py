"""Who is depicted is mentioned in the caption.

`depicts` says who is in the picture, and the caption is how an annotator knows. Somebody whom it does not name was
recognised by a face, or stands there from another picture. The rule speaks only where mentions are complete.

## Wrong

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: c1, text: Takeshi Iwaya in Singapore, depicts: [takeshi-iwaya, jeong-kyeong-doo]}  # <-
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: c1, text: Takeshi Iwaya, actor: takeshi-iwaya}
  - {in: c1, text: Singapore, place: Singapore}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions]}
times: []
quotes: []
events: []
```

## Right

```yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: c1, text: Takeshi Iwaya in Singapore, depicts: [takeshi-iwaya]}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: c1, text: Takeshi Iwaya, actor: takeshi-iwaya}
  - {in: c1, text: Singapore, place: Singapore}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions]}
times: []
quotes: []
events: []
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("A220", "warning", since="1.0")
def depicted_not_mentioned(article: Article) -> Iterator[Problem]:
    """Who is depicted is mentioned in the caption."""
    if "mentions" not in article.annotation.complete:
        return
    mentioned = {(mention.words.block, ref.id) for mention in article.mentions for ref in mention.actors}
    for block in article.text.blocks:
        for ref in block.depicts:
            if (block.id, ref.id) not in mentioned:
                message = f'{block.id} depicts "{ref.id}", but no mention in {block.id} names it'
                advice = "annotate the words that name it, or take it out of depicts"
                yield Problem(message, ref.at, help=advice, rests_on=(ref.at,))
