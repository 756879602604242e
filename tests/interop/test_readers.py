"""Every reader counts the rows of every table as they were written, however hostile their words, and reads their cells."""

import json
from collections.abc import Callable
from pathlib import Path

import frictionless
import pytest
from dateline.exporters import csv, datapackage, jsonl, nesting
from dateline.exporters.columns import Rows, Table
from dateline.exporters.tables import RELEASED

from tests.interop.conftest import MANIFEST
from tests.interop.readers import NESTED, OF_FILES, Cells, Reader, rows_in, served


@pytest.mark.parametrize("table", RELEASED, ids=lambda table: table.name)
@pytest.mark.parametrize("reader", OF_FILES, ids=lambda reader: reader.__name__)
def test_every_reader_sees_every_row_and_cell(reader: Reader, table: Table, release: Path, rows: Rows) -> None:
    read = reader(release, table)
    assert rows[table.name]
    assert len(read) == len(rows[table.name])
    assert rows_in(read, table) == rows[table.name]


@pytest.mark.parametrize("reader", NESTED.values(), ids=NESTED)
def test_articles_hold_their_parts(reader: Callable[[Path], Cells], release: Path, rows: Rows) -> None:
    read = reader(release)
    written = [json.loads(line) for line in jsonl.files(rows)[jsonl.PATH].splitlines()]
    assert [article["id"] for article in read] == [article["id"] for article in written]
    for part in nesting.PARTS:
        assert [len(article[part.name]) for article in read] == [len(article[part.name]) for article in written]
        first, *_ = ((one, other) for one, other in zip(read, written, strict=True) if other[part.name])
        names = [column.name for column in nesting.columns_within(part)]
        whole = first[1][part.name][0]
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


def test_datasette_finds_words(release: Path, rows: Rows) -> None:
    word = "외무성"
    found = served(release, f"/dateline/blocks.json?_shape=objects&_search={word}")
    at = [column.name for column in next(table for table in RELEASED if table.name == "blocks").columns].index("text")
    assert {cells["text"] for cells in found["rows"]} == {row[at] for row in rows["blocks"] if word in str(row[at])}
