"""Every waiver waives something.

What it accepted has been mended, or its record or its place is another one now. Left standing, it would hide the next mistake
there, and nobody would be told.

It is told only where everything was looked for that it could waive: not of a rule that was not asked, not of an article
whose text was not at hand, and not while an error stands that may hide what it is for.

## Wrong

```yaml dateline.yaml
waivers:
  - {rule: orphan, record: kor, reason: the articles on it are to follow}  # <-
```

## Right

```yaml dateline.yaml
waivers:
  - {rule: orphan, record: prk, reason: the articles on it are to follow}
```

```yaml actors/prk.yaml
schema: actor/1.0
id: prk
kind: state
name: North Korea
```

## Fix

Safe: takes the waiver out.
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Fix, Problem, Remove
from dateline.model.place import Place
from dateline.model.records import Waiver
from dateline.rules import rule


@rule("C801", "warning", since="1.0")
def unused_waiver(run: Run) -> Iterator[Problem]:
    """Every waiver waives something."""
    for waiver in run.idle_waivers:
        where = f' at "{waiver.pointer}"' if waiver.pointer else ""
        message = f'this waives nothing: no finding of "{waiver.rule}" in "{waiver.record}"{where} can be waived'
        advice = 'take it out, or mend its "rule", "record" or "at"'
        yield Problem(message, waiver.at, help=advice, fix=Fix((Remove(_of_no_use(waiver, run)),), safe=True))


def _of_no_use(waiver: Waiver, run: Run) -> Place:
    """The waiver, and with the last one the list."""
    manifest = run.census.manifest
    is_last = manifest is not None and len(manifest.waivers) == 1
    return Place(waiver.at.file, waiver.at.steps[:-1]) if is_last else waiver.at
