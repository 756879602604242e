"""Names of actors: how they are compared, and which words say to what country somebody belongs."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from dateline.model.corpus import Registry
from dateline.model.facts.names import Naming
from dateline.model.records import Actor
from dateline.model.text import normalised

_MARKS = str.maketrans({"-": " ", ".": None})
_REACH = 4  # words before a name: "People's Republic of China's" are as many


@lru_cache(maxsize=16384)  # a few names make up most mentions
def compared(words: str) -> str:
    """Words as names are compared: normalised, without case, "the", full stops, hyphens and a final possessive."""
    plain = normalised(words).casefold().removeprefix("the ").removesuffix("'s").removesuffix("'")
    return " ".join(plain.translate(_MARKS).split())


def squeezed(name: str) -> str:
    """A name without what spellings differ in: case, spaces, hyphens and full stops."""
    return compared(name).replace(" ", "")


def full_names(actor: Actor) -> frozenset[str]:
    """The names that mean the actor anywhere, as they are compared."""
    return frozenset(compared(name) for name in (actor.name, *actor.aliases))


def short_names(actor: Actor) -> frozenset[str]:
    """The names that mean the actor in the right surroundings: "Defense Ministry", a surname.

    Where the surname of a person is not recorded, it may be any word of the name.
    """
    names = [*actor.short_names]
    if actor.kind == "person":
        names += [actor.surname] if actor.surname else actor.name.split()
    return frozenset(compared(name) for name in names)


def countries_by_words(actors: Iterable[Actor]) -> dict[str, set[str]]:
    """The words before a name that say its country, without case: "south korea's", "seoul's", "south korean"."""
    table: dict[str, set[str]] = {}
    for state in actors:
        if state.kind == "state" and state.country:
            owners = [normalised(name).casefold() for name in (state.name, *state.aliases, *state.metonyms)]
            # an alias may be an adjective, and stands before a name as it is
            plain = [normalised(name).casefold() for name in state.aliases]
            for words in (*plain, *(f"{owner}'s" for owner in owners), *(f"{owner}'" for owner in owners)):
                table.setdefault(words, set()).add(state.country)
    return table


def countries_in(registry: Registry) -> dict[str, set[str]]:
    """The words that say a country, by those of the registry's states."""
    return countries_by_words(registry.actors)


class OfEach(dict[str, frozenset[str]]):
    """What is made of every actor, by id, when it is first asked for; of two of one id the first counts."""

    def __init__(self, registry: Registry, made: Callable[[Actor], frozenset[str]]) -> None:
        """Begin with none."""
        super().__init__()
        self._registry, self._made = registry, made

    def __missing__(self, name: str) -> frozenset[str]:
        """Make it of an actor that is there."""
        actor = self._registry.actor(name)
        if actor is None:
            raise KeyError(name)
        return self.setdefault(name, self._made(actor))


def full_names_in(registry: Registry) -> OfEach:
    """The full names of every actor, by id."""
    return OfEach(registry, full_names)


def short_names_in(registry: Registry) -> OfEach:
    """The short names, by id."""
    return OfEach(registry, short_names)


def countries_before(naming: Naming, table: dict[str, set[str]]) -> set[str]:
    """The countries that the words directly before a name say: the longest words that say one."""
    before = naming.before
    if not before or before[-1] != " ":  # a bracket, a quotation mark or nothing stands there
        return set()
    run = before.rsplit(maxsplit=_REACH)[-_REACH:]
    return next((table[words] for n in range(len(run)) if (words := " ".join(run[n:]).casefold()) in table), set())


def countries_within(words: str, table: dict[str, set[str]]) -> set[str]:
    """The countries that the first words of a name say, as "South Korea's" in "South Korea's Defense Ministry"."""
    run = normalised(words).casefold().split()
    heads = (" ".join(run[:n]) for n in range(len(run) - 1, 0, -1))
    return next((table[head] for head in heads if head in table), set())
