"""A record lies in the folder of its kind.

The folder tells readers and tools what to expect; a record in another one is found by nobody.

## Wrong

```yaml articles/chn.yaml
schema: actor/1.0  # <-
id: chn
kind: state
name: China
different_from: [kor]
```

```yaml actors/kor.yaml
different_from: [chn]
```

## Right

```yaml actors/chn.yaml
schema: actor/1.0
id: chn
kind: state
name: China
```

```yaml actors/kor.yaml
different_from: [chn]
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.records import Actor, Event, Record
from dateline.rules import rule

_FOLDERS = {Article: "articles", Actor: "actors", Event: "events"}


@rule("F019", "error", since="1.0")
def wrong_folder(record: Record) -> Iterator[Problem]:
    """A record lies in the folder of its kind."""
    wanted = _FOLDERS.get(type(record), "")
    if record.at.file.rpartition("/")[0] != wanted:
        kind = record.__class__.__name__.lower()
        kind = f"{'an' if kind[0] in 'ae' else 'a'} {kind}" if wanted else "a manifest"
        place = f'the folder "{wanted}"' if wanted else "the corpus itself"
        yield Problem(f"this is {kind}, but it lies in another folder", record.at / "schema", help=f"move it to {place}")
