"""Names of actors: how they are compared, and which words say to what country somebody belongs."""

from collections.abc import Iterable

from dateline.model.facts_names import Naming
from dateline.model.records import Actor
from dateline.model.standard import vocabulary
from dateline.model.text import fingerprint, normalised

_MARKS = str.maketrans({"-": " ", ".": None})


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
    """The names that mean the actor in the right surroundings: a surname, "Defense Ministry"."""
    surname = (actor.surname,) if actor.surname else ()
    return frozenset(compared(name) for name in (*actor.short_names, *surname))


def is_pronoun(words: str) -> bool:
    """Whether the words are an English pronoun; those in capitals, such as US, are not."""
    is_acronym = len(words) > 1 and words.isupper()
    return not is_acronym and words.casefold() in vocabulary("pronouns")["enum"]


def countries_by_words(actors: Iterable[Actor]) -> dict[str, set[str]]:
    """What stands before a name to say its country, by fingerprint: "South Korea's", "Seoul's", "South Korean"."""
    table: dict[str, set[str]] = {}
    for state in actors:
        if state.kind == "state" and state.country:
            owners = [normalised(name).casefold() for name in (state.name, *state.aliases, *state.metonyms)]
            # an alias may be an adjective, and stands before a name as it is
            plain = [normalised(name).casefold() for name in state.aliases]
            for words in (*plain, *(f"{owner}'s" for owner in owners), *(f"{owner}'" for owner in owners)):
                table.setdefault(fingerprint(words), set()).add(state.country)
    return table


def countries_before(naming: Naming, table: dict[str, set[str]]) -> set[str]:
    """The countries that the words directly before a name say: the longest words that say one."""
    return next((table[words] for words in reversed(naming.before or ()) if words in table), set())
