"""A part of an event is in the country of its whole.

Talks in Seoul are no part of a forum in Singapore, whatever was said there: one of the two places, or `part_of`, is wrong.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
place: {name: Seoul, country: KOR}  # <-
```

```yaml events/shangri-la-dialogue-2019.yaml
place: {name: Singapore, country: SGP}
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
place: {name: Singapore, country: SGP}
```

```yaml events/shangri-la-dialogue-2019.yaml
place: {name: Singapore, country: SGP}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E621", "warning", since="1.0")
def sub_event_elsewhere(registry: Registry) -> Iterator[Problem]:
    """A part of an event is in the country of its whole."""
    for event in registry.events:
        whole = registry.event(event.part_of.id) if event.part_of else None
        if event.part_of and whole and whole.country and event.country and whole.country != event.country:
            place, whole_place = (one.at / "place" / "country" for one in (event, whole))
            yield Problem(
                f'this event is in {event.country}, but "{whole.id}", of which it is a part, in {whole.country}',
                place,
                help="mend one of the places, or part_of",
                related=(Related(whole_place, "the whole"),),
                rests_on=(event.part_of.at, place, whole_place),
            )
