"""No event is part of itself, or its own cause, by way of others.

What is within, or comes from, something else cannot hold it, or bring it about: one of the relations is the wrong way round.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
part_of: shangri-la-dialogue-2019  # <-
```

```yaml events/shangri-la-dialogue-2019.yaml
date: 2019-06
part_of: jpn-kor-ministers-2019-06
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
part_of: shangri-la-dialogue-2019
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.model.placed import Ref
from dateline.rules import rule

Relations = dict[str, list[Ref]]


@rule("E611", "error", since="1.0")
def relation_cycle(registry: Registry) -> Iterator[Problem]:
    """No event is part of itself, or its own cause, by way of others."""
    wholes: Relations = {}
    causes: Relations = {}
    for event in registry.events:
        wholes[event.id] = [ref for ref in (event.part_of,) if ref and ref.id != event.id]
        origins = (*event.caused_by, *event.responds_to, event.resumes)
        causes[event.id] = [ref for ref in origins if ref and ref.id != event.id]
    for relations, relation in ((wholes, "is part of"), (causes, "comes from")):
        for cycle in _cycles(relations):
            yield _problem(cycle, relation)


def _problem(cycle: list[Ref], relation: str) -> Problem:
    start = cycle.index(min(cycle, key=lambda ref: ref.at.file))
    first, *others = (*cycle[start:], *cycle[:start])
    by_way = ", ".join(f'"{ref.id}"' for ref in (first, *others[:-1]))
    return Problem(
        f'"{others[-1].id}" {relation} itself, by way of {by_way}',
        first.at,
        help="turn the relation that is the wrong way round, or take it out",
        related=tuple(Related(ref.at, f'{relation} "{ref.id}"') for ref in others),
        rests_on=tuple(ref.at for ref in cycle),
    )


def _cycles(relations: Relations) -> Iterator[list[Ref]]:
    """Ways from an event back to it; of the many ways through a knot, one for each event that was not yet on another."""
    done: set[str] = set()
    told: set[str] = set()
    for start in (name for name in relations if name not in done):
        way: list[Ref] = []
        depths = {start: 0}  # of the events on the way
        ahead = [iter(relations[start])]
        while ahead:
            ref = next(ahead[-1], None)
            if ref is None:
                ahead.pop()
                done.add(depths.popitem()[0])
                del way[-1:]
            elif ref.id in depths:
                cycle = [*way[depths[ref.id] :], ref]
                if not told.issuperset(one.id for one in cycle):
                    yield cycle
                told.update(one.id for one in cycle)
            elif ref.id in relations and ref.id not in done:
                depths[ref.id] = len(ahead)
                way.append(ref)
                ahead.append(iter(relations[ref.id]))
