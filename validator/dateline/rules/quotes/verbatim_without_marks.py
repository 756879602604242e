r"""Words called verbatim stand in quotation marks.

Verbatim words are what a reader may quote as the speaker's; without marks nobody says that they are.

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
    type: mixed
    speaker: kor-mnd
    source: ministry
    cue: said
    content: "\"We are working\" on it"
    verbatim: [on it]  # <-
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
    type: mixed
    speaker: kor-mnd
    source: ministry
    cue: said
    content: "\"We are working\" on it"
    verbatim: [We are working]
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.marks import stands_in_marks
from dateline.rules import rule


@rule("Q411", "error", since="1.0")
def verbatim_without_marks(article: Article) -> Iterator[Problem]:
    """Words called verbatim stand in quotation marks."""
    for quote in article.quotes:
        for part in quote.verbatim:
            block = article.text.block(part.block)
            if part.range and block and block.words and not stands_in_marks(block.words, part.range):
                message = f'"{part.text}" is called verbatim, but no quotation marks stand directly around it'
                yield Problem(message, part.at, help="take the words between the marks, no more and no less", rests_on=(part.at,))
