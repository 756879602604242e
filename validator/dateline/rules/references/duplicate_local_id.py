"""A local id is given once in a file.

With two times called t3, nobody knows which of them an event happened at.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t2, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}  # <-
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.model.article import Article, Quote, Time
from dateline.model.finding import Problem, Related
from dateline.rules import rule

if TYPE_CHECKING:
    from dateline.model.blocks import Block


@rule("R523", "error", since="1.0")
def duplicate_local_id(article: Article) -> Iterator[Problem]:
    """A local id is given once in a file."""
    first: dict[str, Block | Time | Quote] = {}
    items: list[Block | Time | Quote] = [*article.text.blocks, *article.times, *article.quotes]
    for item in items:
        other = first.setdefault(item.id, item)
        if other is not item:
            message = f'the id "{item.id}" is given twice in this file'
            related = (Related(other.at / "id", "it stands here first"),)
            yield Problem(message, item.at / "id", help="give one of them the next free number", related=related)
