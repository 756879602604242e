"""JSON Schemas as nodes that know where they stand, with references followed, and what several of them together allow."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.model.comparison import shape
from dateline.model.comparison.shape import TYPES

# what narrows; any other keyword is words for people
CONSTRAINTS = frozenset(
    (
        *("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "type", "enum", "const"),
        *(
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
        ),
        *("multipleOf", "items", "prefixItems", "contains", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems"),
        *("properties", "patternProperties", "additionalProperties", "propertyNames", "required", "minProperties", "maxProperties"),
        *("dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties"),
    ),
)
_NAMED = ("properties", "patternProperties", "dependentSchemas")  # maps from names to schemas


class Node(Struct, frozen=True):
    """A schema (a map, true or false) at ``pointer`` in the document of a file."""

    schema: Any
    document: Any
    file: Path
    pointer: str = ""

    @property
    def name(self) -> str:
        """Where it stands, for people."""
        return f"{self.file.name} {self.pointer}".rstrip()

    @property
    def key(self) -> str:
        """Where it stands, for this program: two folders have files of one name."""
        return f"{self.file}#{self.pointer}"

    def child(self, *steps: str | int) -> "Node":
        """The schema below it at those steps."""
        schema, pointer = self.schema, self.pointer
        for step in steps:
            schema, pointer = schema[step], f"{pointer}/{step}"
        return Node(schema, self.document, self.file, pointer)

    def saying(self, schema: Any, step: str) -> "Node":  # noqa: ANN401 - a schema of any shape
        """A schema that nobody wrote, made from this one."""
        return Node(schema, self.document, self.file, f"{self.pointer}/{step}")


_LARGEST = 1 << 20  # bytes: no schema has so many, and a reference may lead to what never ends
Parts = tuple[Node, ...]  # schemas that must all hold; none is "anything"


@cache
def _read(file: Path) -> Any:  # noqa: ANN401 - JSON of any shape
    if file.exists() and (not file.is_file() or file.stat().st_size > _LARGEST):
        message = f"{file} is no ordinary file of at most {_LARGEST >> 20} MiB"
        raise ValueError(message)
    document = json.loads(file.read_text("utf-8"))
    shape.check(document, f"{file.name} ")
    return document


def root(file: Path) -> Node:
    """The schema that a file is.

    Raises:
        OSError: if it cannot be read.
        ValueError: if it is no JSON, or no schema.

    """
    document = _read(file.resolve())
    return Node(document, document, file.resolve())


def followed(node: Node) -> Node:
    """What the reference of a node leads to.

    Raises:
        OSError: if the file that it names cannot be read.
        LookupError: if nothing stands there.
        ValueError: if what stands there is no schema.

    """
    file, _, pointer = node.schema["$ref"].partition("#")
    target = root(node.file.parent / file) if file else Node(node.document, node.document, node.file)
    for step in pointer.strip("/").split("/") if pointer else ():
        if not isinstance(target.schema, dict | list):
            message = f"{node.schema['$ref']} leads nowhere"
            raise LookupError(message)  # noqa: TRY004 - the reference is wrong, whatever stands there
        target = target.child(int(step) if isinstance(target.schema, list) else step.replace("~1", "/").replace("~0", "~"))
    shape.check(target.schema, target.name)  # no keyword for schemas need stand above it
    return target


def parts(node: Node) -> Parts:
    """The schemas that must all hold where a node must: itself, what it refers to, and what stands under ``allOf``."""
    found: dict[str, Node] = {}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.schema is False:
            one = one.saying({"not": {}}, "false")
        if one.schema is True or one.key in found:
            continue
        found[one.key] = one
        if "$ref" in one.schema:
            waiting.append(followed(one))
        waiting += [one.child("allOf", n) for n in range(len(one.schema.get("allOf", ())))]
    return tuple(found.values())


def plain(node: Node, seen: tuple[str, ...] = ()) -> str:
    """A text that is the same for schemas that say the same, whatever words for people stand beside."""
    if isinstance(node.schema, bool):
        return json.dumps(node.schema)
    said = {key: _plain_value(node, key, (*seen, node.key)) for key in sorted(CONSTRAINTS & set(node.schema))}
    return json.dumps(said, sort_keys=True)


def _plain_value(node: Node, key: str, seen: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON of any shape
    value = node.schema[key]
    if key == "$ref":
        target = followed(node)
        return target.name if target.key in seen else plain(target, seen)
    if key in _NAMED:
        return {name: plain(node.child(key, name), seen) for name in value}
    if key in ("allOf", "anyOf", "oneOf", "prefixItems"):
        return [plain(node.child(key, n), seen) for n in range(len(value))]
    if isinstance(value, dict | bool) and key not in ("const", "dependentRequired", "uniqueItems"):
        return plain(node.child(key), seen)
    return value


def type_of(value: Any) -> str:  # noqa: ANN401 - JSON of any shape
    """The type of a JSON value; a number without a fraction is an integer."""
    names = {bool: "boolean", int: "integer", str: "string", list: "array", dict: "object", type(None): "null"}
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    return names[type(value)]


def types_named(written: str | list[str]) -> frozenset[str]:
    """The types that the keyword ``type`` names."""
    named = {written} if isinstance(written, str) else set(written)
    return frozenset(named | {"integer"} if "number" in named else named)


def values(olds: Parts) -> list[Any] | None:
    """The values that are allowed at most, if there is an end to them."""
    lists = [old.schema["enum"] for old in olds if "enum" in old.schema]
    lists += [[old.schema["const"]] for old in olds if "const" in old.schema]
    return min(lists, key=len, default=None)


def types(olds: Parts) -> frozenset[str]:
    """The types that are allowed at most; of the two of numbers, "number" is one that is not whole."""
    allowed = TYPES
    for old in olds:
        allowed &= types_named(old.schema["type"]) if "type" in old.schema else TYPES
    finite = values(olds)
    return allowed if finite is None else allowed & {type_of(value) for value in finite}


def is_nothing(olds: Parts) -> bool:
    """Whether surely no value is allowed."""
    nots = [old.child("not") for old in olds if "not" in old.schema]
    return not types(olds) or any(inner.schema is True or inner.schema == {} or not parts(inner) for inner in nots)


def field(olds: Parts, name: str) -> Parts:
    """What the value of a field of that name must be."""
    found: list[Node] = []
    for old in olds:
        named = [old.child("properties", name)] if name in old.schema.get("properties", {}) else []
        patterns = old.schema.get("patternProperties", {})
        named += [old.child("patternProperties", pattern) for pattern in patterns if re.search(pattern, name)]
        if not named and "additionalProperties" in old.schema:
            named = [old.child("additionalProperties")]
        found += [part for node in named for part in parts(node)]
        if "propertyNames" in old.schema and not _may_be(parts(old.child("propertyNames")), name):
            found.append(old.saying({"not": {}}, "propertyNames"))
    return tuple(found)


def other_fields(olds: Parts) -> Parts:
    """What the value of a field must be whose name stands nowhere; where names have patterns, that may be anything."""
    closing = [old for old in olds if "additionalProperties" in old.schema and "patternProperties" not in old.schema]
    return tuple(part for old in closing for part in parts(old.child("additionalProperties")))


def names_of_fields(olds: Parts) -> Parts:
    """What the name of a field must be."""
    return tuple(part for old in olds if "propertyNames" in old.schema for part in parts(old.child("propertyNames")))


def known_fields(olds: Parts) -> Iterator[str]:
    """The names that stand somewhere, each once."""
    listed = [*(name for old in olds for key in ("properties", "required") for name in old.schema.get(key, ()))]
    finite = values(names_of_fields(olds)) or ()
    return iter(dict.fromkeys([*listed, *(name for name in finite if isinstance(name, str))]))


def items(olds: Parts) -> Parts:
    """What every item of a list must be."""
    return tuple(part for old in olds if "items" in old.schema for part in parts(old.child("items")))


def _may_be(names: Parts, name: str) -> bool:
    """Whether a name may be allowed by the schemas of names."""
    finite = values(names)
    fits = all(re.search(old.schema["pattern"], name) for old in names if "pattern" in old.schema)
    return fits and not is_nothing(names) and (finite is None or name in finite)
