"""Rows by the names of their columns, for what is told of a release."""

from collections.abc import Mapping

from dateline.exporters.columns import Rows
from dateline.exporters.tables import MENTIONS, QUOTES, TIMES


def texts_of(row: Mapping[str, object], *names: str) -> list[str]:
    """Values of a row as texts; what is missing is empty."""
    return [str(value) if (value := row[name]) is not None else "" for name in names]


def listed(value: object) -> tuple[str, ...]:
    """The items of a list; none of what is no list."""
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()


def unconfirmed_in(rows: Rows) -> int:
    """How many annotations a program proposed, and nobody confirmed."""
    return sum(table.values("suggested", rows).count(True) for table in (MENTIONS, TIMES, QUOTES))
