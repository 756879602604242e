"""The shortest ring of limits that add up to less than nothing: what shows in the fewest steps that a network cannot hold."""

from collections.abc import Iterable
from typing import NamedTuple

AXIOM = -1


class Step(NamedTuple):
    """A limit, seen from one of its points: the point at its other side, and whose it is (a statement's number, or an axiom's)."""

    point: int
    most: int
    owner: int


class Placed(NamedTuple):
    """A limit between numbered points: ``point`` lies at most ``most`` after ``since``."""

    since: int
    point: int
    most: int
    owner: int


Graph = list[list[Step]]


def shortest_ring(onward: Graph, back: Graph, new: Iterable[Placed]) -> list[Placed]:
    """The ring with the fewest steps that goes through one of the ``new`` limits and adds up to less than nothing.

    There must be one through the first of them. Steps of axioms are not counted.
    """
    best: list[Placed] = []
    fewest: int | None = None
    for limit in new:
        if found := _ring(onward, back, limit, fewest):
            best, fewest = found
    return best


def _ring(onward: Graph, back: Graph, limit: Placed, fewest: int | None) -> tuple[list[Placed], int] | None:
    """The shortest ring through a limit, and its length, if that is less than ``fewest``.

    It is looked for from both ends at once, always on the side that has less to look at: so the calendar, which has a
    limit to every date, is hardly ever looked through.
    """
    ahead, behind = _Reach(limit.point, onward), _Reach(limit.since, back)
    steps, fresh = 1, list(ahead.ways)
    while fewest is None or steps < fewest:
        for point in fresh:
            one, other = ahead.ways.get(point), behind.ways.get(point)
            if one and other and one.total + other.total + limit.most < 0:
                return [limit, *reversed(_limits(one, onward=True)), *_limits(other, onward=False)], steps
        side = min(ahead, behind, key=_Reach.work)
        if not side.fresh:
            break
        side.go_on()
        steps, fresh = steps + 1, side.fresh
    return None


class _Way(NamedTuple):
    """How a point is reached: how far it lies in all, by which step, and from where."""

    total: int
    point: int
    step: Step
    before: "_Way | None"


class _Reach:
    """What can be reached from a point in a number of steps, each by the shortest way. Steps of axioms are free."""

    def __init__(self, start: int, graph: Graph) -> None:
        self._graph = graph
        self.ways = {start: _Way(0, start, Step(start, 0, AXIOM), None)}
        self.fresh = self._freely([start])

    def work(self) -> int:
        """How many limits the next step has to look at."""
        return sum(len(self._graph[point]) for point in self.fresh)

    def go_on(self) -> None:
        """Take one more step from all that was reached, or reached in a shorter way, by the last one."""
        sources = [self.ways[point] for point in self.fresh]
        reached = [
            step.point for way in sources for step in self._graph[way.point] if step.owner != AXIOM and self._improves(way, step)
        ]
        self.fresh = self._freely(reached)

    def _freely(self, reached: list[int]) -> list[int]:
        waiting, found = list(reached), dict.fromkeys(reached)
        while waiting:
            way = self.ways[waiting.pop()]
            better = [step.point for step in self._graph[way.point] if step.owner == AXIOM and self._improves(way, step)]
            waiting += better
            found.update(dict.fromkeys(better))
        return list(found)

    def _improves(self, way: _Way, step: Step) -> bool:
        total, known = way.total + step.most, self.ways.get(step.point)
        if known is not None and known.total <= total:
            return False
        self.ways[step.point] = _Way(total, step.point, step, way)
        return True


def _limits(way: _Way, *, onward: bool) -> list[Placed]:
    """The limits of a way, from its end to its start."""
    limits = []
    while way.before is not None:
        ends = (way.before.point, way.point) if onward else (way.point, way.before.point)
        limits.append(Placed(*ends, way.step.most, way.step.owner))
        way = way.before
    return limits
