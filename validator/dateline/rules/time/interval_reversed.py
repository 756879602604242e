"""What has a beginning and an end begins before it ends.

A reversed interval holds no day, so that nothing can agree with it and every comparison is wrong.

## Wrong

```yaml events/shangri-la-dialogue-2019.yaml
date: 2019-06-02/2019-05-31  # <-
```

```yaml actors/takeshi-iwaya.yaml
posts:
  - id: defence-minister
    title: Minister of Defense
    of: jpn
    start: 2019-09-11
    end: 2018-10-02  # <-
```

## Right

```yaml events/shangri-la-dialogue-2019.yaml
date: 2019-05-31/2019-06-02
```
"""

from collections.abc import Iterator

from dateline.model.edtf import EdtfInterval
from dateline.model.finding import Problem, Related
from dateline.model.placed import Dated, is_before
from dateline.model.records import Actor, Record
from dateline.rules import rule


@rule("T302", "error", since="1.0")
def interval_reversed(record: Record) -> Iterator[Problem]:
    """What has a beginning and an end begins before it ends."""
    for dated in record.dates():
        if isinstance(dated.value, EdtfInterval) and dated.value.is_reversed:
            message = f'"{dated.value}" ends before it begins'
            yield Problem(message, dated.at, help="write the earlier date first")
    if isinstance(record, Actor):
        for start, end in [(record.start, record.end), *((post.start, post.end) for post in record.posts)]:
            yield from _reversed(start, end)


def _reversed(start: Dated | None, end: Dated | None) -> Iterator[Problem]:
    if start and end and is_before(end, start):
        message = f"the end, {end.value}, lies before the start, {start.value}"
        related = (Related(start.at, "the start"),)
        yield Problem(message, end.at, help="mend the one that is wrong", related=related)
