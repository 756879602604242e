"""The source and the cue of a quote lie outside its content.

"The plan, the ministry said, is sound" says nothing of a ministry: content that is interrupted by its source is
annotated in several parts, or the source is counted among the words that were said.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said  # <-
    content: said Tuesday that talks [...] June 2
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
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("A214", "error", since="1.0")
def parts_overlap(article: Article) -> Iterator[Problem]:
    """The source and the cue of a quote lie outside its content."""
    for quote in article.quotes:
        for name, part in (("source", quote.source), ("cue", quote.cue)):
            if part is None or part.range is None:
                continue
            found = part.range
            content = next((words for words in quote.content if words.range and words.range.overlaps(found)), None)
            if content:
                message = f'the {name} "{part.text}" lies within the content "{content.text}"'
                advice = "take it out of the content; content in several pieces is a list of them"
                yield Problem(message, part.at, help=advice, related=(Related(content.at, "the content"),))
