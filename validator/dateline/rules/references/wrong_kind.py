"""An id names a record of the kind that the field asks for.

A speaker that is an event is a slip of completion: right letters, wrong folder.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Seoul, actor: shangri-la-dialogue-2019}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Census
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("R503", "error", since="1.0")
def wrong_kind(census: Census) -> Iterator[Problem]:
    """An id names a record of the kind that the field asks for."""
    for reference in census.loose:
        kinds = census.kinds_of(reference.id)
        if kinds and reference.kind not in kinds and not census.is_known(reference.kind, reference.id):
            message = f'"{reference.id}" is an {kinds[0]}, but this field names an {reference.kind}'
            yield Problem(message, reference.at, help=f"name an {reference.kind}")
