"""Measures of agreement between annotators: of values beyond chance, and of spans.

Reckoned in fractions, so that neither the order of items nor that of annotators changes a bit of the result. A measure is none
where it is undefined: where nothing was compared, or where all values are one and the same, so that chance alone would agree, too.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction

_PAIR = 2  # values, of which one can differ from the other


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two annotators: each pair is what they made of one item.

    Source: http://howcodex.com/statistics/cohen_kappa_coefficient.htm (observed against expected agreement, each annotator
    with their own shares).
    """
    if not pairs:
        return None
    n = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = Fraction(sum(one == other for one, other in pairs), n)
    expected = Fraction(sum(number * second[value] for value, number in first.items()), n * n)
    return None if expected == 1 else float((observed - expected) / (1 - expected))


def alpha(units: Iterable[Iterable[Hashable]]) -> float | None:
    """Krippendorff's alpha of nominal values: each unit is what any number of annotators made of one item.

    Who said nothing of an item is left out of its unit; a unit with a single value counts for nothing.
    Source: http://w.owiki.org/wiki/Krippendorff%27s_alpha (coincidences of values within units, each by one less than the
    number of its values).
    """
    pairable = [unit for unit in map(Counter, units) if unit.total() >= _PAIR]
    values: Counter[Hashable] = Counter()
    for unit in pairable:
        values.update(unit)
    n = values.total()
    expected = n * n - sum(number * number for number in values.values())
    if expected == 0:
        return None
    observed = sum((_unlike(unit) for unit in pairable), Fraction(0))
    return float(1 - (n - 1) * observed / expected)


def _unlike(unit: Counter[Hashable]) -> Fraction:
    """The ordered pairs of unlike values in a unit, weighed by its size."""
    size = unit.total()
    return Fraction(size * size - sum(number * number for number in unit.values()), size - 1)


def f1(matched: int, of_one: int, of_other: int) -> float | None:
    """The harmonic mean of the shares of two annotators' items that have a counterpart; undefined if neither has any."""
    return float(Fraction(2 * matched, of_one + of_other)) if of_one + of_other else None


def share(same: int, of_all: int) -> float | None:
    """A part of a whole; undefined if there is nothing."""
    return same / of_all if of_all else None
