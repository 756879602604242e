"""An insertion stands in brackets inside the content.

Insertions are an editor's words in somebody's mouth; only brackets tell them apart from what was said.

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
    in: p2
    type: indirect
    speaker: kor-mnd
    content: the ministry [...] said
    insertions: [Seoul]  # <-

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
    type: indirect
    speaker: kor-mnd
    content: the ministry [...] said
    insertions: [in Seoul]
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.marks import stands_in_brackets
from dateline.rules import rule


@rule("Q412", "error", since="1.0")
def insertion_misplaced(article: Article) -> Iterator[Problem]:
    """An insertion stands in brackets inside the content."""
    for quote in article.quotes:
        content = [part.range for part in quote.content if part.range]
        for part in quote.insertions:
            block = article.text.block(part.block)
            if part.range is None or block is None or len(content) < len(quote.content):
                continue
            is_inside = any(whole.holds(part.range) for whole in content)
            if is_inside and stands_in_brackets(block.words or "", part.range):
                continue
            wrong = "does not stand directly in brackets" if is_inside else "lies outside the content"
            message = f'the insertion "{part.text}" {wrong}'
            yield Problem(message, part.at, help="take the words between the brackets", rests_on=(part.at,))
