"""One anchor of a withheld text shows at most eight of its words.

The text is somebody else's: a corpus of long anchors would republish it piece by piece.

## Wrong

```yaml articles/dl-2019-06-03-withheld.yaml
mentions:
  - {in: p1, text: "will go on in Seoul, says the ministry of", place: Seoul}  # <-
```

## Right

```yaml articles/dl-2019-06-03-withheld.yaml
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
