"""The order of events in time: what records say of it, as limits between the points at which events begin and end."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from dateline.model.corpus import Registry
from dateline.model.edtf import EdtfDate, EdtfInterval
from dateline.model.facts.durations import Lasting, Side
from dateline.model.facts.events import Presented
from dateline.model.gathered import Chronicle
from dateline.model.network import ORIGIN, Contradiction, Limit, Point, contradictions, hold_together
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.reckoning import DAY, seconds_in
from dateline.model.records import Event

# the days of two countries can begin 26 hours apart (UTC+14 and UTC-12): half of that at either end
_ELSEWHERE = 13 * 60 * 60
_TOLD = ("occurred", "ongoing")
# countries whose own days begin at different times (IANA time zone database, zone1970.tab)
_WIDE = frozenset(
    {"AUS", "BRA", "CAN", "CHL", "COD", "ECU", "ESP", "FSM", "IDN", "KIR", "MEX", "MNG", "NZL", "PNG", "PRT", "RUS", "USA"}
)

# Allen 1983, Maintaining knowledge about temporal intervals: which of two points comes first, or whether they are one;
# a is the event that says so, b the other
_FIRST = "<"
_AS_ONE = "="
_RELATIONS = {
    "before": ("a.end < b.start",),
    "meets": ("a.end = b.start",),
    "overlaps": ("a.start < b.start", "b.start < a.end", "a.end < b.end"),
    "starts": ("a.start = b.start", "a.end < b.end"),
    "during": ("b.start < a.start", "a.end < b.end"),
    "finishes": ("b.start < a.start", "a.end = b.end"),
    "equals": ("a.start = b.start", "a.end = b.end"),
}
_TURNED = {
    "after": "before",
    "met-by": "meets",
    "overlapped-by": "overlaps",
    "started-by": "starts",
    "contains": "during",
    "finished-by": "finishes",
}


class Stated(Struct, frozen=True):
    """Something that a record says of the order in time, in words and in limits.

    ``clock`` tells by whose days it counts, where it counts by days: a country's, an article's, or its own event's, where
    nobody knows whose those are.
    """

    words: str
    at: Place
    limits: tuple[Limit, ...]
    rests_on: tuple[Place, ...]
    clock: str | None = None


def contradictions_in(chronicle: Chronicle) -> Iterator[Contradiction[Stated]]:
    """What records say of the order in time that cannot all hold.

    What could hold if the days of two countries were meant is left alone. An event that may lie in any country, or in any part
    of a wide one, is taken to have days of its own: what is not known must not make the verdict stricter.
    """
    events = {event.id: event for event in chronicle.events if takes_part(chronicle.registry, event)}
    axioms = [_apart(_start(name), _end(name)) for name in events]
    lastings = [said for lasting in chronicle.lastings for said in _lasting(lasting, events)]
    firm = list(_recorded(events))
    told = (said for one in chronicle.presented if one.event in events for said in _told(one))
    for found in contradictions(chain(firm, told, lastings), axioms, [*firm, *lastings]):
        if len({said.clock for said in found.chain} - {None}) > 1:
            named = {point[0] for said in found.chain for limit in said.limits for point in limit[:2] if point != ORIGIN}
            if hold_together(map(_loosened, found.chain), [_apart(_start(name), _end(name)) for name in sorted(named)]):
                continue
        yield found


def joined_with(
    names: Iterable[str], registry: Registry, lastings_of: Callable[[str], Sequence[Lasting]]
) -> Iterator[tuple[list[str], tuple[Lasting, ...]]]:
    """The events that what is said of the order in time joins with each of these, and the durations of them all.

    Events that are joined with one another are given once: the same, in the same order, from whichever of them one comes.
    """
    seen = set[str]()
    for name in names:
        links, found = registry.derived(_links), dict[str, Sequence[Lasting]]()
        waiting = [] if name in seen else [name]
        while waiting:
            if (event := waiting.pop()) in links and event not in found:
                found[event] = lastings_of(event)
                waiting += [*links[event], *(other for lasting in found[event] for other in lasting.events)]
        if found:
            seen |= found.keys()
            yield sorted(found), tuple(dict.fromkeys(lasting for event in sorted(found) for lasting in found[event]))


def _links(registry: Registry) -> dict[str, set[str]]:
    """The events that records join with each event: at least those that ``_recorded`` does.

    Of a series all are joined, and so is what says nothing after all: to tell that apart takes longer than to judge it along.
    """
    links: dict[str, set[str]] = {event.id: set() for event in registry.events}
    series: dict[str, str] = {}
    for event in registry.events:
        single = [ref for ref in (event.part_of, event.resumes) if ref]
        others = [ref.id for ref in (*single, *event.caused_by, *event.responds_to, *(ref for _, ref in event.order))]
        if event.series:
            others.append(series.setdefault(event.series, event.id))
        for other in others:
            if other in links:
                links[event.id].add(other)
                links[other].add(event.id)
    return links


def takes_part(registry: Registry, event: Event) -> bool:
    """Whether an event has a place in time: it is one, it is not known to have failed, and no other has its name."""
    return not event.generic and not event.never_was and registry.count("event", event.id) == 1


def _recorded(events: Mapping[str, Event]) -> Iterator[Stated]:
    """What the records of these events say of their order: dates first, then relations."""
    yield from (said for event in events.values() for said in _dated(event))
    yield from (said for event in events.values() for said in _related(event, events))
    yield from _numbered(events.values())


def _start(event: str) -> Point:
    return (event, "start")


def _end(event: str) -> Point:
    return (event, "end")


def _apart(one: Point, other: Point, least: int = 1) -> Limit:
    """The one point lies at least so many seconds before the other."""
    return Limit(other, one, -least)


def _from(point: Point, day: date, seconds: int = 0) -> Limit:
    """The point lies at the beginning of a day, or so many seconds later, or after that."""
    return Limit(point, ORIGIN, -(day.toordinal() * DAY + seconds))


def _until(point: Point, day: date, seconds: int = 0) -> Limit:
    """The point lies at the end of a day, or so many seconds earlier, or before that."""
    return Limit(ORIGIN, point, (day.toordinal() + 1) * DAY - seconds)


def _loosened(said: Stated) -> Stated:
    by_days = [ORIGIN in limit[:2] for limit in said.limits]
    limits = (limit._replace(most=limit.most + _ELSEWHERE * counts) for limit, counts in zip(said.limits, by_days, strict=True))
    return replace(said, limits=tuple(limits))


def _dated(event: Event) -> Iterator[Stated]:
    """The date of an event: a single one holds all of it; an interval has its beginning at one side, its end at the other."""
    if event.date is None:
        return
    value, start, end = event.date.value, _start(event.id), _end(event.id)
    if isinstance(value, EdtfDate):
        limits = [] if value.qualifier else [_from(start, value.first), _until(end, value.last)]
    elif value.is_reversed:
        limits = []
    else:
        limits = [*_on(value.start, start, not_last=1), *_on(value.end, end, not_first=1)]
    if limits:
        yield Stated(f'"{event.id}" dated {value}', event.date.at, tuple(limits), (event.date.at,), _clock(event))


def _clock(event: Event) -> str:
    """Whose days an event's date counts by: its country's, if that has one clock; no id is written like a country's code."""
    return event.country if event.country and event.country not in _WIDE else event.id


