"""`nth` is given only where the words stand more than once.

A count where there is nothing to count makes the next reader look for a second occurrence; and if the text is ever
mended, it decides silently.

## Wrong

```yaml
events:
  - {in: p1, text: talks, nth: 1, event: jpn-kor-ministers-2019-06, status: planned, via: [q1]}  # <-
```

## Right

```yaml
events:
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1]}
```

## Fix

Safe: takes `nth` away. The fingerprint of a long anchor of a withheld text is found by its count too: that is left to you and
to `dateline anchor`.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Fix, Problem, Remove
from dateline.model.place import Place
from dateline.model.text import is_gapped, normalised, occurrences
from dateline.rules import rule


@rule("A216", "warning", since="1.0")
def needless_nth(article: Article) -> Iterator[Problem]:
    """`nth` is given only where the words stand more than once."""
    for anchor in article.anchors:
        if anchor.nth != 1 or anchor.range is None:  # a second place is not the only one
            continue
        block = article.text.block(anchor.block)
        if block and len(occurrences(block.words or "", normalised(anchor.text))) == 1:
            at = Place(anchor.at.file, (*anchor.at.steps[:-1], "nth"))
            has_fingerprint = article.text.status == "withheld" and is_gapped(anchor.text)
            fix = None if has_fingerprint else Fix((Remove(at),), safe=True)
            advice = "leave nth out" + (", and run dateline anchor" if has_fingerprint else "")
            yield Problem(f'nth is given, but "{anchor.text}" stands once in {anchor.block}', at, help=advice, fix=fix)
