"""How the time to find contradictions grows with the number of events: ``python benchmarks/network.py``.

Events in small components, as corpora have them, and one component of all events, as none should. A time per event that stays
the same from row to row is a quasi-linear time.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from dateline.model.network import ORIGIN, Limit, contradictions

SIZES = (1_000, 10_000, 100_000)
YEARS = 30 * 365
RELATED = 3  # relations of an event, at most
DATED = 0.8  # share of the events


@dataclass(frozen=True, slots=True)
class Statement:
    """What an invented record says."""

    limits: tuple[Limit, ...]


def components(events: int, largest: int, rng: random.Random) -> Iterator[list[int]]:
    """The events in runs of two to ``largest``."""
    first = 0
    while first < events:
        size = min(rng.randint(2, largest) if largest < events else events, events - first)
        yield list(range(first, first + size))
        first += size


def statements(events: int, largest: int, wrong: float) -> Iterator[Statement]:
    """Dates of most events, then relations within components, of which the share ``wrong`` is the wrong way round."""
    rng = random.Random(events)  # noqa: S311 - nothing secret, the same at each run
    days = sorted(rng.randint(0, YEARS) for _ in range(events))  # files are often named after days
    for event, day in enumerate(days):
        if rng.random() < DATED:
            limits = (Limit((str(event), "start"), ORIGIN, -day), Limit(ORIGIN, (str(event), "end"), day + 1))
            yield Statement(limits)
    for group in components(events, largest, rng):
        for event in group[1:]:
            for _ in range(rng.randint(1, RELATED)):
                one, other = sorted((event, rng.choice(group)), key=lambda named: days[named])
                if rng.random() < wrong:
                    one, other = other, one
                if one != other:
                    yield Statement((Limit((str(other), "start"), (str(one), "start"), 0),))


def measured(events: int, largest: int, wrong: float) -> tuple[float, int]:
    """The seconds that it takes, and the number of contradictions."""
    said = list(statements(events, largest, wrong))
    axioms = [Limit((str(event), "end"), (str(event), "start"), -1) for event in range(events)]
    begin = perf_counter()
    found = sum(1 for _ in contradictions(said, axioms, said))
    return perf_counter() - begin, found


def main() -> None:
    """Print a row for each size."""
    print("components     events  contradictions  seconds  µs an event  growth")
    for name, largest, sizes, wrong in (
        ("2 to 12", 12, SIZES, 0.0),
        ("2 to 12", 12, SIZES, 0.01),
        ("one", 10**9, SIZES[:2], 0.0),
        ("one", 10**9, SIZES[:2], 0.01),
    ):
        before = 0.0
        for events in sizes:
            seconds, found = measured(events, largest, wrong)
            growth = f"{seconds / before:.1f}" if before else ""
            print(f"{name:<10} {events:>10,}  {found:>14,}  {seconds:>7.2f}  {seconds / events * 1e6:>11.1f}  {growth:>6}")
            before = seconds


if __name__ == "__main__":
    main()
