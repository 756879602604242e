"""The date in an article's id is that of the article.

Ids are read by people: a wrong day in one sends everybody who looks for the story to the wrong day.

## Wrong

```yaml
id: dl-2019-05-21-talks  # <-
published: 2019-05-22
```

## Right

```yaml
id: dl-2019-05-21-talks
published: 2019-05-22
document_time: 2019-05-21
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import day_in
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("F020", "warning", since="1.0")
def id_date_differs(article: Article) -> Iterator[Problem]:
    """The date in an article's id is that of the article."""
    day, published = article.day, article.published
    named = day_in(article.id)
    if named is None or day is None or published is None or day.qualifier:
        return
    if named != published.first and not ((day.first or named) <= named <= (day.last or named)):
        message = f"the id says {named}, but the article is of {day}"
        at = article.document_time.at if article.document_time else article.at
        yield Problem(
            message,
            article.at / "id",
            help="mend the id and the name of the file, or the date of the article",
            related=(Related(at, "its day"),),
            rests_on=(article.at / "id", article.at / "published", article.at / "document_time"),
        )
