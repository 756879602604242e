"""A metonym is one of those of its actor.

"Tokyo" for South Korea is the slip that a hurried annotator makes most easily, and no spelling check sees it.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Tokyo, actor: kor, form: metonym}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [times, quotes, events]}
mentions:
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading
from dateline.model.finding import Problem
from dateline.model.names import compared
from dateline.rules import rule


@rule("R514", "error", since="1.0")
def unknown_metonym(reading: Reading) -> Iterator[Problem]:
    """A metonym is one of those of its actor."""
    for use in reading.article.metonyms:
        actor = reading.actor(use.actor)
        if actor is None:
            continue
        if compared(use.words) not in {compared(name) for name in actor.metonyms}:
            known = ", ".join(actor.metonyms)
            message = f'"{use.words}" is no metonym of {use.actor}'
            advice = f"its metonyms are: {known}" if known else "add it to the actor's metonyms, or mend the form"
            yield Problem(message, use.at, help=advice, rests_on=use.rests_on)
