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

from dateline.model.article import Article, Quote
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q425", "error", since="1.0")
def nested_cycle(article: Article) -> Iterator[Problem]:
    """A quote is not told within itself, nor within one that is told within it."""
    for ring in _rings(article.quotes):
        chain = " within ".join(quote.id for quote in (*ring, ring[0]))
        related = tuple(Related(quote.at / "within", f"{quote.id} is part of the ring") for quote in ring[1:])
        advice = "take away the within that is wrong: the outermost quote has none"
        yield Problem(f'a ring of quotes: "{chain}"', ring[0].at / "within", help=advice, related=related)


def _rings(quotes: tuple[Quote, ...]) -> Iterator[list[Quote]]:
    """Every ring of quotes, each beginning with its first in the file."""
    known = {quote.id: quote for quote in reversed(quotes)}
    order = {name: n for n, name in enumerate(dict.fromkeys(quote.id for quote in quotes))}
    judged: set[str] = set()
    for name in order:
        path: dict[str, Quote] = {}
        outer: Quote | None = known[name]
        while outer and outer.id not in path and outer.id not in judged:
            path[outer.id] = outer
            outer = known.get(outer.within.id) if outer.within else None
        if outer and outer.id in path:
            names = list(path)
            ring = names[names.index(outer.id) :]
            first = ring.index(min(ring, key=lambda member: order[member]))
            yield [known[member] for member in (*ring[first:], *ring[:first])]
        judged |= set(path)
