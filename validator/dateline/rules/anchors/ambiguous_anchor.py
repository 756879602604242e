"""An anchor means one place of its block.

The same name may stand twice in a paragraph with two meanings; guessing would be wrong every other time.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: in, place: Seoul}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: in, nth: 2, place: Seoul}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.text import Ambiguous
from dateline.rules import rule


@rule("A203", "error", since="1.0")
def ambiguous_anchor(article: Article) -> Iterator[Problem]:
    """An anchor means one place of its block."""
    for anchor, trouble in article.unfound:
        if isinstance(trouble, Ambiguous):
            seen = "; ".join(f'{n}: "{words}"' for n, words in enumerate(trouble.seen, 1))
            message = f'"{anchor.text}" stands {trouble.count} times in {anchor.block}'
            # the parts of a quote may be plain words, which have no room for nth
            how = "nth" if anchor.at.steps[-1] == "text" else f'{{text: "{anchor.text}", nth: ...}} and its number'
            yield Problem(message, anchor.at, help=f"say which with {how}: {seen}")
