"""The counts that are recorded of a withheld text are those of its copy.

Shares are reckoned, and annotations found again, by counts of characters and words; where the digest is right and the count beside
it is not, a hand has slipped.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
text:
  status: withheld
  norm: dl-norm-1
  chars: 55
  digest: sha256:58872c8afe9db61f0c211ad0df193b931156c3310a497606555d3d729cf19f25
  blocks:
    - {id: p1, fp: sha256:58872c8afe9db61f, chars: 55, words: 12}  # <-
  spans:
    - {in: p1, text: "Talks [...] go", fp: sha256:43a0046b0c0ff12d}
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

## Fix

Safe: writes the number of the copy, whose digest is the one recorded.
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.blocks import Text
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.place import Place
from dateline.model.text import JOINT, fingerprint, words_in
from dateline.rules import rule


@rule("A221", "error", since="1.0")
def counts_differ(article: Article) -> Iterator[Problem]:
    """The counts that are recorded of a withheld text are those of its copy."""
    if article.text.status != "withheld":
        return
    for at, written, counted in _counts(article.text):
        if written not in (None, counted):
            message = f"the record counts {written} {at.steps[-1]}, but the copy has {counted}"
            fix = Fix((Replace(at, counted),), safe=True)
            yield Problem(message, at, help="run dateline anchor", fix=fix)


def _counts(text: Text) -> Iterator[tuple[Place, int | None, int]]:
    """Each count: where it is written, what it says, and what it should. Another text than the annotated one counts for nothing."""
    for block in text.blocks:
        if block.words is not None and fingerprint(block.words) == block.fp:
            yield block.at / "chars", block.chars, len(block.words)
            yield block.at / "words", block.word_count, words_in(block.words)
    if text.canonical_digest is not None and text.canonical_digest == text.digest:
        yield text.at / "chars", text.chars, len(JOINT.join(block.words or "" for block in text.blocks))
