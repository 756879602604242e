"""Nobody is in two countries on one day.

Ministers do fly in between; more often one of the two events has a wrong day, country or participant.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
place: {name: Singapore, country: SGP}
```

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
date: 2019-06-01
status: occurred
place: {name: Noto Peninsula, country: JPN}
participants: {actor: [takeshi-iwaya], recipient: [kor]}  # <-
```

```yaml
events:
  - {in: h1, text: talks, event: jpn-kor-ministers-2019-06, status: sought}
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
place: {name: Singapore, country: SGP}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.records import Event
from dateline.rules import rule


class _Presence(Struct, frozen=True):
    """That somebody was at an event on one day, in a country that is known."""

    who: Ref
    event: Event
    day: Dated

    @property
    def bases(self) -> tuple[Place, ...]:
        """The places where that is said."""
        return (self.who.at, self.day.at, self.event.at / "place" / "country")


@rule("E619", "warning", since="1.0", preview=True)
def in_two_places(registry: Registry) -> Iterator[Problem]:
    """Nobody is in two countries on one day."""
    known: dict[tuple[str, str], list[_Presence]] = defaultdict(list)
    for one in _presences(registry):
        others = known[one.who.id, str(one.day.value.first)]
        other = next((other for other in others if _is_elsewhere(one.event, other.event)), None)
        others.append(one)
        if other:
            yield Problem(
                f'"{one.who.id}" is in {one.event.country} on {one.day.value}, and in {other.event.country} at "{other.event.id}"',
                one.who.at,
                help="mend a date, a country or a participant",
                related=(Related(other.who.at, f'takes part in "{other.event.id}"'),),
                rests_on=(*one.bases, *other.bases),
            )


def _presences(registry: Registry) -> Iterator[_Presence]:
    """Persons at events that occurred on one day. Who telephones is elsewhere, and so may a mere recipient be."""
    for event in registry.events:
        day = event.date
        if event.status != "occurred" or event.country is None or "phone" in event.modes or day is None:
            continue
        if day.value.qualifier or day.value.first is None or day.value.first != day.value.last:
            continue
        for ref in (ref for part in event.participants if part.role != "recipient" for ref in part.actors):
            actor = registry.actor(ref.id)
            if actor and actor.kind == "person":
                yield _Presence(ref, event, day)


def _is_elsewhere(event: Event, other: Event) -> bool:
    parts = ((event.part_of, other.id), (other.part_of, event.id))
    is_part = any(ref is not None and ref.id == whole for ref, whole in parts)
    return event.country != other.country and event.id != other.id and not is_part
