"""The time that a text gives an event agrees with the event's date.

If a text dates the event otherwise, either one of the two dates is wrong or the text means another event.

## Wrong

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p3, text: fell out, event: kor-jpn-radar-lock-on-2018-12, status: disputed, time: t1}  # <-
```

## Right

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
  - {in: p3, text: fell out, event: kor-jpn-radar-lock-on-2018-12, status: disputed, time: t4}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.model.edtf import can_agree
from dateline.model.finding import Problem, Related
from dateline.rules import rule

# plans are moved: what was planned for one day may well have happened on another
_TOLD = ("occurred", "ongoing", "disputed")


@rule("E605", "error", since="1.0")
def date_against_time(corpus: Corpus) -> Iterator[Problem]:
    """The time that a text gives an event agrees with the event's date."""
    for mention in corpus.presented():
        event = corpus.event(mention.event)
        if mention.status not in _TOLD or event is None or event.date is None or mention.time_at is None:
            continue
        if mention.time is not None and not can_agree(mention.time, event.date.value):
            yield Problem(
                f'the text dates "{mention.event}" {mention.time}, its record {event.date.value}',
                mention.time_at,
                help="mend the time, the event, or the event's date",
                related=(Related(event.date.at, "the event's date"),),
                rests_on=(*mention.rests_on, event.date.at),
            )
