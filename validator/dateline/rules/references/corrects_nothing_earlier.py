"""A correction corrects an article of before.

No text puts right itself, or one that is yet to be written: the id of another article slipped in. The days are those of the ids,
`<publisher>-<date>-<slug>`: only where the article's own id has one of its own days there is that of the other taken for its day.

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
from datetime import date

from dateline.model.article import Article
from dateline.model.edtf import ZONES, day_in, day_value, surely_before
from dateline.model.finding import Problem
from dateline.rules import rule

_A_DAY = len("2019-05-21")


@rule("R524", "warning", since="1.0")
def corrects_nothing_earlier(article: Article) -> Iterator[Problem]:
    """A correction corrects an article of before."""
    corrected = article.corrects
    if corrected is None:
        return
    advice, own, named = "name the article that it puts right", _own_day(article), _day_named(corrected.id)
    if corrected.id == article.id:
        yield Problem("the article is said to correct itself", corrected.at, help=advice)
    elif own and named and surely_before(day_value(own), day_value(named), ZONES):
        message = f'the article, of {own}, corrects "{corrected.id}", which is of a later day'
        yield Problem(message, corrected.at, help=advice, rests_on=article.day_at)


def _own_day(article: Article) -> date | None:
    """The day in the article's id, if the article is of that day: such a day is compared with its like."""
    named = _day_named(article.id)
    return named if any(day and day.first == day.last == named for day in (article.published, article.day)) else None


def _day_named(name: str) -> date | None:
    """The day that is the second part of an id; one further on may be that of a summit."""
    return day_in(name.partition("-")[2][:_A_DAY])
