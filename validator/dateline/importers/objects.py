"""JSON of strangers, and the fields of its objects, each asked for by name and kind."""

import json
from typing import Any

from dateline.importers.files import fail


def loaded(name: str, text: str, *, is_line: bool = False) -> Any:  # noqa: ANN401 - data of any shape
    """The data of a text, or of a line that the name ends in.

    Raises:
        UsageError: for what is no JSON, at its line.

    """
    try:
        return json.loads(text, parse_constant=lambda constant: fail(name, f"{constant} is no value of JSON"))
    except json.JSONDecodeError as error:
        fail(f"{name}:{error.colno}" if is_line else f"{name}:{error.lineno}:{error.colno}", f"it is no JSON: {error.msg}")
    except RecursionError:
        fail(name, "its brackets stand too deep within one another")
    except ValueError:
        # the one limit that the reader has itself
        fail(name, "it is no JSON: a number in it has thousands of digits")


def listed(at: str, data: Any, field: str) -> list[Any]:  # noqa: ANN401 - as above
    """A list in a field; an empty one where the field is missing."""
    value = data.get(field) or []
    return value if isinstance(value, list) else fail(at, f"{field} is no list")


def mapped(at: str, data: Any) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Data that is an object."""
    return data if isinstance(data, dict) else fail(at, "an object is expected here")


def worded(at: str, data: dict[str, Any], field: str) -> str:
    """Words in a field."""
    value = data.get(field)
    return value if isinstance(value, str) else fail(at, f"{field} is no text")


def counted(at: str, data: dict[str, Any], field: str) -> int:
    """An offset in a field."""
    value = data.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else fail(at, f"{field} is no whole number")
