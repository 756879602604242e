r"""A text that stands in the corpus is free to be given away.

A corpus that publishes somebody else's article under its own name will be taken down, and with it everybody's work.

## Wrong

```yaml
rights: {holder: The Korea Herald, license: LicenseRef-all-rights-reserved}
origin: published
text:
  status: inline  # <-
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "The Defense Ministry in Seoul said Tuesday that talks with Japan were planned for May 31 to June 2."}
    - {id: p2, text: "\"We are working\" on it, the ministry (in Seoul) said."}
    - id: p3
      text: >-
        Jeong Kyeong-doo became minister in 2018. Japan and South Korea fell out on Dec. 20, 2018, in a dispute of
        two years and four months.
```

## Right

```yaml
rights: {holder: Dateline contributors, license: CC0-1.0}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("P702", "error", since="1.0")
def text_not_ours(article: Article) -> Iterator[Problem]:
    """A text that stands in the corpus is free to be given away."""
    if article.text.status == "inline" and "LicenseRef-" in article.license:
        message = f'the text stands here, but its licence is "{article.license}"'
        advice = 'write "status: withheld", remove the words and run dateline anchor'
        related = (Related(article.at / "rights" / "license", "the licence"),)
        yield Problem(message, article.text.at / "status", help=advice, related=related)
