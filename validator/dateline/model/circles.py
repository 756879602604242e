"""Circles in what leads from one thing to one other: times that count from each other, quotes within each other."""

from collections.abc import Iterator, Mapping


def circles(onward: Mapping[str, str]) -> Iterator[list[str]]:
    """Every circle of names, each beginning with the one that comes first in ``onward``. Takes time in proportion to its size."""
    order = {name: n for n, name in enumerate(onward)}
    seen: set[str] = set()
    for start in onward:
        way: dict[str, int] = {}
        name = start
        while name in onward and name not in seen:
            seen.add(name)
            way[name] = len(way)
            name = onward[name]
        if name in way:
            circle = list(way)[way[name] :]
            first = circle.index(min(circle, key=order.__getitem__))
            yield circle[first:] + circle[:first]
