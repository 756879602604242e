"""Faults of what ties events to one another: parts, causes, responses, rounds, and their order in time."""

from collections.abc import Iterator

from dateline.model.edtf import EdtfDate, starts_surely_before, surely_before
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.records import Event

from benchmarks.operators.fault import Change, Fault, operator
from benchmarks.operators.ground import Ground
from benchmarks.operators.times import days_later

_LISTS = ("responds_to", "caused_by")


def _relations(event: Event) -> Iterator[tuple[str, Ref]]:
    yield from (("responds_to", ref) for ref in event.responds_to)
    yield from (("caused_by", ref) for ref in event.caused_by)
    yield from ((name, ref) for name, ref in (("part_of", event.part_of), ("resumes", event.resumes)) if ref)


def _related(ground: Ground, event: Event, relation: str, other: str) -> tuple[Change, Place]:
    """One more relation of an event, or another one in its place; and where it stands."""
    at = event.at / relation
    written = ground.data(at)
    if relation not in _LISTS:
        return (ground.put(at, other) if written else ground.add(event.at, f"{relation}: {other}")), at
    if written:
        return ground.raw(at, f"[{', '.join([other, *written])}]"), at / 0
    return ground.add(event.at, f"{relation}: [{other}]"), at / 0


@operator()
def related_to_itself(ground: Ground) -> Iterator[Fault]:
    """An event that is part of, caused by, or an answer to itself."""
    for event in ground.events.values():
        for relation in ("part_of", "caused_by", "responds_to", "resumes"):
            change, at = _related(ground, event, relation, event.id)
            yield change.breaks("self-relation", at=(at,))


@operator()
def related_in_a_circle(ground: Ground) -> Iterator[Fault]:
    """A whole that is part of its part, a cause that its effect causes."""
    for event in ground.events.values():
        for relation, ref in _relations(event):
            other = ground.events[ref.id]
            change, at = _related(ground, other, relation, event.id)
            # where the days say so, the new relation is also one that cannot be
            yield change.breaks("relation-cycle", "effect-before-cause", at=(at, ref.at))


@operator()
def effect_moved_before_its_cause(ground: Ground) -> Iterator[Fault]:
    """A response, an effect or a resumption dated before what it follows."""
    for event in ground.events.values():
        for relation, ref in _relations(event):
            cause = ground.events[ref.id].date
            if relation != "part_of" and event.date and cause and cause.value.first:
                value = days_later(str(cause.value.first), -40)
                places = (event.date.at, cause.at, ref.at, event.at / "series" / "number")
                rules = ("effect-before-cause", "series-out-of-order")
                yield ground.put(event.date.at, value).breaks(*rules, at=places)


@operator()
def cause_moved_behind_its_effect(ground: Ground) -> Iterator[Fault]:
    """A cause dated after what it causes."""
    for event in ground.events.values():
        for relation, ref in _relations(event):
            cause = ground.events[ref.id].date
            if relation != "part_of" and event.date and event.date.value.first and cause:
                value = days_later(str(event.date.value.last or event.date.value.first), 40)
                places = (event.date.at, cause.at, ref.at, ground.events[ref.id].at / "series" / "number")
                rules = ("effect-before-cause", "series-out-of-order", "occurred-in-the-future")
                yield ground.put(cause.at, value).breaks(*rules, at=(*places, *_told(ground, ref.id)))


def _told(ground: Ground, event: str) -> tuple[Place, ...]:
    found = [m for article in ground.articles for m in article.events if any(ref.id == event for ref in m.events)]
    return tuple(at for mention in found for at in (mention.at, *(one for one in (mention.status_at,) if one)))


@operator()
def answer_to_what_came_later(ground: Ground) -> Iterator[Fault]:
    """An event said to answer, or to be caused by, a later one."""
    for event in ground.events.values():
        for other in ground.events.values():
            if event.date and other.date and starts_surely_before(event.date.value, other.date.value):
                for relation in _LISTS:
                    change, at = _related(ground, event, relation, other.id)
                    yield change.breaks("effect-before-cause", "relation-cycle", at=(at, event.date.at))
                break


def _is_day(event: Event) -> bool:
    return bool(event.date) and isinstance(event.date and event.date.value, EdtfDate)


@operator()
def order_against_the_days(ground: Ground) -> Iterator[Fault]:
    """An order of two events that their days contradict."""
    dated = [event for event in ground.events.values() if _is_day(event)]
    for event in dated:
        earlier = [other for other in dated if other.date and event.date and surely_before(other.date.value, event.date.value, 1)]
        later = [other for other in dated if other.date and event.date and surely_before(event.date.value, other.date.value, 1)]
        for relation, others in (("before", earlier), ("after", later), ("equals", earlier), ("during", later)):
            for other in others[:1]:
                change = ground.add(event.at, f"order: {{{relation}: [{other.id}]}}")
                places = _order(event, relation, other)
                yield change.breaks("temporal-contradiction", at=places)


def _order(event: Event, relation: str, other: Event) -> tuple[Place, ...]:
    at = event.at / "order"
    sides = tuple(one.date.at for one in (event, other) if one.date)
    return (at, at / relation, (at / relation).key, at / relation / 0, *sides)


@operator()
def order_in_a_chain(ground: Ground) -> Iterator[Fault]:
    """An event without a day, said to be before an early one and after a late one."""
    dated = [event for event in ground.events.values() if _is_day(event)]
    for event in ground.events.values():
        if event.date or event.generic:
            continue
        for one in dated:
            late = [other for other in dated if one.date and other.date and surely_before(one.date.value, other.date.value, 1)]
            for other in late[:1]:
                change = ground.add(event.at, f"order: {{before: [{one.id}], after: [{other.id}]}}")
                places = (*_order(event, "before", one), *_order(event, "after", other))
                yield change.breaks("temporal-contradiction", at=places)


@operator()
def order_against_a_part(ground: Ground) -> Iterator[Fault]:
    """A part said to be before, or after, its whole."""
    for event in ground.events.values():
        whole = ground.events.get(event.part_of.id) if event.part_of else None
        for relation in ("before", "after", "contains") if whole else ():
            if whole:
                change = ground.add(event.at, f"order: {{{relation}: [{whole.id}]}}")
                places = (*_order(event, relation, whole), event.at / "part_of")
                yield change.breaks("temporal-contradiction", at=places)
