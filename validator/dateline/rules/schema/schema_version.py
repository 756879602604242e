"""The first line says which version of which schema a record follows.

Without a version nobody knows by which rules a file was written, and an old program would misread a new file.

## Wrong

```yaml actors/kor-mnd.yaml
schema: actor/2.0  # <-
```

## Right

```yaml actors/kor-mnd.yaml
schema: actor/1.0
```
"""

from collections.abc import Iterator

from dateline.model.fault import UnknownVersion
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M108", "error", since="1.0")
def schema_version(fault: UnknownVersion) -> Iterator[Problem]:
    """The first line says which version of which schema a record follows."""
    (known,) = fault.known
    message = "the field \"schema\" is missing" if fault.version is None else f'this program knows no schema "{fault.version}"'
    yield Problem(message, fault.at, help=f'write "schema: {known}", or use a newer dateline for a newer schema')
