"""The tables of a release: what a row is, and every column described once.

What stands here feeds the Data Package, Croissant, the card, SQLite's constraints and ``docs/data.md``. A column that is
``derived`` is reckoned from what annotators wrote; all others are what they wrote.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "string", "integer", "boolean", "list"
]  # a list holds strings, in the order of the record; it may be empty, never none
Value = str | int | bool | tuple[str, ...] | None
Row = tuple[Value, ...]  # in the order of the table's columns
Rows = dict[str, list[Row]]  # by table; sorted by the table's key


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``refers`` is the table whose key its values are, ``terms`` the vocabulary that they are of."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    derived: bool = False
    refers: str | None = None
    terms: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row is, its columns in order, and those that make a row unique."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: if there is none.

        """
        return {column.name: column for column in self.columns}[name]
