"""The fingerprint of a long anchor is that of the words it covers.

The same ends can enclose other words, in another version of the text or after a slip in `nth`.

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
  spans:
    - {in: p1, text: "Talks [...] go", fp: sha256:029a9bcb8e3ba6a7}  # <-
mentions:
  - {in: p1, text: "Talks [...] go", place: Seoul}
```

```text texts/dl-2019-06-03-withheld.txt
Talks will go on
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

```text texts/dl-2019-06-03-withheld.txt
Talks will go on
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.model.text import fingerprint
from dateline.rules import rule


@rule("A211", "error", since="1.0")
def fingerprint_mismatch(article: Article) -> Iterator[Problem]:
    """The fingerprint of a long anchor is that of the words it covers."""
    if article.text.status != "withheld":
        return
    kept = {(span.block, span.text, span.nth): span for span in article.text.spans}
    told = set()
    for anchor in article.anchors:
        span = kept.get((anchor.block, anchor.text, anchor.nth))
        if span is None or anchor.range is None or span in told:
            continue
        if fingerprint(article.text.words_of(anchor.range)) != span.fp:
            told.add(span)
            message = f'"{anchor.text}" in {anchor.block} covers other words than its fingerprint says'
            related = (Related(anchor.at, "the anchor"),)
            yield Problem(message, span.at / "fp", help="check the anchor, and run dateline anchor", related=related)
