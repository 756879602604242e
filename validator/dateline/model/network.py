"""A simple temporal network: points in time, and statements that limit how far apart they lie.

Such statements hold together just where no ring of their limits adds up to less than nothing, so that an answer is never a guess
(Dechter, Meiri and Pearl 1991, Temporal constraint networks, Artificial Intelligence 49). The network grows by one statement at
a time and keeps a solution, which is repaired around what is new (Cotton and Maler 2006, Fast and flexible difference constraint
propagation for DPLL(T), SAT 2006): what comes costs what it changes, however much is already there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import Generic, NamedTuple, Protocol, TypeVar

from msgspec import Struct

from dateline.model.groups import Groups
from dateline.model.rings import AXIOM, Graph, Placed, Step, shortest_ring

# statements of a ring that are tried one by one; nobody reads a longer chain, and each try solves the network anew
_LONGEST_FILTERED = 100

Point = tuple[str, ...]
ORIGIN: Point = ()  # from which days are counted: it is nobody's, and joins nothing


class Limit(NamedTuple):
    """That ``point`` lies at most ``most`` after ``since``; a negative number says that it lies before."""

    since: Point
    point: Point
    most: int


class Limiting(Protocol):
    """A statement, as far as the network looks at it."""

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What it says of points in time."""


Statement = TypeVar("Statement", bound=Limiting)


class Contradiction(Struct, Generic[Statement], frozen=True):
    """Statements that cannot all hold, though they could without any one of them, in the order of their ring.

    ``newest`` is the one that did not fit to those before it, and was left out.
    """

    chain: tuple[Statement, ...]
    newest: Statement


def contradictions(
    statements: Iterable[Statement], axioms: Iterable[Limit], joining: Iterable[Statement]
) -> Iterator[Contradiction[Statement]]:
    """What cannot hold of the statements, taken in their order; ``axioms`` hold of themselves and are never to blame.

    Points that nothing joins but the calendar are told apart first, so that each network is as small as it can be. ``joining``
    are the statements that join points which no axiom joins: the others are taken as they come, and those that say nothing
    new are not kept.
    """
    known = list(axioms)
    groups = Groups[Point]()
    for limits in (*([limit] for limit in known), *(statement.limits for statement in joining)):
        groups.join(_points(limits))
    networks = defaultdict[Point, Network[Statement]](Network)
    for limit in known:
        networks[_group_of([limit], groups)].assume(limit)
    for statement in statements:
        if found := networks[_group_of(statement.limits, groups)].add(statement):
            yield found


def _points(limits: Iterable[Limit]) -> list[Point]:
    return [point for limit in limits for point in (limit.since, limit.point) if point != ORIGIN]


def _group_of(limits: Iterable[Limit], groups: Groups[Point]) -> Point:
    return groups.root(next(iter(_points(limits)), ORIGIN))


