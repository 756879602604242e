"""Which items of two annotations of one text are the same: by the words that they are anchored to.

Where the text is at hand, words are compared by their place; where it is not, by themselves: one anchor then overlaps another of
its block if it has all its words, and is the same if it is written the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from dateline.model.article import Words
from dateline.model.text import Range, normalised, occurrences, parted

Values = tuple[tuple[str, str], ...]  # name and value, in the order of names that a layer has


@dataclass(frozen=True, slots=True)
class Item:
    """An annotation: where its words stand, and what it says of them."""

    words: tuple[Words, ...]
    values: Values

    @property
    def places(self) -> tuple[Range, ...] | None:
        """The stretches that its words cover, none of which overlap; none where the place of a part is not known."""
        found = sorted((part.range for part in self.words if part.range), key=lambda range_: (range_.block, range_.start))
        if len(found) < len(self.words):
            return None
        joined = found[:1]
        for _, after in pairwise(found):
            last = joined[-1]
            if after.block == last.block and after.start <= last.end:
                joined[-1] = Range(last.block, last.start, max(last.end, after.end))
            else:
                joined.append(after)
        return tuple(joined)

    @property
    def written(self) -> frozenset[tuple[str, str, int]]:
        """Its words as anchors name them."""
        return frozenset((part.block, normalised(part.text), part.nth or 1) for part in self.words)


@dataclass(frozen=True, slots=True)
class Match:
    """Two items that mean the same words; ``exactly``, or with some that only one of them has."""

    one: Item
    other: Item
    exactly: bool


def matches(ones: Sequence[Item], others: Sequence[Item]) -> list[Match]:
    """Pair off the items of two annotations, each at most once: those that share most first, then those that say the same.

    Neither the order of items nor that of annotators changes which are paired, but where that makes no difference.
    """
    same = _twins(ones, others)
    found = [Match(ones[one], others[other], exactly=True) for one, other in same]
    free_ones = set(range(len(ones))) - {one for one, _ in same}
    free_others = set(range(len(others))) - {other for _, other in same}
    for rank, one, other in sorted(_candidates(ones, others, free_ones, free_others)):
        if one in free_ones and other in free_others:
            free_ones.remove(one)
            free_others.remove(other)
            found.append(Match(ones[one], others[other], exactly=rank[0] == -1))
    return found


def likeness(one: Item, other: Item) -> Fraction:
    """How much of what two items cover is covered by both: 1 for the same words, 0 for none in common."""
    here, there = one.places, other.places
    if here is None or there is None:
        return _likeness_of_words(one.written, other.written)
    both = sum(_shared(a, b) for a in here for b in there)
    return Fraction(both, _size(here) + _size(there) - both)


_Rank = tuple[Fraction, int, list[tuple[tuple[str, int, int], ...]], list[Values]]


def _twins(ones: Sequence[Item], others: Sequence[Item]) -> list[tuple[int, int]]:
    """Items that do not differ in anything: nothing else can come before them, and most items have such a twin."""
    waiting = defaultdict(list)
    for number in reversed(range(len(others))):
        waiting[_where(others[number]), others[number].values].append(number)
    found = []
    for number, one in enumerate(ones):
        if numbers := waiting.get((_where(one), one.values)):
            found.append((number, numbers.pop()))
    return found


def _candidates(
    ones: Sequence[Item], others: Sequence[Item], free_ones: set[int], free_others: set[int]
) -> Iterator[tuple[_Rank, int, int]]:
    """Every two items that have words in common and are still free, with what ranks them."""
    by_block = defaultdict(set)
    for number in free_others:
        for part in others[number].words:
            by_block[part.block].add(number)
    for n in free_ones:
        for m in {m for part in ones[n].words for m in by_block[part.block]}:
            if like := likeness(ones[n], others[m]):
                yield _rank(like, ones[n], others[m]), n, m


def _rank(like: Fraction, one: Item, other: Item) -> _Rank:
    same = sum(a == b for a, b in zip(one.values, other.values, strict=True))
    return -like, -same, sorted(map(_where, (one, other))), sorted((one.values, other.values))


def _where(item: Item) -> tuple[tuple[str, int, int], ...]:
    """Something to order items by that does not depend on who made them."""
    if places := item.places:
        return tuple((place.block, place.start, place.end) for place in places)
    return tuple(sorted((f"{block} {text}", nth, 0) for block, text, nth in item.written))


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.block == other.block else 0


def _size(places: Iterable[Range]) -> int:
    return sum(place.end - place.start for place in places)


def _likeness_of_words(one: frozenset[tuple[str, str, int]], other: frozenset[tuple[str, str, int]]) -> Fraction:
    if both := one & other:
        return Fraction(len(both), len(one | other))
    kin = sum(a[0] == b[0] and _holds(a[1], b[1]) for a in one for b in other)
    return Fraction(min(kin, 1), len(one | other))


def _holds(one: str, other: str) -> bool:
    """Whether the head or the tail of one anchor stands in that of the other."""
    return any(
        here and there and (occurrences(here, there) or occurrences(there, here)) for here in parted(one) for there in parted(other)
    )
