"""The names that stand in a text and that nobody has annotated."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.blocks import Block
from dateline.model.place import Place
from dateline.model.text import Range, normalised, without

LONGEST = 6  # words of a name: "Democratic People's Republic of Korea" has five
_WORD = re.compile(r"[^\s\"()\[\]]+")
# from the first letter on that may be a capital: in a search for these the small words, most of a text, cost next to nothing.
# It is said by what it is not, since a class that reaches beyond U+FFFF takes 3 ms to compile
_CAPITALISED = re.compile(r"[^\0-@\[-\x7f][^\s\"()\[\]]*")
_FINAL = ".,;:!?"
_COVERED = b"\1"
_JOINING = frozenset({"of", "the", "and", "for", "de", "du", "al", "bin", "van", "von"})
_LEADING = frozenset({"of", "the", "for"})
# behind a name that is no adjective: "the US said", not "US officials"
_BEHIND_NOUN = frozenset({"has", "had", "is", "was", "will", "would", "says", "said", "that", "in", "on", "at", "with", "by"})


class UnmarkedWords(Struct, frozen=True, array_like=True):
    """A run of words that may be a name, by its ``name_key``; nothing that is annotated overlaps it.

    ``before`` is the capitalised word that leads to it, if one does: "Minister", or "Bank" in "Bank of".
    ``is_noun`` is true where what follows shows that the last word is no adjective.
    """

    words: str
    before: str | None
    is_noun: bool
    block: str
    at: Place


class _Token(Struct, frozen=True):
    """A word of a block, without its final punctuation; ``ends`` tells that punctuation or a mark follows."""

    text: str
    start: int
    end: int
    ends: bool


def name_key(words: str) -> str:
    """What is compared of a name: its words, without punctuation at their ends."""
    return _key(_WORD.findall(normalised(words)))


def _key(words: Iterable[str]) -> str:
    return " ".join(word.strip(_FINAL) for word in words)


def first_of(key: str) -> str:
    """The word with which a name begins."""
    return key.partition(" ")[0]


def unmarked_words(article: Article, firsts: AbstractSet[str]) -> Iterator[UnmarkedWords]:
    """Every run of words that may be a name and is not annotated, where mentions are said to be complete.

    Only those are looked for that begin with one of the words ``firsts``: all of them would be half of what an article costs.
    """
    if "mentions" not in article.annotation.complete:
        return
    anchors = [mention.words for mention in article.mentions] + [event.words for event in article.events]
    anchors += [time.words for time in article.times] + [quote.source for quote in article.quotes if quote.source]
    ranges = defaultdict[str, list[Range | None]](list)
    for anchor in anchors:
        ranges[anchor.block].append(anchor.range)
    for block in article.text.blocks:
        taken = [found for found in ranges[block.id] if found]
        is_read = block.words and block.is_as_annotated and not block.words.isupper()
        # bylines name writers; words that nobody could place may be the ones that mark a name
        if is_read and not block.id.startswith("b") and len(taken) == len(ranges[block.id]):
            yield from _runs(block, taken, firsts)


class _Tokens:
    """The words of a block. Most are never asked for, and those of a name several times."""

    def __init__(self, text: str) -> None:
        self._matches = [*_WORD.finditer(text)]
        self._made: dict[int, _Token] = {}

    def __len__(self) -> int:
        return len(self._matches)

    def __getitem__(self, n: int) -> _Token:
        if n not in self._made:
            self._made[n] = _token(self._matches[n])
        return self._made[n]

    def beginning(self, firsts: AbstractSet[str], covered: bytearray) -> Iterator[int]:
        """Which words with a capital may begin a name, and do so where nothing is covered."""
        for n, match in enumerate(self._matches):
            if match[0].strip(_FINAL) in firsts and not covered[match.start()] and match[0][0].isupper():
                yield n


def _runs(block: Block, taken: list[Range], firsts: AbstractSet[str]) -> Iterator[UnmarkedWords]:
    text = block.words or ""
    if not any(word.strip(_FINAL) in firsts for word in _CAPITALISED.findall(without(text, taken))):
        return  # as in most blocks
    tokens, covered = _Tokens(text), bytearray(len(text))
    for found in taken:
        covered[found.start : found.end] = _COVERED * (found.end - found.start)
    for first in tokens.beginning(firsts, covered):
        for last in range(first, min(first + LONGEST, len(tokens))):
            token = tokens[last]
            is_taken = covered.find(_COVERED, tokens[first].start, token.end) >= 0
            if is_taken or not (_is_capitalised(token) or token.text in _JOINING):
                break
            if _can_end(tokens, last):
                words, before = _key(tokens[n].text for n in range(first, last + 1)), _leading(tokens, first)
                yield UnmarkedWords(words, _key([before]) if before else None, _shows_noun(tokens, last), block.id, block.at)
            if token.ends:
                break


def _token(match: re.Match[str]) -> _Token:
    text = match[0].rstrip(_FINAL)
    is_abbreviation = "." in text and match[0] == f"{text}."  # U.S. goes on behind its last dot
    behind = match.string[match.end() : match.end() + 1]
    ends = (text != match[0] and not is_abbreviation) or behind not in ("", " ")
    return _Token(text, match.start(), match.start() + len(text), ends)


def _is_capitalised(token: _Token) -> bool:
    return token.text[:1].isupper()


def _can_end(tokens: _Tokens, last: int) -> bool:
    """Whether a name can end here: no longer name goes on, no possessive, no half of a compound."""
    token = tokens[last]
    if not _is_capitalised(token) or token.text.endswith(("'s", "'")):
        return False
    return token.ends or last + 1 == len(tokens) or not _is_capitalised(tokens[last + 1])


def _leading(tokens: _Tokens, first: int) -> str | None:
    """The capitalised word right before a run, or before the small words before it: "Bank" in "Bank of the"."""
    for token in (tokens[n] for n in range(first - 1, -1, -1)):
        if token.ends:
            return None
        if _is_capitalised(token):
            return token.text
        if token.text not in _LEADING:
            return None
    return None


def _shows_noun(tokens: _Tokens, last: int) -> bool:
    return tokens[last].ends or last + 1 == len(tokens) or tokens[last + 1].text in _BEHIND_NOUN
