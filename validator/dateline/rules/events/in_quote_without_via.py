"""An event told within a quote is told via that quote.

Without `via` the article vouches for it in its own voice, and a claim becomes a fact. The innermost quote is named: those
that enclose it follow from `within`.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, time: t2}  # <-
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, time: t2, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.model.text import Range
from dateline.rules import rule


@rule("E622", "warning", since="1.0")
def in_quote_without_via(article: Article) -> Iterator[Problem]:
    """An event told within a quote is told via that quote."""
    for mention in article.events:
        holding = _holding(article, mention.words.range)
        if not holding:
            continue
        named = {ref.id for ref in mention.via}
        if named == holding.keys() or not named <= holding.keys():  # via-elsewhere speaks of those
            continue
        innermost = _innermost(article, holding)
        if innermost and not named & innermost:
            # a quote that was not found could be the innermost
            unfound = [words.at for quote in article.quotes for words in quote.anchors if words.range is None]
            quotes = [quote for quote in article.quotes if quote.id in innermost]
            inner = ", ".join(f'"{quote.id}"' for quote in quotes)
            outer = ", ".join(f'"{name}"' for name in sorted(named))
            only = f"names {outer}, which encloses it" if named else "is missing"
            yield Problem(
                f'"{mention.words.text}" stands in the content of {inner}, but via {only}',
                mention.via[0].at if mention.via else mention.at,
                help=f"write via: [{quotes[0].id}], or mend the quote's content",
                related=tuple(Related(quote.at, f'the quote "{quote.id}"') for quote in quotes),
                rests_on=(mention.words.at, *(ref.at for ref in mention.via), *unfound),
            )


def _holding(article: Article, found: Range | None) -> dict[str, Range]:
    """The quotes in whose content words stand, each with that part of it; an insertion is nobody's words."""
    return {
        quote.id: part
        for part, quote in article.quoting(found)
        if not any(found and words.range and words.range.holds(found) for words in quote.insertions)
    }


def _innermost(article: Article, holding: dict[str, Range]) -> set[str]:
    """The quotes that enclose no other of them, by their place or by what ``within`` says."""
    around = {outer.id for quote in article.quotes if quote.id in holding for outer in article.around(quote)}
    return {
        name
        for name, part in holding.items()
        if name not in around and not any(part != other and part.holds(other) for other in holding.values())
    }
