"""Annotators and reviewers are listed in the manifest.

Whoever asks about an annotation has to find whom to ask.

## Wrong

```yaml
annotation: {by: [third], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times, quotes, events]}  # <-
```

## Right

```yaml
annotation: {by: [first], reviewed_by: [second], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, times, quotes, events]}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("P703", "error", since="1.0")
def unknown_annotator(reading: Reading) -> Iterator[Problem]:
    """Annotators and reviewers are listed in the manifest."""
    manifest = reading.registry.manifest
    if manifest is None:
        return
    for reference in reading.article.references:
        if reference.kind == "annotator" and reference.id not in manifest.annotators:
            message = f'"{reference.id}" is no annotator of dateline.yaml'
            advice = f"add it there, or name one of: {', '.join(manifest.annotators)}"
            yield Problem(message, reference.at, help=advice, rests_on=(reference.at,))
