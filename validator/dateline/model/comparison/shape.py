"""Whether JSON is a JSON Schema: what comparing takes for granted of each keyword."""

import re
from collections.abc import Callable, Iterator
from typing import Any

TYPES = frozenset(("string", "integer", "number", "boolean", "array", "object", "null"))

_SCHEMA = frozenset(
    (
        *("not", "if", "then", "else", "items", "contains", "propertyNames", "additionalProperties"),
        *("unevaluatedItems", "unevaluatedProperties"),
    ),
)
_SCHEMAS = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_NAMED = frozenset(("properties", "patternProperties", "dependentSchemas", "$defs"))
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minContains", "maxContains", "minProperties", "maxProperties")
_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def check(schema: Any, at: str) -> None:  # noqa: ANN401 - JSON of any shape
    """Hold that JSON is a schema whose patterns can be tried; ``at`` is where it stands.

    Raises:
        ValueError: if it is not, with the first place and what must stand there.

    """
    for trouble in _troubles(schema, at):
        raise ValueError(trouble)


def _troubles(schema: Any, at: str) -> Iterator[str]:  # noqa: ANN401 - as above
    if isinstance(schema, bool):
        return
    if not isinstance(schema, dict):
        yield f"{at.rstrip()} is no schema: a map must stand there, or true, or false"
        return
    for keyword, value in schema.items():
        here = f"{at}/{keyword}"
        is_right, wanted = _WANTED.get(keyword, _ANYTHING)
        if not is_right(value):
            yield f"{here} must be {wanted}"
        elif keyword in _SCHEMA:
            yield from _troubles(value, here)
        elif keyword in _SCHEMAS or keyword in _NAMED:
            for step, inner in value.items() if keyword in _NAMED else enumerate(value):
                yield from _troubles(inner, f"{here}/{step}")


def _is_number(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:  # noqa: ANN401 - as above
    return _is_number(value) and value >= 0 and value == value // 1


def _are_texts(value: Any) -> bool:  # noqa: ANN401 - as above
    return isinstance(value, list) and all(isinstance(one, str) for one in value) and len(set(value)) == len(value)


def _is_type(value: Any) -> bool:  # noqa: ANN401 - as above
    return value in TYPES if isinstance(value, str) else _are_texts(value) and bool(value) and set(value) <= TYPES


def _is_pattern(value: Any) -> bool:  # noqa: ANN401 - as above
    try:
        return isinstance(value, str) and re.compile(value) is not None
    except (re.error, OverflowError):
        return False


_Wanted = tuple[Callable[[Any], bool], str]
_ANYTHING: _Wanted = (lambda _: True, "anything")
_WANTED: dict[str, _Wanted] = {
    **dict.fromkeys(_SCHEMAS, (lambda value: isinstance(value, list) and bool(value), "a list of schemas")),
    **dict.fromkeys(_NAMED, (lambda value: isinstance(value, dict), "a map of schemas")),
    **dict.fromkeys(_COUNTS, (_is_count, "a whole number, 0 or more")),
    **dict.fromkeys(_NUMBERS, (_is_number, "a number")),
    **dict.fromkeys(("$ref", "$dynamicRef", "format"), (lambda value: isinstance(value, str), "text")),
    "patternProperties": (
        lambda value: isinstance(value, dict) and all(map(_is_pattern, value)),
        "a map of schemas, each under a pattern that Python's re knows",
    ),
    "pattern": (_is_pattern, "a pattern that Python's re knows"),
    "multipleOf": (lambda value: _is_number(value) and value > 0, "a number above 0"),
    "uniqueItems": (lambda value: isinstance(value, bool), "true or false"),
    "type": (_is_type, f"one or several of {', '.join(sorted(TYPES))}"),
    "enum": (lambda value: isinstance(value, list), "a list"),
    "required": (_are_texts, "a list of names, each once"),
    "dependentRequired": (
        lambda value: isinstance(value, dict) and all(map(_are_texts, value.values())),
        "a map of lists of names, each once",
    ),
}
