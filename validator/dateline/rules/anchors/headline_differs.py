"""The headline is that of the text, and the byline names the authors.

A headline taken from a search page or a later version names another story in every list of the corpus.

## Wrong

```yaml
headline: Seoul seeks talks with Beijing  # <-
```

## Right

```yaml
headline: Seoul seeks talks with Tokyo
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.model.text import fingerprint, normalised
from dateline.rules import rule


@rule("A213", "warning", since="1.0")
def headline_differs(article: Article) -> Iterator[Problem]:
    """The headline is that of the text, and the byline names the authors."""
    headline = normalised(article.headline)
    for block in article.text.blocks:
        if block.id == "h1":
            differs = block.words != headline if block.words is not None else block.fp != fingerprint(headline)
            if differs:
                related = (Related(block.at, "the block"),)
                message = "the headline is not that of the block h1"
                yield Problem(message, article.at / "headline", help="copy it from the text", related=related)
        if block.id.startswith("b") and block.words and block.words.startswith("By "):
            absent = [author for author in article.authors if normalised(author) not in block.words]
            if absent:
                message = f'the byline does not name "{absent[0]}"'
                yield Problem(message, article.at / "authors", help="write the authors as the byline does")
