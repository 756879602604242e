"""A release as a database, for Datasette, for teaching and for questions that join tables.

Every table is STRICT, with its keys, its references and the terms of its vocabularies as constraints; a list is a JSON array
(``json_each`` takes it apart). ``columns_described`` says what each column means. The words can be searched by FTS5.

The words stay in the tables: an index names its table as its content, by which Datasette finds it.
Source: https://docs.datasette.io/en/stable/full_text_search.html
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.exporters.columns import Column, Row, Rows, Table, Value
from dateline.exporters.entry_tables import ACTORS, EVENTS
from dateline.exporters.references import references_of
from dateline.exporters.tables import ARTICLES, BLOCKS, QUOTES, RELEASED
from dateline.exporters.values import as_array, terms_of
from dateline.model.standard import VERSION

PATH = "dateline.sqlite"
DESCRIPTIONS = "columns_described"
SEARCHED = (
    (ACTORS, ("name", "aliases", "short_names", "metonyms")),
    (ARTICLES, ("headline",)),
    (BLOCKS, ("text",)),
    (EVENTS, ("label",)),
    (QUOTES, ("gist", "content_text")),
)
_TYPES = {"string": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "list": "TEXT"}
_DESCRIBED = (
    f'CREATE TABLE "{DESCRIPTIONS}" ("table" TEXT NOT NULL, "column" TEXT NOT NULL, "kind" TEXT NOT NULL, "meaning" TEXT NOT NULL, '
    '"required" INTEGER NOT NULL, "derived" INTEGER NOT NULL, "refers" TEXT, "terms" TEXT, PRIMARY KEY ("table", "column")) STRICT'
)


def files(rows: Rows, tables: Sequence[Table] = RELEASED) -> dict[str, bytes]:
    """``dateline.sqlite``; the same version of SQLite makes the same bytes of the same rows.

    Raises:
        UsageError: if rows break a constraint, or this Python's SQLite lacks what is needed.

    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        try:
            _begin(base)
            for table in tables:
                _fill(base, table, rows[table.name])
            _describe(base, tables)
            _index(base)
        except sqlite3.OperationalError as error:
            raise UsageError(f"{PATH} cannot be made with SQLite {sqlite3.sqlite_version}: {error}") from error
        return {PATH: base.serialize()}


def _begin(base: sqlite3.Connection) -> None:
    major, minor = VERSION.split(".")
    base.execute("PRAGMA page_size = 4096")
    base.execute("PRAGMA encoding = 'UTF-8'")
    base.execute(f"PRAGMA user_version = {int(major) * 100 + int(minor)}")  # of the standard: 1.0 is 100
    # an actor may be part of one that comes later; and where errors were allowed, what refers to nothing is published too
    base.execute("PRAGMA foreign_keys = OFF")


def _fill(base: sqlite3.Connection, table: Table, rows: list[Row]) -> None:
    base.execute(_created(table))
    places = ", ".join("?" for _ in table.columns)
    base.execute("BEGIN")
    try:
        base.executemany(f"INSERT INTO {_name(table.name)} VALUES ({places})", (tuple(map(_stored, row)) for row in rows))  # noqa: S608 - names of ours
    except sqlite3.IntegrityError as error:
        raise UsageError(f"{PATH} cannot hold the {table.name}: {error}: {CHECK_FIRST}") from error
    base.execute("COMMIT")


def _created(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_names(table.key)})")
    lines += [
        f"FOREIGN KEY ({_names(reference.columns)}) REFERENCES {_name(reference.table)} ({_names(reference.key)}) "
        "DEFERRABLE INITIALLY DEFERRED"
        for reference in references_of(table)
    ]
    inside = ",\n  ".join(lines)
    return f"CREATE TABLE {_name(table.name)} (\n  {inside}\n) STRICT"


def _column(column: Column) -> str:
    name = _name(column.name)
    written = f"{name} {_TYPES[column.kind]}{' NOT NULL' if column.required or column.kind == 'list' else ''}"
    terms = terms_of(column)
    if column.kind == "list":
        return (
            f"{written} CONSTRAINT {_name(f'{column.name} is a list')} CHECK (json_valid({name}) AND json_type({name}) = 'array')"
        )
    if column.kind == "boolean":
        return f"{written} CONSTRAINT {_name(f'{column.name} is 0 or 1')} CHECK ({name} IN (0, 1))"
    if terms:
        listed = ", ".join(map(_text, terms))
        return f"{written} CONSTRAINT {_name(f'{column.name} is of {column.terms}')} CHECK ({name} IN ({listed}))"
    return written


def _describe(base: sqlite3.Connection, tables: Sequence[Table]) -> None:
    base.execute(_DESCRIBED)
    described = [
        (table.name, column.name, column.kind, column.meaning, column.required, column.derived, column.refers, column.terms)
        for table in tables
        for column in table.columns
    ]
    base.execute("BEGIN")
    base.executemany(f'INSERT INTO "{DESCRIPTIONS}" VALUES (?, ?, ?, ?, ?, ?, ?, ?)', described)  # noqa: S608 - a name of ours
    base.execute("COMMIT")


def _index(base: sqlite3.Connection) -> None:
    """Make the words searchable; the index holds none that the tables do not."""
    for table, columns in SEARCHED:
        index = _name(f"{table.name}_fts")
        base.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({_names(columns)}, "
            f"content={_name(table.name)}, tokenize='unicode61 remove_diacritics 2')"
        )
        reindex(base, f"{table.name}_fts")


def reindex(base: sqlite3.Connection, name: str) -> None:
    """Let an index find the words that its table holds now."""
    index = _name(name)
    base.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - a name, quoted


def _stored(value: Value) -> str | int | None:
    return as_array(value) if isinstance(value, tuple) else value


def _name(name: str) -> str:
    return '"{}"'.format(name.replace('"', '""'))


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _text(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))
