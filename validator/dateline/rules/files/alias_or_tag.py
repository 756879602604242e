"""A file has no anchors, aliases, merge keys, tags or second document.

Records are read by many programs in many languages; aliases can also grow without bound, and tags can run code.

## Wrong

```yaml actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
country: &c KOR  # <-
part_of: kor
```

## Right

```yaml actors/kor-mnd.yaml
country: KOR
```
"""

from collections.abc import Iterator

from dateline.model.fault import AliasOrTag
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F011", "error", since="1.0")
def alias_or_tag(fault: AliasOrTag) -> Iterator[Problem]:
    """A file has no anchors, aliases, merge keys, tags or second document."""
    yield Problem(f"{fault.what} is no part of a record", fault.at, help="write the value out, one record a file")
