"""Every file among the records can be read.

What cannot be read is not checked, and must not look as if it had been.

## Wrong

```run
folder actors/x.yaml
```

## Right

```yaml actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
```
"""

from collections.abc import Iterator

from dateline.model.fault import Unreadable
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F018", "error", since="1.0")
def unreadable_file(fault: Unreadable) -> Iterator[Problem]:
    """Every file among the records can be read."""
    yield Problem(f"the file cannot be read: {fault.why}", fault.at, help="mend or remove it")
