"""The fingerprint of a long anchor is that of the words it covers.

The same ends can enclose other words, in another version of the text or after a slip in `nth`.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
text:
  status: withheld
  norm: dl-norm-1
  chars: 55
  digest: sha256:58872c8afe9db61f0c211ad0df193b931156c3310a497606555d3d729cf19f25
  blocks:
    - {id: p1, fp: sha256:58872c8afe9db61f, chars: 55, words: 11}
  spans:
    - {in: p1, text: "Talks [...] go", fp: sha256:029a9bcb8e3ba6a7}  # <-
```

```text texts/dl-2019-06-03-withheld.txt
Talks will go on in Seoul, says the ministry of defence
```

## Right

```yaml articles/dl-2019-06-03-withheld.yaml
text:
  status: withheld
  norm: dl-norm-1
  chars: 55
  digest: sha256:58872c8afe9db61f0c211ad0df193b931156c3310a497606555d3d729cf19f25
  blocks:
    - {id: p1, fp: sha256:58872c8afe9db61f, chars: 55, words: 11}
  spans:
    - {in: p1, text: "Talks [...] go", fp: sha256:43a0046b0c0ff12d}
```

```text texts/dl-2019-06-03-withheld.txt
Talks will go on in Seoul, says the ministry of defence
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
