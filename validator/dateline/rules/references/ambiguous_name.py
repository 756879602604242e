"""A name that two actors of an article share means the one that was last named in full.

Readers take "the Defense Ministry" for the one they have just read of; where the annotation means another, one of the two is
wrong.

## Wrong

```yaml actors/jpn-mod.yaml
schema: actor/1.0
id: jpn-mod
kind: public-body
name: Ministry of Defense
short_names: [Defense Ministry]
part_of: jpn
country: JPN
```

```yaml articles/dl-2019-06-02-meeting.yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Ministers meet at Shangri-La Dialogue}
    - {id: p1, text: "Seoul's Defense Ministry met Tokyo's Defense Ministry on Saturday before the Defense Ministry left."}
    - {id: p2, text: "Japan says that a radar was aimed at its aircraft; South Korea denies it."}
mentions:
  - {in: p1, text: Defense Ministry, nth: 1, actor: kor-mnd}
  - {in: p1, text: Defense Ministry, nth: 2, actor: jpn-mod}
  - {in: p1, text: Defense Ministry, nth: 3, actor: kor-mnd}  # <-
  - {in: p2, text: Japan, actor: jpn}
  - {in: p2, text: South Korea, actor: kor}
```

## Right

```yaml actors/jpn-mod.yaml
schema: actor/1.0
id: jpn-mod
kind: public-body
name: Ministry of Defense
short_names: [Defense Ministry]
part_of: jpn
country: JPN
```

```yaml articles/dl-2019-06-02-meeting.yaml
text:
  status: inline
  blocks:
    - {id: h1, text: Ministers meet at Shangri-La Dialogue}
    - {id: p1, text: "Seoul's Defense Ministry met Tokyo's Defense Ministry on Saturday before the Defense Ministry left."}
    - {id: p2, text: "Japan says that a radar was aimed at its aircraft; South Korea denies it."}
mentions:
  - {in: p1, text: Defense Ministry, nth: 1, actor: kor-mnd}
  - {in: p1, text: Defense Ministry, nth: 2, actor: jpn-mod}
  - {in: p1, text: Defense Ministry, nth: 3, actor: jpn-mod}
  - {in: p2, text: Japan, actor: jpn}
  - {in: p2, text: South Korea, actor: kor}
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Reading, Registry
from dateline.model.facts.names import Naming
from dateline.model.finding import Problem, Related
from dateline.model.names import compared, countries_before, countries_in, full_names_in, short_names_in
from dateline.model.records import Actor
from dateline.rules import rule


@rule("R513", "warning", since="1.0")
def ambiguous_name(reading: Reading) -> Iterator[Problem]:
    """A name that two actors of an article share means the one that was last named in full."""
    countries, full = reading.registry.derived(countries_in), reading.registry.derived(full_names_in)
    told: set[tuple[str, str]] = set()
    named: dict[str, tuple[Naming, Actor]] = {}  # in full, the last one at the end
    for naming in reading.article.namings:
        actor = reading.actor(naming.actor)
        if actor is None or naming.form not in (None, "name"):
            continue
        words = compared(naming.words)
        last, is_full = _last_named(reading.registry, words, actor, named), words in full[actor.id]
        may_mean = last and last.actor != actor.id and _is_bare(naming, actor) and (actor.id, naming.words) not in told
        # the words before a name are looked at last: that takes longer than all the rest
        says_country = (may_mean or not is_full) and actor.country in countries_before(naming, countries)
        if last and may_mean and not says_country:
            told.add((actor.id, naming.words))
            yield _problem(naming, last)
        if says_country or is_full:
            named.pop(actor.id, None)
            named[actor.id] = (naming, actor)


def _last_named(registry: Registry, words: str, actor: Actor, named: dict[str, tuple[Naming, Actor]]) -> Naming | None:
    """The last naming in full of an actor whom the words fit as well as this one, by a full name or by a short one."""
    names = registry.derived(full_names_in)
    if words not in names[actor.id]:
        names = registry.derived(short_names_in)
    if words not in names[actor.id]:
        return None
    return next((naming for naming, other in reversed(named.values()) if words in names[other.id]), None)


def _is_bare(naming: Naming, actor: Actor) -> bool:
    """Whether nothing but the name says who is meant: no office, and no country that cannot be seen."""
    return naming.post is None and (actor.kind == "person" or naming.before is not None)


def _problem(naming: Naming, rival: Naming) -> Problem:
    return Problem(
        f'"{naming.words}" is linked to {naming.actor}, but may mean {rival.actor}, which was last named in full',
        naming.at,
        help=f"link it to {rival.actor}; if another word of the text says that {naming.actor} is meant, waive this",
        related=(Related(rival.at, f"{rival.actor} is named here"),),
        rests_on=(naming.at, naming.actor_at, rival.at, rival.actor_at),
    )
