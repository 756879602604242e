"""A field holds what its kind says: text, a number, a list or a map.

A list where text is expected breaks every program that reads the data, each in its own way.

## Wrong

```yaml actors/kor-mnd.yaml
short_names: Defense Ministry  # <-
```

## Right

```yaml actors/kor-mnd.yaml
short_names: [Defense Ministry]
```
"""

from collections.abc import Iterator

from dateline.model.fault import WrongType
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M103", "error", since="1.0")
def wrong_type(fault: WrongType) -> Iterator[Problem]:
    """A field holds what its kind says: text, a number, a list or a map."""
    message = f"{fault.wanted} must stand here, but there is {fault.found}"
    advice = "put it into brackets: [...]" if fault.wanted == "a list" and fault.found.startswith("the text") else f"write {fault.wanted}"
    yield Problem(message, fault.at, help=advice, rests_on=(fault.at,))
