"""Phenomena of events, of how sure they are and of their order: 47 to 60."""

from collections.abc import Iterator

from dateline.engine.phenomena.sight import Sight, phenomenon
from dateline.model.facts.events import SIDES

_CHAIN = 3  # mentions of one event


def _in_status(sight: Sight, *statuses: str) -> Iterator[str]:
    yield from (mention.words.block for mention in sight.article.events if mention.status in statuses)


def _blocks(sight: Sight, *events: str) -> Iterator[str]:
    yield from (mention.words.block for name in events for mention in sight.mentioned.get(name, ()))


def _held(sight: Sight, side: str) -> dict[str, set[str]]:
    """The events of which quotes are on that side, each with who is."""
    found: dict[str, set[str]] = {}
    for quote in sight.article.quotes:
        for taken in quote.about:
            if taken.stance in SIDES[side]:
                found.setdefault(taken.event.id, set()).update(ref.id for ref in quote.speakers)
    return found


@phenomenon(47)
def future(sight: Sight) -> Iterator[str]:
    """Event that is sought or planned."""
    yield from _in_status(sight, "sought", "planned")


@phenomenon(48)
def container(sight: Sight) -> Iterator[str]:
    """Event and a part of it."""
    for event in sight.presented:
        if event.part_of and event.part_of.id in sight.mentioned:
            yield from _blocks(sight, event.id)


@phenomenon(49)
def two_in_one(sight: Sight) -> Iterator[str]:
    """One phrase for several events."""
    yield from (mention.words.block for mention in sight.article.events if len(mention.events) > 1)


@phenomenon(50)
def alleged_and_denied(sight: Sight) -> Iterator[str]:
    """Event that one side alleges and another denies."""
    asserted, denied = _held(sight, "asserts"), _held(sight, "denies")
    for event in asserted.keys() & denied.keys():
        if denied[event] - asserted[event]:
            yield from _blocks(sight, event)


@phenomenon(51)
def counter_allegation(sight: Sight) -> Iterator[str]:
    """Counter-allegation of the side that denies."""
    asserted, denied = _held(sight, "asserts"), _held(sight, "denies")
    deniers = set[str]().union(*denied.values())
    for event, who in asserted.items():
        if who & deniers and event not in denied:
            yield from _blocks(sight, event)


@phenomenon(52)
def condition(sight: Sight) -> Iterator[str]:
    """State that events have caused."""
    for event in sight.presented:
        if event.type == "condition":
            yield from _blocks(sight, event.id)


@phenomenon(53)
def decision_and_protest(sight: Sight) -> Iterator[str]:
    """Decision, and the protest against it."""
    found: set[str] = set()
    decided = {event.id for event in sight.presented if event.type in ("agree", "decision", "mobilize", "cooperate")}
    for event in sight.presented:
        against = {ref.id for ref in (*event.responds_to, *event.caused_by)} & decided
        if event.type in ("accuse", "reject", "request", "protest", "threaten") and against:
            found |= {event.id, *against}
    yield from _blocks(sight, *sorted(found))


@phenomenon(54)
def chain(sight: Sight) -> Iterator[str]:
    """Event that is told of again and again."""
    for name, mentions in sight.mentioned.items():
        if len(mentions) >= _CHAIN:
            yield from _blocks(sight, name)


@phenomenon(55)
def negated(sight: Sight) -> Iterator[str]:
    """Negated event."""
    yield from _in_status(sight, "negated")


@phenomenon(56)
def ongoing(sight: Sight) -> Iterator[str]:
    """Event that goes on."""
    yield from _in_status(sight, "ongoing")


@phenomenon(57)
def conditional(sight: Sight) -> Iterator[str]:
    """Conditional event."""
    yield from _in_status(sight, "hypothetical")


@phenomenon(58)
def habit(sight: Sight) -> Iterator[str]:
    """Habit, or an event in general."""
    yield from (time.words.block for time in sight.article.times if time.type == "set")
    for event in sight.presented:
        if event.generic:
            yield from _blocks(sight, event.id)


@phenomenon(59)
def resumption(sight: Sight) -> Iterator[str]:
    """Resumption, and the gap before it."""
    for event in sight.presented:
        if event.resumes:
            yield from _blocks(sight, event.id)


@phenomenon(60)
def begun_and_changed(sight: Sight) -> Iterator[str]:
    """Beginning of a thing and its change, in an order that dates do not tell."""
    found: set[str] = set()
    for event in sight.presented:
        if others := sight.mentioned.keys() & {other.id for _, other in event.order}:
            found |= {event.id, *others}
    yield from _blocks(sight, *sorted(found))
