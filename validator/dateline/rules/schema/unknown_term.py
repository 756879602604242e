"""A term is one of its vocabulary.

Closed lists make counts possible; a word that only one annotator uses is counted by nobody.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
type: consulted  # <-
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
type: consult
```

## Fix

Unsafe: writes the term that was probably meant.
"""

from collections.abc import Iterator

from dateline.model.fault import UnknownTerm
from dateline.model.finding import Fix, Problem, Replace
from dateline.model.place import Place
from dateline.rules import rule


@rule("M104", "error", since="1.0")
def unknown_term(fault: UnknownTerm) -> Iterator[Problem]:
    """A term is one of its vocabulary."""
    nearest, most = fault.nearest, 24
    shown = ", ".join(fault.terms[:most]) + (", ..." if len(fault.terms) > most else "")
    advice = f'did you mean "{nearest}"?' if nearest else f"the terms are: {shown}"
    is_value = isinstance(fault.at, Place) and not fault.at.on_key
    fix = Fix((Replace(fault.at, nearest),)) if nearest and is_value and isinstance(fault.at, Place) else None
    yield Problem(f'"{fault.term}" is no term of this list', fault.at, help=advice, fix=fix, rests_on=(fault.at,))
