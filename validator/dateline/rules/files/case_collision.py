"""Names of files differ by more than their capitals.

On Windows and macOS `KOR-MND.yaml` and `kor-mnd.yaml` are one file: a checkout there keeps one of the two records, and
nobody is told which.

## Wrong

```yaml actors/KOR-MND.yaml
schema: actor/1.0
id: kor-mnd  # <-
kind: public-body
name: Ministry of National Defense
short_names: [Defense Ministry]
part_of: kor
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

from dateline.model.fault import CaseCollision
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("F014", "error", since="1.0")
def case_collision(fault: CaseCollision) -> Iterator[Problem]:
    """Names of files differ by more than their capitals."""
    message = f'"{fault.at.file}" and "{fault.other.file}" are one file on many computers'
    related = (Related(fault.other, "the other file"),)
    yield Problem(message, fault.at, help="rename one of them, or make one record of both", related=related)
