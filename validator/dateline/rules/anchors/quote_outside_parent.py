"""A quote within another lies inside what that one says.

`within` means that somebody is quoted by somebody who is quoted. Words outside the outer quote are the article's own.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] were planned
  - id: q2
    in: p1
    within: q1
    type: indirect
    speaker: jpn
    content: for May 31 to June 2  # <-
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
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("A215", "error", since="1.0")
def quote_outside_parent(article: Article) -> Iterator[Problem]:
    """A quote within another lies inside what that one says."""
    for inner in article.quotes:
        outer = article.quote(inner.within)
        whole = [part.range for part in outer.content if part.range] if outer else []
        if outer is None or len(whole) < len(outer.content):
            continue
        for part in inner.content:
            if part.range and not any(found.holds(part.range) for found in whole):
                message = f'"{part.text}" is within {outer.id}, but does not lie inside its content'
                related = tuple(Related(words.at, "the content of the outer quote") for words in outer.content)
                yield Problem(message, part.at, help="mend the content of one of them, or leave out within", related=related)
