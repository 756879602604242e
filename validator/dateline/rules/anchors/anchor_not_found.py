"""The words of an anchor stand in its block.

An annotation whose words are not in the text is about nothing; mostly a letter differs, or the block.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Jeong Kyong-doo, actor: jeong-kyeong-doo}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo}
```

## Fix

Unsafe: writes the words of the block that look most like them.
"""

from collections.abc import Iterator

from dateline.model.article import Article, Words
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.text import NotFound, Range, resolved
from dateline.rules import rule


@rule("A202", "error", since="1.0")
def anchor_not_found(article: Article) -> Iterator[Problem]:
    """The words of an anchor stand in its block."""
    for anchor, trouble in article.unfound:
        if not isinstance(trouble, NotFound):
            continue
        elsewhere, nearest = _elsewhere(article, anchor), trouble.nearest
        advice = f'did you mean "{nearest}"?' if nearest else "copy the words as they stand in the text"
        if elsewhere:
            advice = f"they stand in {', '.join(elsewhere)}"
        message = f'"{anchor.text}" is not in {anchor.block}'
        fix = Fix((Replace(anchor.at, nearest),)) if nearest and not elsewhere else None
        yield Problem(message, anchor.at, help=advice, fix=fix)


def _elsewhere(article: Article, anchor: Words) -> list[str]:
    return [
        block.id
        for block in article.text.blocks
        if block.words and isinstance(resolved(block.id, block.words, anchor.text, anchor.nth or 1), Range)
    ]
