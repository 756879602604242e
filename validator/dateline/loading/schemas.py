"""Whether a document has the shape of its record, by the JSON Schemas of the standard; and if not, the root cause.

jsonschema decides and explains. Nothing outside this module knows it, so that another engine may come to decide.
"""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.loading.document import Document
from dateline.loading.events import Data
from dateline.loading.source import kind_of
from dateline.model import standard
from dateline.model.fault import (
    AmbiguousScalar,
    BadId,
    BadValue,
    Fault,
    MissingField,
    SchemaFault,
    UnknownField,
    UnknownTerm,
    UnknownVersion,
    WrongCombination,
    WrongType,
)
from dateline.model.place import Place

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

MOST = 100  # faults told of one file: after that many, the list helps nobody

_VERSION = re.compile(r"(?P<kind>[a-z]+)/(?P<number>[0-9]+\.[0-9]+)")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,/:;=?@\[\]~A-Za-z0-9._-]+")
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


def check(document: Document) -> tuple[str | None, list[Fault]]:
    """Give the kind of record that a document says it is, and its faults; more than ``MOST`` are not gathered.

    A number or truth value where the schema wants text is told as what YAML did with it, and taken for the text.
    """
    at = Place(document.path)
    kind, fault = _kind(document)
    if fault is not None:
        return None, [fault]
    validator = _validator(kind, version_of(document))
    found: list[Fault] = []
    for _ in range(2):
        mistaken = [_told(error, at, document) for error in islice(_roots(validator.iter_errors(document.data)), MOST)]
        found = [*(fault for fault in found if isinstance(fault, AmbiguousScalar)), *mistaken]
        scalars = [fault for fault in mistaken if isinstance(fault, AmbiguousScalar)]
        if not scalars:
            break
        for scalar in scalars:
            _put(document.data, scalar)
    return kind, _without_echoes(found)


def valid_kind(document: Document) -> str | None:
    """The kind of record whose shape a document has, in the version that it names; none where faults keep it from being one."""
    kind, faults = check(document)
    return None if any(fault.closes for fault in faults) else kind


def version_of(document: Document) -> str:
    """The version that a record's first line names; the newest, where it names none that this program knows."""
    written = document.data.get("schema") if isinstance(document.data, dict) else None
    match = _VERSION.fullmatch(written) if isinstance(written, str) else None
    return match["number"] if match and match["number"] in standard.VERSIONS else standard.VERSION


def is_uri(value: object) -> bool:
    """Whether a value is an absolute address of characters that RFC 3986 allows; other types are not judged."""
    return not isinstance(value, str) or _URI.fullmatch(value) is not None


FORMATS = {"uri": is_uri}


def _kind(document: Document) -> tuple[str, SchemaFault | None]:
    """The kind of record by its ``schema`` line, and what is wrong with that line."""
    at = Place(document.path)
    if not isinstance(document.data, dict):
        return "", WrongType(at, "a map of fields", _found(document.data))
    written = document.data.get("schema")
    match = _VERSION.fullmatch(written) if isinstance(written, str) else None
    if match is None or match["kind"] not in standard.KINDS or match["number"] not in standard.VERSIONS:
        expected = (f"{kind_of(document.path)}/{standard.VERSION}",)
        where = at / "schema" if "schema" in document.data else at
        return "", UnknownVersion(where, None if written is None else str(written), expected)
    return match["kind"], None


@cache
def _validator(kind: str, version: str = standard.VERSION) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - a tenth of a second
    from referencing import Registry, Resource  # noqa: PLC0415 - as above

    names = [path.relative_to(standard.folder()).as_posix() for path in sorted(standard.folder().glob("*/*.json"))]
    resources = [(standard.BASE + name, Resource.from_contents(standard.document(name))) for name in names]
    checker = FormatChecker(formats=())
    for name, judge in FORMATS.items():
        checker.checks(name)(judge)
    schema = standard.document(f"{version}/{kind}.schema.json")
    return Draft202012Validator(schema, registry=Registry().with_resources(resources), format_checker=checker)


def _roots(errors: Iterator["ValidationError"]) -> Iterator["ValidationError"]:
    """The errors without those that only say that a part of them failed, unless the schema has words for the whole."""
    for error in errors:
        if error.validator in ("oneOf", "anyOf") and "errorMessage" not in _schema_of(error) and error.context:
            yield from _roots(iter(_nearest_branch(error)))
        else:
            yield error


