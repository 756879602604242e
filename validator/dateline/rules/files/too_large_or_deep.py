"""A file is at most 1 MiB, its data nested at most 32 deep.

No record comes near these bounds; what passes them is a mistake or an attack on the reader.

## Wrong

```bytes actors/kor-mnd.yaml
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
```

## Right

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
```
"""

from collections.abc import Iterator

from dateline.model.fault import TooLargeOrDeep
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F012", "error", since="1.0")
def too_large_or_deep(fault: TooLargeOrDeep) -> Iterator[Problem]:
    """A file is at most 1 MiB, its data nested at most 32 deep."""
    yield Problem(f"{fault.what}, more than {fault.limit}", fault.at, help="check that this is the right file")
