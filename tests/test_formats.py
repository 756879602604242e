"""The formats that hold tables: what is read back is what was written, and nothing in it acts."""

import csv as reading
import hashlib
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest
from dateline.engine.settings import UsageError
from dateline.exporters import csv, datapackage, jsonl, nesting, parquet, sqlite
from dateline.exporters.columns import Column, Row, Rows, Table, Value
from dateline.exporters.entry_tables import ACTORS, EVENTS
from dateline.exporters.tables import ARTICLES, BLOCKS, QUOTES, RELEASED
from dateline.exporters.values import storable, terms_of
from dateline.model.place import Place
from dateline.model.records import Manifest
from hypothesis import given
from msgspec.structs import replace

from tests.laid import TOP
from tests.rows import HOSTILE, key_of, made, releases

MANIFEST = Manifest(Place("dateline.yaml"), 'A corpus: "two" 외무성', "1.2.3", "CC-BY-4.0")
ROWS = made(list(HOSTILE), 5, least=8, most=12)
TWICE = """
import hashlib
from importlib.util import find_spec
from dateline.exporters import csv, jsonl, parquet, sqlite
from tests.rows import HOSTILE, made
rows = made(list(HOSTILE), 5, least=8, most=12)
for module in (csv, jsonl, sqlite, *([parquet] if find_spec("pyarrow") else [])):
    for path, written in module.files(rows).items():
        print(path, hashlib.sha256(written).hexdigest())
"""


def opened(written: dict[str, bytes]) -> closing[sqlite3.Connection]:
    base = sqlite3.connect(":memory:")
    base.deserialize(written[sqlite.PATH])
    return closing(base)


def value_of(cell: str, column: Column) -> Value:
    if column.kind == "list":
        return tuple(json.loads(cell))
    if not cell and not (column.required and column.kind == "string"):
        return None
    match column.kind:
        case "integer":
            return int(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
    return cell


def kept_of(cell: str | int | None, column: Column) -> Value:
    match column.kind:
        case "list":
            return tuple(json.loads(str(cell)))
        case "boolean":
            return None if cell is None else bool(cell)
    return cell


def row_of(table: Table, read: dict[str, object]) -> Row:
    assert set(read) >= {column.name for column in table.columns}
    return tuple(tuple(value) if isinstance(value := read[column.name], list) else value for column in table.columns)  # type: ignore[misc]


def without_nesting(articles: list[dict[str, object]]) -> Rows:
    rows: Rows = {ARTICLES.name: [row_of(ARTICLES, article) for article in articles]}
    for part in nesting.PARTS:
        rows[part.name] = [row_of(part, {"article": whole["id"], **one}) for whole in articles for one in whole[part.name]]  # type: ignore[attr-defined]
    return rows


def nestable(rows: Rows) -> Rows:
    return {table.name: rows[table.name] for table in (ARTICLES, *nesting.PARTS)}


def with_cell(rows: Rows, table: Table, column: str, value: Value) -> Rows:
    at = [each.name for each in table.columns].index(column)
    first, *rest = rows[table.name]
    return {**rows, table.name: [(*first[:at], value, *first[at + 1 :]), *rest]}


@given(releases())
def test_json_lines_give_back_the_rows_of_articles_and_their_parts(rows: Rows) -> None:
    lines = jsonl.files(rows)[jsonl.PATH].decode().split("\n")
    assert lines.pop() == ""
    assert without_nesting([json.loads(line) for line in lines]) == nestable(rows)
    assert [json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":")) for line in lines] == lines


@given(releases())
def test_comma_separated_values_give_back_the_rows(rows: Rows) -> None:
    written = csv.files(rows)
    for table in RELEASED:
        header, *lines = reading.reader(io.StringIO(written[csv.path_of(table)].decode(), newline=""), strict=True)
        assert header == [column.name for column in table.columns]
        assert [tuple(map(value_of, line, table.columns)) for line in lines] == rows[table.name]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_cell_is_read_as_it_was_written(words: str) -> None:
    written = csv.files(with_cell(ROWS, EVENTS, "label", words))[csv.path_of(EVENTS)].decode()
    rows = list(reading.reader(io.StringIO(written, newline=""), strict=True))
    assert len(rows) == len(ROWS[EVENTS.name]) + 1
    assert dict(zip(*rows[:2], strict=True))["label"] == words


