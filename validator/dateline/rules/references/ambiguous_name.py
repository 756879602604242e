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

from dateline.model.corpus import Corpus
from dateline.model.facts_names import Naming
from dateline.model.finding import Problem, Related
from dateline.model.names import compared, countries_before, countries_by_words, full_names, short_names
from dateline.model.records import Actor
from dateline.rules import rule


@rule("R513", "warning", since="1.0")
def ambiguous_name(corpus: Corpus) -> Iterator[Problem]:
    """A name that two actors of an article share means the one that was last named in full."""
    countries = countries_by_words(corpus.actors())
    for article in corpus.articles():
        ids = dict.fromkeys(ref.id for ref in article.references if ref.kind == "actor")
        actors = {name: actor for name in ids if (actor := corpus.actor(name))}
        named: dict[str, Naming] = {}  # in full, the last one at the end
        told: set[tuple[str, str]] = set()
        for naming in article.namings:
            if naming.form not in (None, "name") or (actor := actors.get(naming.actor)) is None:
                continue
            words = compared(naming.words)
            if words in full_names(actor) or actor.country in countries_before(naming, countries):
                named.pop(actor.id, None)
                named[actor.id] = naming
                continue
            last = next((name for name in reversed(named) if words in short_names(actors[name])), actor.id)
            if words in short_names(actor) and last != actor.id and (actor.id, words) not in told and _is_bare(naming, actor):
                told.add((actor.id, words))
                yield _problem(naming, named[last])


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
