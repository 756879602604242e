"""What is said at an event is said on a day of the event.

A statement of Tuesday was not made at a briefing of Sunday: one of the two days is wrong, or the briefing is another one. A
day between them may be the zone: who speaks in Washington on Tuesday evening is heard in Seoul on Wednesday. And
where nothing says when it was made, it was not made at a briefing that was still to come on the day of the document.

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
date: 2019-05-19
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

from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, can_agree, surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("Q424", "error", since="1.0")
def setting_on_another_day(reading: Reading) -> Iterator[Problem]:
    """What is said at an event is said on a day of the event."""
    for spoken in reading.article.spoken:
        event = reading.event(spoken.setting.id) if spoken.setting else None
        if event is None or event.date is None or spoken.setting is None:
            continue
        at, bases = spoken.setting.at, (*spoken.rests_on, spoken.setting.at, event.date.at)
        if spoken.time_at:
            if spoken.said and not can_agree(spoken.said, event.date.value, ZONES):
                message = f'it is said on {spoken.said}, but at "{event.id}", which is of {event.date.value}'
                advice = "mend the time at which it was said, the setting, or the event's date"
                related = (Related(spoken.time_at, "when it was said"), Related(event.date.at, "the event's date"))
                yield Problem(message, at, help=advice, related=related, rests_on=(*bases, spoken.time_at))
        elif spoken.is_over and spoken.day and surely_before(spoken.day, event.date.value, ZONES):
            message = f'it is said in a document of {spoken.day}, but at "{event.id}", which is of {event.date.value}'
            advice = "mend the setting, the event's date, or the document's day"
            related = (Related(spoken.rests_on[0], "the document's day"), Related(event.date.at, "the event's date"))
            yield Problem(message, at, help=advice, related=related, rests_on=bases)
