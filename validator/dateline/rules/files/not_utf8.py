r"""A file is UTF-8.

Another encoding turns names into other names on somebody else's machine, and nobody notices before the export.

## Wrong

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: Jos\xe9
```

## Right

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: Jos\xc3\xa9
```
"""

from collections.abc import Iterator

from dateline.model.fault import NotUtf8
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F001", "error", since="1.0")
def not_utf8(fault: NotUtf8) -> Iterator[Problem]:
    """A file is UTF-8."""
    yield Problem(
        f"the byte 0x{fault.byte:02x} is not UTF-8",
        fault.at,
        help="save the file as UTF-8: most editors do so by 'save with encoding'",
    )
