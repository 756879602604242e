"""An id has the form of ids.

Ids are names of files and parts of addresses: capitals, spaces and accents break on somebody's machine.

## Wrong

```yaml actors/kor-mnd.yaml
different_from: [Jeong KD]  # <-
```

## Right

```yaml actors/kor-mnd.yaml
different_from: [kor]
```
"""

from collections.abc import Iterator

from dateline.model.fault import BadId
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M105", "error", since="1.0")
def bad_id(fault: BadId) -> Iterator[Problem]:
    """An id has the form of ids."""
    yield Problem(f'"{fault.value}" is no {fault.kind}', fault.at, help=fault.form, rests_on=(fault.at,))
