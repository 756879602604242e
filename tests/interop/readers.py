"""Programs of others that read a table of a release, each in the way that its users do."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import datasets
import duckdb
import frictionless
import mlcroissant
import pandas as pd
import polars as pl
from datasette.app import Datasette
from dateline.exporters import jsonl, sqlite
from dateline.exporters.columns import Column, Table

Cells = list[dict[str, Any]]
Reader = Callable[[Path, Table], Cells]
_PANDAS = {"string": "string", "integer": "Int64", "boolean": "boolean", "list": "string"}
_POLARS = {"string": pl.String, "integer": pl.Int64, "boolean": pl.Boolean, "list": pl.String}
_DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "boolean": "BOOLEAN", "list": "VARCHAR"}


def pandas_parquet(release: Path, table: Table) -> Cells:
    return _of_pandas(pd.read_parquet(release / f"data/{table.name}.parquet"))


def pandas_csv(release: Path, table: Table) -> Cells:
    types = {column.name: _PANDAS[column.kind] for column in table.columns}
    return _of_pandas(pd.read_csv(release / f"tables/{table.name}.csv", keep_default_na=False, na_values=[""], dtype=types))


def polars_parquet(release: Path, table: Table) -> Cells:
    cells: Cells = pl.read_parquet(release / f"data/{table.name}.parquet").to_dicts()
    return cells


def polars_csv(release: Path, table: Table) -> Cells:
    types = {column.name: _POLARS[column.kind] for column in table.columns}
    cells: Cells = pl.read_csv(release / f"tables/{table.name}.csv", schema=types).to_dicts()
    return cells


def duckdb_parquet(release: Path, table: Table) -> Cells:
    return _asked("SELECT * FROM read_parquet($file)", release / f"data/{table.name}.parquet")


def duckdb_csv(release: Path, table: Table) -> Cells:
    types = {column.name: _DUCKDB[column.kind] for column in table.columns}
    return _asked(
        "SELECT * FROM read_csv($file, columns = $types, header = true, auto_detect = false, quote = '\"', escape = '\"')",
        release / f"tables/{table.name}.csv",
        types,
    )


def frictionless_csv(release: Path, table: Table) -> Cells:
    return [dict(row) for row in _package(release).get_resource(table.name).read_rows()]


def sqlite_table(release: Path, table: Table) -> Cells:
    with closing(sqlite3.connect(f"file:{release / sqlite.PATH}?mode=ro", uri=True)) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]  # noqa: S608 - a table of ours


def datasette_table(release: Path, table: Table) -> Cells:
    cells: Cells = served(release, f"/dateline/{table.name}.json?_shape=objects&_size=max")["rows"]
    return cells


def datasets_parquet(release: Path, table: Table) -> Cells:
    return _of_datasets("parquet", release, f"data/{table.name}.parquet")


def datasets_card(release: Path, table: Table) -> Cells:
    """Read a config of the card, as on the Hub."""
    return list(datasets.load_dataset(str(release), table.name, split="full", cache_dir=str(release.parent / "cache")))


def mlcroissant_records(release: Path, table: Table) -> Cells:
    return [
        {name.removeprefix(f"{table.name}/"): _plain(value) for name, value in record.items()}
        for record in croissant(release).records(table.name)
    ]


# what reads the files, and what is led to them by a description
OF_FILES: list[Reader] = [
    pandas_parquet,
    pandas_csv,
    polars_parquet,
    polars_csv,
    duckdb_parquet,
    duckdb_csv,
    frictionless_csv,
    sqlite_table,
    datasette_table,
    datasets_parquet,
]
DESCRIBED: list[Reader] = [datasets_card, mlcroissant_records]
NESTED: dict[str, Callable[[Path], Cells]] = {
    "polars-jsonl": lambda release: pl.read_ndjson(release / jsonl.PATH, infer_schema_length=None).to_dicts(),
    "pandas-jsonl": lambda release: _of_pandas(pd.read_json(release / jsonl.PATH, lines=True, dtype=False)),
    "duckdb-jsonl": lambda release: _asked("SELECT * FROM read_json($file, format = 'newline_delimited')", release / jsonl.PATH),
    "datasets-jsonl": lambda release: _of_datasets("json", release, jsonl.PATH),
    "pandas-parquet": lambda release: pd.read_parquet(release / "data/articles.parquet").to_dict("records"),
    "polars-parquet": lambda release: pl.read_parquet(release / "data/articles.parquet").to_dicts(),
    "duckdb-parquet": lambda release: _asked("SELECT * FROM read_parquet($file)", release / "data/articles.parquet"),
}


def rows_in(cells: Cells, table: Table) -> list[tuple[object, ...]]:
    """What a reader gave, as the values that were written."""
    return [tuple(_cell(column, one[column.name]) for column in table.columns) for one in cells]


def served(release: Path, address: str) -> dict[str, Any]:
    """What Datasette answers."""
    response = asyncio.run(Datasette([str(release / sqlite.PATH)]).client.get(address))
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def tables_served(release: Path) -> set[str]:
    """The tables that Datasette shows: not those in which an index is kept."""
    return {table["name"] for table in served(release, "/dateline.json")["tables"] if not table["hidden"]}


@cache
def croissant(release: Path) -> mlcroissant.Dataset:
    """The description, which takes longer to understand than a table to read."""
    return mlcroissant.Dataset(str(release / "croissant.json"))


@cache
def _package(release: Path) -> frictionless.Package:
    return frictionless.Package(str(release / "datapackage.json"))


def _cell(column: Column, value: Any) -> object:  # noqa: ANN401 - what a reader gives
    if column.kind == "list":
        return tuple(json.loads(value) if isinstance(value, str) else value)
    if column.kind == "boolean":
        return None if value is None else bool(value)
    # readers of comma-separated values take an empty text for none, whatever stands in its place
    return "" if value is None and column.required else value


def _plain(value: Any) -> object:  # noqa: ANN401 - what a reader gives
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return value.decode()
    return None if isinstance(value, float) and value != value else value  # noqa: PLR0124 - not a number


def _of_pandas(frame: pd.DataFrame) -> Cells:
    cells: Cells = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return cells


def _of_datasets(kind: str, release: Path, path: str) -> Cells:
    return list(datasets.load_dataset(kind, data_files=str(release / path), split="train", cache_dir=str(release.parent / "cache")))


def _asked(question: str, file: Path, types: dict[str, str] | None = None) -> Cells:
    with closing(duckdb.connect()) as base:
        found = base.execute(question, {"file": str(file)} | ({"types": types} if types else {}))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