class Network(Generic[Statement]):
    """Statements that hold together. Points are numbered as they come; ``_values`` is a solution at all times."""

    def __init__(self, axioms: Iterable[Limit] = ()) -> None:
        self._numbers: dict[Point, int] = {}
        self._points: list[Point] = []
        self._values: list[int] = []
        self._onward: Graph = []
        self._back: Graph = []
        self._statements: list[Statement] = []
        self._tightest: dict[tuple[Point, Point], int] = {}  # of the limits between two points
        for limit in axioms:
            self.assume(limit)

    def assume(self, limit: Limit) -> None:
        """Take in what holds of itself.

        Raises:
            ValueError: if it does not fit to what is there.

        """
        if not self._fits(self._entered(limit, AXIOM)):
            message = f"{limit} cannot be assumed"
            raise ValueError(message)

    def add(self, statement: Statement) -> Contradiction[Statement] | None:
        """Take in a statement, or leave it out and say with which others it cannot hold."""
        if all(self._tightest.get(limit[:2], limit.most + 1) <= limit.most for limit in statement.limits):
            return None  # it is said already, as most times of an event are by the first article
        new = self._entered_unfit(statement)
        if not new:
            for since, point, most in statement.limits:
                self._tightest[since, point] = min(most, self._tightest.get((since, point), most))
            return None
        found = self._contradiction(shortest_ring(self._onward, self._back, new), statement)
        self._leave_out(statement)
        return found

    def takes(self, statement: Statement) -> bool:
        """Take in a statement, or leave it out; say which."""
        unfit = bool(self._entered_unfit(statement))
        if unfit:
            self._leave_out(statement)
        return not unfit

    def _entered_unfit(self, statement: Statement) -> list[Placed]:
        """Put a statement's limits in. Returns nothing if they fit, else all of them, one that does not fit first."""
        new, owner = list[Placed](), len(self._statements)
        self._statements.append(statement)
        for n, limit in enumerate(statement.limits):
            new.insert(0, self._entered(limit, owner))
            if not self._fits(new[0]):
                return new + [self._entered(later, owner) for later in statement.limits[n + 1 :]]
        return []

    def _leave_out(self, newest: Statement) -> None:
        """Take the limits of the newest statement back; what solved the network with them solves it without."""
        for limit in newest.limits:
            self._onward[self._numbers[limit.since]].pop()
            self._back[self._numbers[limit.point]].pop()
        self._statements.pop()

    def _entered(self, limit: Limit, owner: int) -> Placed:
        """Put a limit between its points. A point without any takes the value that its first limit asks for."""
        since, point, most = self._number(limit.since), self._number(limit.point), limit.most
        if limit.point != ORIGIN and not self._onward[point] and not self._back[point]:
            self._values[point] = self._values[since] + most
        elif limit.since != ORIGIN and not self._onward[since] and not self._back[since]:
            self._values[since] = self._values[point] - most
        self._onward[since].append(Step(point, most, owner))
        self._back[point].append(Step(since, most, owner))
        return Placed(since, point, most, owner)

    def _number(self, point: Point) -> int:
        if point not in self._numbers:
            self._numbers[point] = len(self._points)
            self._points.append(point)
            self._values.append(0)
            self._onward.append([])
            self._back.append([])
        return self._numbers[point]

    def _fits(self, new: Placed) -> bool:
        """Mend the solution where a new limit breaks it; say whether there is one.

        Either point of the limit may give way. The calendar does so only if neither can without it: all dates hang on it.
        """
        for graph, sign in ((self._onward, 1), (self._back, -1)):
            fits = self._mended(new, graph, sign, self._numbers.get(ORIGIN))
            if fits is not None:
                return fits
        return bool(self._mended(new, self._onward, 1, None))

    def _mended(self, new: Placed, graph: Graph, sign: int, fixed: int | None) -> bool | None:
        """Move the later point of a limit back (or with the sign -1 the earlier one on), and what then breaks a limit, too.

        The point that has to move most comes first, so that each moves once. If the point at the other side of the new limit
        would have to, there is no solution; if ``fixed`` would, nothing is said.
        """
        first, last = (new.point, new.since)[::sign]
        values, moved = self._values, dict[int, int]()
        by = {first: sign * (values[last] - values[first]) + new.most}
        waiting = [(by[first], first)] if by[first] < 0 else []
        while waiting:
            change, at = heappop(waiting)
            if at in (last, fixed):
                return False if at == last else None
            if at in moved:
                continue
            value = moved[at] = values[at] + sign * change
            for point, most, _ in graph[at]:
                change = sign * (value - values[point]) + most
                if change < by.get(point, 0) and point not in moved:
                    by[point] = change
                    heappush(waiting, (change, point))
        for at, value in moved.items():
            values[at] = value
        return True

    def _contradiction(self, ring: list[Placed], newest: Statement) -> Contradiction[Statement]:
        """What a ring says: its statements from the earliest point to the latest, and only those that it takes."""
        origin = next((n for n, limit in enumerate(ring) if self._points[limit.since] == ORIGIN), 0)
        owners = dict.fromkeys(limit.owner for limit in reversed(ring[origin:] + ring[:origin]) if limit.owner != AXIOM)
        chain = [self._statements[owner] for owner in owners]
        if all(len(statement.limits) == 1 for statement in chain):
            # a ring of fewer of them would have had fewer steps, and been found first
            return Contradiction(tuple(chain), newest)
        if len(chain) > _LONGEST_FILTERED:
            return Contradiction(tuple(chain), newest)
        axioms, needed = list(self._axioms_of(chain)), chain
        for statement in chain:
            without = [other for other in needed if other is not statement]
            if statement is not newest and not hold_together(without, axioms):
                needed = without
        if len(needed) == len(chain):
            return Contradiction(tuple(chain), newest)
        smaller = Network[Statement](axioms)
        for statement in needed:
            if statement is not newest:
                smaller.takes(statement)
        return smaller.add(newest) or Contradiction(tuple(needed), newest)

    def _axioms_of(self, chain: list[Statement]) -> Iterator[Limit]:
        """The axioms of the points that statements speak of, and of those to which these axioms lead."""
        waiting = [self._numbers[point] for statement in chain for limit in statement.limits for point in limit[:2]]
        seen = set(waiting)
        while waiting:
            since = waiting.pop()
            joined = [step.point for step in self._back[since] if step.owner == AXIOM]
            for step in self._onward[since]:
                if step.owner == AXIOM:
                    yield Limit(self._points[since], self._points[step.point], step.most)
                    joined.append(step.point)
            waiting += [point for point in joined if point not in seen]
            seen.update(joined)


def hold_together(statements: Iterable[Statement], axioms: Iterable[Limit]) -> bool:
    """Whether all the statements can hold."""
    network = Network[Statement](axioms)
    return all(network.takes(statement) for statement in statements)
