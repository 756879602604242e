"""What responds to an event, is caused by it or resumes it does not begin before it.

A response that comes first is a wrong date or a relation the wrong way round.

## Wrong

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
responds_to: [jpn-kor-ministers-2019-06]  # <-
```

## Right

```yaml events/jpn-kor-ministers-2019-06.yaml
responds_to: [kor-jpn-radar-lock-on-2018-12]
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.edtf import starts_surely_before
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E608", "error", since="1.0")
def effect_before_cause(registry: Registry) -> Iterator[Problem]:
    """What responds to an event, is caused by it or resumes it does not begin before it."""
    for event in registry.events:
        relations = [("responds to", ref) for ref in event.responds_to]
        relations += [("is caused by", ref) for ref in event.caused_by]
        relations += [("resumes", ref) for ref in (event.resumes,) if ref]
        for relation, ref in relations:
            cause = registry.event(ref.id)
            if event.date is None or cause is None or cause.date is None:
                continue
            if starts_surely_before(event.date.value, cause.date.value):
                message = f'this event of {event.date.value} {relation} "{cause.id}", which is later: {cause.date.value}'
                related = (Related(event.date.at, "this event"), Related(cause.date.at, "the other"))
                advice, bases = "turn the relation round, or mend a date", (event.date.at, cause.date.at)
                yield Problem(message, ref.at, help=advice, related=related, rests_on=bases)
