"""What lies among the records is a record.

A file that no kind of record claims is never read: its author believes that it was checked.

## Wrong

```bytes actors/kor-mnd.yml
schema: actor/1.0
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

from dateline.model.fault import Unclaimed
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F015", "warning", since="1.0")
def unrecognised_file(fault: Unclaimed) -> Iterator[Problem]:
    """What lies among the records is a record."""
    yield Problem(f"this is not read: {fault.why}", fault.at, help="rename it, or move it out of the folder")
