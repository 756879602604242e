r"""A file holds no character that nobody can see.

A zero-width space splits a name in two, and a bidi override shows a reviewer another text than the one that is merged.

## Wrong

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: Roh\xe2\x80\x8b Jae-chun
```

## Right

```bytes actors/kor-mnd.yaml
schema: actor/1.0
id: kor-mnd
kind: public-body
name: Defense Ministry
part_of: kor
note: Roh Jae-chun
```
"""

import unicodedata
from collections.abc import Iterator

from dateline.model.fault import InvisibleCharacter
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("F004", "error", since="1.0")
def invisible_characters(fault: InvisibleCharacter) -> Iterator[Problem]:
    """A file holds no character that nobody can see."""
    name = unicodedata.name(fault.character, "a control character")
    times = f", {fault.count} times in this file" if fault.count > 1 else ""
    written = ", written as an escape," if fault.escaped else ""
    message = f"U+{ord(fault.character):04X} ({name.lower()}){written} cannot be seen{times}"
    yield Problem(message, fault.at, help="remove it; joiners may stand only where a script or an emoji needs them")
