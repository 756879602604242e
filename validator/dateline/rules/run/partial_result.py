r"""What was not judged is said.

A limit that is reached, or a copy that cannot be read, must not be taken for a text without faults.

## Wrong

```bytes texts/dl-2019-06-03-withheld.txt
Talks will go on in Seoul\xff
```

## Right

```text texts/dl-2019-06-03-withheld.txt
Talks will go on in Seoul, says the ministry of defence
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Problem
from dateline.model.place import Place
from dateline.rules import rule


@rule("C806", "warning", since="1.0")
def partial_result(run: Run) -> Iterator[Problem]:
    """What was not judged is said."""
    for skipped in run.skipped:
        if skipped.partial:
            yield Problem(f"not all was judged: {skipped.why}", Place(skipped.path), help="mend that, and check again")
