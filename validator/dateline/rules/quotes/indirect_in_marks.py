"""The content of an indirect quote does not stand in quotation marks as a whole.

Words that the text puts in marks are the speaker's own: as indirect speech they are lost to all who study quotations.

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
    source: ministry
    cue: said
    content: We are working  # <-
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
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.marks import stands_in_marks
from dateline.rules import rule


@rule("Q410", "error", since="1.0")
def indirect_in_marks(article: Article) -> Iterator[Problem]:
    """The content of an indirect quote does not stand in quotation marks as a whole."""
    for quote in article.quotes:
        if quote.type != "indirect":
            continue
        for part in quote.content:
            block = article.text.block(part.block)
            if part.range and block and block.words and stands_in_marks(block.words, part.range):
                message = f'"{part.text}" stands in quotation marks, but the type is "indirect"'
                yield Problem(message, part.at, help='write "type: direct", or mixed with verbatim', rests_on=(part.at,))
