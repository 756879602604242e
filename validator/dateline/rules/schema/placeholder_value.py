"""A value says something, and does not stand for one that is to come.

`TODO` passes for a name, a note or a source in every program that reads the data. A field that is left out is honest.

## Wrong

```yaml actors/kor-mnd.yaml
note: TODO  # <-
```

```yaml
published: TBD  # <-
```

## Right

```yaml actors/kor-mnd.yaml
note: The ministry keeps a list of things to do.
```
"""

from collections.abc import Iterator

from dateline.model.fault import PlaceholderValue
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M110", "error", since="1.0")
def placeholder_value(fault: PlaceholderValue) -> Iterator[Problem]:
    """A value says something, and does not stand for one that is to come."""
    message = f'"{fault.written}" stands for a value that is to come'
    yield Problem(message, fault.at, help="write the value, or leave the field out until it is known")
