"""An anchor begins and ends with a word, not with space.

Space at an edge comes with copying. It is not looked for in the text, but two anchors that look alike are then not equal.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: "said "  # <-
    content: that talks [...] June 2
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

## Fix

Safe: takes the space away. The fingerprint of a long anchor of a withheld text is found by its words: that is left to you and
to `dateline anchor`.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.text import is_gapped
from dateline.rules import rule


@rule("A206", "warning", since="1.0")
def anchor_edge_space(article: Article) -> Iterator[Problem]:
    """An anchor begins and ends with a word, not with space."""
    for anchor in article.anchors:
        bare = anchor.text.strip()
        if bare == anchor.text or not bare:
            continue
        has_fingerprint = article.text.status == "withheld" and is_gapped(anchor.text)
        fix = None if has_fingerprint else Fix((Replace(anchor.at, bare),), safe=True)
        advice = "take the space away" + (" and run dateline anchor" if has_fingerprint else "")
        # told at the key: what is wrong with the words themselves is no echo of this
        yield Problem(f'there is space at an edge of the anchor "{bare}"', anchor.at.key, help=advice, fix=fix)
