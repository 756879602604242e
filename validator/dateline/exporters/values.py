"""What every format does with the values of a release before it writes them."""

import re

from dateline.exporters.columns import Column, Rows, Value
from dateline.model.standard import vocabulary

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(rows: Rows) -> Rows:
    """The rows without lone surrogates, which no file in UTF-8 can hold: U+FFFD stands in their place."""
    return {name: [tuple(_storable(value) for value in row) for row in table] for name, table in rows.items()}


def terms_of(column: Column) -> list[str] | None:
    """The terms that a column's values are of; none if the column is open."""
    return list(vocabulary(column.terms)["enum"]) if column.terms else None


def _storable(value: Value) -> Value:
    match value:
        case str():
            return _LONE_SURROGATE.sub("\ufffd", value)
        case tuple():
            return tuple(_LONE_SURROGATE.sub("\ufffd", item) for item in value)
    return value
