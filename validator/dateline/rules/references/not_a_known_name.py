"""The words that name an actor are one of its names.

A name that the actor's record does not know is a misspelling, somebody else's name, or a name that is missing there; and
words that are no name at all ("ministry") are of another form.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p2, text: ministry, actor: kor-mnd}  # <-
```

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p3, text: Japan, actor: kor}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p2, text: ministry, actor: kor-mnd, form: nominal}
```

## Fix

Unsafe: links the one other actor that has this name; the text may well mean it.
"""

from collections import defaultdict
from collections.abc import Iterator

from dateline.model.corpus import Reading, Registry
from dateline.model.cues import is_english
from dateline.model.facts.names import Naming
from dateline.model.finding import Fix, Problem, Related, Replace
from dateline.model.names import OfEach, compared, full_names, full_names_in, short_names_in
from dateline.model.pronouns import is_pronoun
from dateline.model.records import Actor
from dateline.rules import rule


@rule("R512", "warning", since="1.0")
def not_a_known_name(reading: Reading) -> Iterator[Problem]:
    """The words that name an actor are one of its names."""
    for naming in reading.article.namings:
        named = reading.actor(naming.actor)
        is_one = reading.registry.count("actor", naming.actor) == 1
        if named and is_one and not _is_name_of(reading.registry, named, naming.words) and _should_be_name(naming):
            yield _problem(named, naming, reading.registry.derived(_owners).get(compared(naming.words), []))


def _owners(registry: Registry) -> dict[str, list[str]]:
    """The actors of each full name."""
    owners: dict[str, list[str]] = defaultdict(list)
    for actor in registry.actors:
        for name in full_names(actor):
            owners[name].append(actor.id)
    return dict(owners)


def _problem(actor: Actor, naming: Naming, others: list[str]) -> Problem:
    theirs = f", but of {' and '.join(others)}" if others else ""
    advice = f"write the form (title, nominal, pronoun ...), mend the words, or add them to the aliases of {actor.id}"
    return Problem(
        f'"{naming.words}" is no name of {actor.id}{theirs}',
        naming.at,
        help=f"link {' or '.join(others)}, or mend the words" if others else advice,
        related=(Related(actor.at / "name", "its name"),),
        fix=Fix((Replace(naming.actor_at, others[0]),)) if len(others) == 1 else None,
        rests_on=(naming.at, naming.actor_at),
    )


def _should_be_name(naming: Naming) -> bool:
    """Whether the words are a name by their form. Other languages than English bend names, and have other pronouns."""
    return is_english(naming.language) and (naming.form == "name" or (naming.form is None and not is_pronoun(naming.words)))


def _names(registry: Registry) -> OfEach:
    """All names of every actor, by id."""
    full, short = registry.derived(full_names_in), registry.derived(short_names_in)
    return OfEach(registry, lambda actor: full[actor.id] | short[actor.id] | set(map(compared, actor.metonyms)))


def _is_name_of(registry: Registry, actor: Actor, words: str) -> bool:
    """Whether the words are a name of the actor, or end in one ("Minister Jeong") and are no name of anybody else."""
    text, known = compared(words), registry.derived(_names)[actor.id]
    if text in known:
        return True
    full = registry.derived(full_names_in)[actor.id]
    ends_in_one = any(text.endswith(f" {name}") for name in known)
    holds_one = actor.kind == "person" and any(f" {name} " in f" {text} " for name in full)
    return (ends_in_one or holds_one) and text not in registry.derived(_owners)
