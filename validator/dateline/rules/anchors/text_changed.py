"""A copy of a withheld text is the text that was annotated.

Outlets change their stories. Words that are looked for in another version prove nothing, or prove the wrong thing.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
text:
  status: withheld
  norm: dl-norm-1
  chars: 55
  digest: sha256:58872c8afe9db61f0c211ad0df193b931156c3310a497606555d3d729cf19f25
  blocks:
    - {id: p1, fp: sha256:029a9bcb8e3ba6a7, chars: 55, words: 11}  # <-
  spans:
    - {in: p1, text: "Talks [...] go", fp: sha256:43a0046b0c0ff12d}
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
from dateline.model.finding import Problem
from dateline.model.text import fingerprint
from dateline.rules import rule


@rule("A209", "error", since="1.0")
def text_changed(article: Article) -> Iterator[Problem]:
    """A copy of a withheld text is the text that was annotated."""
    text = article.text
    if text.status != "withheld":
        return
    for trouble in text.copy_troubles:
        lines = ", ".join(map(str, trouble.lines)) or "none"
        message = f"the blocks {', '.join(trouble.blocks)} cannot be brought together with the copy's lines: {lines}"
        yield Problem(message, text.at / "blocks", help="compare the copy with the record, paragraph by paragraph")
    changed = [block for block in text.blocks if block.words is not None and fingerprint(block.words) != block.fp]
    for block in changed:
        message = f'the copy has another text in "{block.id}" than the one annotated'
        advice = "get the version that was annotated; if this one is to hold, check its anchors and run dateline anchor"
        yield Problem(message, block.at / "fp", help=advice)
    if not changed and text.canonical_digest not in (None, text.digest):
        message = "every block is as annotated, but the digest of the whole text is another"
        yield Problem(message, text.at / "digest", help="check the order of the blocks, and run dateline anchor")
