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

from dateline.model.corpus import Corpus
from dateline.model.edtf import ZONES, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E604", "error", since="1.0")
def occurred_in_the_future(corpus: Corpus) -> Iterator[Problem]:
    """What is said to have occurred had occurred by the document's day."""
    for mention in corpus.presented():
        event = corpus.event(mention.event)
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
