"""The files of a made-up corpus that are no articles: manifest, actors, events."""

from collections.abc import Iterator
from datetime import timedelta

from benchmarks.corpora.registry import MINISTRIES, OFFICES, Happening, Person, Registry, State

TERMS = {  # of each kind of event: type, mode, label
    "remarks": ("statement", "remarks", "{who} speaks of {other}"),
    "forum": ("consult", "multilateral", "Forum in {capital}"),
    "meeting": ("consult", "third-party", "{one} and {other} ministers meet in {capital}"),
    "round": ("consult", "visit", "Round of {one}-{other} talks"),
    "incident": ("mobilize", "weapons", "Incident between {one} and {other}"),
    "charge": ("accuse", "allege", "{one} accuses {other}"),
    "penalty": ("sanction", "discontinue", "{one} cuts ties with {other}"),
    "decision": ("decision", "domestic", "{one} decides on {other}"),
    "pact": ("agree", None, "{one} and {other} sign a pact"),
    "relief": ("aid", None, "{one} sends relief to {other}"),
}
_JUNIOR = 700  # days as a deputy
_MANIFEST = """schema: corpus/1.0
title: Made-up corpus of {count} articles
version: 0.1.0
license: CC0-1.0
maintainers: [first]
as_of: 2026-11-01
annotators:
  first: {{name: First annotator}}
  second: {{name: Second annotator}}
"""
_STATE = """schema: actor/1.0
id: {id}
kind: state
name: {name}
aliases: [Republic of {name}]
metonyms: [{capital}]
country: {code}
"""
_MINISTRY = """schema: actor/1.0
id: {id}
kind: public-body
name: {official} of {name}
aliases: ["{name}'s {short}", "{capital}'s {short}"]
short_names: [{short}]
part_of: {of}
country: {code}
sector: GOV
"""
_PERSON = """schema: actor/1.0
id: {id}
kind: person
name: {name}
surname: {surname}
country: {code}
posts:
  - id: {office}
    title: {title}
    of: {of}
    exclusive: true
    sector: GOV
    start: {start}
    end: {end}
    sources: ["https://records.example/posts/{id}"]
  - id: {earlier}
    title: Deputy {title}
    of: {of}
    sector: GOV
    start: {junior}
    end: {before}
    sources: ["https://records.example/posts/{id}"]
"""
_EVENT = """schema: event/1.0
id: {id}
label: {label}
type: {type}
{mode}context: [diplomatic]
{date}status: {status}
{record}
sources: ["https://records.example/events/{id}"]
"""


def records(made: Registry, articles: int) -> Iterator[tuple[str, str]]:
    """Give each file that is no article: its path in the corpus, and its text."""
    yield "dateline.yaml", _MANIFEST.format(count=articles)
    for state in made.states:
        yield f"actors/{state.id}.yaml", _STATE.format(id=state.id, name=state.name, capital=state.capital, code=state.code)
        for slug in MINISTRIES:
            yield f"actors/{ministry(state, slug)}.yaml", _ministry(state, slug)
    for person in made.persons:
        yield f"actors/{person.id}.yaml", _person(person)
    for event in made.events:
        yield f"events/{event.id}.yaml", _event(event)


def ministry(state: State, slug: str) -> str:
    """The id of a ministry."""
    return f"{state.id}-{slug}-ministry"


def earlier(office: str) -> str:
    """The id of the post that everybody had before."""
    return f"deputy-{office}"


def _ministry(state: State, slug: str) -> str:
    official, short = MINISTRIES[slug]
    names = {"official": official, "short": short, "name": state.name, "capital": state.capital}
    return _MINISTRY.format(id=ministry(state, slug), of=state.id, code=state.code, **names)


def _person(person: Person) -> str:
    of = ministry(person.state, "foreign") if person.office == "spokesperson" else person.state.id
    return _PERSON.format(
        id=person.id,
        name=person.name,
        surname=person.surname,
        code=person.state.code,
        office=person.office,
        title=OFFICES[person.office],
        of=of,
        start=person.start,
        end=person.end or "..",
        earlier=earlier(person.office),
        junior=person.start - timedelta(_JUNIOR),
        before=person.start - timedelta(1),
    )


def _event(event: Happening) -> str:
    kind, mode, label = TERMS[event.kind]
    who = event.persons[0].name if event.persons else ""
    names = {"one": event.one.name, "other": event.other.name, "capital": event.one.capital}
    return _EVENT.format(
        id=event.id,
        label=label.format(who=who, **names),
        type=kind,
        mode=f"mode: [{mode}]\n" if mode else "",
        date="" if event.record.startswith("date:") else f"date: {event.day}\n",
        status="disputed" if event.kind == "incident" else "occurred",
        record=event.record,
    )
