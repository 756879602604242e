"""A record has only the fields of its kind.

A misspelt field is read by nobody: what stands in it is silently lost.

## Wrong

```yaml actors/kor-mnd.yaml
short_name: [Defense Ministry]  # <-
```

## Right

```yaml actors/kor-mnd.yaml
short_names: [Defense Ministry]
```

## Fix

Unsafe: writes the field that was probably meant.
"""

from collections.abc import Iterator

from dateline.model.fault import UnknownField
from dateline.model.finding import Fix, Problem, Rename
from dateline.model.place import Place
from dateline.rules import rule


@rule("M102", "error", since="1.0")
def unknown_field(fault: UnknownField) -> Iterator[Problem]:
    """A record has only the fields of its kind."""
    nearest = fault.nearest
    advice = f'did you mean "{nearest}"?' if nearest else f"known here: {', '.join(fault.known)}"
    fix = Fix((Rename(fault.at, nearest),)) if nearest and isinstance(fault.at, Place) else None
    yield Problem(f'there is no field "{fault.field}" here', fault.at, help=advice, fix=fix, rests_on=(fault.at,))
