"""A long anchor of a withheld text has its fingerprint.

Of `head [...] tail` a reader sees the ends alone; only the fingerprint says what lies between them.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
text:
  status: withheld
  norm: dl-norm-1
  chars: 55
  digest: sha256:58872c8afe9db61f0c211ad0df193b931156c3310a497606555d3d729cf19f25
  blocks:
    - {id: p1, fp: sha256:58872c8afe9db61f, chars: 55, words: 11}
mentions:
  - {in: p1, text: "Talks [...] go", place: Seoul}  # <-
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
        if article.text.block(anchor.block) is None:
            continue  # unknown-block tells that
        if is_gapped(anchor.text) and (anchor.block, anchor.text, anchor.nth) not in kept:
            message = f'there is no fingerprint of "{anchor.text}" in {anchor.block}'
            yield Problem(message, anchor.at, help="run dateline anchor with your copy of the text")
