"""A quote that stands inside another is told within it.

What somebody says that somebody said is the report of a report. Without `within` both look like words of the article's own
sources, and the second is taken for better known than it is.

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
  - id: q2
    in: p1
    type: indirect
    speaker: jpn
    content: for May 31 to June 2  # <-
  - id: q3
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
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
    in: p1
    within: q1
    type: indirect
    speaker: jpn
    content: for May 31 to June 2
  - id: q3
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


@rule("Q431", "warning", since="1.0", preview=True)
def nested_without_within(article: Article) -> Iterator[Problem]:
    """A quote that stands inside another is told within it."""
    for inner in article.quotes:
        known = {inner.id, *(quote.id for quote in article.around(inner))}
        around = [quote for quote in _enclosing(article, inner) if quote.id not in known]
        if around:
            outer = min(around, key=_length)
            yield Problem(
                f"{inner.id} stands inside {outer.id}, and is not told within it",
                inner.content[0].at,
                help=f"write within: {outer.id}, or mend the content of one of them",
                related=tuple(Related(part.at, f"the content of {outer.id}") for part in outer.content),
                rests_on=(*(part.at for part in (*inner.content, *outer.content)), *((inner.within.at,) if inner.within else ())),
            )


def _enclosing(article: Article, inner: Quote) -> Iterator[Quote]:
    """The quotes whose contents hold the whole content of a quote, and more: the same words are another rule's matter."""
    holders = [[quote for _, quote in article.quoting(part.range)] for part in inner.content]
    for outer in holders[0] if holders else ():
        if all(outer in holding for holding in holders) and _length(outer) > _length(inner):
            yield outer


def _length(quote: Quote) -> int:
    return sum(part.range.end - part.range.start for part in quote.content if part.range)
