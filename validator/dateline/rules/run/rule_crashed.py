"""No rule fails.

An error of this program must never look like a clean file: it is told, and the run ends with exit code 3.

## Wrong

```run
crash weekday-mismatch
```

## Right

```run
as-of 2026-11-23
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Problem
from dateline.model.place import Place
from dateline.rules import rule


@rule("C804", "error", since="1.0")
def rule_crashed(run: Run) -> Iterator[Problem]:
    """No rule fails."""
    for crash in run.crashes:
        message = f'the rule "{crash.rule}" failed: {crash.what}'
        yield Problem(message, Place(crash.path), help="this is an error of dateline: please report it with the file")
