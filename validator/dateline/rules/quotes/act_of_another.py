"""The event that an utterance is has the speaker, or a body or state of the speaker's, among those who act in it.

An accusation that Japan makes is no act of South Korea: either the event is another one, or the words are somebody else's.

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
    about: {kor-jpn-radar-lock-on-2018-12: asserts}
  - id: q2
    in: p2
    type: indirect
    speaker: kor
    source: South Korea
    cue: denies
    content: it
    act: jpn-accuses-kor-radar-2018-12  # <-
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
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q422", "error", since="1.0")
def act_of_another(reading: Reading) -> Iterator[Problem]:
    """The event that an utterance is has the speaker, or a body or state of the speaker's, among those who act in it."""
    for spoken in reading.article.spoken:
        event = reading.event(spoken.act.id) if spoken.act else None
        if event is None or spoken.act is None:
            continue
        parts = [part for part in event.participants if part.role != "recipient"]
        doers = [ref for part in parts for ref in part.actors]
        speakers = (*spoken.speakers, *spoken.principals)
        if doers and are_apart(reading.registry, (ref.id for ref in speakers), (ref.id for ref in doers), spoken.said):
            names, others = ", ".join(ref.id for ref in speakers), ", ".join(ref.id for ref in doers)
            yield Problem(
                f'the act "{event.id}" is one of {others}, but the speaker is {names}',
                spoken.act.at,
                help="mend the act, the speaker, or who takes part in the event",
                related=tuple(Related(part.at, f"the event's {part.role}") for part in parts),
                rests_on=(*spoken.rests_on, spoken.act.at, *(ref.at for ref in (*speakers, *doers))),
            )
