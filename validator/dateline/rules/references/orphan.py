"""Every actor and event is referred to by another record.

A record that nothing refers to is mostly the rest of a rename, or belongs to an annotation that is missing.

## Wrong

```yaml actors/prk.yaml
schema: actor/1.0
id: prk  # <-
kind: state
name: North Korea
```

## Right

```yaml actors/prk.yaml
schema: actor/1.0
id: prk
kind: state
name: North Korea
```

```yaml actors/kor.yaml
different_from: [prk]
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Census
from dateline.model.facts.references import references_of
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("R504", "warning", since="1.0")
def orphan(census: Census) -> Iterator[Problem]:
    """Every actor and event is referred to by another record."""
    if census.unread:  # what could not be read may well refer to it
        return
    named = {(ref.kind, ref.id) for record in census.registry.records for ref in references_of(record) if record.id != ref.id}
    for head in census.heads:
        name = (head.kind, head.id)
        if head.kind in ("actor", "event") and name not in named and not census.is_referred(*name):
            message = f'nothing refers to the {head.kind} "{head.id}"'
            yield Problem(message, head.at / "id", help="annotate a mention of it, or remove the record")
