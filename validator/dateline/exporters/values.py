"""Values as files can hold them, whatever the format."""

import json
import re

from msgspec.msgpack import encode

from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.exporters.columns import Column, Row, Rows, Value
from dateline.exporters.tables import RELEASED
from dateline.model.standard import vocabulary

_LARGEST = 2**63 - 1  # what a whole number can be in SQLite, Arrow and what reads them
_NUMBERS = {table.name: [n for n, column in enumerate(table.columns) if column.kind == "integer"] for table in RELEASED}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(rows: Rows) -> Rows:
    """The rows without lone surrogates, which no file in UTF-8 can hold: U+FFFD stands in their place.

    Raises:
        UsageError: for a number that takes more than 64 bits.

    """
    return {name: table if _is_storable(name, table) else _stored(name, table) for name, table in rows.items()}


def storable_text(text: str) -> str:
    """The text without lone surrogates."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def as_array(items: tuple[str, ...]) -> str:
    """A list in the one cell that it has in CSV and in SQLite: a JSON array."""
    return json.dumps(items, ensure_ascii=False, separators=(",", ":"))


def terms_of(column: Column) -> list[str] | None:
    """The terms that a column's values are of; none if the column is open."""
    return list(vocabulary(column.terms)["enum"]) if column.terms else None


def _is_storable(name: str, table: list[Row]) -> bool:
    """Whether nothing in it has to be looked at one by one, which takes five times as long: an encoder refuses lone surrogates."""
    try:
        encode(table)
    except (UnicodeEncodeError, OverflowError):
        return False
    return all(abs(value) <= _LARGEST for place in _NUMBERS[name] for row in table if isinstance(value := row[place], int))


def _stored(name: str, table: list[Row]) -> list[Row]:
    return [tuple(_storable(name, value) for value in row) for row in table]


def _storable(table: str, value: Value) -> Value:
    match value:
        case str():
            return storable_text(value)
        case tuple():
            return tuple(map(storable_text, value))
        case int() if abs(value) > _LARGEST:
            digits = len(str(value)) if abs(value) < 10**1000 else "over a thousand"
            raise UsageError(f"a number of {digits} digits in the {table} is larger than tables can hold: {CHECK_FIRST}")
    return value
