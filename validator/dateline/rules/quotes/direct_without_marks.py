"""The content of a direct quote stands in quotation marks.

What is given as somebody's own words has to be shown as such by the text; otherwise the author's words become a quotation.

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
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: on it  # <-
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

from dateline.model.article import Article, Words
from dateline.model.finding import Problem
from dateline.model.marks import closes_after, opens_before
from dateline.rules import rule


@rule("Q409", "error", since="1.0")
def direct_without_marks(article: Article) -> Iterator[Problem]:
    """The content of a direct quote stands in quotation marks."""
    for quote in article.quotes:
        if quote.type != "direct":
            continue
        # the first part opens and the last one closes: a quotation over paragraphs closes only at its end
        first, last = quote.content[0], quote.content[-1]
        opened, closed = _marks(article, first, last)
        if not (opened and closed):
            missing = "before" if not opened else "after"
            at = (first if not opened else last).at
            yield Problem(
                f'no quotation mark stands directly {missing} "{(first if not opened else last).text}", but the type is "direct"',
                at,
                help='extend the content to the marks (which stay outside), or write "type: indirect"',
                rests_on=(first.at, last.at),
            )


def _marks(article: Article, first: Words, last: Words) -> tuple[bool, bool]:
    """Whether a mark opens and one closes; where the words are not found, nothing is held against them."""
    one, other = article.text.block(first.block), article.text.block(last.block)
    opened = first.range is None or one is None or one.words is None or opens_before(one.words, first.range)
    closed = last.range is None or other is None or other.words is None or closes_after(other.words, last.range)
    return opened, closed
