"""The date in an article's address is that of its publication.

Many outlets write the day into the address. Where it is another one, the address leads to another story, or the date is wrong.

## Wrong

```yaml
url: https://example.org/2019/05/25/talks  # <-
```

## Right

```yaml
url: https://example.org/2019/05/21/talks
```
"""

import re
from collections.abc import Iterator
from datetime import date

from dateline.model.article import Article
from dateline.model.finding import Problem, Related
from dateline.rules import rule

# a day either way: the outlet's zone and that of its server
_DAYS = 1
_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12][0-9]|3[01])(?![0-9])")


@rule("T319", "warning", since="1.0")
def url_date_conflict(article: Article) -> Iterator[Problem]:
    """The date in an article's address is that of its publication."""
    match = _DATE.search(article.url or "")
    published = article.published
    if match is None or published is None or published.qualifier:
        return
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return
    if not published.first.toordinal() - _DAYS <= day.toordinal() <= published.last.toordinal() + _DAYS:
        yield Problem(
            f"the address has {day}, but the article was published on {published}",
            article.at / "url",
            help="compare the address with the article, and mend the one that is wrong",
            related=(Related(article.at / "published", "published"),),
            rests_on=(article.at / "published",),
        )
