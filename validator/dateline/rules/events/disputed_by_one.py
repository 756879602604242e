"""What is called disputed is asserted by one source and denied by another.

A claim that nobody has denied is claimed, not disputed; who denies it is the news. Who says that it may be so says it, too.

## Wrong

```yaml events/jpn-kor-ministers-2019-06.yaml
status: disputed  # <-
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
status: claimed
```
"""

from collections.abc import Iterator

from dateline.model.facts.events import SIDES
from dateline.model.finding import Problem
from dateline.model.gathered import Coverage
from dateline.model.place import Place
from dateline.rules import rule


@rule("E612", "warning", since="1.0")
def disputed_by_one(coverage: Coverage) -> Iterator[Problem]:
    """What is called disputed is asserted by one source and denied by another."""
    for event in coverage.events:
        if event.status == "disputed":
            yield from _one_sided(coverage, event.at / "status")
    for mention in coverage.presented if any(event.status != "disputed" for event in coverage.events[:1]) else ():
        if mention.status == "disputed":
            yield from _one_sided(coverage, mention.status_at)


def _one_sided(coverage: Coverage, at: Place) -> Iterator[Problem]:
    absent = [side for side, stances in SIDES.items() if stances.isdisjoint(coverage.stances)]
    if absent and not coverage.articles_unread:
        message = f'"{coverage.value}" is called disputed, but no quote {" or ".join(absent)} it'
        yield Problem(message, at, help="add the quote with its stance under about, or call it claimed")
