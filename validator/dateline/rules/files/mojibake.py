r"""Text was not read in the wrong encoding before it came here.

Quotation marks and accents that were once misread never match the words of the article again.

## Wrong

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: \xc3\xa2\xe2\x82\xac\xc5\x93We are
```

## Right

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: We are
```

## Fix

Unsafe: writes what was meant.
"""

from collections.abc import Iterator

from dateline.model.fault import Mojibake
from dateline.model.finding import Fix, Problem, Rewrite
from dateline.model.place import Mark
from dateline.rules import rule


@rule("F006", "warning", since="1.0")
def mojibake(fault: Mojibake) -> Iterator[Problem]:
    """Text was not read in the wrong encoding before it came here."""
    fix = Fix((Rewrite(fault.at, fault.meant),)) if isinstance(fault.at, Mark) else None
    message = f'"{fault.seen}" is "{fault.meant}" read in the wrong encoding'
    yield Problem(message, fault.at, help=f'write "{fault.meant}"', fix=fix)
