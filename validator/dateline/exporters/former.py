"""A former release, read back: the records that its tables hold, to be compared with those of now."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.exporters.columns import Table
from dateline.exporters.csv import unmarked
from dateline.exporters.places import file_of
from dateline.exporters.tables import TABLES

KINDS = {"articles": "article", "actors": "actor", "events": "event"}  # the tables of records, and what their parts call them

FormerRows = list[dict[str, Any]]
Records = dict[str, dict[str, FormerRows]]  # by id, then by table: the record's own row, and those of its parts

_LONGEST = 1 << 26  # characters of a cell: Python's own limit is less than a long article has


class NotReadableError(ValueError):
    """A file of a release does not hold what it should: the message says which, and what is wrong."""


def format_of(kind: str, files: Mapping[str, bytes]) -> str | None:
    """The ending of the file that holds the records of a kind; none if nothing of them can be read without a library."""
    return next((ending for ending in (".csv", ".jsonl") if file_of(kind, files, ending)), None)


def records(kind: str, files: Mapping[str, bytes], ending: str) -> Records:
    """The records of a kind with their parts, from the files of one format.

    Raises:
        NotReadableError: if a table is no table.

    """
    if ending == ".csv":
        return _from_tables(kind, files)
    path = file_of(kind, files, ending)
    return _from_lines(kind, files[path]) if path else {}


def _from_tables(kind: str, files: Mapping[str, bytes]) -> Records:
    found: dict[str, dict[str, FormerRows]] = defaultdict(lambda: defaultdict(list))
    for table in TABLES:
        owner = "id" if table.name == kind else KINDS[kind] if table.key[0] == KINDS[kind] else None
        path = file_of(table.name, files, ".csv")
        if owner and path:
            for row in table_in(table, files[path]):
                found[row[owner]][table.name].append(row)
    # parts of a record that has no row of its own are of no record
    return {name: dict(tables) for name, tables in found.items() if kind in tables}


def table_in(table: Table, content: bytes) -> Iterator[dict[str, Any]]:
    """The rows of a table in CSV, safe for spreadsheets or not, lists taken apart; an empty cell stays an empty text.

    Raises:
        NotReadableError: if it is no such table.

    """
    csv.field_size_limit(_LONGEST)
    lists = {column.name for column in table.columns if column.kind == "list"}
    try:
        for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True):
            _fits(table, row)
            yield {name: json.loads(value) if name in lists and value else unmarked(value) for name, value in row.items()}
    except NotReadableError:
        raise
    except (ValueError, csv.Error, RecursionError) as error:
        message = f"the table {table.name} cannot be read: {error}"
        raise NotReadableError(message) from error


def _fits(table: Table, row: Mapping[str | None, object]) -> None:
    if None in row or None in row.values() or any(name not in row for name in table.key):
        message = f"the table {table.name} has a row that does not fit its columns"
        raise NotReadableError(message)


def _from_lines(kind: str, content: bytes) -> Records:
    parts = {table.name for table in TABLES}
    found: Records = {}
    for whole in objects_in(kind, content):
        own = {name: value for name, value in whole.items() if name not in parts}
        found[str(own["id"])] = {kind: [own], **{name: value for name, value in whole.items() if name in parts and value}}
    return found


def objects_in(kind: str, content: bytes) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON Lines.

    Raises:
        NotReadableError: if it holds anything else.

    """
    try:
        found = [json.loads(line) for line in content.decode().split("\n") if line]
    except (ValueError, RecursionError) as error:
        message = f"the lines of {kind} cannot be read: {error}"
        raise NotReadableError(message) from error
    for whole in found:
        if not isinstance(whole, dict) or "id" not in whole:
            message = f"a line of {kind} is no record"
            raise NotReadableError(message)
        yield whole
