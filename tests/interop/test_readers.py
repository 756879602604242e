"""Every reader counts the rows of every table as they were written, and reads their cells."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import datasets
import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest
from datasette.app import Datasette
from dateline.exporters import csv, datapackage, jsonl, nesting, sqlite
from dateline.exporters.columns import Rows, Table
from dateline.exporters.tables import RELEASED

from tests.interop.conftest import MANIFEST

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
    return [dict(row) for row in frictionless.Package(str(release / "datapackage.json")).get_resource(table.name).read_rows()]


def sqlite_table(release: Path, table: Table) -> Cells:
    with closing(sqlite3.connect(f"file:{release / sqlite.PATH}?mode=ro", uri=True)) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')]  # noqa: S608 - a table of ours


def datasets_parquet(release: Path, table: Table) -> Cells:
    return _of_datasets("parquet", release, f"data/{table.name}.parquet")


READERS: list[Reader] = [
    pandas_parquet,
    pandas_csv,
    polars_parquet,
    polars_csv,
    duckdb_parquet,
    duckdb_csv,
    frictionless_csv,
    sqlite_table,
    datasets_parquet,
]


@pytest.mark.parametrize("table", RELEASED, ids=lambda table: table.name)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_every_reader_sees_every_row_and_cell(reader: Reader, table: Table, release: Path, rows: Rows) -> None:
    read = reader(release, table)
    assert rows[table.name]
    assert len(read) == len(rows[table.name])
    assert [_row(table, cells) for cells in read] == rows[table.name]


@pytest.mark.parametrize(
    "reader",
    [
        lambda release: pl.read_ndjson(release / jsonl.PATH, infer_schema_length=None).to_dicts(),
        lambda release: _of_pandas(pd.read_json(release / jsonl.PATH, lines=True, dtype=False)),
        lambda release: _asked("SELECT * FROM read_json($file, format = 'newline_delimited')", release / jsonl.PATH),
        lambda release: _of_datasets("json", release, jsonl.PATH),
        lambda release: pd.read_parquet(release / "data/articles.parquet").to_dict("records"),
        lambda release: pl.read_parquet(release / "data/articles.parquet").to_dicts(),
        lambda release: _asked("SELECT * FROM read_parquet($file)", release / "data/articles.parquet"),
    ],
    ids=["polars-jsonl", "pandas-jsonl", "duckdb-jsonl", "datasets-jsonl", "pandas-parquet", "polars-parquet", "duckdb-parquet"],
)
def test_articles_hold_their_parts(reader: Callable[[Path], Cells], release: Path, rows: Rows) -> None:
    read = reader(release)
    written = nesting.nested(rows)
    assert [article["id"] for article in read] == [article["id"] for article in written]
    for part in nesting.PARTS:
        assert [len(article[part.name]) for article in read] == [len(article[part.name]) for article in written]  # type: ignore[arg-type]
        first, *_ = ((one, other) for one, other in zip(read, written, strict=True) if other[part.name])
        names = [column.name for column in nesting.columns_within(part)]
        whole = first[1][part.name][0]  # type: ignore[index]
        assert whole["text" if "text" in names else names[0]] == first[0][part.name][0]["text" if "text" in names else names[0]]


def test_frictionless_finds_no_fault_in_the_package(release: Path) -> None:
    report = frictionless.validate(str(release / "datapackage.json"))
    assert report.flatten(["title", "fieldName", "note"]) == []
    assert [task.stats["rows"] for task in report.tasks]


def test_frictionless_finds_what_the_package_forbids(rows: Rows, tmp_path: Path) -> None:
    faulty = rows | {"participants": [("no event", "emperor", "nobody")] * 2}
    tables = csv.files(faulty)
    for path, written in (tables | datapackage.files(tables, MANIFEST)).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(written)
    found = {one[0] for one in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert found == {"constraint-error", "primary-key", "foreign-key"}
    with (tmp_path / "tables/posts.csv").open("ab") as file:
        file.write(b"\n")
    found = {one[0] for one in frictionless.validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert {"hash-count", "byte-count"} <= found


@pytest.mark.parametrize("table", RELEASED, ids=lambda table: table.name)
def test_datasette_serves_every_table(table: Table, release: Path, rows: Rows) -> None:
    served = _served(release, f"/dateline/{table.name}.json?_shape=objects&_size=max")
    assert [_row(table, cells) for cells in served["rows"]] == rows[table.name]


def test_datasette_finds_words(release: Path, rows: Rows) -> None:
    word = "외무성"
    served = _served(release, f"/dateline/blocks.json?_shape=objects&_search={word}")
    at = [column.name for column in next(table for table in RELEASED if table.name == "blocks").columns].index("text")
    assert {cells["text"] for cells in served["rows"]} == {row[at] for row in rows["blocks"] if word in str(row[at])}


def _row(table: Table, cells: dict[str, Any]) -> tuple[object, ...]:
    return tuple(_cell(column.kind, cells[column.name], required=column.required) for column in table.columns)


def _cell(kind: str, value: Any, *, required: bool) -> object:  # noqa: ANN401 - what a reader gives
    if kind == "list":
        return tuple(json.loads(value) if isinstance(value, str) else value)
    if kind == "boolean":
        return None if value is None else bool(value)
    # readers of comma-separated values take an empty text for none, whatever stands in its place
    return "" if value is None and required else value


def _of_pandas(frame: pd.DataFrame) -> Cells:
    cells: Cells = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return cells


def _of_datasets(kind: str, release: Path, path: str) -> Cells:
    return list(datasets.load_dataset(kind, data_files=str(release / path), split="train", cache_dir=str(release / "cache")))


def _asked(question: str, file: Path, types: dict[str, str] | None = None) -> Cells:
    with closing(duckdb.connect()) as base:
        found = base.execute(question, {"file": str(file)} | ({"types": types} if types else {}))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _served(release: Path, address: str) -> dict[str, Any]:
    response = asyncio.run(Datasette([str(release / sqlite.PATH)]).client.get(address))
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer
