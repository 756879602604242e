r"""Text is in Unicode's normal form C.

One name typed on two machines is two different strings, and nothing that looks it up finds both.

## Wrong

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: Jose\xcc\x81
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

## Fix

Safe: writes the line in NFC.
"""

from collections.abc import Iterator

from dateline.model.fault import NotNfc
from dateline.model.finding import Fix, Problem, Rewrite
from dateline.model.place import Mark
from dateline.rules import rule


@rule("F005", "warning", since="1.0")
def not_nfc(fault: NotNfc) -> Iterator[Problem]:
    """Text is in Unicode's normal form C."""
    fix = Fix((Rewrite(fault.at, fault.composed),), safe=True) if isinstance(fault.at, Mark) else None
    yield Problem(
        "this line has letters and accents as separate characters",
        fault.at,
        help="write it in normal form C (NFC)",
        fix=fix,
    )
