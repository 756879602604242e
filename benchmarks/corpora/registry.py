"""The actors and events of a made-up corpus: how many they are grows with the articles, but more slowly."""

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from random import Random

from benchmarks.corpora import phrases

SEED = "dateline"
_FIRST, _LAST = date(2008, 1, 1), date(2025, 12, 1)
_COUNTRIES = Path(__file__).parents[2] / "schema" / "vocabulary" / "countries-1.0.json"
OFFICES = {
    "prime-minister": "Prime Minister",
    "foreign-minister": "Foreign Minister",
    "defence-minister": "Defence Minister",
    "spokesperson": "Spokesman for the Foreign Ministry",
}
MINISTRIES = {
    "foreign": ("Ministry of Foreign Affairs", "Foreign Ministry"),
    "defence": ("Ministry of Defence", "Defence Ministry"),
}


@dataclass(frozen=True, slots=True)
class State:
    """A state; its code is that of a real country, for the schema asks for one, and means nothing."""

    id: str
    name: str
    capital: str

    @property
    def code(self) -> str:
        """The country that its records name."""
        return self.id.upper()


@dataclass(frozen=True, slots=True)
class Person:
    """Who holds one office of a state from a day to a day."""

    id: str
    name: str
    surname: str
    state: State
    office: str
    start: date
    end: date | None  # still held

    @property
    def pronoun(self) -> str:
        """He or she, always the same for one person."""
        return "He" if len(self.surname) % 2 else "She"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: its kind says how articles tell of it."""

    id: str
    kind: str
    day: date
    one: State
    other: State
    persons: tuple[Person, ...] = ()
    record: str = ""


@dataclass
class Registry:
    """All actors and events of a corpus."""

    states: list[State]
    holders: dict[tuple[str, str], list[Person]]  # of an office of a state, the earliest first
    events: list[Happening] = field(default_factory=list)

    @property
    def persons(self) -> list[Person]:
        """All persons."""
        return [person for holders in self.holders.values() for person in holders]

    def holder(self, state: State, office: str, day: date) -> Person:
        """Who holds an office on a day."""
        holders = self.holders[state.id, office]
        return holders[max(0, bisect_right(holders, day, key=lambda person: person.start) - 1)]

    @cached_property
    def _by_state(self) -> dict[str, list[Happening]]:
        found: dict[str, list[Happening]] = {state.id: [] for state in self.states}
        for event in sorted(self.events, key=lambda event: event.day):
            found[event.one.id].append(event)
            found[event.other.id].append(event)
        return found

    def of(self, state: State) -> list[Happening]:
        """The events of a state, the earliest first."""
        return self._by_state[state.id]


def size(articles: int) -> tuple[int, int]:
    """How many actors and events so many articles have, roughly: 300 and 1,000 for a thousand, 800 and 3,600 for ten."""
    return max(40, round(300 * (articles / 1000) ** 0.42)), max(60, round(1000 * (articles / 1000) ** 0.56))


def registry(articles: int) -> Registry:
    """Make up the actors and events for so many articles."""
    rng = Random(f"{SEED} {articles}")  # noqa: S311 - nothing secret hangs on it
    actors, events = size(articles)
    count = min(len(_codes()), max(4, min(round(actors**0.5), actors // 14)))
    names = phrases.states(rng, count)
    states = [State(code.lower(), *name) for code, name in zip(_codes(), names, strict=False)]
    made = Registry(states, _holders(rng, states, actors - 3 * count))
    pairs = _Pairs(rng, states)
    made.events.extend(_remarks(rng, made, pairs))
    while len(made.events) < events:
        made.events.extend(_chain(rng, made, pairs, len(made.events)))
    return made


def _codes() -> list[str]:
    codes: list[str] = json.loads(_COUNTRIES.read_text("utf-8"))["enum"]
    return codes


def _holders(rng: Random, states: list[State], count: int) -> dict[tuple[str, str], list[Person]]:
    """Persons who follow each other in the offices of the states, without a gap."""
    posts = [(state, office) for state in states for office in OFFICES]
    names = iter(phrases.persons(rng, max(count, len(posts)) + len(posts)))
    holders = {}
    for number, (state, office) in enumerate(posts):
        terms = max(1, count // len(posts) + (number < count % len(posts)))
        days = (_LAST - _FIRST).days // terms
        starts = [_FIRST + timedelta(days * term + rng.randrange(days // 2)) if term else _FIRST for term in range(terms)]
        ends = [start - timedelta(1) for start in starts[1:]] + [None]
        holders[state.id, office] = [_person(next(names), state, office, term) for term in zip(starts, ends, strict=True)]
    return holders


def _person(name: tuple[str, str], state: State, office: str, term: tuple[date, date | None]) -> Person:
    given, surname = name
    return Person(f"{given}-{surname}".lower(), f"{given} {surname}", surname, state, office, *term)


class _Pairs:
    """Draws two states, a few of them far more often than the others (Zipf)."""

    def __init__(self, rng: Random, states: list[State]) -> None:
        self._rng, self._states = rng, states
        self._weights = list(accumulate(1 / rank for rank in range(1, len(states) + 1)))

    def drawn(self, one: State | None = None) -> tuple[State, State]:
        while True:
            first, second = self._rng.choices(self._states, cum_weights=self._weights, k=2)
            first = one or first
            if first is not second:
                return first, second


def _remarks(rng: Random, made: Registry, pairs: _Pairs) -> list[Happening]:
    """One remark of each person, so that nobody is in the corpus for nothing."""
    found = []
    for person in made.persons:
        _, other = pairs.drawn(person.state)
        day = person.start + timedelta(rng.randrange(1, ((person.end or _LAST) - person.start).days))
        record = f"participants: {{actor: [{person.id}]}}"
        found.append(_happening("remarks", person.surname.lower(), day, (person.state, other), record, persons=(person,)))
    return found


def _happening(  # noqa: PLR0913 - what an event is
    kind: str,
    slug: str,
    day: date,
    states: tuple[State, State],
    record: str,
    *,
    persons: tuple[Person, ...] = (),
) -> Happening:
    return Happening(f"{states[0].id}-{states[1].id}-{kind}-{slug}-{day:%Y-%m}", kind, day, *states, persons, record)


def _chain(rng: Random, made: Registry, pairs: _Pairs, number: int) -> list[Happening]:
    """Some events that hang together: a forum and a meeting at it, rounds of talks, an incident and what came of it."""
    states = pairs.drawn()
    day = _FIRST + timedelta(rng.randrange((_LAST - _FIRST).days - 400))
    return rng.choice((_forum, _rounds, _incident, _agreement))(rng, made, states, day, str(number))


def _forum(rng: Random, made: Registry, states: tuple[State, State], day: date, slug: str) -> list[Happening]:
    one, other = states
    place = f"place: {{name: {one.capital}, country: {one.code}}}"
    members = ", ".join(dict.fromkeys((one.id, other.id, *(state.id for state in rng.sample(made.states, 3)))))
    lasting = f"date: {day}/{day + timedelta(2)}\n{place}\nparticipants: {{participant: [{members}]}}"
    forum = _happening("forum", slug, day, states, lasting)
    found = [forum]
    for office in ("foreign-minister", "defence-minister"):
        there = day + timedelta(rng.randrange(3))
        ministers = tuple(made.holder(state, office, there) for state in states)
        who = ", ".join(minister.id for minister in ministers)
        record = f"{place}\nparticipants: {{participant: [{who}]}}\npart_of: {forum.id}"
        found.append(_happening("meeting", f"{slug}-{office[:3]}", there, states, record, persons=ministers))
    return found


def _rounds(rng: Random, made: Registry, states: tuple[State, State], day: date, slug: str) -> list[Happening]:
    del made
    found: list[Happening] = []
    for number in range(1, rng.randrange(4, 8)):
        host, guest = states if number % 2 else states[::-1]
        record = (
            f"place: {{name: {host.capital}, country: {host.code}}}\n"
            f"participants: {{actor: [{guest.id}], recipient: [{host.id}]}}\n"
            f"series: {{id: {states[0].id}-{states[1].id}-dialogue-{slug}, number: {number}}}"
        )
        if found:
            record += f"\nresumes: {found[-1].id}"
        found.append(
            _happening("round", f"{slug}-{number}", day + timedelta(50 * number + rng.randrange(20)), (guest, host), record)
        )
    return found


def _incident(rng: Random, made: Registry, states: tuple[State, State], day: date, slug: str) -> list[Happening]:
    """An incident that one side alleges and the other denies, the accusation, and a sanction."""
    del made
    one, other = states
    parts = f"participants: {{actor: [{one.id}], recipient: [{other.id}]}}"
    back = f"participants: {{actor: [{other.id}], recipient: [{one.id}]}}"
    incident = _happening("incident", slug, day, states, parts)
    accused = day + timedelta(rng.randrange(1, 4))
    accusation = _happening("charge", slug, accused, (other, one), f"{back}\nresponds_to: [{incident.id}]")
    fined = accused + timedelta(rng.randrange(5, 60))
    return [incident, accusation, _happening("penalty", slug, fined, (other, one), f"{back}\ncaused_by: [{incident.id}]")]


def _agreement(rng: Random, made: Registry, states: tuple[State, State], day: date, slug: str) -> list[Happening]:
    """A decision, an agreement and the help that follows."""
    del made
    one, other = states
    decision = _happening("decision", slug, day, states, f"participants: {{actor: [{one.id}]}}")
    signed = day + timedelta(rng.randrange(10, 90))
    both = f"participants: {{participant: [{one.id}, {other.id}]}}\norder: {{after: [{decision.id}]}}"
    pact = _happening("pact", slug, signed, states, both)
    helped = signed + timedelta(rng.randrange(10, 90))
    record = f"participants: {{actor: [{one.id}], recipient: [{other.id}]}}\nresponds_to: [{pact.id}]"
    return [decision, pact, _happening("relief", slug, helped, states, record)]
