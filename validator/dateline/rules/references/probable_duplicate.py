"""Two actors of one kind, one country and one name are one record, or say that they are different.

A person under two spellings is counted as two: half of what was said by each, and neither record complete.

## Wrong

```yaml actors/jeong-kyungdoo.yaml
schema: actor/1.0
id: jeong-kyungdoo
kind: person
name: Jeong Kyungdoo
aliases: [Jeong Kyeong Doo]  # <-
country: KOR
```

```yaml events/shangri-la-dialogue-2019.yaml
participants: {participant: [kor, jpn, jeong-kyungdoo]}
```

## Right

```yaml actors/jeong-kyungdoo.yaml
schema: actor/1.0
id: jeong-kyungdoo
kind: person
name: Jeong Kyungdoo
aliases: [Jeong Kyeong Doo]
country: KOR
different_from: [jeong-kyeong-doo]
```

```yaml events/shangri-la-dialogue-2019.yaml
participants: {participant: [kor, jpn, jeong-kyungdoo]}
```
"""

from collections import defaultdict
from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.model.names import squeezed
from dateline.model.place import Place
from dateline.model.placed import is_before
from dateline.model.records import Actor
from dateline.rules import rule


@rule("R505", "warning", since="1.0")
def probable_duplicate(registry: Registry) -> Iterator[Problem]:
    """Two actors of one kind, one country and one name are one record, or say that they are different."""
    bearers: dict[tuple[str, str, str], list[tuple[Actor, str, Place]]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for actor in registry.actors:
        for name, at in _names(actor):
            same = bearers[actor.kind, actor.country or "", squeezed(name)]
            for other, other_name, other_at in same:
                if (actor.id, other.id) not in told and actor.country and squeezed(name) and not _surely_two(actor, other):
                    told.add((actor.id, other.id))
                    yield Problem(
                        f'"{name}" of {actor.country} is also {other.id}, as "{other_name}"',
                        at,
                        help=f"make one record of both, or add different_from: [{other.id}]",
                        related=(Related(other_at, "the other"),),
                        rests_on=tuple(external.at for external in (*actor.ids, *other.ids)),
                    )
            same.append((actor, name, at))


def _names(actor: Actor) -> Iterator[tuple[str, Place]]:
    yield actor.name, actor.at / "name"
    for n, alias in enumerate(actor.aliases):
        yield alias, actor.at / "aliases" / n


def _surely_two(one: Actor, other: Actor) -> bool:
    """Whether the records say that they are two: by a word of theirs, by their dates, or by an id elsewhere."""
    if one.id == other.id:  # R502 tells that
        return True
    own = {*(ref.id for ref in one.different_from), one.part_of and one.part_of.id}
    theirs = {*(ref.id for ref in other.different_from), other.part_of and other.part_of.id}
    if other.id in own or one.id in theirs:
        return True
    if is_before(one.end, other.start) or is_before(other.end, one.start):
        return True
    if one.kind == "person" and (is_before(one.start, other.start) or is_before(other.start, one.start)):
        return True
    elsewhere = dict(external.key for external in one.ids)
    return any(elsewhere.get(scheme, value) != value for scheme, value in (external.key for external in other.ids))
