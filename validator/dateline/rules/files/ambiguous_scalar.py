"""A value without quotation marks is the same to every reader of YAML.

NO is a country to you and "false" to many programs; 12:30 becomes 750, and a bare year becomes a number.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
date: 2019  # <-
```

```yaml actors/kor-mnd.yaml
note: NO  # <-
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
date: "2019"
```

```yaml actors/kor-mnd.yaml
note: "NO"
```

## Fix

Safe: puts it in quotation marks.
"""

from collections.abc import Iterator

from dateline.model.fault import AmbiguousScalar
from dateline.model.finding import Fix, Problem, Rename, Replace
from dateline.rules import rule


@rule("F009", "error", since="1.0")
def ambiguous_scalar(fault: AmbiguousScalar) -> Iterator[Problem]:
    """A value without quotation marks is the same to every reader of YAML."""
    quoted = f'"{fault.written}"'
    edit = Rename(fault.at, quoted) if fault.at.on_key else Replace(fault.at, fault.written, quoted=True)
    message = f"{quoted} without quotation marks is {fault.taken_for} to some readers of YAML"
    yield Problem(message, fault.at, help=f"write {quoted} in quotation marks", fix=Fix((edit,), safe=True))
