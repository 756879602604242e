"""From what an engine says is wrong with a record's shape to the root causes, in words of our own.

The words depend on the keyword and on what the schema says where it stands, and so not on the engine.
"""

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from dateline.loading.document import Document
from dateline.loading.mismatch import Mismatch
from dateline.model.fault import (
    AmbiguousScalar,
    BadId,
    BadValue,
    Fault,
    MissingField,
    SchemaFault,
    UnknownField,
    UnknownTerm,
    WrongCombination,
    WrongType,
)
from dateline.model.place import Place

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a map",
    "null": "nothing",
}
_COMBINING = ("oneOf", "anyOf", "allOf", "if", "not", "dependentRequired", "minProperties", "maxProperties")


def faults(found: Iterable[Mismatch], document: Document) -> Iterator[Fault]:
    """Give what is meant by the mismatches of a document's data."""
    at = Place(document.path)
    return (_told(mismatch, at, document) for mismatch in _roots(found))


def without_echoes(faults: list[Fault]) -> list[Fault]:
    """An unknown field that was meant to be a missing one is told once; so are fields that one command fills in."""
    meant = {(fault.at.steps[:-1], fault.nearest) for fault in faults if isinstance(fault, UnknownField)}
    told: dict[object, Fault] = {}
    for fault in faults:
        if not isinstance(fault, MissingField):
            told.setdefault(fault, fault)
        elif (fault.at.steps, fault.field) not in meant:
            told.setdefault(fault.advice if fault.advice.startswith("run ") else fault, fault)
    return list(told.values())


def found_instead(value: object) -> str:
    """What a value is that is of another type than wanted."""
    if isinstance(value, str):
        return f'the text "{_short(value)}"'
    names = {dict: "a map", list: "a list", bool: "true or false", int: "a number", type(None): "nothing"}
    return names.get(type(value), "something else")


def _roots(found: Iterable[Mismatch]) -> Iterator[Mismatch]:
    """The mismatches without those that only say that a part of them failed, unless the schema has words for the whole."""
    for each in found:
        if each.keyword in ("oneOf", "anyOf") and "errorMessage" not in each.schema and each.branches:
            yield from _roots(_nearest_branch(each))
        else:
            yield each


def _nearest_branch(whole: Mismatch) -> tuple[Mismatch, ...]:
    """The mismatches of the alternative that the data is most like: of its type, then with the fewest and deepest."""

    def distance(branch: tuple[Mismatch, ...]) -> tuple[bool, int, int]:
        wrong_type = any(each.keyword == "type" and each.steps == whole.steps for each in branch)
        return (wrong_type, -max(len(each.steps) for each in branch), len(branch))

    best = min(whole.branches, key=distance)
    if distance(best)[0]:  # no alternative is of this type: say what all of them would take
        types = [each.schema["type"] for branch in whole.branches for each in branch if each.keyword == "type"]
        every = list(dict.fromkeys(t for kind in types for t in (kind if isinstance(kind, list) else [kind])))
        return (replace(best[0], schema=best[0].schema | {"type": every}),)
    return best


def _told(mismatch: Mismatch, at: Place, document: Document) -> Fault:
    for step in mismatch.steps:
        at /= step
    if mismatch.of_key:
        at = _key(at, str(mismatch.instance))
    schema, instance = mismatch.schema, mismatch.instance
    kind, form = str(schema.get("title", "value")), str(schema.get("errorMessage", ""))
    match mismatch.keyword:
        case "required":
            return _missing(mismatch.field, at, schema)
        case "additionalProperties":
            return _unknown(instance, at, schema)
        case "type":
            return _wrong_type(mismatch, at, document)
        case "enum" | "const" if isinstance(instance, str) and form == "":
            terms = tuple(str(term) for term in schema.get("enum", [schema.get("const")]))
            return UnknownTerm(at, instance, terms, _near(instance, terms))
        case keyword if keyword in _COMBINING:
            return WrongCombination(at, form or "these fields do not belong together")
        case "minLength" | "minItems":
            return BadValue(at, _short(instance), kind, form or "it is empty")
        case "uniqueItems":
            return BadValue(at, _short(instance), kind, form or "an item stands twice")
        case keyword:
            fault = BadId if kind.endswith("id") and keyword in ("pattern", "minLength", "maxLength") else BadValue
            return fault(at, _short(instance), kind, form or f"{keyword}: {schema[keyword]}")


def _missing(field: str, at: Place, schema: dict[str, Any]) -> MissingField:
    meaning = str(schema.get("properties", {}).get(field, {}).get("description", "what it means is in the schema"))
    return MissingField(at, field, schema.get("errorMessage", f"add it: {meaning[0].lower()}{meaning[1:].rstrip('.')}"))


def _unknown(instance: dict[str, Any], at: Place, schema: dict[str, Any]) -> SchemaFault:
    known = tuple(sorted(schema.get("properties", {})))
    strange = next(str(name) for name in instance if name not in known)
    absent = tuple(name for name in known if name not in instance)
    return UnknownField(_key(at, strange), strange, known, _near(strange, absent))


def _wrong_type(mismatch: Mismatch, at: Place, document: Document) -> Fault:
    wanted, instance = mismatch.schema["type"], mismatch.instance
    names = wanted if isinstance(wanted, list) else [wanted]
    if "string" in names and isinstance(instance, bool | int):
        span = document.span(at)
        written = document.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        return AmbiguousScalar(at, written, "a truth value" if isinstance(instance, bool) else "a number")
    return WrongType(at, " or ".join(_TYPES[str(name)] for name in names), found_instead(instance))


def _key(at: Place, name: str) -> Place:
    return (at / name).key


def _short(value: object, most: int = 60) -> str:
    text = value if isinstance(value, str) else "" if value is None else str(value)
    return text if len(text) <= most else f"{text[:most]}..."


def _near(name: str, among: tuple[str, ...]) -> str | None:
    same = [known for known in among if known.casefold() == name.casefold()]
    return next(iter(same or difflib.get_close_matches(name, among, n=1, cutoff=0.7)), None)
