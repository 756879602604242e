"""Fields that stand together fit together.

A mention of an actor that is also a place means neither: nobody can count it.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Seoul, actor: kor, place: Seoul}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
```
"""

from collections.abc import Iterator

from dateline.model.fault import WrongCombination
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("M107", "error", since="1.0")
def wrong_combination(fault: WrongCombination) -> Iterator[Problem]:
    """Fields that stand together fit together."""
    yield Problem(fault.form, fault.at, help="keep what is meant, and take the other away")
