"""A rule named in the manifest exists.

A misspelt name switches nothing off, or waives nothing, and nobody is told.

## Wrong

```yaml dateline.yaml
ignore: [weekday-mismatched]  # <-
```

## Right

```yaml dateline.yaml
ignore: [weekday-mismatch]
```

## Fix

Unsafe: takes the nearest name.
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Fix, Problem, Replace
from dateline.rules import rule


@rule("C803", "error", since="1.0")
def unknown_rule(run: Run) -> Iterator[Problem]:
    """A rule named in the manifest exists."""
    manifest = run.census.manifest
    for ref in manifest.rule_names if manifest else ():
        if any(name == ref.id or (ref.id[:1].isupper() and name.startswith(ref.id)) for name in run.rule_names):
            continue
        from difflib import get_close_matches  # noqa: PLC0415 - what only a name that is none needs

        near = next(iter(get_close_matches(ref.id, sorted(run.rule_names), n=1)), None)
        advice = f'did you mean "{near}"?' if near else 'see the names with "dateline rules"'
        fix = Fix((Replace(ref.at, near),)) if near and not ref.at.on_key else None
        yield Problem(f'there is no rule "{ref.id}"', ref.at, help=advice, fix=fix)
