"""What one side says and another denies is disputed.

Claimed means that nobody has denied it. A quote that denies the event settles that; a denial that was taken back does not count.

## Wrong

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
status: claimed  # <-
```

## Right

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
status: disputed
```
"""

from collections.abc import Iterator

from dateline.model.facts.events import SIDES
from dateline.model.finding import Problem, Related
from dateline.model.gathered import Coverage
from dateline.rules import rule


@rule("E624", "warning", since="1.0")
def claimed_though_denied(coverage: Coverage) -> Iterator[Problem]:
    """What one side says and another denies is disputed."""
    stances = coverage.stances
    if "retracts" in stances or any(stances.isdisjoint(side) for side in SIDES.values()):  # disputed would be as wrong
        return
    denial = next(taken for taken in coverage.taken if taken.stance in SIDES["denies"])
    for event in coverage.events:
        if event.status == "claimed":
            yield Problem(
                f'"{event.id}" is called claimed, but a quote denies it',
                event.at / "status",
                help="call it disputed, or mend the stance of the quote or its event",
                related=(Related(denial.at, "the denial"),),
                rests_on=(denial.at,),
            )
