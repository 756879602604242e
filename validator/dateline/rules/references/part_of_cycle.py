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

from dateline.model.corpus import Corpus
from dateline.model.finding import Problem, Related
from dateline.model.placed import Ref
from dateline.rules import rule


@rule("R510", "error", since="1.0")
def part_of_cycle(corpus: Corpus) -> Iterator[Problem]:
    """No body is part of itself, through whatever chain."""
    above = {actor.id: actor.part_of for actor in reversed([*corpus.actors()]) if actor.part_of}
    seen: set[str] = set()
    for start in above:
        chain: list[str] = []
        member = start
        while member in above and member not in seen:
            seen.add(member)
            chain.append(member)
            member = above[member].id
        if member in chain:
            yield _problem(chain[chain.index(member) :], above)


def _problem(circle: list[str], above: dict[str, Ref]) -> Problem:
    """The problem of a circle, told where the first of its files says what it is part of."""
    first = circle.index(min(circle, key=lambda name: above[name].at.file))
    turned = circle[first:] + circle[:first]
    message = " is part of ".join(f'"{name}"' for name in (*turned, turned[0]))
    related = tuple(Related(above[name].at, f"{name} is part of {above[name].id}") for name in turned[1:])
    return Problem(message, above[turned[0]].at, help="remove the part_of that is wrong", related=related)
