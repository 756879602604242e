"""Each unnamed source is referred to by a mention or a quote.

Unnamed sources are counted: how many, of what standing, on what terms. One that says nothing is counted all the same.

## Wrong

```yaml
unnamed:
  _official: {role: ministry official, of: kor-mnd, number: one, terms: not-stated}  # <-
```

## Right

```yaml
unnamed:
  _official: {role: ministry official, of: kor-mnd, number: one, terms: not-stated}
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
    speaker: _official
    cue: said
    content: We are working
```

## Fix

Safe: takes the entry away, and the whole list with its last one. Nothing referred to it.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Remove
from dateline.rules import rule


@rule("Q421", "warning", since="1.0")
def unused_unnamed(article: Article) -> Iterator[Problem]:
    """Each unnamed source is referred to by a mention or a quote."""
    refs = article.unnamed_refs
    used = {ref.id for ref in refs}
    known = {source.id for source in article.unnamed}
    for source in article.unnamed:
        if source.id not in used:
            whole = article.at / "unnamed"
            yield Problem(
                f'nothing refers to the unnamed source "{source.id}"',
                source.at.key,
                help="name it where it speaks or is mentioned, or take it away",
                fix=Fix((Remove(source.at if known & used else whole),), safe=True),
                # a misspelt id may mean this one
                rests_on=tuple(ref.at for ref in refs if ref.id not in known),
            )
