"""A long anchor of a withheld text has its fingerprint.

Of `head [...] tail` a reader sees the ends alone; only the fingerprint says what lies between them.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
schema: article/1.0
id: dl-2019-06-03-withheld
headline: Talks will go on
publisher: {name: An outlet}
authors: [Jo He-rim]
language: en
published: 2019-06-03
rights: {holder: An outlet, license: LicenseRef-all-rights-reserved}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: withheld
  norm: dl-norm-1
  chars: 16
  digest: sha256:78a0d99244ae0769a3fbeba0f28f701df4ffd03b8b249d03f794830e8b9ffc63
  blocks:
    - {id: p1, fp: sha256:78a0d99244ae0769, chars: 16, words: 4}
mentions:
  - {in: p1, text: "Talks [...] go", place: Seoul}  # <-
```

## Right

```yaml articles/dl-2019-06-03-withheld.yaml
schema: article/1.0
id: dl-2019-06-03-withheld
headline: Talks will go on
publisher: {name: An outlet}
authors: [Jo He-rim]
language: en
published: 2019-06-03
rights: {holder: An outlet, license: LicenseRef-all-rights-reserved}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: withheld
  norm: dl-norm-1
  chars: 16
  digest: sha256:78a0d99244ae0769a3fbeba0f28f701df4ffd03b8b249d03f794830e8b9ffc63
  blocks:
    - {id: p1, fp: sha256:78a0d99244ae0769, chars: 16, words: 4}
  spans:
    - {in: p1, text: "Talks [...] go", fp: sha256:43a0046b0c0ff12d}
mentions:
  - {in: p1, text: "Talks [...] go", place: Seoul}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.text import is_gapped
from dateline.rules import rule


@rule("A210", "error", since="1.0")
def fingerprint_missing(article: Article) -> Iterator[Problem]:
    """A long anchor of a withheld text has its fingerprint."""
    if article.text.status != "withheld":
        return
    kept = {(span.block, span.text, span.nth) for span in article.text.spans}
    for anchor in article.anchors:
        if is_gapped(anchor.text) and (anchor.block, anchor.text, anchor.nth) not in kept:
            message = f'there is no fingerprint of "{anchor.text}" in {anchor.block}'
            yield Problem(message, anchor.at, help="run dateline anchor with your copy of the text")
