"""What a table of a release is: what a row is, and every column described once.

What tables say of themselves feeds the Data Package, Croissant, the card, SQLite's constraints and ``docs/data.md``. A column
that is ``derived`` is reckoned from what annotators wrote; all others are what they wrote.
"""

from collections.abc import Iterable, Iterator, Mapping
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


class Table(Struct, frozen=True):
    """A table: what a row is, its columns in order, and those that make a row unique."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def row(self, values: Mapping[str, Value]) -> Row:
        """The row of values by column; an absent one is an empty list or none.

        Raises:
            KeyError: for a column that the table has not, or a required one that the values have not.

        """
        names = {column.name for column in self.columns}
        lacking = [column.name for column in self.columns if column.required and values.get(column.name) is None]
        if wrong := [*sorted(values.keys() - names), *lacking]:
            raise KeyError(f"{self.name}: {', '.join(wrong)}")
        return tuple(values.get(column.name, () if column.kind == "list" else None) for column in self.columns)

    def records(self, rows: Rows) -> Iterator[Record]:
        """The table's rows, each as values by column."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in rows[self.name])

    def filled(self, records: Iterable[Mapping[str, Value]]) -> list[Row]:
        """The rows of records, sorted by what they are of, and there in its own order; of those with one key the first counts."""
        names = [column.name for column in self.columns]
        places = [names.index(name) for name in self.key]
        found: dict[Row, Row] = {}
        for row in map(self.row, records):
            found.setdefault(tuple(row[n] for n in places), row)
        return sorted(found.values(), key=lambda row: str(row[places[0]]))
