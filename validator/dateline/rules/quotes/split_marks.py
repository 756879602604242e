r"""The content of a quote takes a pair of quotation marks in as a whole, or leaves it outside as a whole.

With one mark inside and its partner outside, nobody can tell any more where the speaker's own words end.

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
    content: "\"We are working"  # <-
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

## Fix

Unsafe: takes a mark at the end of the content away. Whether more words belong to it, an annotator must say.
"""

from collections.abc import Iterator

from dateline.model.article import Article, Words
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.marks import pairs
from dateline.model.text import GAP, Range, resolved
from dateline.rules import rule


@rule("Q414", "warning", since="1.0")
def split_marks(article: Article) -> Iterator[Problem]:
    """The content of a quote takes a pair of quotation marks in as a whole, or leaves it outside as a whole."""
    for quote in article.quotes:
        for part in quote.content:
            block = article.text.block(part.block)
            if part.range is None or block is None or block.words is None:
                continue
            for pair in pairs(block.words):
                inside = [part.range.start <= mark < part.range.end for mark in pair]
                if any(inside) and not all(inside):
                    kept, dropped = ("opening", "closing") if inside[0] else ("closing", "opening")
                    yield Problem(
                        f'"{part.text}" keeps the {kept} quotation mark and drops the {dropped} one',
                        part.at,
                        help="take in both marks or neither: those around the whole content stay outside",
                        fix=_fix(part, block.words),
                        rests_on=(part.at,),
                    )


def _fix(part: Words, text: str) -> Fix | None:
    """Take away the mark at an end, if the words are still found there."""
    found = part.range
    if found is None or GAP in part.text:
        return None
    trimmed = part.text.strip('"\u201c\u201d')
    start, end = found.start + (text[found.start] == '"'), found.end - (text[found.end - 1] == '"')
    stands = resolved(part.block, text, trimmed, part.nth) == Range(part.block, start, end)
    return Fix((Replace(part.at, trimmed, quoted=True),)) if stands and trimmed != part.text else None
