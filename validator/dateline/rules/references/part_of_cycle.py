"""No body is part of itself, through whatever chain.

Who belongs to whom is read upwards, from the office to the state; in a circle that reading never ends.

## Wrong

```yaml actors/kor-mnd.yaml
part_of: kor  # <-
```

```yaml actors/kor.yaml
part_of: kor-mnd
```

## Right

```yaml actors/kor-mnd.yaml
part_of: kor
```
"""

from collections.abc import Iterator

from dateline.model.circles import circles
from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("R510", "error", since="1.0")
def part_of_cycle(registry: Registry) -> Iterator[Problem]:
    """No body is part of itself, through whatever chain."""
    above = {actor.id: actor.part_of for actor in registry.actors if actor.part_of}
    for circle in circles({name: whole.id for name, whole in above.items()}):
        message = " is part of ".join(f'"{name}"' for name in (*circle, circle[0]))
        related = tuple(Related(above[name].at, f"{name} is part of {above[name].id}") for name in circle[1:])
        yield Problem(message, above[circle[0]].at, help="remove the part_of that is wrong", related=related)
