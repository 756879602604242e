"""A text written for the corpus says what it rests on.

A reconstruction without sources cannot be checked, and is no better than an invention.

## Wrong

```yaml articles/dl-2019-06-04-note.yaml
schema: article/1.0
id: dl-2019-06-04-note
headline: Talks end
publisher: {name: Dateline corpus}
language: en
origin: original  # <-
published: 2019-06-04
rights: {holder: Dateline contributors, license: CC0-1.0}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: inline
  blocks:
    - {id: h1, text: Talks end}
```

## Right

```yaml
sources: ["http://news.koreaherald.com/view.php?ud=20190531000587"]
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("P705", "error", since="1.0")
def original_without_sources(article: Article) -> Iterator[Problem]:
    """A text written for the corpus says what it rests on."""
    if article.origin == "original" and not article.sources:
        message = 'the text is "original", and no sources are given'
        yield Problem(message, article.at / "origin", help="list the addresses that report what it says")
