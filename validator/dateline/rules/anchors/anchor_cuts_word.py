"""An anchor begins and ends where words do.

"apan" is in "Japan", but nobody means it: half a word is a slip of the hand that still matches.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: apan, actor: jpn}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Japan, actor: jpn}
```

## Fix

Unsafe: takes the whole word.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.text import CutsWord
from dateline.rules import rule


@rule("A205", "error", since="1.0")
def anchor_cuts_word(article: Article) -> Iterator[Problem]:
    """An anchor begins and ends where words do."""
    for anchor, trouble in article.unfound:
        if isinstance(trouble, CutsWord):
            whole = trouble.whole
            message = f'"{anchor.text}" is only a part of "{whole}"'
            fix = Fix((Replace(anchor.at, whole),))
            yield Problem(message, anchor.at, help=f'write "{whole}"', fix=fix)
