"""A quote that stands inside another is told within it.

What somebody says that somebody said is the report of a report. Without `within` both look like words of the article's own
sources, and the second is taken for better known than it is. Of more than 300 parts of contents in a block, what
holds a quote is looked for in the first 300.

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

from collections.abc import Iterable, Iterator, Mapping

from dateline.model.article import Article, Quote
from dateline.model.finding import Problem, Related
from dateline.model.place import Place
from dateline.rules import rule

_MOST = 20  # quotes around one that are looked at, the shortest first: the others enclose these, or are as long


@rule("Q431", "warning", since="1.0", preview=True)
def nested_without_within(article: Article) -> Iterator[Problem]:
    """A quote that stands inside another is told within it."""
    lengths = {quote.at: _length(quote) for quote in article.quotes}
    for inner in article.quotes:
        enclosing = sorted(_enclosing(article, inner, lengths), key=lambda quote: lengths[quote.at])[:_MOST]
        known = {inner.id, *(quote.id for quote in article.around(inner))} if enclosing else set()
        outer = next((quote for quote in enclosing if quote.id not in known), None)
        if outer:
            yield Problem(
                f"{inner.id} stands inside {outer.id}, and is not told within it",
                inner.content[0].at,
                help=f"write within: {outer.id}, or mend the content of one of them",
                related=tuple(Related(part.at, f"the content of {outer.id}") for part in outer.content),
                rests_on=(*(part.at for part in (*inner.content, *outer.content)), *((inner.within.at,) if inner.within else ())),
            )


def _enclosing(article: Article, inner: Quote, lengths: Mapping[Place, int]) -> Iterable[Quote]:
    """The quotes whose contents hold the whole content of a quote, and more: the same words are another rule's matter."""
    found: dict[Place, Quote] = {}
    for n, part in enumerate(inner.content):
        holding = {quote.at: quote for _, quote in article.quoting(part.range)}
        found = {at: quote for at, quote in found.items() if at in holding} if n else holding
    return [quote for at, quote in found.items() if lengths[at] > lengths[inner.at]]


def _length(quote: Quote) -> int:
    return sum(part.range.end - part.range.start for part in quote.content if part.range)
