"""What the columns of a table refer to: a record by its id, or, within an article, a part by the article and an id."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.exporters.columns import Table

_ARTICLE = "article"
# by the name that such a column has in every table: the table of the parts, and what a part's id is called there
_WITHIN = {
    **dict.fromkeys(("block", "source_block", "cue_block", "content_block"), ("blocks", "block")),
    "time": ("times", "time"),
    "within": ("quotes", "quote"),
}


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values stand in the columns ``key`` of a table, unless one of them is none."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


def references_of(table: Table) -> Iterator[Reference]:
    """The references of a table, in the order of its columns."""
    for column in table.columns:
        if column.refers:
            yield Reference((column.name,), column.refers, ("id",))
        elif column.name in _WITHIN and table.key[0] == _ARTICLE and column.name not in table.key:
            other, key = _WITHIN[column.name]
            yield Reference((_ARTICLE, column.name), other, (_ARTICLE, key))
