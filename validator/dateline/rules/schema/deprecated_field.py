"""A record uses the fields of today.

A field that a newer one replaces is read until the next major version, and then no longer.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
instrument: a conference  # <-
```

```run
deprecate event instrument note
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
note: a conference
```

```run
deprecate event instrument note
```

## Fix

Safe: writes the name of the new field, where it does not stand beside the old one and takes the same value.
"""

from collections.abc import Iterator

from dateline.model.fault import DeprecatedField
from dateline.model.finding import Fix, Problem, Rename
from dateline.rules import rule


@rule("M109", "warning", since="1.0")
def deprecated_field(fault: DeprecatedField) -> Iterator[Problem]:
    """A record uses the fields of today."""
    since = f" since {fault.since}" if fault.since else ""
    message = f'the field "{fault.field}" is deprecated{since}'
    advice = f'its place is taken by "{fault.replaced_by}"' if fault.replaced_by else "leave it out"
    fix = Fix((Rename(fault.at, fault.replaced_by),), safe=True) if fault.replaced_by and fault.can_be_renamed else None
    yield Problem(message, fault.at, help=advice, fix=fix)
