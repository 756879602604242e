"""What a table of a release is: what a row is, and every column described once.

What tables say of themselves feeds the Data Package, Croissant, the card, SQLite's constraints and ``docs/data.md``. A column
that is ``derived`` is reckoned from what annotators wrote; all others are what they wrote.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import Literal

from msgspec import Struct

Kind = Literal[
    "string", "integer", "boolean", "list"
]  # a list holds strings, in the order of the record; it may be empty, never none
Value = str | int | bool | tuple[str, ...] | None
Row = tuple[Value, ...]  # in the order of the table's columns
Rows = dict[str, list[Row]]  # by table; sorted by the record that they are of, and in its own order
Record = dict[str, Value]  # a row by the names of its columns


class Column(Struct, frozen=True):
    """A column. ``refers`` is the table whose ids its values are, in that article or in the corpus; ``terms`` their vocabulary."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    derived: bool = False
    refers: str | None = None
    terms: str | None = None

    @property
    def described(self) -> str:
        """The meaning, and whether the values are reckoned."""
        return f"{self.meaning} (derived)" if self.derived else self.meaning


class Table(Struct, frozen=True, dict=True):
    """A table: what a row is, its columns in order, and those that make a row unique."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def row(self, values: Record) -> Row:
        """The row of values by column; an absent one is an empty list or none.

        Raises:
            KeyError: for a column that the table has not, or a required one that the values have not.

        """
        whole = self._empty | values
        if len(whole) > len(self.columns) or None in self._required(whole):
            lacking = [column.name for column in self.columns if column.required and whole[column.name] is None]
            raise KeyError(f"{self.name}: {', '.join([*sorted(values.keys() - self._empty.keys()), *lacking])}")
        return tuple(whole.values())

    @cached_property
    def _empty(self) -> Record:
        """A row without values, in the order of the columns."""
        return {column.name: () if column.kind == "list" else None for column in self.columns}

    @cached_property
    def _required(self) -> Callable[[Record], Row]:
        """What gives the values of a row that are never missing: of every table there are several."""
        return itemgetter(*(column.name for column in self.columns if column.required))

    def records(self, rows: Rows) -> Iterator[Record]:
        """The table's rows, each as values by column."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in rows[self.name])

    def values(self, name: str, rows: Rows) -> list[Value]:
        """The values of one column, row by row."""
        place = next(n for n, column in enumerate(self.columns) if column.name == name)
        return [row[place] for row in rows[self.name]]

    def filled(self, rows: Iterable[Row]) -> list[Row]:
        """The rows, sorted by what they are of, and there in its own order; of those with one key the first counts."""
        names = [column.name for column in self.columns]
        places = [names.index(name) for name in self.key]
        key, found = itemgetter(*places), dict[object, Row]()
        for row in rows:
            found.setdefault(key(row), row)
        return sorted(found.values(), key=lambda row: str(row[places[0]]))
