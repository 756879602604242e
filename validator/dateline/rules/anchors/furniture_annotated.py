"""What is annotated belongs to the story, not to the page around it.

"Send to", "Related stories" and the "(Yonhap)" behind a caption come with the page: nobody says them, and an agency that is
credited with a picture acts in no event.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Seoul seeks talks, Japan says."}
    - {id: c1, text: "Takeshi Iwaya in Singapore (South Korea Pool)", credit: South Korea Pool}
mentions:
  - {in: c1, text: South Korea, actor: kor}  # <-
times: []
quotes: []
events: []
```

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: Related stories}
mentions: []
times: []
quotes: []
events:
  - {in: p1, text: stories, type: other}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Seoul seeks talks, Japan says."}
    - {id: c1, text: "Takeshi Iwaya in Singapore (South Korea Pool)", credit: South Korea Pool}
mentions:
  - {in: c1, text: Takeshi Iwaya, actor: takeshi-iwaya}
times: []
quotes: []
events: []
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.blocks import Block
from dateline.model.copy import is_furniture
from dateline.model.finding import Problem
from dateline.model.text import Range, normalised
from dateline.rules import rule


@rule("A217", "warning", since="1.0", preview=True)
def furniture_annotated(article: Article) -> Iterator[Problem]:
    """What is annotated belongs to the story, not to the page around it."""
    blocks = {block.id: block for block in article.text.blocks}
    for anchor in article.anchors:
        if anchor.range is None:
            continue
        block = blocks[anchor.block]
        if is_furniture(block.words or ""):
            message = f'"{anchor.text}" stands in {block.id}, which is a line of the page and not of the story'
            yield Problem(message, anchor.at, help="take the block out of the text, and its anchors with it")
        elif (credit := _credit_of(block)) and credit.overlaps(anchor.range):
            message = f'"{anchor.text}" stands in the credit of {block.id}'
            yield Problem(message, anchor.at, help="leave the anchor out: credit says it")


def _credit_of(block: Block) -> Range | None:
    """Where the credit stands, if it is the end of the caption."""
    words, credit = (block.words or "").rstrip(" )]."), normalised(block.credit or "")
    return Range(block.id, len(words) - len(credit), len(words)) if credit and words.endswith(credit) else None
