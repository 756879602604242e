"""An anchor names a block of the text.

Words are looked for in their paragraph; without it, nothing about them can be judged.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p9, text: Japan, actor: jpn}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Japan, actor: jpn}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("A201", "error", since="1.0")
def unknown_block(article: Article) -> Iterator[Problem]:
    """An anchor names a block of the text."""
    blocks = {block.id: block for block in article.text.blocks}
    # a quote's own block is told once, and not again for every part that stands in it
    unknown = [(anchor.block, anchor.at) for anchor in article.anchors if anchor.block not in blocks and not anchor.inherits]
    unknown += [(quote.block.id, quote.block.at) for quote in article.quotes if quote.block.id not in blocks]
    for block, at in unknown:
        shown = ", ".join(block.id for block in article.text.blocks)
        yield Problem(f'there is no block "{block}"', at, help=f"the blocks are: {shown}")