def _nearest_branch(error: "ValidationError") -> list["ValidationError"]:
    """The errors of the alternative that the data is most like: of its type, then with the fewest and deepest errors."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)

    def distance(inner: list["ValidationError"]) -> tuple[bool, int, int]:
        wrong_type = any(e.validator == "type" and not e.relative_path for e in inner)
        return (wrong_type, -max(len(e.relative_path) for e in inner), len(inner))

    best = min(branches.values(), key=distance)
    if distance(best)[0]:  # no alternative is of this type: say what all of them would take
        types = [e.validator_value for inner in branches.values() for e in inner if e.validator == "type"]
        best[0].validator_value = list(dict.fromkeys(t for kind in types for t in (kind if isinstance(kind, list) else [kind])))
        return best[:1]
    return best


def _told(error: "ValidationError", at: Place, document: Document) -> Fault:
    """What an error of jsonschema means. The words depend on the keyword and on what the schema says there."""
    for step in error.absolute_path:
        at /= step
    if "propertyNames" in error.schema_path:  # what fails is a key
        at = _key(at, str(error.instance))
    schema = _schema_of(error)
    kind, form = str(schema.get("title", "value")), str(schema.get("errorMessage", ""))
    value = _short(error.instance)
    match error.validator:
        case "required":
            return _missing(error, at, schema)
        case "additionalProperties":
            return _unknown(error, at, schema)
        case "type":
            return _wrong_type(error, at, document)
        case "enum" | "const" if isinstance(error.instance, str) and form == "":
            terms = tuple(str(term) for term in schema.get("enum", [schema.get("const")]))
            return UnknownTerm(at, error.instance, terms, _near(error.instance, terms))
        case keyword if keyword in _COMBINING:
            return WrongCombination(at, form or "these fields do not belong together")
        case "minLength" | "minItems":
            return BadValue(at, value, kind, form or "it is empty")
        case "uniqueItems":
            return BadValue(at, value, kind, form or "an item stands twice")
        case _:
            fault = BadId if kind.endswith("id") and error.validator in ("pattern", "minLength", "maxLength") else BadValue
            return fault(at, value, kind, form or f"{error.validator}: {error.validator_value}")


def _schema_of(error: "ValidationError") -> dict[str, Any]:
    return dict(error.schema) if isinstance(error.schema, dict) else {}


def _missing(error: "ValidationError", at: Place, schema: dict[str, Any]) -> MissingField:
    # one error a field, and its name is only in the words
    quoted = re.match(r"'([^']+)' is a required", error.message)
    field = quoted[1] if quoted else ""
    meaning = str(schema.get("properties", {}).get(field, {}).get("description", "what it means is in the schema"))
    return MissingField(at, field, schema.get("errorMessage", f"add it: {meaning[0].lower()}{meaning[1:].rstrip('.')}"))


def _unknown(error: "ValidationError", at: Place, schema: dict[str, Any]) -> SchemaFault:
    known = tuple(sorted(schema.get("properties", {})))
    instance: dict[str, Any] = dict(error.instance) if isinstance(error.instance, dict) else {}
    strange = [name for name in instance if name not in known]
    absent = tuple(name for name in known if name not in instance)
    return UnknownField(_key(at, strange[0]), strange[0], known, _near(strange[0], absent))


def _wrong_type(error: "ValidationError", at: Place, document: Document) -> Fault:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    if "string" in wanted and isinstance(error.instance, bool | int):
        span = document.span(at)
        written = document.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        taken_for = "a truth value" if isinstance(error.instance, bool) else "a number"
        return AmbiguousScalar(at, written, taken_for)
    return WrongType(at, " or ".join(_TYPES[str(name)] for name in wanted), _found(error.instance))


def _without_echoes(faults: list[Fault]) -> list[Fault]:
    """An unknown field that was meant to be a missing one is told once; so are fields that one command fills in."""
    meant = {(fault.at.steps[:-1], fault.nearest) for fault in faults if isinstance(fault, UnknownField)}
    told: dict[object, Fault] = {}
    for fault in faults:
        if not isinstance(fault, MissingField):
            told.setdefault(fault, fault)
        elif (fault.at.steps, fault.field) not in meant:
            told.setdefault(fault.advice if fault.advice.startswith("run ") else fault, fault)
    return list(told.values())


def _key(at: Place, name: str) -> Place:
    return (at / name).key


def _put(data: Data, fault: AmbiguousScalar) -> None:
    parent: Any = data
    for step in fault.at.steps[:-1]:
        parent = parent[step]
    parent[fault.at.steps[-1]] = fault.written


def _found(value: object) -> str:
    if isinstance(value, str):
        return f'the text "{_short(value)}"'
    names = {dict: "a map", list: "a list", bool: "true or false", int: "a number", type(None): "nothing"}
    return names.get(type(value), "something else")


def _short(value: object, most: int = 60) -> str:
    text = value if isinstance(value, str) else "" if value is None else str(value)
    return text if len(text) <= most else f"{text[:most]}..."


def _near(name: str, among: tuple[str, ...]) -> str | None:
    same = [known for known in among if known.casefold() == name.casefold()]
    return next(iter(same or difflib.get_close_matches(name, among, n=1, cutoff=0.7)), None)
