"""The day from which an article counts is not later than its publication.

A text cannot be written as of a day on which it had already appeared; most often the two dates have changed places.

## Wrong

```yaml
published: 2019-05-21
document_time: 2019-05-24  # <-
```

## Right

```yaml
published: 2019-06-01
document_time: 2019-05-21
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import ZONES, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("T317", "warning", since="1.0")
def document_time_after_published(article: Article) -> Iterator[Problem]:
    """The day from which an article counts is not later than its publication."""
    day, published = article.document_time, article.published
    if day is None or published is None or day.at == article.at / "published":
        return
    # a day more is the zone in which the outlet publishes
    if surely_before(published, day.value, ZONES):
        message = f"the document time is {day.value}, but the article was published on {published}"
        related = (Related(article.at / "published", "published"),)
        advice = "mend the one that is wrong; without document_time, the day of publication counts"
        yield Problem(message, day.at, help=advice, related=related, rests_on=(article.at / "published",))
