"""A speaker is alive, and a body in being, on the day of the words.

Ministries are renamed and leaders have namesakes: whose words they are shows in the dates of the life.

## Wrong

```yaml actors/kor-mnd.yaml
start: 2019-08-15
```

```yaml articles/dl-2019-05-21-talks.yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd  # <-
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
    time: t1
```

## Right

```yaml actors/kor-mnd.yaml
start: 1948-08-15
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.edtf import ZONES, Edtf, surely_before
from dateline.model.facts.quotes import Spoken
from dateline.model.finding import Problem, Related
from dateline.model.placed import Dated, Ref
from dateline.model.records import Actor
from dateline.rules import rule


@rule("Q408", "error", since="1.0")
def speaker_outside_life(reading: Reading) -> Iterator[Problem]:
    """A speaker is alive, and a body in being, on the day of the words."""
    for spoken in reading.article.spoken:
        since, until = _days(reading, spoken)
        for ref in spoken.speakers:
            actor = reading.actor(ref.id)
            if actor is None:
                continue
            if until and actor.start and surely_before(until, actor.start.value, ZONES):
                yield _outside(spoken, ref, actor.start, f"{_began(actor)} {actor.start.value}, but is quoted on {until}")
            elif since and actor.end and surely_before(actor.end.value, since, ZONES):
                yield _outside(spoken, ref, actor.end, f"{_ended(actor)} {actor.end.value}, but is quoted on {since}")


def _days(reading: Reading, spoken: Spoken) -> tuple[Edtf | None, Edtf | None]:
    """Since when and until when it can have been said. Without a time the dead can be quoted, the unborn cannot."""
    if spoken.time_at:
        return spoken.said, spoken.said
    setting = reading.event(spoken.setting.id) if spoken.setting else None
    if setting and setting.date:
        return setting.date.value, setting.date.value
    return None, spoken.day


def _outside(spoken: Spoken, ref: Ref, bound: Dated, message: str) -> Problem:
    return Problem(
        f"{ref.id} {message}",
        ref.at,
        help="mend the speaker, the time of the words, or the dates of the life",
        related=(Related(bound.at, f"the life of {ref.id}"),),
        rests_on=(ref.at, bound.at, *spoken.rests_on, *((spoken.time_at,) if spoken.time_at else ())),
    )


def _began(actor: Actor) -> str:
    return "was born on" if actor.kind == "person" else "exists since"


def _ended(actor: Actor) -> str:
    return "died on" if actor.kind == "person" else "ceased to exist on"
