"""Fields that the schema still takes and a later one will not: ``deprecated``, with ``replacedBy`` and ``since``."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from dateline.loading.document import Document
from dateline.loading.schemas import version_of
from dateline.model import standard
from dateline.model.fault import DeprecatedField
from dateline.model.place import Place

_EACH = "*"  # a step to every item of a list, or to every value of a map whose keys are free


class Deprecation(Struct, frozen=True):
    """A deprecated field, by the names that lead to it."""

    steps: tuple[str, ...]
    replaced_by: str | None = None
    since: str | None = None


def faults(document: Document, kind: str, version: str | None = None) -> Iterator[DeprecatedField]:
    """Give every field of a record of that kind that a version deprecates, its own if none is named."""
    for known in deprecations(kind, version or version_of(document)):
        yield from _uses(known, document.data, Place(document.path), known.steps)


@cache
def deprecations(kind: str, version: str = standard.VERSION) -> tuple[Deprecation, ...]:
    """The fields of a kind of record that a version deprecates; 1.0 has none."""
    name = f"{version}/{kind}.schema.json"
    return tuple(dict.fromkeys(_declared(standard.document(name), name, ())))


def _declared(schema: Any, base: str, steps: tuple[str, ...]) -> Iterator[Deprecation]:  # noqa: ANN401 - a schema of any shape
    if not isinstance(schema, dict):  # true and false are schemas too
        return
    if "$ref" in schema:
        yield from _declared(*standard.referred(schema["$ref"], base), steps)
    for name, inner in schema.get("properties", {}).items():
        if isinstance(inner, dict) and inner.get("deprecated"):
            yield Deprecation((*steps, name), inner.get("replacedBy"), inner.get("since"))
        yield from _declared(inner, base, (*steps, name))
    for key in ("items", "additionalProperties"):
        yield from _declared(schema.get(key), base, (*steps, _EACH))
    for key in ("anyOf", "oneOf", "allOf"):
        for inner in schema.get(key, ()):
            yield from _declared(inner, base, steps)


def _uses(known: Deprecation, data: Any, at: Place, steps: tuple[str, ...]) -> Iterator[DeprecatedField]:  # noqa: ANN401 - as above
    step, *rest = steps
    if step == _EACH:
        pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        for key, value in pairs:
            yield from _uses(known, value, at / key, tuple(rest))
    elif isinstance(data, dict) and step in data:
        if rest:
            yield from _uses(known, data[step], at / step, tuple(rest))
        else:
            can_be_renamed = known.replaced_by is not None and known.replaced_by not in data
            yield DeprecatedField((at / step).key, step, known.replaced_by, known.since, can_be_renamed)
