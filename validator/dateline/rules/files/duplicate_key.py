"""A key stands once in a map.

Most readers of YAML take the last of two and say nothing: the first one's work is lost.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    speaker: kor  # <-
    content: that talks [...] June 2
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    content: that talks [...] June 2
events:
  - {in: p1, text: talks, event: jpn-kor-ministers-2019-06, status: planned, time: t2, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.fault import DuplicateKey
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("F008", "error", since="1.0")
def duplicate_key(fault: DuplicateKey) -> Iterator[Problem]:
    """A key stands once in a map."""
    related = (Related(fault.first, "it stands here first"),)
    yield Problem(f'the key "{fault.key}" stands twice', fault.at, help="keep one of them", related=related)
