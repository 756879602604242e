"""Those who take part in an event live, or exist, on its day.

A minister who had died, a ministry that was dissolved: the date, the actor or the dates of the life are wrong. Who is
only the recipient need not live: the dead are honoured, and accused.

## Wrong

```yaml actors/kor-mnd.yaml
end: 2019-05-25
```

```yaml events/shangri-la-dialogue-2019.yaml
participants:
  participant:
    - jpn
    - kor-mnd  # <-
```

## Right

```yaml actors/kor-mnd.yaml
end: 2019-06-02
```

```yaml events/shangri-la-dialogue-2019.yaml
participants:
  participant:
    - jpn
    - kor-mnd
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.edtf import ZONES, surely_before
from dateline.model.finding import Problem, Related
from dateline.model.placed import Dated
from dateline.model.records import Actor
from dateline.rules import rule

# what is planned may come to nothing, what is claimed may be absurd
_TOOK_PLACE = ("occurred", "ongoing")


@rule("E615", "error", since="1.0")
def event_outside_life(registry: Registry) -> Iterator[Problem]:
    """Those who take part in an event live, or exist, on its day."""
    for event in registry.events:
        if event.date is None or event.status not in _TOOK_PLACE:
            continue
        for ref in (ref for part in event.participants if part.role != "recipient" for ref in part.actors):
            actor = registry.actor(ref.id)
            for bound, verb in _missed(actor, event.date) if actor else ():
                yield Problem(
                    f'"{ref.id}" takes part on {event.date.value}, but {verb} ({bound.value})',
                    ref.at,
                    help="mend the date of the event, the actor, or the actor's dates",
                    related=(Related(event.date.at, "the event's date"), Related(bound.at, "the actor's")),
                    rests_on=(ref.at, event.date.at, bound.at),
                )


def _missed(actor: Actor, date: Dated) -> Iterator[tuple[Dated, str]]:
    """The bound of a life outside which a date surely lies; one day either way may be the zone."""
    person = actor.kind == "person"
    if actor.start and surely_before(date.value, actor.start.value, ZONES):
        yield actor.start, "was born" if person else "began"
    elif actor.end and surely_before(actor.end.value, date.value, ZONES):
        yield actor.end, "died" if person else "ended"
