"""What is said at an event is said on a day of the event.

A statement of Tuesday was not made at a briefing of Monday: one of the two days is wrong, or the briefing is another one.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    time: t1
    setting: kor-mnd-briefing-2019-05-21  # <-
    about: {jpn-kor-ministers-2019-06: plans}
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
```

```yaml events/kor-mnd-briefing-2019-05-21.yaml
schema: event/1.0
id: kor-mnd-briefing-2019-05-21
label: South Korean Defense Ministry regular press briefing
type: statement
date: 2019-05-20
status: occurred
participants: {actor: [kor-mnd]}
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    time: t1
    setting: kor-mnd-briefing-2019-05-21
    about: {jpn-kor-ministers-2019-06: plans}
  - id: q2
    in: p2
    type: direct
    speaker: kor-mnd
    source: ministry
    cue: said
    content: We are working
```

```yaml events/kor-mnd-briefing-2019-05-21.yaml
schema: event/1.0
id: kor-mnd-briefing-2019-05-21
label: South Korean Defense Ministry regular press briefing
type: statement
date: 2019-05-21
status: occurred
participants: {actor: [kor-mnd]}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Corpus
from dateline.model.edtf import can_agree
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q424", "error", since="1.0")
def setting_on_another_day(corpus: Corpus) -> Iterator[Problem]:
    """What is said at an event is said on a day of the event."""
    for spoken in corpus.spoken():
        event = corpus.event(spoken.setting.id) if spoken.setting else None
        if event is None or event.date is None or spoken.setting is None or spoken.said is None or spoken.time_at is None:
            continue
        if not can_agree(spoken.said, event.date.value):
            yield Problem(
                f'it is said on {spoken.said}, but at "{event.id}", which is of {event.date.value}',
                spoken.setting.at,
                help="mend the time at which it was said, the setting, or the event's date",
                related=(Related(spoken.time_at, "when it was said"), Related(event.date.at, "the event's date")),
                rests_on=(*spoken.rests_on, spoken.time_at, spoken.setting.at, event.date.at),
            )
