"""What is known not to have come about is not told as having occurred.

Where an event's file cites sources for cancelled or did-not-occur, an article that tells, quoting nobody, of the event as a fact is
most often a mention whose status was left out: it means `occurred`. Without sources, status-conflict asks about the file.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
status: did-not-occur
```

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p1, text: met, event: jpn-kor-ministers-2019-06, time: t1}  # <-
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
status: did-not-occur
```

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p1, text: met, event: jpn-kor-ministers-2019-06, status: negated, time: t1}
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, surely_before
from dateline.model.facts.events import Presented
from dateline.model.finding import Problem, Related
from dateline.model.records import Event
from dateline.rules import rule


@rule("E626", "warning", since="1.0", preview=True)
def occurred_though_it_never_did(reading: Reading) -> Iterator[Problem]:
    """What is known not to have come about is not told as having occurred."""
    for said in reading.article.presented:
        event = reading.event(said.event)
        if event and event.never_was and event.sources and _tells_a_fact(said, event):
            yield Problem(
                f'the article says that "{event.id}" occurred, but it is {event.status}, as sources say',
                said.status_at,
                help="write the status that the words give it (negated, cancelled, planned), or mend the event",
                related=(Related(event.at / "status", "what is known of it"),),
                rests_on=said.rests_on,
            )


def _tells_a_fact(said: Presented, event: Event) -> bool:
    """Whether the article quotes nobody, and the event is not still to come: occurred-in-the-future tells that."""
    is_early = said.day and event.date and surely_before(said.day, event.date.value, ZONES)
    return said.own_voice and said.status == "occurred" and not is_early
