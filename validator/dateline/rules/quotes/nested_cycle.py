"""A quote is not told within itself, nor within one that is told within it.

Nesting says who reports whom. In a ring of quotes nobody speaks first, and every count of who said what goes astray.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    within: q3  # <-
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
  - id: q3
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    within: q1
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.circles import circles
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q425", "error", since="1.0")
def nested_cycle(article: Article) -> Iterator[Problem]:
    """A quote is not told within itself, nor within one that is told within it."""
    known = {quote.id: quote for quote in reversed(article.quotes)}
    outer = {quote.id: quote.within.id for quote in article.quotes if quote.within}
    for names in circles(outer):
        ring = [known[name] for name in names]
        chain = " within ".join((*names, names[0]))
        related = tuple(Related(quote.at / "within", f"{quote.id} is part of the ring") for quote in ring[1:])
        advice = "take away the within that is wrong: the outermost quote has none"
        yield Problem(f'a ring of quotes: "{chain}"', ring[0].at / "within", help=advice, related=related)
