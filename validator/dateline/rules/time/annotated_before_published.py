"""An article is annotated after it has appeared.

An annotation older than its text is a slip in one of the two dates, and both are facts that others cite.

## Wrong

```yaml
annotation: {by: [first], date: 2019-05-12, license: CC-BY-4.0, complete: [mentions, times, quotes, events]}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2019-05-22, license: CC-BY-4.0, complete: [mentions, times, quotes, events]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import ZONES, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("T318", "error", since="1.0")
def annotated_before_published(article: Article) -> Iterator[Problem]:
    """An article is annotated after it has appeared."""
    written, published = article.annotation.date, article.published
    if written and published and surely_before(written, published, ZONES):
        message = f"annotated on {written}, but published on {published}"
        related = (Related(article.at / "published", "published"),)
        at = article.annotation.at / "date"
        yield Problem(message, at, help="mend the date that is wrong", related=related, rests_on=(article.at / "published",))
