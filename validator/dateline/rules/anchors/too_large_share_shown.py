"""The anchors of a withheld text show at most half of its words.

The text is somebody else's. Short anchors republish it as well as long ones do, if there are enough of them.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
text:  # <-
  status: withheld
  norm: dl-norm-1
  chars: 55
  digest: sha256:58872c8afe9db61f0c211ad0df193b931156c3310a497606555d3d729cf19f25
  blocks:
    - {id: p1, fp: sha256:58872c8afe9db61f, chars: 55, words: 11}
mentions:
  - {in: p1, text: Seoul, place: Seoul}
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: ministry of defence
    cue: says
    content: will go on
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
mentions:
  - {in: p1, text: Seoul, place: Seoul}
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: ministry
    cue: says
    content: go on
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, Words
from dateline.model.finding import Problem
from dateline.model.text import Range, normalised, parted, word_spans
from dateline.rules import rule

# what shows more of a text than it hides can be read instead of it
MOST = 0.5


@rule("A218", "warning", since="1.0")
def too_large_share_shown(article: Article) -> Iterator[Problem]:
    """The anchors of a withheld text show at most half of its words."""
    text, anchors = article.text, list(article.anchors)
    blocks = [block for block in text.blocks if not block.id.startswith("h")]
    if text.status != "withheld" or any(anchor.range is None for anchor in anchors):
        return
    seen = {block.id: bytearray(len(block.words or "")) for block in text.blocks}
    for found in (stretch for anchor in anchors for stretch in _shown(anchor)):
        seen[found.block][found.start : found.end] = b"1" * (found.end - found.start)
    spans = [(block.id, *span) for block in blocks for span in word_spans(block.words or "")]
    shown = sum(any(seen[block][start:end]) for block, start, end in spans)
    if all(block.words for block in blocks) and shown > len(spans) * MOST:
        message = f"the anchors show {shown} of {len(spans)} words of a withheld text, headline apart: more than half"
        advice = "anchor heads alone (a name, a main noun, a verb), and longer stretches as head [...] tail"
        yield Problem(message, text.at.key, help=advice, rests_on=tuple(anchor.at for anchor in anchors))


def _shown(anchor: Words) -> Iterator[Range]:
    """The stretches whose words the anchor shows: all of it, or its head and its tail."""
    if anchor.range:
        head, tail = parted(normalised(anchor.text))
        block, start, end = anchor.range.block, anchor.range.start, anchor.range.end
        yield Range(block, start, start + len(head))
        yield Range(block, end - len(tail), end)
