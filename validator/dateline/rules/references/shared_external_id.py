"""An id elsewhere belongs to one record.

Two records with one Wikidata item are one thing twice, or one of them was given the id of its neighbour: every link to
other data then leads to the wrong place.

## Wrong

```yaml actors/jpn.yaml
ids: {wikidata: Q17}
```

```yaml actors/kor.yaml
ids: {wikidata: Q17}  # <-
```

## Right

```yaml actors/jpn.yaml
ids: {wikidata: Q17}
```

```yaml actors/kor.yaml
ids: {wikidata: Q884}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.model.records import Actor, Event, ExternalId
from dateline.rules import rule


@rule("R506", "error", since="1.0")
def shared_external_id(registry: Registry) -> Iterator[Problem]:
    """An id elsewhere belongs to one record."""
    first: dict[tuple[str, str], tuple[Actor | Event, ExternalId]] = {}
    for record, external in _ids(registry):
        owner, theirs = first.setdefault(external.key, (record, external))
        if owner is not record:
            yield Problem(
                f'the {external.scheme} id "{external.value}" is also that of {owner.id}',
                external.at,
                help="remove it from the record that it does not mean, or make one record of both",
                related=(Related(theirs.at, "the other"),),
                rests_on=(theirs.at, external.at, owner.at / "id", record.at / "id"),
            )


def _ids(registry: Registry) -> Iterator[tuple[Actor | Event, ExternalId]]:
    yield from ((actor, external) for actor in registry.actors for external in actor.ids)
    yield from ((event, external) for event in registry.events for external in event.ids)
