"""An id names a record of the corpus.

An id that leads nowhere cuts an annotation off from everything that the corpus knows.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Seoul, actor: kor-mdn, form: metonym}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
```

## Fix

Unsafe: writes the id that was probably meant.
"""

from collections.abc import Iterator

from dateline.model.corpus import Census
from dateline.model.finding import Fix, Problem, Replace
from dateline.rules import rule


@rule("R501", "error", since="1.0")
def dangling_reference(census: Census) -> Iterator[Problem]:
    """An id names a record of the corpus."""
    renames = dict(census.manifest.renames) if census.manifest else {}
    for reference in census.loose:
        if census.is_known(reference.kind, reference.id) or census.kinds_of(reference.id):
            continue
        near = renames.get(reference.id)
        advice = f'it is now called "{near}"'
        if near is None:
            from difflib import get_close_matches  # noqa: PLC0415 - what only an id that is not found needs

            near = next(iter(get_close_matches(reference.id, census.names(reference.kind), n=1, cutoff=0.75)), None)
            advice = f'did you mean "{near}"?' if near else f"add it as {reference.kind}s/{reference.id}.yaml"
        fix = Fix((Replace(reference.at, near),)) if near and not reference.at.on_key else None
        message = f'there is no {reference.kind} "{reference.id}"'
        yield Problem(message, reference.at, help=advice, fix=fix, rests_on=(reference.at,))
