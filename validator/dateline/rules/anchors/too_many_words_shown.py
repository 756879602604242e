"""One anchor of a withheld text shows at most eight of its words.

The text is somebody else's: a corpus of long anchors would republish it piece by piece.

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
  - {in: p1, text: one two three four five six seven eight nine, place: Seoul}  # <-
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
mentions:
  - {in: p1, text: Talks, place: Seoul}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.text import shown_words
from dateline.rules import rule

# short enough to be no work of its own, long enough for a name with its title
MOST = 8


@rule("A212", "error", since="1.0")
def too_many_words_shown(article: Article) -> Iterator[Problem]:
    """One anchor of a withheld text shows at most eight of its words."""
    if article.text.status != "withheld":
        return
    for anchor in article.anchors:
        shown = shown_words(anchor.text)
        if shown > MOST and not anchor.block.startswith("h"):
            message = f"the anchor shows {shown} words of a withheld text, more than {MOST}"
            yield Problem(message, anchor.at, help='write its first and last words: "head [...] tail"')
