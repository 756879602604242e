"""An id belongs to one record of its kind.

With two records of one id, nobody knows which of them a reference means.

## Wrong

```yaml actors/rok.yaml
schema: actor/1.0
id: kor  # <-
kind: state
name: Korea
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
from pathlib import PurePosixPath

from dateline.model.corpus import Census
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("R502", "error", since="1.0")
def duplicate_id(census: Census) -> Iterator[Problem]:
    """An id belongs to one record of its kind."""
    for group in census.doubled():
        # the record whose file is named after the id keeps it
        first, *others = sorted(group, key=lambda head: (PurePosixPath(head.at.file).stem != head.id, head.at.file))
        for other in others:
            related = (Related(first.at / "id", "it belongs to this record"),)
            advice = "give this record an id of its own, or make one record of both"
            at = other.at / "id"
            yield Problem(f'the id "{other.id}" is taken', at, help=advice, related=related, rests_on=(at,))
