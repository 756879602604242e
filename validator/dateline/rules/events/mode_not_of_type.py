"""The modes of an event are those of its type.

A mode refines a type: talks by telephone, a protest by strike. A mode of another type says that one of the two is wrong.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
mode: [multilateral, arrest]  # <-
```

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
type: condition
mode: [weapons]  # <-
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
mode: [multilateral, third-party]
```
"""

from collections.abc import Iterator

from dateline.model.finding import Problem
from dateline.model.records import Event
from dateline.model.standard import vocabulary
from dateline.rules import rule


@rule("E602", "error", since="1.0")
def mode_not_of_type(event: Event) -> Iterator[Problem]:
    """The modes of an event are those of its type."""
    allowed = vocabulary("event-types")["terms"][event.type]["modes"]
    advice = f"its modes are: {', '.join(allowed)}" if allowed else "it has no modes: leave them out, or mend the type"
    for n, mode in enumerate(event.modes):
        if mode not in allowed:
            yield Problem(f'"{event.type}" has no mode "{mode}"', event.at / "mode" / n, help=advice)