def _on(value: EdtfDate | None, point: Point, not_first: int = 0, not_last: int = 0) -> Iterator[Limit]:
    """A point on a date; what begins there does so before its last moment, what ends there after its first."""
    if value is not None and not value.qualifier:
        yield _from(point, value.first, not_first)
        yield _until(point, value.last, not_last)


def _related(event: Event, events: Mapping[str, Event]) -> Iterator[Stated]:
    def said(relation: str, ref: Ref, *limits: Limit) -> Iterator[Stated]:
        if ref.id in events and ref.id != event.id:
            yield Stated(f'"{event.id}" {relation} "{ref.id}"', ref.at, limits, (ref.at,))

    start, end = _start(event.id), _end(event.id)
    if whole := event.part_of:
        yield from said("part of", whole, _apart(_start(whole.id), start, 0), _apart(end, _end(whole.id), 0))
    for ref in event.caused_by:
        yield from said("caused by", ref, _apart(_start(ref.id), start, 0))
    for ref in event.responds_to:
        yield from said("responds to", ref, _apart(_start(ref.id), start, 0))
    if resumed := event.resumes:
        yield from said("resumes", resumed, _apart(_start(resumed.id), start, 0))
    for relation, ref in event.order:
        yield from said(relation, ref, *limits_of(relation, event.id, ref.id))


