"""Where the tables lie in a release."""

from collections.abc import Collection, Iterable
from posixpath import basename

from dateline.exporters.tables import RELEASED

# the formats of tables that others are pointed to, the one that keeps most first: Parquet knows types and lists
_SUFFIXES = (".parquet", ".csv", ".jsonl")


def file_of(table: str, paths: Iterable[str], suffix: str) -> str | None:
    """The file that holds a table in a format."""
    return next((path for path in sorted(paths) if basename(path) == f"{table}{suffix}"), None)


def tables_in(paths: Collection[str]) -> dict[str, str]:
    """The file of each table, all of one format: the ``datasets`` of Hugging Face read all by the reader that fits most."""
    every = [{table.name: path for table in RELEASED if (path := file_of(table.name, paths, suffix))} for suffix in _SUFFIXES]
    return next((found for found in every if found), {})
