"""What describes a release leads readers to every row: the card's configs, and Croissant's record sets."""

import json
from datetime import date
from pathlib import Path

import pytest
from dateline.exporters.about import About, Person
from dateline.exporters.columns import Rows, Table
from dateline.exporters.release import release
from dateline.exporters.tables import RELEASED

from tests.interop.conftest import MANIFEST
from tests.interop.readers import croissant, datasets_card, mlcroissant_records, rows_in

ABOUT = About(MANIFEST, date(2026, 11, 23), (Person("The founders"), Person("A. N.", "0000-0002-1825-0097")))


@pytest.fixture(scope="module", params=[["csv", "jsonl", "sqlite"], ["csv", "jsonl", "sqlite", "parquet"]], ids=["csv", "parquet"])
def described(request: pytest.FixtureRequest, rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a whole release: Parquet is what readers are led to, if it is there."""
    formats: list[str] = request.param
    folder = tmp_path_factory.mktemp("described")
    for path, written in release(rows, ABOUT, formats).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(written)
    return folder


def test_mlcroissant_finds_no_fault_in_a_description_of_version_1_1(described: Path) -> None:
    metadata = croissant(described).metadata
    assert str(metadata.ctx.conforms_to.value) == "http://mlcommons.org/croissant/1.1"
    assert (metadata.ctx.issues.errors, metadata.ctx.issues.warnings) == (set(), set())
    assert metadata.data_collection
    assert metadata.data_annotation_protocol
    assert [record_set.id for record_set in metadata.record_sets] == [table.name for table in RELEASED]


@pytest.mark.parametrize("table", RELEASED, ids=lambda table: table.name)
def test_mlcroissant_reads_every_row_of_every_table(table: Table, described: Path, rows: Rows) -> None:
    read = mlcroissant_records(described, table)
    assert len(read) == len(rows[table.name])
    assert list(read[0]) == [column.name for column in table.columns]
    if _is_typed(described):
        assert rows_in(read, table) == rows[table.name]


@pytest.mark.parametrize("table", RELEASED, ids=lambda table: table.name)
def test_datasets_loads_every_config_of_the_card(table: Table, described: Path, rows: Rows) -> None:
    read = datasets_card(described, table)
    assert len(read) == len(rows[table.name])
    assert set(read[0]) >= {column.name for column in table.columns}
    if _is_typed(described):
        assert rows_in(read, table) == rows[table.name]


def test_the_files_that_croissant_lists_are_those_of_the_release(described: Path) -> None:
    listed = json.loads((described / "croissant.json").read_text("utf-8"))["distribution"]
    assert [one["contentUrl"] for one in listed if not (described / one["contentUrl"]).is_file()] == []


def _is_typed(described: Path) -> bool:
    """Whether readers are led to Parquet: of comma-separated values these two guess the types, and take the word NA for none."""
    return (described / "data").is_dir()
