"""A waiver holds until its day.

A waiver with a day is a promise: until then it is accepted, and then it is mended or decided anew. From the day after, what it
waived is told again.

## Wrong

```yaml dateline.yaml
waivers:
  - rule: orphan
    record: kor
    reason: the articles on it are to follow
    until: 2019-12-31  # <-
```

## Right

```yaml dateline.yaml
waivers:
  - {rule: orphan, record: prk, reason: the articles on it are to follow, until: 2999-12-31}
```

```yaml actors/prk.yaml
schema: actor/1.0
id: prk
kind: state
name: North Korea
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Run
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("C802", "error", since="1.0")
def expired_waiver(run: Run) -> Iterator[Problem]:
    """A waiver holds until its day."""
    manifest = run.census.manifest
    for waiver in manifest.waivers if manifest else ():
        if waiver.is_expired(run.as_of):
            until = waiver.until.value if waiver.until else ""
            message = f'the waiver of "{waiver.rule}" in "{waiver.record}" held until {until}, and today is {run.as_of}'
            advice = "mend what it waived and take it out, or decide anew and give it a later day"
            yield Problem(message, waiver.at / "until", help=advice)
