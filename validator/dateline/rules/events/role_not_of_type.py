"""The roles of an event are those of its type.

A protest has no host, and nobody meets alone: a wrong role is counted as an actor that did something.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
participants: {participant: [kor]}  # <-
```

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
participants: {actor: [kor], host: [jpn]}  # <-
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
participants: {participant: [kor, jpn], host: [kor]}
```
"""

from collections.abc import Iterator

from dateline.model.finding import Problem
from dateline.model.records import Event
from dateline.model.standard import vocabulary
from dateline.rules import rule


@rule("E601", "error", since="1.0")
def role_not_of_type(event: Event) -> Iterator[Problem]:
    """The roles of an event are those of its type."""
    allowed = vocabulary("event-types")["terms"][event.type]["roles"]
    for part in event.participants:
        if part.role not in allowed:
            message = f'"{event.type}" has no role "{part.role}"'
            yield Problem(message, part.at.key, help=f"its roles are: {', '.join(allowed)}")
        elif part.role == "participant" and len(part.actors) == 1:
            message = f"{part.actors[0].id} is the only participant"
            yield Problem(message, part.at, help="name at least two, or use actor and recipient")
