"""What is said to have occurred had occurred by the document's day.

An event that is told before it happened is a wrong status, a wrong date, or another event of the same name.

## Wrong

```yaml
events:
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, via: [q1]}  # <-
```

## Right

```yaml
events:
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, Edtf, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E604", "error", since="1.0")
def occurred_in_the_future(thing: Article | Reading) -> Iterator[Problem]:
    """What is said to have occurred had occurred by the document's day."""
    if isinstance(thing, Article):
        yield from _without_a_record(thing)
        return
    for mention in thing.article.presented:
        event = thing.event(mention.event)
        if mention.status != "occurred" or event is None or event.date is None or mention.day is None:
            continue
        if surely_before(mention.day, event.date.value, ZONES):
            yield Problem(
                f'"{mention.event}" has occurred by {mention.day}, but is dated {event.date.value}',
                mention.status_at,
                help="mend the status (occurred, if none is written), the event, or the event's date",
                related=(Related(event.date.at, "the event's date"),),
                rests_on=(*mention.rests_on, event.date.at),
            )


def _without_a_record(article: Article) -> Iterator[Problem]:
    """An event that has no record is dated by its mention alone."""
    for mention in article.events:
        time = article.time(mention.time)
        if mention.events or mention.status != "occurred" or time is None or time.mod or not isinstance(time.value, Edtf):
            continue
        if article.day and surely_before(article.day, time.value, ZONES):
            yield Problem(
                f'"{mention.words.text}" has occurred by {article.day}, but its time is {time.value}',
                mention.status_at or mention.at,
                help="mend the status (occurred, if none is written), or the time",
                related=(Related(time.at / "value", "its time"),),
                rests_on=(mention.words.at, time.words.at, time.at / "value", *article.day_at),
            )
