"""Articles as trees: the row of an article with the rows of its parts inside it."""

from collections import defaultdict

from dateline.exporters.columns import Column, Row, Rows, Table
from dateline.exporters.tables import ARTICLES, TABLES

_OWNER = "article"  # the column that the tree makes needless
PARTS = tuple(table for table in TABLES if table.key[0] == _OWNER)


def nested(rows: Rows) -> list[dict[str, object]]:
    """One object an article, in the order of the rows; every key is there, even if it has no value."""
    found: dict[tuple[str, object], list[dict[str, object]]] = defaultdict(list)
    for part in PARTS:
        for row in rows[part.name]:
            whole = _object(part, row)
            found[part.name, whole.pop(_OWNER)].append(whole)
    articles = [_object(ARTICLES, row) for row in rows[ARTICLES.name]]
    return [{**article, **{part.name: found[part.name, article["id"]] for part in PARTS}} for article in articles]


def columns_within(part: Table) -> tuple[Column, ...]:
    """The columns that a part keeps inside its article."""
    return tuple(column for column in part.columns if column.name != _OWNER)


def _object(table: Table, row: Row) -> dict[str, object]:
    return {
        column.name: list(value) if isinstance(value, tuple) else value for column, value in zip(table.columns, row, strict=True)
    }
