"""Cues: verbs and phrases that ascribe words to a source, as the standard's lexicon has them. English only."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.model.standard import vocabulary
from dateline.model.text import normalised

_WORD = re.compile(r"[\w']+")
_TO_COME = frozenset({"will", "would", "shall", "to", "may", "might", "could"})
_AHEAD = frozenset({"due", "expected", "scheduled", "planned", "prepared", "set", "next", "later", "upcoming", "advance"})
_TO_A_NOUN = re.compile(r"\bto (?=(?:the|an?)\b)")  # no verb follows an article: "close to the ship"
_NEAR = 4  # words before a cue in which what turns it round can stand: "did not, however, deny"


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of the lexicon. Each form is its words; the first is that of the dictionary."""

    lemma: str
    forms: tuple[tuple[str, ...], ...]
    polarity: str
    accuses: bool

    @property
    def past(self) -> tuple[tuple[str, ...], ...]:
        """The forms that can only tell of something that is over: "said", "pointed out"."""
        return tuple(form for form in self.forms[1:] if not form[0].endswith(("s", "ing")))

    @property
    def participles(self) -> tuple[tuple[str, ...], ...]:
        """The forms that go with another verb, and take their time from it: "denying"."""
        return tuple(form for form in self.forms[1:] if form[0].endswith("ing"))


@cache
def lexicon() -> tuple[Cue, ...]:
    """Every cue that the standard lists."""
    return tuple(
        Cue(lemma, tuple(words_of(form) for form in term["forms"]), term["polarity"], term.get("accuses", False))
        for lemma, term in vocabulary("cues")["terms"].items()
    )


def is_english(language: str) -> bool:
    """Whether a text in that language (BCP 47) is one whose words the lexicons have."""
    return language.casefold().partition("-")[0] == "en"


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in lower case."""
    return tuple(_WORD.findall(normalised(text).casefold()))


def cues_in(text: str) -> tuple[Cue, ...]:
    """The cues that a text holds in any form."""
    words = words_of(text)
    return tuple(cue for cue in lexicon() if any(_holds(words, form) for form in cue.forms))


def is_past(text: str) -> bool:
    """Whether a cue tells of something that has been said: "told", but neither "tell" nor "telling"."""
    words = words_of(text)
    return any(_holds(words, form) for cue in lexicon() for form in cue.past)


def is_participle(text: str) -> bool:
    """Whether a cue is a present participle and nothing more: "denying"."""
    words = words_of(text)
    return any(words == form for cue in lexicon() for form in cue.participles)


def turns_round(text: str) -> bool:
    """Whether a text holds a word that can turn what it says into its contrary: "not", "false", "cancelled"."""
    listed = set(vocabulary("negations")["enum"])
    return any(word in listed or word.endswith("n't") for word in words_of(text))


def is_turned_round(before: str) -> bool:
    """Whether the words before a cue can turn it round: "did not", "stopped short of"."""
    return turns_round(" ".join(words_of(before)[-_NEAR:]))


def is_to_come(before: str) -> bool:
    """Whether the words before a cue put it into the future: "will be", "is expected to be"."""
    return not _TO_COME.isdisjoint(words_of(before)[-_NEAR:])


def looks_ahead(text: str) -> bool:
    """Whether a text holds a word that can put it into the future, or makes one of a verb: "will", "due", "he'll"."""
    plain = _TO_A_NOUN.sub("", " ".join(words_of(text)))
    return any(word in _TO_COME | _AHEAD or word.endswith("'ll") for word in plain.split())


def _holds(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return any(words[n : n + len(form)] == form for n in range(len(words) - len(form) + 1))
