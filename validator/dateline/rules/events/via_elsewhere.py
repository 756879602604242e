"""A quote through which an event is told holds the words that tell it.

`via` the wrong quote puts a claim into somebody else's mouth.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, time: t2, via: [q2]}  # <-
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
from dateline.rules import rule


@rule("E623", "warning", since="1.0")
def via_elsewhere(article: Article) -> Iterator[Problem]:
    """A quote through which an event is told holds the words that tell it."""
    for mention in article.events:
        found = mention.words.range
        for ref in mention.via if found else ():
            quotes = [quote for quote in article.quotes if quote.id == ref.id]
            parts = [words.range for quote in quotes for words in quote.content]
            if parts and all(found and part and not part.overlaps(found) for part in parts):
                yield Problem(
                    f'"{mention.words.text}" does not stand in the content of "{ref.id}"',
                    ref.at,
                    help="name the innermost quote that holds the words; without via the article speaks for itself",
                    related=(Related(quotes[0].at, f'the quote "{ref.id}"'),),
                    rests_on=(mention.words.at, ref.at, mention.at / "via"),
                )
