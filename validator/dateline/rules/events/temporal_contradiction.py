"""What all records say of the order in time can hold together.

Each statement may look right in its own file: that talks are part of a forum, that a protest came after them, and that the
protest is of the year before the forum. Together they leave no order of events, and every timeline drawn from them is wrong.

The day begins at another time in another country: a contradiction of one day counts only between events of one country. After a
hundred of them among events that hang together no more are looked for: mend these first.

## Wrong

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
date: 2018-12-20
order: {after: [jpn-kor-ministers-2019-06]}  # <-
```

```yaml events/jpn-kor-ministers-2019-06.yaml
date: 2019-06?
part_of: shangri-la-dialogue-2019
```

## Right

```yaml events/kor-jpn-radar-lock-on-2018-12.yaml
order: {before: [jpn-kor-ministers-2019-06]}
```
"""

from collections.abc import Iterator
from itertools import islice

from dateline.model.finding import Problem, Related
from dateline.model.gathered import Chronicle
from dateline.model.timeline import contradictions_in
from dateline.rules import rule

_MOST = 100  # nobody mends more at once, and a corpus may be made to have millions


@rule("E609", "error", since="1.0")
def temporal_contradiction(chronicle: Chronicle) -> Iterator[Problem]:
    """What all records say of the order in time can hold together."""
    for found in islice(contradictions_in(chronicle), _MOST):
        yield Problem(
            f"these cannot all hold: {'; '.join(said.words for said in found.chain)}",
            found.newest.at,
            help="mend the date or the relation that is wrong: without any one of them the others can hold",
            related=tuple(Related(said.at, said.words) for said in found.chain if said is not found.newest),
            rests_on=tuple(place for said in found.chain for place in said.rests_on),
        )
