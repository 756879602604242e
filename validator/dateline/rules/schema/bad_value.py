"""A value has the form that its field asks for.

A date as people write it orders nothing, and every program reads it in its own way.

## Wrong

```yaml
published: 21 May 2019  # <-
```

## Right

```yaml
published: 2019-05-21
```
"""

from collections.abc import Iterator

from dateline.model.fault import BadValue
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M106", "error", since="1.0")
def bad_value(fault: BadValue) -> Iterator[Problem]:
    """A value has the form that its field asks for."""
    said = f'"{fault.value}" is no {fault.kind}' if fault.value else f"the {fault.kind} is empty"
    yield Problem(said, fault.at, help=fault.form, rests_on=(fault.at,))
