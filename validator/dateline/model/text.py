"""Text and anchors: how copies of a text are made equal (dl-norm-1), and where words stand in a paragraph.

Positions are code points in the normalised paragraph ("block"), half-open.
"""

import hashlib
import re
import unicodedata
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from msgspec import Struct

GAP = " [...] "
JOINT = "\n"  # between the blocks of the canonical text
_MOST_SHOWN = 10  # occurrences of ambiguous words
_LONGEST = 1000  # words of a paragraph in which the nearest ones are looked for: the search is slow, and a guess there idle

_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LONG_DASH = re.compile(r" ?(?:[\u2014\u2015]|[-\u2010-\u2015\u2212]{2,})[-\u2010-\u2015\u2212]* ?")
_PLAIN = (
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2212"),
    *((mark, "'") for mark in "\u2018\u2019\u201a\u201b"),
    *((mark, '"') for mark in "\u201c\u201d\u201e\u201f"),
)
_WORD = re.compile(r"\w+")
_PARTING = " .,'\""  # what stands beside most anchors
_START = attrgetter("start")
# scripts that put no space between words: Thai, Kana, Han, Hangul (which joins particles to names), half-width Kana
_UNSPACED = (  # as a pattern they would take milliseconds to compile
    ("\u0e00", "\u0e7f"),
    ("\u1100", "\u11ff"),
    ("\u3005", "\u30ff"),
    ("\u3130", "\u318f"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\uff66", "\uff9f"),
    ("\U00020000", "\U0003ffff"),
)


def normalised(raw: str) -> str:
    """Give a paragraph as dl-norm-1 has it; doing it twice changes nothing.

    In order: soft hyphens, zero-width spaces, word joiners and byte order marks go; NFC; ellipses; long dashes and runs of
    dashes become `` - ``, other dashes ``-``; curly quotes become straight; white space becomes one space; the ends go.
    """
    text = raw
    if not raw.isascii():
        text = _composed(raw).replace("\u2026", "...")
    # runs of white space go before dashes: a search for spaces around dashes takes a time quadratic in their length
    text = " ".join(text.split())
    if text.isascii() and "--" not in text:
        return text
    text = _LONG_DASH.sub(" - ", text)
    for character, plain in _PLAIN:  # a fifth of the time of str.translate
        text = text.replace(character, plain)
    return " ".join(text.split())


def as_written(raw: str) -> str:
    """Give a paragraph with the marks and dashes of its writer; only what nobody sees is as in ``normalised``."""
    return " ".join(_composed(raw).split())


def _composed(raw: str) -> str:
    return unicodedata.normalize("NFC", _DROPPED.sub("", raw))


def digest(text: str) -> str:
    """The whole SHA-256 of a text, as records write it."""
    return f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"


def fingerprint(text: str) -> str:
    """The first 64 bits of the SHA-256 of a block or a long anchor: enough to recognise it, not to keep it secret."""
    return digest(text)[: len("sha256:") + 16]


def stamp(text: str) -> int:
    """64 bits by which words are looked up: the same everywhere, published nowhere, at less than half the cost of SHA-256."""
    data = text.encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 32 | zlib.adler32(data)


def words_in(text: str) -> int:
    """The number of words: runs of letters and digits."""
    return len(_WORD.findall(text))


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each word begins and ends, as ``words_in`` counts them."""
    return (match.span() for match in _WORD.finditer(text))


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units, in which JavaScript and UIMA count."""
    if text.isascii():
        return len(text)
    return len(text) + sum(ord(character) > 0xFFFF for character in text)  # noqa: PLR2004 - the last plane of one unit


class Range(Struct, frozen=True, array_like=True, tag=True, gc=False):
    """Where words stand: code points in the block, half-open."""

    block: str
    start: int
    end: int

    def overlaps(self, other: "Range") -> bool:
        """Whether both share a character."""
        return self.block == other.block and self.start < other.end and other.start < self.end

    def holds(self, other: "Range") -> bool:
        """Whether the other lies inside, the same range included."""
        return self.block == other.block and self.start <= other.start and other.end <= self.end


def without(text: str, ranges: Iterable[Range]) -> str:
    """What is left of a text without some of its ranges: each leaves the end of a line."""
    left, at = [], 0
    for taken in sorted(ranges, key=_START):
        left.append(text[at : taken.start])
        at = max(at, taken.end)
    return "\n".join([*left, text[at:]])


class NotFound(Struct, frozen=True, array_like=True, tag=True):
    """The words are not in the block; ``nearest`` is what stands there and looks most like them."""

    nearest: str | None


class CutsWord(Struct, frozen=True, array_like=True, tag=True):
    """The words stand only inside a longer word, ``whole``."""

    whole: str


class Ambiguous(Struct, frozen=True, array_like=True, tag=True):
    """The words stand more than once and nothing says which is meant; ``seen`` are the first with their surroundings."""

    count: int
    seen: tuple[str, ...]


class OutOfRange(Struct, frozen=True, array_like=True, tag=True):
    """There are fewer occurrences than ``nth`` says."""

    count: int


Trouble = NotFound | CutsWord | Ambiguous | OutOfRange


def resolved(block: str, text: str, words: str, nth: int | None) -> Range | Trouble:
    """Find the words of an anchor in the normalised text of its block."""
    words = normalised(words)
    if nth is None and (start := text.find(words)) >= 0 and text.find(words, start + 1) < 0:  # as most anchors
        end = start + len(words)
        if words and GAP not in words and _is_boundary(text, start) and _is_boundary(text, end):
            return Range(block, start, end)
    found = occurrences(text, words)
    if not found:
        return _missed(text, words)
    if nth is None and len(found) > 1:
        return Ambiguous(len(found), tuple(_surroundings(text, start, end) for start, end in found[:_MOST_SHOWN]))
    if nth is not None and nth > len(found):
        return OutOfRange(len(found))
    start, end = found[(nth or 1) - 1]
    return Range(block, start, end)


def occurrences(text: str, words: str) -> Sequence[tuple[int, int]]:
    """Where the words stand, on word boundaries; ``head [...] tail`` reaches from each head to the first tail after it."""
    if GAP not in words:
        return _plain_occurrences(text, words)
    head, _, tail = words.partition(GAP)
    heads = _plain_occurrences(text, head)
    tails = _plain_occurrences(text, tail) if heads else []
    starts = [start for start, _ in tails]
    following = ((start, bisect_left(starts, end)) for start, end in heads) if tails else ()
    return [(start, tails[n][1]) for start, n in following if n < len(tails)]


def is_gapped(words: str) -> bool:
    """Whether an anchor has a head and a tail with a gap between them."""
    return GAP in words


def parted(words: str) -> tuple[str, str]:
    """The head and the tail of an anchor: of one without a gap, all its words and nothing."""
    head, _, tail = words.partition(GAP)
    return head, tail


def shown_words(words: str) -> int:
    """How many words of the text an anchor shows."""
    return words_in(words.replace(GAP, " "))


@lru_cache(maxsize=64)  # many anchors of a paragraph may name the same words
def _plain_occurrences(text: str, words: str) -> Sequence[tuple[int, int]]:
    found, start = [], text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if _is_boundary(text, start) and _is_boundary(text, end):
            found.append((start, end))
            start = text.find(words, end)
        else:
            start = text.find(words, start + 1)
    return found


def _is_boundary(text: str, at: int) -> bool:
    if not 0 < at < len(text) or text[at - 1] in _PARTING or text[at] in _PARTING:
        return True
    return not (_joins(text[at - 1]) and _joins(text[at]))


@lru_cache(maxsize=4096)  # a text has a hundred different characters, and every anchor has four neighbours of its ends
def _joins(character: str) -> bool:
    if any(first <= character <= last for first, last in _UNSPACED):
        return False
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _missed(text: str, words: str) -> Trouble:
    if (at := text.find(words)) >= 0 and words:
        start, end = at, at + len(words)
        while not _is_boundary(text, start):
            start -= 1
        while not _is_boundary(text, end):
            end += 1
        return CutsWord(text[start:end])
    return NotFound(_nearest(text, words))


def _nearest(text: str, words: str) -> str | None:
    """The run of words in the text that looks most like ``words``: the same but for case, else by similarity."""
    if (at := text.casefold().find(words.casefold())) >= 0 and len(text.casefold()) == len(text):
        return text[at : at + len(words)]
    if text.count(" ") > _LONGEST:
        return None
    import difflib  # noqa: PLC0415 - what only words that are not found need

    spans = [match.span() for match in re.finditer(r"\S+", text)]
    size = len(words.split())
    candidates = [
        text[spans[i][0] : spans[i + length - 1][1]].strip(".,;:!?\"'()")
        for length in (size, size + 1, size - 1)
        if length > 0
        for i in range(len(spans) - length + 1)
    ]
    return next(iter(difflib.get_close_matches(words, candidates, n=1, cutoff=0.75)), None)


def _surroundings(text: str, start: int, end: int, reach: int = 12) -> str:
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    return f"{'...' if start > reach else ''}{before}{text[start:end]}{after}{'...' if end + reach < len(text) else ''}"
