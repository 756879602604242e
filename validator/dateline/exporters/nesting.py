"""Articles as trees: the row of an article with the rows of its parts inside it."""

from collections import defaultdict

from dateline.exporters.columns import Column, Rows, Table, Value
from dateline.exporters.tables import ARTICLES, TABLES

_OWNER = "article"  # the column that the tree makes needless
PARTS = tuple(table for table in TABLES if table.key[0] == _OWNER)


def places_of(part: Table, rows: Rows) -> list[list[int]]:
    """Where the rows of a part stand in its table: of each article, in the order of the articles."""
    found = defaultdict[Value, list[int]](list)
    for place, owner in enumerate(part.values(_OWNER, rows)):
        found[owner].append(place)
    return [found[article] for article in ARTICLES.values("id", rows)]


def columns_within(part: Table) -> tuple[Column, ...]:
    """The columns that a part keeps inside its article."""
    return tuple(column for column in part.columns if column.name != _OWNER)
