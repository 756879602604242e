"""A record has every field that its kind requires.

A field that is missing is a question that every reader of the data has to ask again.

## Wrong

```yaml events/x-talks-2019.yaml
schema: event/1.0  # <-
id: x-talks-2019
label: Talks
type: consult
```

## Right

```yaml actors/kor-mnd.yaml
name: Ministry of National Defense
```
"""

from collections.abc import Iterator

from dateline.model.fault import MissingField
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M101", "error", since="1.0")
def missing_field(fault: MissingField) -> Iterator[Problem]:
    """A record has every field that its kind requires."""
    yield Problem(f'the field "{fault.field}" is missing', fault.at, help=fault.advice)
