"""No event is related to itself.

An event that is part of itself, or before itself, stands where another one was meant.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
part_of: jpn-kor-ministers-2019-06  # <-
responds_to:
  - kor-jpn-radar-lock-on-2018-12
  - jpn-kor-ministers-2019-06  # <-
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
part_of: shangri-la-dialogue-2019
responds_to:
  - kor-jpn-radar-lock-on-2018-12
```
"""

from collections.abc import Iterator

from dateline.model.finding import Problem
from dateline.model.records import Event
from dateline.rules import rule


@rule("E610", "error", since="1.0")
def self_relation(event: Event) -> Iterator[Problem]:
    """No event is related to itself."""
    relations = [("part_of", event.part_of), ("resumes", event.resumes), *event.order]
    relations += [("responds_to", ref) for ref in event.responds_to]
    relations += [("caused_by", ref) for ref in event.caused_by]
    for relation, ref in relations:
        if ref and ref.id == event.id:
            yield Problem(f'"{relation}" names this event itself', ref.at, help="name the other event, or take it out")
