"""Where the mentions are said to be complete, every known name is one.

Whoever counts how often somebody is named trusts `complete`. Only names in full are looked for: of persons and bodies `name`
and `aliases` of several words or in capitals, of states the `name` and abbreviations; no surnames, no adjectives, no capitals
of countries, and nothing inside a longer name or before "'s".

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions]}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Jeong Kyeong-doo went to Singapore, where he met Takeshi Iwaya."}  # <-
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo}
  - {in: p1, text: Singapore, place: Singapore}
times: []
quotes: []
events: []
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions]}
text:
  status: inline
  blocks:
    - {id: h1, text: Seoul seeks talks with Tokyo}
    - {id: p1, text: "Jeong Kyeong-doo went to Singapore, where he met Takeshi Iwaya."}
mentions:
  - {in: h1, text: Seoul, actor: kor, form: metonym}
  - {in: h1, text: Tokyo, actor: jpn, form: metonym}
  - {in: p1, text: Jeong Kyeong-doo, actor: jeong-kyeong-doo}
  - {in: p1, text: Singapore, place: Singapore}
  - {in: p1, text: Takeshi Iwaya, actor: takeshi-iwaya}
times: []
quotes: []
events: []
```
"""

from collections.abc import Iterator
from typing import NamedTuple

from dateline.model.corpus import Reading, Registry
from dateline.model.facts.unmarked import UnmarkedWords, first_of, name_key
from dateline.model.finding import Problem, Related
from dateline.model.place import Place
from dateline.model.records import Actor
from dateline.rules import rule

_SHORTEST = 3  # letters of an abbreviation that is not a word by chance


@rule("A219", "warning", since="1.0")
def unmarked_name(reading: Reading) -> Iterator[Problem]:
    """Where the mentions are said to be complete, every known name is one."""
    known = reading.registry.derived(_bearers)
    told: set[str] = set()  # ids and names: these begin with a capital, and those do not
    for words in reading.article.unmarked(reading.registry.derived(_firsts)):
        for bearer in known.get(words.words, ()):
            if _names(words, bearer) and not told & {bearer.id, words.words}:
                told |= {bearer.id, words.words}
                message = f'"{bearer.name}" stands in {words.block}, and no mention marks it'
                related = (Related(bearer.at / "name", "whose name it is"),)
                advice = "annotate it, or take mentions out of complete"
                yield Problem(message, words.at, help=advice, related=related)


def _firsts(registry: Registry) -> frozenset[str]:
    """The words with which names begin."""
    return frozenset(map(first_of, registry.derived(_bearers)))


class _Bearer(NamedTuple):
    """Who has a name: of an actor no more than is asked for, since all of them are held."""

    id: str
    at: Place
    name: str
    titles: tuple[str, ...]


def _bearers(registry: Registry) -> dict[str, list[_Bearer]]:
    """The actors by the keys of their names."""
    known: dict[str, list[_Bearer]] = {}
    for actor in registry.actors:
        for name in _names_in_full(actor):
            titles = tuple(post.title for post in actor.posts)
            known.setdefault(name_key(name), []).append(_Bearer(actor.id, actor.at, name, titles))
    return known


def _names_in_full(actor: Actor) -> Iterator[str]:
    for name in (actor.name, *actor.aliases):
        is_state = actor.kind == "state"
        if _is_abbreviation(name):
            if actor.kind != "person" and (is_state or len(name) >= _SHORTEST):
                yield name
        elif name == actor.name if is_state else " " in name:
            yield name


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and " " not in name


def _names(words: UnmarkedWords, bearer: _Bearer) -> bool:
    """Whether these words name the actor, and not something that has the name in its own; titles may lead to a person."""
    if _is_abbreviation(bearer.name) and not words.is_noun:
        return False
    titles = {name_key(word) for title in bearer.titles for word in title.split()}
    return words.before is None or words.before in titles
