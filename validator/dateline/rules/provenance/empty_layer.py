"""A layer that is called complete and has nothing is worth a second look.

"Complete" says that the text has no more of it; with nothing at all, it was more often forgotten than absent.

## Wrong

```yaml
quotes: []
annotation:
  by: [first]
  date: 2026-11-23
  license: CC-BY-4.0
  complete: [mentions, quotes]  # <-
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times, quotes, events]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("P704", "info", since="1.0")
def empty_layer(article: Article) -> Iterator[Problem]:
    """A layer that is called complete and has nothing is worth a second look."""
    layers = {"mentions": article.mentions, "times": article.times, "quotes": article.quotes, "events": article.events}
    for n, name in enumerate(article.annotation.complete):
        if name in layers and not layers[name]:
            message = f'"{name}" is called complete, and there is none'
            at = article.annotation.at / "complete" / n
            yield Problem(message, at, help=f"annotate it, or take {name} out of the list")