def limits_of(relation: str, event: str, other: str) -> Iterator[Limit]:
    """The limits that one of Allen's relations sets between two events."""
    if relation in _TURNED:
        yield from limits_of(_TURNED[relation], other, event)
        return
    names = {"a": event, "b": other}
    for condition in _RELATIONS[relation]:
        first, comes, second = condition.split()
        one, two = ((names[side[0]], side[2:]) for side in (first, second))
        yield _apart(one, two, least=1 if comes == _FIRST else 0)
        if comes == _AS_ONE:
            yield _apart(two, one, least=0)


def _numbered(events: Iterable[Event]) -> Iterator[Stated]:
    """Each round of a series begins before the next; where a number is there twice, nobody knows which."""
    rounds: dict[str, dict[int, list[Event]]] = {}
    for event in events:
        if event.series and event.number is not None:
            rounds.setdefault(event.series, {}).setdefault(event.number, []).append(event)
    for numbers in rounds.values():
        for (one, *twins), (other, *others) in pairwise(numbers[number] for number in sorted(numbers)):
            if not twins and not others:
                at, before = other.at / "series", one.at / "series"
                words = f'"{one.id}" number {one.number} of the series in which "{other.id}" is number {other.number}'
                bases = (at, at / "number", before, before / "number")
                yield Stated(words, at, (_apart(_start(one.id), _start(other.id)),), bases)


def _told(told: Presented) -> Iterator[Stated]:
    """The time that an article gives an event: a part of the event lies in it, no more."""
    if told.status not in _TOLD or not told.own_voice or told.time is None or told.time_at is None or told.time.qualifier:
        return
    if isinstance(told.time, EdtfInterval) and told.time.is_reversed:
        return
    limits = []
    if told.time.first:
        limits.append(_from(_end(told.event), told.time.first, 1))
    if told.time.last:
        limits.append(_until(_start(told.event), told.time.last, 1))
    bases = (told.time_at, *told.rests_on)
    yield Stated(f'"{told.event}" said to be of {told.time}', told.time_at, tuple(limits), bases, told.at.file)


def _lasting(lasting: Lasting, events: Mapping[str, Event]) -> Iterator[Stated]:
    """A duration between events, or between one and a day: from some moment of the one to some moment of the other."""
    begin, end = (_reach(side, events) for side in (lasting.begin, lasting.end))
    if begin is None or end is None or begin[0][0] == end[0][0]:
        return
    (first, from_first), (last, from_last) = begin
    (other_first, from_other_first), (other_last, from_other_last) = end
    least, most = seconds_in(lasting.length)
    limits = (
        Limit(other_last, first, from_other_last - from_first - least),
        Limit(last, other_first, from_last - from_other_first + most),
    )
    words = f"{lasting.length} from {_named(lasting.begin)} to {_named(lasting.end)}"
    bases = (lasting.at, lasting.begin.at, lasting.end.at, *lasting.rests_on)
    yield Stated(words, lasting.at, limits, bases, lasting.at.file if ORIGIN in (first, other_first) else None)


def _reach(side: Side, events: Mapping[str, Event]) -> tuple[tuple[Point, int], tuple[Point, int]] | None:
    """Between which points a side lies, each so many seconds after a point; none where that is not known."""
    if side.when is None:
        return ((_start(side.name), 0), (_end(side.name), 0)) if side.name in events else None
    if side.when.qualifier or side.when.first is None or side.when.last is None:
        return None
    return (ORIGIN, side.when.first.toordinal() * DAY), (ORIGIN, (side.when.last.toordinal() + 1) * DAY)


def _named(side: Side) -> str:
    return side.name if side.when else f'"{side.name}"'
