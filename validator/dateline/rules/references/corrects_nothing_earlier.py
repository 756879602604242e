"""A correction corrects an article of before.

No text puts right itself, or one that is yet to be written: the id of another article slipped in. The day is read from the id.

## Wrong

```yaml
corrects: dl-2019-06-02-meeting  # <-
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
genre: correction
corrects: dl-2019-05-21-talks
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.edtf import ZONES, day_in, day_value, surely_before
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("R524", "error", since="1.0")
def corrects_nothing_earlier(article: Article) -> Iterator[Problem]:
    """A correction corrects an article of before."""
    corrected = article.corrects
    if corrected is None:
        return
    named = day_in(corrected.id)
    advice = "name the article that it puts right"
    if corrected.id == article.id:  # whatever the days are
        yield Problem("the article is said to correct itself", corrected.at, help=advice)
    elif named and article.day and surely_before(article.day, day_value(named), ZONES):
        message = f'the article, of {article.day}, corrects "{corrected.id}", which is of a later day'
        yield Problem(message, corrected.at, help=advice, rests_on=article.day_at)
