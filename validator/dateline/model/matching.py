"""Which items of two annotations of one text are the same: by the words that they are anchored to.

Where the text is at hand, words are compared by their place; where it is not, by themselves: one anchor then overlaps another of
its block if the head or the tail of one stands in the other, and is the same if it is written the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from dateline.model.article import Words
from dateline.model.text import Range, normalised, occurrences, parted

MOST = 200_000  # pairs of items with words in common that are weighed: where there are more, nobody annotated a text

Values = tuple[tuple[str, str], ...]  # name and value, in the order of names that a layer has
_Written = frozenset[tuple[str, str, int]]  # block, words, and which occurrence
_Where = tuple[tuple[str, int, int], ...]
_Rank = tuple[Fraction, int, list[_Where], list[Values]]
_CELL = 32  # characters of a block that are looked up together


class TooManyError(Exception):
    """So many items share words that to weigh all would take too long."""


class Item(Struct, frozen=True):
    """An annotation: where its words stand, and what it says of them."""

    words: tuple[Words, ...]
    values: Values


class Match(Struct, frozen=True):
    """Two items that mean the same words; ``exactly``, or with some that only one of them has."""

    one: Item
    other: Item
    exactly: bool


class Covered(Struct, frozen=True):
    """An item with what it covers: ``places`` none of which overlap, or none where that of a part is not known."""

    item: Item
    places: tuple[Range, ...] | None
    written: _Written
    where: _Where  # something to order items by that does not depend on who made them

    @classmethod
    def of(cls, item: Item) -> "Covered":
        """What an item covers."""
        written = frozenset((part.block, normalised(part.text), part.nth or 1) for part in item.words)
        found = [part.range for part in item.words if part.range]
        if len(found) < len(item.words):
            return cls(item, None, written, tuple(sorted((f"{block} {text}", nth, -1) for block, text, nth in written)))
        places = _joined(found)
        return cls(item, places, written, tuple((place.block, place.start, place.end) for place in places))

    @property
    def keys(self) -> set[tuple[str, int | str]]:
        """What items that have words in common have in common: stretches of a block, and words as they are written.

        In scripts without spaces a word stands within another; its characters stand for it.
        """
        cells = ((at.block, cell) for at in self.places or () for cell in range(at.start // _CELL, at.end // _CELL + 1))
        words = ((block, word) for block, text, _ in self.written for word in text.split())
        characters = ((block, one) for block, text, _ in self.written if not text.isascii() for one in text)
        return {*cells, *words, *characters}


def matches(ones: Sequence[Item], others: Sequence[Item]) -> list[Match]:
    """Pair off the items of two annotations, each at most once: those that share most first, then those that say the same.

    Neither the order of items nor that of annotators changes which are paired, but where that makes no difference.

    Raises:
        TooManyError: if there is no end of items that share words.

    """
    here, there = [Covered.of(item) for item in ones], [Covered.of(item) for item in others]
    found = _twins(here, there)
    free_ones, free_others = set(range(len(here))), set(range(len(there)))
    free_ones -= {one for one, _ in found}
    free_others -= {other for _, other in found}
    exact = len(found)
    for rank, one, other in sorted(_candidates(here, there, free_ones, free_others)):
        if one in free_ones and other in free_others:
            free_ones.remove(one)
            free_others.remove(other)
            found.append((one, other))
            exact += rank[0] == -1  # these come before all others
    return [Match(ones[one], others[other], exactly=number < exact) for number, (one, other) in enumerate(found)]


def _joined(places: Iterable[Range]) -> tuple[Range, ...]:
    """The same stretches, those that touch as one."""
    joined: list[Range] = []
    for place in sorted(places, key=lambda place: (place.block, place.start)):
        if joined and joined[-1].block == place.block and place.start <= joined[-1].end:
            joined[-1] = Range(place.block, joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return tuple(joined)


def _twins(ones: Sequence[Covered], others: Sequence[Covered]) -> list[tuple[int, int]]:
    """Items that do not differ in anything: nothing else can come before them, and most items have such a twin."""
    waiting = defaultdict(list)
    for number in reversed(range(len(others))):
        waiting[others[number].where, others[number].item.values].append(number)
    found = []
    for number, one in enumerate(ones):
        if numbers := waiting.get((one.where, one.item.values)):
            found.append((number, numbers.pop()))
    return found


def _candidates(
    ones: Sequence[Covered], others: Sequence[Covered], free_ones: set[int], free_others: set[int]
) -> Iterator[tuple[_Rank, int, int]]:
    """Every two items that have words in common and are still free, with what ranks them."""
    by_key = defaultdict(set)
    for number in free_others:
        for key in others[number].keys:
            by_key[key].add(number)
    weighed = 0
    for n in free_ones:
        near = {m for key in ones[n].keys if key in by_key for m in by_key[key]}
        weighed += len(near)
        if weighed > MOST:
            raise TooManyError
        for m in near:
            if like := likeness(ones[n], others[m]):
                yield _rank(like, ones[n], others[m]), n, m


def _rank(like: Fraction, one: Covered, other: Covered) -> _Rank:
    same = sum(a == b for a, b in zip(one.item.values, other.item.values, strict=True))
    return -like, -same, sorted((one.where, other.where)), sorted((one.item.values, other.item.values))


def likeness(one: Covered, other: Covered) -> Fraction:
    """How much of what two items cover is covered by both: 1 for the same words, 0 for none in common."""
    if one.places is None or other.places is None:
        return _likeness_of_words(one.written, other.written)
    both = sum(_shared(a, b) for a in one.places for b in other.places)
    return Fraction(both, _size(one.places) + _size(other.places) - both)


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.block == other.block else 0


def _size(places: Iterable[Range]) -> int:
    return sum(place.end - place.start for place in places)


def _likeness_of_words(one: _Written, other: _Written) -> Fraction:
    if both := one & other:
        return Fraction(len(both), len(one | other))
    is_kin = any(a[0] == b[0] and _holds(a[1], b[1]) for a in one for b in other)
    return Fraction(int(is_kin), len(one | other))


def _holds(one: str, other: str) -> bool:
    """Whether the head or the tail of one anchor stands in that of the other."""
    return any(
        here and there and (occurrences(here, there) or occurrences(there, here)) for here in parted(one) for there in parted(other)
    )
