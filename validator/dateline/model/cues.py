"""Cues: verbs and phrases that ascribe words to a source, as the standard's lexicon has them. English only."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from dateline.model.standard import vocabulary
from dateline.model.text import normalised

_WORD = re.compile(r"[\w']+")
_TO_COME = frozenset({"will", "would", "shall", "to", "may", "might", "could"})
_AHEAD = frozenset({"due", "expected", "scheduled", "planned", "prepared", "set", "next", "later", "upcoming", "advance"})
_TO_A_NOUN = re.compile(r"\bto (?=(?:the|an?)\b)")  # no verb follows an article: "close to the ship"
# words before a cue in which what turns it round can stand; chosen wide, since whatever stands there keeps the rules silent
_NEAR = 6
# words before a cue in which its "will" can stand ("will then have been told"); chosen, not measured
_AUXILIARIES = 4

Form = tuple[str, ...]  # the words of a cue in one of its forms


class Cue(Struct, frozen=True):
    """An entry of the lexicon. Each form is its words; the first is that of the dictionary."""

    lemma: str
    forms: tuple[Form, ...]
    accuses: bool

    @property
    def past(self) -> tuple[Form, ...]:
        """The forms that can only tell of something that is over: "said", but not "hit back", which several may do tomorrow.

        A form to which an -s is added in another is of the present: "emphasize" beside "emphasise".
        """
        present = {self.forms[0], *(form for form in self.forms if (f"{form[0]}s", *form[1:]) in self.forms)}
        return tuple(form for form in self.forms if form not in present and not form[0].endswith(("s", "ing")))

    @property
    def participles(self) -> tuple[Form, ...]:
        """The forms that go with another verb, and take their time from it: "denying"."""
        return tuple(form for form in self.forms[1:] if form[0].endswith("ing"))


@cache
def lexicon() -> tuple[Cue, ...]:
    """Every cue that the standard lists."""
    return tuple(
        Cue(lemma, tuple(words_of(form) for form in term["forms"]), term.get("accuses", False))
        for lemma, term in vocabulary("cues")["terms"].items()
    )


def is_english(language: str) -> bool:
    """Whether a text in that language (BCP 47) is one whose words the lexicons have."""
    return language.casefold().partition("-")[0] == "en"


def words_of(text: str) -> Form:
    """The words of a text, in lower case."""
    return tuple(_WORD.findall(normalised(text).casefold()))


@lru_cache(maxsize=4096)  # a few cues are most of them
def cues_in(text: str) -> tuple[Cue, ...]:
    """The cues that a text holds in any form, in its order."""
    return tuple(dict.fromkeys(cue for _, cue in _forms_in(text)))


def is_past(text: str) -> bool:
    """Whether a cue tells of something that has been said: "told", but neither "tell" nor "telling"."""
    return any(form in cue.past for form, cue in _forms_in(text))


def is_participle(text: str) -> bool:
    """Whether a cue is a present participle and nothing more: "denying"."""
    words = words_of(text)
    return any(words == form and form in cue.participles for form, cue in _forms_in(text))


def turns_round(text: str) -> bool:
    """Whether a text holds a word that can turn what it says into its contrary: "not", "false", "cancelled"."""
    return any(word in _negations() or word.endswith("n't") for word in words_of(text))


def is_turned_round(before: str) -> bool:
    """Whether the words before a cue can turn it round: "did not", "stopped short of"."""
    return turns_round(" ".join(words_of(before)[-_NEAR:]))


def is_to_come(before: str) -> bool:
    """Whether the words before a cue put it into the future: "will be", "is expected to be"."""
    return not _TO_COME.isdisjoint(words_of(before)[-_AUXILIARIES:])


def looks_ahead(text: str) -> bool:
    """Whether a text holds a word that can put it into the future, or makes one of a verb: "will", "due", "he'll"."""
    plain = _TO_A_NOUN.sub("", " ".join(words_of(text)))
    return any(word in _TO_COME | _AHEAD or word.endswith("'ll") for word in plain.split())


@cache
def _negations() -> frozenset[str]:
    return frozenset(vocabulary("negations")["enum"])


def _forms_in(text: str) -> Iterator[tuple[Form, Cue]]:
    words = words_of(text)
    for n, word in enumerate(words):
        yield from ((form, cue) for form, cue in _by_first_word().get(word, ()) if words[n : n + len(form)] == form)


@cache
def _by_first_word() -> dict[str, list[tuple[Form, Cue]]]:
    found: dict[str, list[tuple[Form, Cue]]] = {}
    for cue in lexicon():
        for form in cue.forms:
            found.setdefault(form[0], []).append((form, cue))
    return found
