"""A file is named after the id of its record.

A record is found by its file's name; one that lies under another name is looked for in vain, or doubled.

## Wrong

```yaml actors/prk.yaml
schema: actor/1.0
id: north-korea  # <-
kind: state
name: North Korea
```

```yaml actors/kor.yaml
different_from: [north-korea]
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

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.records import Actor, Event
from dateline.rules import rule


@rule("F013", "error", since="1.0")
def name_is_not_id(record: Article | Actor | Event) -> Iterator[Problem]:
    """A file is named after the id of its record."""
    stem = PurePosixPath(record.at.file).stem
    if stem != record.id:
        message = f'the id is "{record.id}", but the file is named "{stem}.yaml"'
        advice = f'rename the file to "{record.id}.yaml", or mend the id'
        yield Problem(message, record.at / "id", help=advice, rests_on=(record.at / "id",))
