"""What the columns of a table refer to: a record by its id, or, within an article, a part by the article and an id."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.exporters.columns import Table

_ARTICLE = "article"
_PARTS = {"blocks": "block", "times": "time", "quotes": "quote"}  # the tables of parts, and what a part's id is called there


class Reference(Struct, frozen=True):
    """Columns whose values stand in the columns ``key`` of a table, unless one of them is none."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


def references_of(table: Table) -> Iterator[Reference]:
    """The references of a table, in the order of its columns."""
    for column in table.columns:
        if column.refers in _PARTS:
            yield Reference((_ARTICLE, column.name), column.refers, (_ARTICLE, _PARTS[column.refers]))
        elif column.refers:
            yield Reference((column.name,), column.refers, ("id",))