@given(releases())
def test_the_database_gives_back_the_rows_and_its_references_hold(rows: Rows) -> None:
    with opened(sqlite.files(rows)) as base:
        for table in RELEASED:
            found = base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()  # noqa: S608 - a table of ours
            assert [tuple(map(kept_of, row, table.columns)) for row in found] == rows[table.name]
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@given(releases())
def test_parquet_gives_back_the_rows(rows: Rows) -> None:
    reader = pytest.importorskip("pyarrow.parquet")
    written = parquet.files(rows)
    assert written == parquet.files(rows)
    for table in RELEASED:
        read = reader.read_table(io.BytesIO(written[parquet.path_of(table)]))
        if table is ARTICLES:
            assert read.schema.names == [*(column.name for column in ARTICLES.columns), *(part.name for part in nesting.PARTS)]
            assert without_nesting(read.to_pylist()) == nestable(rows)
        else:
            assert [row_of(table, one) for one in read.to_pylist()] == rows[table.name]
        assert all(read.schema.field(column.name).metadata[b"description"] for column in table.columns)


def test_two_processes_with_other_locales_zones_and_hashes_write_the_same_bytes() -> None:
    printed = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Asia/Seoul", "ko_KR.UTF-8")):
        around = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONPATH": f"{TOP / 'validator'}:{TOP}"}
        run = subprocess.run([sys.executable, "-X", "utf8", "-c", TWICE], env=around, capture_output=True, check=True, cwd=TOP)
        printed.add(run.stdout)
    assert len(printed) == 1
    assert printed.pop().count(b"\n") == len(RELEASED) * (2 if find_spec("pyarrow") else 1) + 2


def test_parts_follow_their_articles_in_whichever_order_these_stand() -> None:
    reader = pytest.importorskip("pyarrow.parquet")
    turned = ROWS | {ARTICLES.name: ROWS[ARTICLES.name][::-1]}
    read = without_nesting(reader.read_table(io.BytesIO(parquet.files(turned)[parquet.path_of(ARTICLES)])).to_pylist())
    assert read == without_nesting([json.loads(line) for line in jsonl.files(turned)[jsonl.PATH].splitlines()])
    assert read != nestable(turned)
    assert {name: sorted(map(repr, rows)) for name, rows in read.items()} == {
        name: sorted(map(repr, rows)) for name, rows in nestable(turned).items()
    }


def test_a_lone_surrogate_becomes_a_sign_that_utf_8_can_hold() -> None:
    rows = storable(with_cell(with_cell(ROWS, ACTORS, "name", "a\ud800b"), ACTORS, "aliases", ("\udfff",)))
    assert "a\ufffdb" in csv.files(rows)["tables/actors.csv"].decode()
    with opened(sqlite.files(rows)) as base:
        assert base.execute("SELECT name, aliases FROM actors WHERE name LIKE 'a_b'").fetchall() == [("a\ufffdb", '["\ufffd"]')]
    package = datapackage.files(csv.files(ROWS), replace(MANIFEST, title="\udc80"))[datapackage.PATH]
    assert json.loads(package)["title"] == "\ufffd"


def test_a_number_that_no_table_can_hold_is_told() -> None:
    for number, digits in ((2**63, "19"), (10**4000, "over a thousand")):
        with pytest.raises(UsageError, match=f"a number of {digits} digits in the events is larger than tables can hold"):
            storable(with_cell(ROWS, EVENTS, "series_number", number))


def test_other_tables_than_those_of_the_corpus_are_written_likewise() -> None:
    view = Table("view", "a view", ("article",), (Column("article", "string", "id", required=True, refers="articles"),))
    rows: Rows = {**ROWS, "view": [(key_of(ARTICLES, ROWS["articles"][0])[0],)]}
    every = (*RELEASED, view)
    tables = csv.files(rows, every)
    assert json.loads(datapackage.files(tables, MANIFEST, every)[datapackage.PATH])["resources"][-1]["path"] == "tables/view.csv"
    with opened(sqlite.files(rows, every)) as base:
        assert base.execute("SELECT count(*) FROM view JOIN articles ON article = id").fetchone() == (1,)


