"""The order in which the standard lists the fields of a map: the order in which they are written."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from dateline.loading.events import Steps
from dateline.model import standard

_Node = tuple[str, Any]  # the document that a schema stands in, and the schema
_ALTERNATIVES = ("anyOf", "oneOf", "allOf")


def keys_at(kind: str, version: str, steps: Steps) -> tuple[str, ...]:
    """The fields that a version's schema of that kind of record lists at a place, in its order; none where any key may stand."""
    return _keys(kind, version, tuple(0 if isinstance(step, int) else step for step in steps))


@cache
def _keys(kind: str, version: str, steps: Steps) -> tuple[str, ...]:
    name = f"{version}/{kind}.schema.json"
    nodes: list[_Node] = [(name, standard.document(name))]
    for step in steps:
        nodes = [below for node in nodes for whole in _opened(node) for below in _below(whole, step)]
    # a key that two alternatives list has the place that the first gives it
    return tuple(dict.fromkeys(key for node in nodes for _, schema in _opened(node) for key in schema.get("properties", ())))


def _opened(node: _Node) -> Iterator[_Node]:
    """A schema with what it refers to, and its alternatives."""
    name, schema = node
    if not isinstance(schema, dict):
        return
    yield node
    if target := schema.get("$ref"):
        found, there = standard.referred(target, name)
        yield from _opened((there, found))
    for word in _ALTERNATIVES:
        for alternative in schema.get(word, ()):
            yield from _opened((name, alternative))


def _below(node: _Node, step: str | int) -> Iterator[_Node]:
    name, schema = node
    if isinstance(step, int):
        candidates = [schema.get("items")]
    else:
        candidates = [schema.get("properties", {}).get(step) or schema.get("additionalProperties")]
    yield from ((name, candidate) for candidate in candidates if isinstance(candidate, dict))
