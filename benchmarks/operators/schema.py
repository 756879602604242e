"""Faults of the shape of records: one for each field or term that the corpus uses, where it is used first."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dateline.loading.source import kind_of
from dateline.model import standard
from dateline.model.place import Place

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground

# maps whose keys are ids or terms, not fields
_NAMED_KEYS = ("about", "unnamed", "annotators", "participants", "order")
_TERMS = {
    "event": ("type", "status", "mode", "context"),
    "actor": ("kind", "sector"),
    "article": ("type", "status", "form", "genre", "origin", "complete", "mod", "number", "about", "tenure", "kind", "terms"),
    "corpus": (),
}
_PROSE = ("label", "name", "title", "headline", "gist", "note", "holder", "role", "instrument")
_SINGLE = ("label", "name", "title", "headline", "note", "instrument", "gist", "value")
_SINGLE_AT = ("event/date", "actor/posts/start", "article/published", "actor/surname")
_DATES = ("date", "published", "document_time", "start", "end", "attested")


def _path(at: Place) -> str:
    """The way to a place without the numbers of items: what kind of field it is."""
    return "/".join([kind_of(at.file), *(str(step) for step in at.steps if isinstance(step, str))])


@cache
def _required(path: str) -> tuple[str, ...]:
    """The fields that a map must have, as the schema of its kind says; conditions apart."""
    kind, *fields = path.split("/")
    document = standard.document(f"{standard.VERSION}/{kind}.schema.json")
    schema = document
    for field in fields:
        schema = schema.get("properties", {}).get(field, {})
        schema = schema.get("items", schema)
        if (ref := schema.get("$ref", "")).startswith("#/$defs/"):
            schema = document["$defs"][ref.removeprefix("#/$defs/")]
    return tuple(schema.get("required", ()))


def _first_of_each(ground: Ground) -> Iterator[tuple[Place, Any, str]]:
    """Every kind of field of the corpus, where it stands first."""
    seen = set()
    for file in ground.documents:
        for at, value in ground.nodes(file):
            if not at.steps or isinstance(at.steps[-1], int) or any(step in _NAMED_KEYS for step in at.steps[:-1]):
                continue
            if (path := _path(at)) not in seen:
                seen.add(path)
                yield at, value, path


def _texts(ground: Ground) -> Iterator[tuple[Place, str]]:
    """Every value of every file that is text."""
    for file in ground.documents:
        yield from ((at, value) for at, value in ground.nodes(file) if isinstance(value, str))


def _field(at: Place) -> str:
    """The field that a value, or an item of a list, belongs to; that of a stance is ``about``."""
    if len(at.steps) > 1 and at.steps[-2] == "about":
        return "about"
    return next((step for step in reversed(at.steps) if isinstance(step, str)), "")


@operator()
def key_misspelt(ground: Ground) -> Iterator[Fault]:
    """A field whose name lacks a letter."""
    for at, _, path in _first_of_each(ground):
        key = str(at.steps[-1])
        if len(key) > 2 and at.steps != ("schema",):  # noqa: PLR2004 - of "id" and "in" a letter is left
            rules = ("unknown-field",) if not path.endswith("/text/status") else ("unknown-field", "missing-field")
            yield ground.rename(at, key[:-2] + key[-1]).breaks(*rules)


@operator()
def field_missing(ground: Ground) -> Iterator[Fault]:
    """A field left out that its record must have."""
    for at, _, path in _first_of_each(ground):
        if at.steps[-1] not in _required(path.rpartition("/")[0]):
            continue
        rules = ("schema-version",) if at.steps == ("schema",) else ("missing-field",)
        # a list under its key is taken away with it: the first line of the map may be another then
        yield ground.drop(at).breaks(*rules, at=(Place(at.file, at.steps[:-1]),))


@operator()
def term_misspelt(ground: Ground) -> Iterator[Fault]:
    """A term of a closed list that lacks a letter."""
    seen = set()
    for at, value in _texts(ground):
        kind, field = kind_of(at.file), _field(at)
        use = (kind, at.steps[0], field, value)
        if field in _TERMS[kind] and "publisher" not in at.steps and use not in seen:
            seen.add(use)
            yield ground.put(at, value[:-2] + value[-1]).breaks("unknown-term")


@operator()
def list_for_a_value(ground: Ground) -> Iterator[Fault]:
    """A list where one value belongs."""
    for at, value, path in _first_of_each(ground):
        if isinstance(value, str) and (at.steps[-1] in _SINGLE or path in _SINGLE_AT):
            yield ground.raw(at, f"[{ground.written(at)}]").breaks("wrong-type")


@operator()
def value_for_a_map(ground: Ground) -> Iterator[Fault]:
    """A single word where a map belongs."""
    for file in ground.documents:
        for at, value in ground.nodes(file):
            # an anchor may be a plain word
            is_map = isinstance(value, dict) and "text" not in value
            if is_map and at.steps and isinstance(at.steps[-1], str) and ground.written(at)[0] == "{":
                yield ground.raw(at, "jeong").breaks("wrong-type")


@operator()
def placeholder_left(ground: Ground) -> Iterator[Fault]:
    """A text that somebody meant to write later."""
    for n, (at, _) in enumerate(_texts(ground)):
        if at.steps[-1] in _PROSE and at.steps[0] != "text":
            yield ground.raw(at, ("TODO", "N/A", '"???"', "TBD")[n % 4]).breaks("placeholder-value")


@operator()
def text_empty(ground: Ground) -> Iterator[Fault]:
    """A text with nothing in it."""
    for at, value, _ in _first_of_each(ground):
        if isinstance(value, str) and at.steps[-1] in _PROSE:
            yield ground.raw(at, '""').breaks("bad-value", "placeholder-value")


@operator()
def date_in_prose(ground: Ground) -> Iterator[Fault]:
    """A date as people write it."""
    for at, value in _texts(ground):
        field = _field(at)
        if field in _DATES and re.match(r"/?[0-9]{4}", value):
            yield ground.raw(at, "21 May 2019").breaks("bad-value")
        elif field == "value" and value[0] != "P":
            yield ground.raw(at, '"May 21"').breaks("bad-value")


@operator()
def another_version(ground: Ground) -> Iterator[Fault]:
    """A schema that does not exist yet."""
    for file in ground.documents:
        at = Place(file) / "schema"
        yield ground.put(at, f"{kind_of(file)}/2.0").breaks("schema-version")


@operator()
def id_with_capitals(ground: Ground) -> Iterator[Fault]:
    """An id that is written like a name."""
    for file in ground.documents:
        if isinstance(name := ground.data(at := Place(file) / "id"), str):
            yield ground.put(at, name.title().replace("-", " ")).breaks("bad-id")


@operator()
def actor_and_place(ground: Ground) -> Iterator[Fault]:
    """A mention of an actor that is a place too."""
    for article in ground.articles:
        for mention in article.mentions:
            if mention.actors:
                yield ground.add(mention.at, "place: Seoul").breaks("wrong-combination")


@operator()
def event_and_type(ground: Ground) -> Iterator[Fault]:
    """A mention of an event of the corpus that has a type of its own too."""
    for article in ground.articles:
        for mention in article.events:
            if mention.events:
                yield ground.add(mention.at, "type: consult").breaks("wrong-combination")


@cache
def _types() -> dict[str, Any]:
    terms: dict[str, Any] = standard.vocabulary("event-types")["terms"]
    return terms


@operator()
def role_of_another_type(ground: Ground) -> Iterator[Fault]:
    """A role that this type of event has not."""
    for event in ground.events.values():
        allowed = _types()[event.type]["roles"]
        wrong = next((role for role in ("host", "mediator", "participant") if role not in allowed), None)
        for part in event.participants if wrong else ():
            yield ground.rename(part.at, str(wrong)).breaks("role-not-of-type")


@operator()
def lone_participant(ground: Ground) -> Iterator[Fault]:
    """A meeting with one participant."""
    for event in ground.events.values():
        for part in event.participants:
            if part.role == "participant":
                yield ground.raw(part.at, f"[{part.actors[0].id}]").breaks("role-not-of-type")


@operator()
def mode_of_another_type(ground: Ground) -> Iterator[Fault]:
    """A mode that this type of event has not."""
    for event in ground.events.values():
        if event.modes:
            yield ground.raw(event.at / "mode", "[arrest]").breaks("mode-not-of-type")
        else:
            yield ground.add(event.at, "mode: [arrest]").breaks("mode-not-of-type", at=(event.at / "mode" / 0,))
