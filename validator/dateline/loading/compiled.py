"""The engine that decides: jsonschema-rs, which compiles a schema once and takes a hundredth of the time of jsonschema.

It gets each schema with its references written out: then a path in the schema leads to the words that stand there, and nothing
but what a kind of record refers to is compiled: an article's in 3 ms instead of 18. Then it decides no faster. To write them out
takes 2 ms, so the schemas so written lie in no file.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dateline.loading import formats
from dateline.loading.mismatch import Mismatch
from dateline.model import standard

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator, ValidationError

# with these inside, what is written out would be a document of its own, with other paths
_OF_A_FILE = ("$schema", "$id", "$defs")


def is_surely_valid(data: Any, kind: str, version: str) -> bool:  # noqa: ANN401 - data of any shape
    """Whether data has the shape of a kind of record; not sure of what no JSON can hold, nor of words of a million letters."""
    try:
        return _validator(kind, version).is_valid(data)
    except ValueError:
        return False


def mismatches(data: Any, kind: str, version: str) -> list[Mismatch]:  # noqa: ANN401 - as above
    """What is wrong with data, in the order of the schema.

    Raises:
        ValueError: if no JSON can hold it: half a character, a key that is no text; or it is nested deeper than 255.

    """
    whole = _Whole(written_out(f"{version}/{kind}.schema.json"), data)
    return [_mismatch(error, whole) for error in whole.sorted(_validator(kind, version).iter_errors(data))]


@cache
def written_out(name: str) -> dict[str, Any]:
    """The schema ``name`` of the standard without references. None of them leads back to itself: it would have no end."""
    found: dict[str, Any] = _written_out(standard.document(name), name)
    return found


@cache
def _validator(kind: str, version: str) -> "Draft202012Validator":
    from jsonschema_rs import Draft202012Validator  # noqa: PLC0415 - half of a start without it

    return Draft202012Validator(
        written_out(f"{version}/{kind}.schema.json"),
        formats=formats.FORMATS,
        validate_formats=True,
    )


def _written_out(node: Any, base: str) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(node, list):
        return [_written_out(item, base) for item in node]
    if not isinstance(node, dict):
        return node
    copy = {key: _written_out(value, base) for key, value in node.items() if key not in _OF_A_FILE}
    if not isinstance(reference := copy.pop("$ref", None), str):
        return copy
    target = _written_out(*standard.referred(reference, base))
    # a field has its own description, and of what it refers to everything else
    return target | {"description": copy["description"]} if "description" in copy else target


def _mismatch(error: "ValidationError", whole: "_Whole", *, of_key: bool = False) -> Mismatch:
    kind: Any = error.kind  # a class for each keyword
    if kind.name == "propertyNames":  # of a key it says that, and within what is wrong
        return _mismatch(kind.error, whole, of_key=True)
    alternatives = kind.context if kind.name in ("anyOf", "oneOf") and all(kind.context) else ()  # of oneOf, several may fit
    branches = tuple(tuple(_mismatch(inner, whole, of_key=of_key) for inner in whole.sorted(branch)) for branch in alternatives)
    steps = tuple(error.instance_path)
    instance = error.instance if of_key else whole.value(steps)  # the error has a copy, whose keys may be in another order
    field = kind.property if kind.name == "required" else ""
    _, node = whole.way(error)
    return Mismatch(str(error.schema_path[-1]), steps, instance, node, of_key, field, branches)


class _Whole(Struct, frozen=True):
    """A schema, and the data that is judged by it."""

    schema: dict[str, Any]
    data: Any

    def sorted(self, errors: Iterable["ValidationError"]) -> list["ValidationError"]:
        """The errors in the order in which jsonschema comes to them: the schema's, and within lists and free keys the data's."""
        return sorted(errors, key=lambda error: self.way(error)[0])

    def value(self, steps: Iterable[str | int]) -> Any:  # noqa: ANN401 - data of any shape
        """The value at a place of the data."""
        value = self.data
        for step in steps:
            value = value[step]
        return value

    def way(self, error: "ValidationError") -> tuple[list[int], dict[str, Any]]:
        """The turns that lead to an error, each the how-manieth it is, and the node of the schema that has its keyword."""
        kind: Any = error.kind
        path: Iterator[Any] = iter(error.schema_path)
        steps = iter([*error.instance_path, *([kind.error.instance] if kind.name == "propertyNames" else [])])
        turns: list[int] = []
        node, value, last = self.schema, self.data, self.schema
        for keyword in path:
            last = node
            turns.append(list(node).index(keyword))
            node = node[keyword]
            if keyword == "properties":
                name = next(path)
                turns.append(list(node).index(name))
                node, value = node[name], value[next(steps)]
            elif keyword in ("anyOf", "oneOf", "allOf"):
                turns.append(next(path, 0))
                node = node[turns[-1]]
            elif keyword in ("items", "additionalProperties", "propertyNames") and (step := next(steps, None)) is not None:
                turns.append(step if isinstance(value, list) else list(value).index(step))
                value = value[step]
        return turns, last
