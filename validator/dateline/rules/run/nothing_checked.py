"""A run checks something.

A clean report on nothing is the most dangerous of all: a misspelt folder would pass every merge.

## Wrong

```run
remove a*/*.yaml
remove events/*.yaml
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


@rule("C805", "error", since="1.0")
def nothing_checked(run: Run) -> Iterator[Problem]:
    """A run checks something."""
    if not run.files:
        message = "nothing was checked: the corpus holds no record, or none of the files named is one"
        advice = "records lie in articles/, actors/ and events/ and end in .yaml"
        yield Problem(message, Place("dateline.yaml"), help=advice)
