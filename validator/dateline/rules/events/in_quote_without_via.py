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

from dateline.model.article import Article, Quote
from dateline.model.finding import Problem, Related
from dateline.model.text import Range
from dateline.rules import rule

_MOST = 20  # quotes around words, the shortest first, and quotes that were not found: more could be there in a hostile file alone


@rule("E622", "warning", since="1.0")
def in_quote_without_via(article: Article) -> Iterator[Problem]:
    """An event told within a quote is told via that quote."""
    # a quote that was not found could be the innermost
    unfound = [words.at for quote in article.quotes for words in quote.anchors if words.range is None][:_MOST]
    for mention in article.events:
        holding = _holding(article, mention.words.range)
        if not holding:
            continue
        named = {ref.id for ref in mention.via}
        if named == holding.keys() or not named <= holding.keys():  # via-elsewhere speaks of those
            continue
        innermost = _innermost(article, holding)
        if innermost and not named & innermost:
            quotes = [holding[name][1] for name in holding if name in innermost]
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


def _holding(article: Article, found: Range | None) -> dict[str, tuple[Range, Quote]]:
    """The quotes in whose content words stand, each with that part of it; an insertion is nobody's words."""
    parts = article.quoting(found)
    if len(parts) > _MOST:
        parts = sorted(parts, key=lambda pair: pair[0].end - pair[0].start)[:_MOST]
    return {
        quote.id: (part, quote)
        for part, quote in parts
        if not any(found and words.range and words.range.holds(found) for words in quote.insertions)
    }


def _innermost(article: Article, holding: dict[str, tuple[Range, Quote]]) -> set[str]:
    """The quotes that enclose no other of them, by their place or by what ``within`` says."""
    around = {outer.id for _, quote in holding.values() for outer in article.around(quote)}
    return {
        name
        for name, (part, _) in holding.items()
        if name not in around and not any(part != other and part.holds(other) for other, _ in holding.values())
    }
