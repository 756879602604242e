"""What a corpus knows that a text may name: actors by their names, states by their capitals, posts by their titles."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct, field

from dateline.model.belonging import can_hold
from dateline.model.edtf import Edtf
from dateline.model.names import countries_by_words
from dateline.model.records import Actor, Post
from dateline.model.standard import vocabulary
from dateline.model.text import normalised

FULL, SHORT, SURNAME, METONYM, ADJECTIVE = "full", "short", "surname", "metonym", "adjective"

# endings of English adjectives of nationality: Korean, Japanese, British, Israeli, French, Greek, Dutch
_ADJECTIVE = re.compile(r"(?:an|ese|ish|[aei]li|qi|ni|ench|ch|ek|ic)$")
_WORD = re.compile(r"\w+")
_REACH = 80  # characters before a name in which a country can be said
_SAME = {"defence": "defense", "chief": "minister", "spokeswoman": "spokesman", "spokesperson": "spokesman", "premier": "minister"}
_SMALL = frozenset({"of", "for", "the", "and", "national", "prime", "a"})


class Name(Struct, frozen=True):
    """A name as it stands in a text, whose it is, and what kind of name it is."""

    words: str
    actor: Actor
    kind: str


class Holder(Struct, frozen=True):
    """A person who can hold a post on the day of a text, and the words of its title as they are compared."""

    person: Actor
    post: Post
    title: frozenset[str]


class Known(Struct, frozen=True):
    """The actors of a corpus, as texts name them on a day."""

    actors: dict[str, Actor]
    day: Edtf | None
    names: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    owners: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, actors: Iterable[Actor], day: Edtf | None) -> "Known":
        """Gather the names of actors, by their first word."""
        known = cls({actor.id: actor for actor in actors}, day)
        known.owners.update(countries_by_words(known.actors.values()))
        for actor in known.actors.values():
            for name in _names_of(actor):
                known.names[_WORD.findall(name.words)[0].casefold()].append(name)
        for names in known.names.values():
            names.sort(key=lambda name: (-len(name.words), name.actor.id))
        return known

    def starting(self, text: str, start: int) -> Iterator[Name]:
        """The names that stand in a text from there, the longest first; a first "the" may be a capital."""
        word = _WORD.match(text, start)
        for name in self.names.get(word[0].casefold(), ()) if word else ():
            end = start + len(name.words)
            is_same = text.startswith(name.words[1:], start + 1) and (
                text[start] == name.words[0] or (name.words.startswith("the ") and text[start] == "T")
            )
            if is_same and not text[end : end + 1].isalnum():
                yield name

    def countries_before(self, text: str, start: int) -> set[str]:
        """The countries that the words directly before a place of a text say: "South Korea's", "Japanese"."""
        words = text[max(0, start - _REACH) : start].split()[-4:]
        runs = (" ".join(words[n:]).casefold() for n in range(len(words)))
        return next((found for run in runs if (found := self.owners.get(run))), set())

    def holders(self) -> Iterator[Holder]:
        """Everybody who can hold a post on the day."""
        for person in self.actors.values():
            for post in self.posts_of(person.id):
                yield Holder(person, post, title_words(post.title))

    def posts_of(self, actor: str) -> list[Post]:
        """The posts that an actor can hold on the day."""
        found = self.actors.get(actor)
        return [post for post in found.posts if can_hold(post, self.day)] if found else []

    def country_of(self, actor: str) -> str | None:
        """The country of an actor, if its record says it."""
        found = self.actors.get(actor)
        return found.country if found else None


def title_words(title: str) -> frozenset[str]:
    """The words of a title that tell posts apart, in one spelling: defence, minister."""
    words = (word.casefold() for word in _WORD.findall(normalised(title)))
    return frozenset(_SAME.get(word, word) for word in words if word not in _SMALL)


@cache
def countries() -> frozenset[str]:
    """The names of countries, as the standard gives them."""
    return frozenset(vocabulary("countries")["enumDescriptions"])


def _names_of(actor: Actor) -> Iterator[Name]:
    for words in dict.fromkeys((actor.name, *actor.aliases)):
        is_adjective = actor.kind == "state" and words != actor.name and words not in countries() and _ADJECTIVE.search(words)
        yield from _name(words, actor, ADJECTIVE if is_adjective else FULL)
    for words in actor.short_names:
        yield from _name(words, actor, SHORT)
    for words in actor.metonyms:
        yield from _name(words, actor, METONYM)
    if actor.kind == "person" and actor.surname:
        yield from _name(actor.surname, actor, SURNAME)


def _name(words: str, actor: Actor, kind: str) -> Iterator[Name]:
    plain = normalised(words)
    if _WORD.match(plain):
        yield Name(plain, actor, kind)
