"""The event that an utterance is has the addressee, or one that it belongs to, as recipient.

Whom an accusation is made to and whom its event names are the two ends of one arrow. If they differ, the graph of who accuses
whom has an edge that no text supports.

## Wrong

```yaml articles/dl-2019-06-02-meeting.yaml
quotes:
  - id: q1
    in: p2
    type: indirect
    speaker: jpn
    source: Japan
    cue: says
    content: that a radar [...] aircraft
    act: jpn-accuses-kor-radar-2018-12
    to: chn  # <-
    about: {kor-jpn-radar-lock-on-2018-12: asserts}
  - id: q2
    in: p2
    type: indirect
    speaker: kor
    source: South Korea
    cue: denies
    content: it
    about: {kor-jpn-radar-lock-on-2018-12: denies}
```

```yaml events/jpn-accuses-kor-radar-2018-12.yaml
schema: event/1.0
id: jpn-accuses-kor-radar-2018-12
label: Japan accuses South Korea of locking radar onto its aircraft
type: accuse
mode: [allege]
date: 2018-12-21
status: occurred
participants: {actor: [jpn], recipient: [kor]}
sources: ["http://www.globaltimes.cn/content/1133070.shtml"]
```

```yaml actors/chn.yaml
schema: actor/1.0
id: chn
kind: state
name: China
country: CHN
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
quotes:
  - id: q1
    in: p2
    type: indirect
    speaker: jpn
    source: Japan
    cue: says
    content: that a radar [...] aircraft
    act: jpn-accuses-kor-radar-2018-12
    to: kor
    about: {kor-jpn-radar-lock-on-2018-12: asserts}
  - id: q2
    in: p2
    type: indirect
    speaker: kor
    source: South Korea
    cue: denies
    content: it
    about: {kor-jpn-radar-lock-on-2018-12: denies}
```

```yaml events/jpn-accuses-kor-radar-2018-12.yaml
schema: event/1.0
id: jpn-accuses-kor-radar-2018-12
label: Japan accuses South Korea of locking radar onto its aircraft
type: accuse
mode: [allege]
date: 2018-12-21
status: occurred
participants: {actor: [jpn], recipient: [kor]}
sources: ["http://www.globaltimes.cn/content/1133070.shtml"]
```
"""

from collections.abc import Iterator

from dateline.model.belonging import are_apart
from dateline.model.corpus import Reading
from dateline.model.facts.quotes import Spoken
from dateline.model.finding import Problem, Related
from dateline.rules import rule

_PRESS = ("company", "organization")  # kinds of those who are told things to pass them on


@rule("Q423", "warning", since="1.0")
def addressee_not_recipient(reading: Reading) -> Iterator[Problem]:
    """The event that an utterance is has the addressee, or one that it belongs to, as recipient."""
    for spoken in reading.article.spoken:
        event = reading.event(spoken.act.id) if spoken.act else None
        if event is None or spoken.act is None or not spoken.addressees or _is_told_the_press(reading, spoken):
            continue
        parts = [part for part in event.participants if part.role != "actor"]
        others, told = [ref for part in parts for ref in part.actors], spoken.addressees
        recipients = [part for part in parts if part.role == "recipient"]
        if recipients and are_apart(reading.registry, (ref.id for ref in told), (ref.id for ref in others), spoken.said):
            names, whom = ", ".join(ref.id for ref in told), ", ".join(ref.id for ref in recipients[0].actors)
            yield Problem(
                f'it is said to {names}, but the recipient of "{event.id}" is {whom}',
                spoken.at / "to",
                help='mend "to", the act, or the recipient of the event',
                related=(Related(recipients[0].at, "the event's recipient"),),
                rests_on=(*spoken.rests_on, spoken.act.at, *(ref.at for ref in (*told, *others))),
            )


def _is_told_the_press(reading: Reading, spoken: Spoken) -> bool:
    """Whether one of the addressees can be a medium or a reporter, who is told of the act and not its recipient."""
    actors = [reading.actor(ref.id) for ref in spoken.addressees]
    return any(actor and (actor.kind in _PRESS or (actor.kind == "person" and not actor.posts)) for actor in actors)
