"""Pronouns that stand for people and bodies, as the standard lists them. English only."""

from functools import cache

from dateline.model.standard import vocabulary
from dateline.model.text import normalised


@cache
def pronouns() -> frozenset[str]:
    """The forms of pronouns, in lower case."""
    return frozenset(vocabulary("pronouns")["enum"])


def is_pronoun(words: str) -> bool:
    """Whether the words are a pronoun and nothing more: "He", but neither "He of the ministry" nor the name "US"."""
    text = normalised(words)
    return text.casefold() in pronouns() and (len(text) == 1 or not text.isupper())