@pytest.mark.parametrize("words", [word for word in HOSTILE if word[0] in "=+-@＝"])  # noqa: RUF001 - as it is run
def test_cells_that_a_spreadsheet_would_run_stay_as_they_are_unless_they_are_to_be_safe(words: str) -> None:
    rows = with_cell(ROWS, EVENTS, "label", words)
    at = [column.name for column in EVENTS.columns].index("label")
    found = [
        next(line[at] for line in lines[1:] if line[at].endswith(words))
        for lines in (
            list(reading.reader(io.StringIO(csv.files(rows, excel_safe=safe)["tables/events.csv"].decode(), newline="")))
            for safe in (False, True)
        )
    ]
    assert found == [words, f"'{words}"]


def test_no_cell_of_safe_tables_begins_with_a_sign_that_is_run() -> None:
    for written in csv.files(ROWS, excel_safe=True).values():
        for line in reading.reader(io.StringIO(written.decode(), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)


def test_the_package_describes_every_file_and_every_column() -> None:
    tables = csv.files(ROWS)
    package = json.loads(datapackage.files(tables, MANIFEST)[datapackage.PATH])
    assert (package["title"], package["version"]) == (MANIFEST.title, "1.2.3")
    known = {resource["name"]: resource for resource in package["resources"]}
    for table in RELEASED:
        resource = known[table.name]
        written = tables[resource["path"]]
        assert resource["bytes"] == len(written)
        assert resource["hash"] == f"sha256:{hashlib.sha256(written).hexdigest()}"
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert all(field["description"] for field in resource["schema"]["fields"])
        for field, column in zip(resource["schema"]["fields"], table.columns, strict=True):
            of = field["arrayItem"] if column.kind == "list" else field
            assert of.get("constraints", {}).get("enum") == terms_of(column)
            # no cell of a required text is missing: one without characters is a value
            assert field.get("missingValues") == ([] if column.required and column.kind == "string" else None)
        for key in resource["schema"].get("foreignKeys", []):
            other = known[key["reference"].get("resource", table.name)]
            assert key["reference"]["fields"] == other["schema"]["primaryKey"]
            assert len(key["fields"]) == 1  # frictionless takes others for broken where a part is none


def test_the_package_says_what_stands_before_cells_that_are_run() -> None:
    raw, safe = (
        json.loads(datapackage.files(csv.files(ROWS), MANIFEST, excel_safe=asked)[datapackage.PATH]) for asked in (False, True)
    )
    assert "stands as it was written" in raw["description"]
    assert "An apostrophe stands before" in safe["description"]


def test_the_database_refuses_what_its_columns_do_not_allow() -> None:
    actor: dict[str, object] = {column.name: "[]" if column.kind == "list" else None for column in ACTORS.columns}
    actor |= {"id": "a", "kind": "person", "name": "A"}
    put = f"INSERT INTO actors VALUES ({', '.join(f':{name}' for name in actor)})"  # noqa: S608 - names of ours
    with opened(sqlite.files(made(["x"], 1, most=0))) as base:
        for column, value, why in (
            ("kind", "emperor", "kind is of actor-kinds"),
            ("name", None, "NOT NULL constraint failed: actors.name"),
            ("aliases", '{"a": 1}', "aliases is a list"),
            ("aliases", "a, b", "aliases is a list|malformed JSON"),
        ):
            with pytest.raises(sqlite3.DatabaseError, match=why):
                base.execute(put, {**actor, column: value})
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
            base.execute("INSERT INTO blocks (article, block, number, depicts) VALUES ('a', 'p1', 'one', '[]')")
        assert base.execute(put, actor).rowcount == 1


@pytest.mark.parametrize(
    ("table", "column", "value", "why"),
    [
        (ACTORS, "kind", "emperor", "CHECK constraint failed: kind is of actor-kinds"),
        (EVENTS, "label", None, "NOT NULL constraint failed: events.label"),
        (ARTICLES, "id", key_of(ARTICLES, ROWS["articles"][1])[0], "UNIQUE constraint failed: articles.id"),
    ],
)
def test_rows_that_break_a_constraint_are_told_in_one_line(table: Table, column: str, value: Value, why: str) -> None:
    with pytest.raises(UsageError, match=f"dateline.sqlite cannot hold the {table.name}: {why}"):
        sqlite.files(with_cell(ROWS, table, column, value))


def test_what_refers_to_nothing_is_kept_for_those_who_allow_errors() -> None:
    with opened(sqlite.files(with_cell(ROWS, ACTORS, "part_of", "nobody"))) as base:
        assert [row[0] for row in base.execute("PRAGMA foreign_key_check")] == ["actors"]


@pytest.mark.parametrize(
    ("table", "column", "missing"),
    [("mentions", "block", "p99"), ("quotes", "cue_block", "p99"), ("event_mentions", "time", "t99"), ("quotes", "within", "q99")],
)
def test_a_part_of_an_article_is_one_of_that_article(table: str, column: str, missing: str) -> None:
    with opened(sqlite.files(ROWS)) as base:
        base.execute("PRAGMA foreign_keys = ON")
        base.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = 1', (missing,))  # noqa: S608 - names of ours
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            base.commit()


def test_words_are_found_and_what_is_withheld_is_not() -> None:
    rows = with_cell(ROWS, BLOCKS, "text", "The delegates met in Ljubljana")
    search = "SELECT blocks.text FROM blocks JOIN blocks_fts ON blocks.rowid = blocks_fts.rowid WHERE blocks_fts MATCH ?"
    with opened(sqlite.files(rows)) as base:
        assert base.execute(search, ("ljubljana",)).fetchall() == [("The delegates met in Ljubljana",)]
    withheld = with_cell(ROWS, BLOCKS, "text", None)
    assert b"jubljana" not in sqlite.files(withheld)[sqlite.PATH]


@pytest.mark.parametrize(
    ("table", "column", "value", "asked"),
    [
        (ACTORS, "name", "Ministère de la Défense", "ministere"),
        (ACTORS, "aliases", ("The Quirinal", "Palazzo Chigi"), '"palazzo chigi"'),
        (ACTORS, "short_names", ("Foreign Office",), "office"),
        (ACTORS, "metonyms", ("Ljubljana",), "ljubljana"),
        (ARTICLES, "headline", "Nobody met", "nobody"),
        (EVENTS, "label", "A dinner of ministers", "dinner"),
        (QUOTES, "gist", "They will dine", "dine"),
        (QUOTES, "content_text", "that [...] dined", "dined"),
    ],
)
def test_records_are_found_by_what_they_are_called_and_say(table: Table, column: str, value: Value, asked: str) -> None:
    search = f"SELECT rowid FROM {table.name}_fts WHERE {table.name}_fts MATCH ?"  # noqa: S608 - names of ours
    with opened(sqlite.files(with_cell(ROWS, table, column, value))) as base:
        assert base.execute(search, (asked,)).fetchall() == [(1,)]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_what_may_be_run_is_marked_if_it_is_to_be_safe(sign: str) -> None:
    written = csv.files(with_cell(ROWS, EVENTS, "label", f"{sign}1"), excel_safe=True)["tables/events.csv"].decode()
    assert f"'{sign}1" in written


def test_the_database_says_what_its_columns_mean_and_which_standard_it_follows() -> None:
    with opened(sqlite.files(ROWS)) as base:
        described = base.execute('SELECT "table", "column", meaning FROM columns_described ORDER BY rowid').fetchall()
        assert described == [(table.name, column.name, column.meaning) for table in RELEASED for column in table.columns]
        assert base.execute("PRAGMA user_version").fetchone() == (100,)
        strict = {row[1] for row in base.execute("PRAGMA table_list") if row[5]}
        assert strict == {*(table.name for table in RELEASED), sqlite.DESCRIPTIONS}
        assert base.execute("PRAGMA journal_mode").fetchone() == ("memory",)


def test_without_pyarrow_parquet_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r'pip install "dateline\[parquet\]"'):
        parquet.files(ROWS)


def test_an_sqlite_that_lacks_what_is_needed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_DESCRIBED", "CREATE VIRTUAL TABLE x USING fts9(y)")
    with pytest.raises(UsageError, match=r"dateline.sqlite cannot be made with SQLite [0-9.]+: no such module: fts9"):
        sqlite.files(ROWS)


@pytest.mark.parametrize("files", [csv.files, jsonl.files, sqlite.files], ids=["csv", "jsonl", "sqlite"])
def test_a_release_without_records_is_written_all_the_same(files: Callable[[Rows], dict[str, bytes]], tmp_path: Path) -> None:
    for path, written in files(made(["x"], 0, most=0)).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(written)
    assert list(tmp_path.rglob("*.*"))
