"""`nth` counts no further than the words occur.

A count past the last occurrence means that the text, or the anchor, is not the one that was meant.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: p3, text: Japan, nth: 3, actor: jpn}  # <-
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
from dateline.model.text import OutOfRange
from dateline.rules import rule


@rule("A204", "error", since="1.0")
def nth_out_of_range(article: Article) -> Iterator[Problem]:
    """`nth` counts no further than the words occur."""
    for anchor, trouble in article.unfound:
        if isinstance(trouble, OutOfRange):
            times = "once" if trouble.count == 1 else f"{trouble.count} times"
            message = f'nth is {anchor.nth}, but "{anchor.text}" stands only {times} in {anchor.block}'
            yield Problem(message, anchor.at, help="mend nth, or leave it out where the words stand once")
