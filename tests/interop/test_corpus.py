"""Every reader counts the corpus as its files do in a release that was just made of it, and finds what they say."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import datasets
import frictionless
import pytest
from dateline.exporters import nesting, sqlite
from dateline.exporters.columns import Table, Value
from dateline.exporters.tables import RELEASED

from tests.interop.counted import counted
from tests.interop.readers import DESCRIBED, NESTED, OF_FILES, Cells, Reader, croissant, rows_in, served, tables_served
from tests.laid import CORPUS

Cell = tuple[tuple[Value, ...], str, Value]  # the key of its row, its column, and what the corpus says
ORIGINAL, WITHHELD = "dl-2019-06-02-singapore-talks", "kh-2019-05-21-defence-talks"
FLIGHT, LOCK_ON = "jpn-patrol-flight-2018-12", "kor-jpn-radar-lock-on-2018-12"
CELLS: dict[str, list[Cell]] = {
    "actors": [
        (("jeong-kyeong-doo",), "aliases", ("정경두", "Jeong Gyeongdu")),
        (("chn",), "aliases", ("People's Republic of China", "PRC", "Chinese")),
        (("chn",), "surname", None),
    ],
    "posts": [
        (("jeong-kyeong-doo", 2), "title", "Chairman of the Joint Chiefs of Staff"),
        (("jeong-kyeong-doo", 2), "exclusive", True),
        (("roh-jae-chun", 1), "attested", ("2019-05-21",)),
    ],
    "events": [
        (("chn-kor-hotline-normalised-2019",), "date", "/2019-05-21"),
        (("chn-kor-defence-talks-16",), "series_number", 16),
        (("prk-provocations",), "generic", True),
    ],
    "participants": [(("kor-thaad-decision-2016", "participant", "usa"), "role", "participant")],
    "relations": [(("kor-criticises-jpn-flight-2018-12", "responds_to", FLIGHT), "other", FLIGHT)],
    "articles": [
        ((ORIGINAL,), "headline", "Seoul's defence chief meets Chinese, Japanese counterparts"),
        ((WITHHELD,), "published", "2019-05-21T17:28:00+09:00"),
        ((WITHHELD,), "text", None),
        ((WITHHELD,), "text_chars", 2438),
    ],
    "blocks": [((ORIGINAL, "b1"), "text", "SINGAPORE, June 2"), ((WITHHELD, "c1"), "depicts", ("jeong-kyeong-doo", "wei-fenghe"))],
    "unnamed": [((ORIGINAL, "_papers"), "kind", "document"), ((WITHHELD, "_official"), "of", "kor-mnd")],
    "mentions": [((ORIGINAL, 3), "actors", ("wei-fenghe", "takeshi-iwaya")), ((ORIGINAL, 4), "place", "Singapore")],
    "times": [((ORIGINAL, "t2"), "value", "2018"), ((ORIGINAL, "t2"), "mod", "end"), ((WITHHELD, "t10"), "value", "P2Y4M")],
    "quotes": [
        ((ORIGINAL, "q9"), "within", "q8"),
        ((WITHHELD, "q2"), "principals", ("kor-mnd",)),
        ((WITHHELD, "q7"), "gist", "China objects to the decision."),
    ],
    "event_mentions": [((ORIGINAL, 8), "type", "agree"), ((ORIGINAL, 8), "via", ("q1",))],
    "quote_spans": [
        ((ORIGINAL, "q1", "verbatim", 1), "text", "strategic communications"),
        ((WITHHELD, "q2", "insertion", 2), "text", "between [...] ministers"),
    ],
    "factuality": [((ORIGINAL, "kor", LOCK_ON, "q5", "denies"), "factbank", "CT-")],
    "plover_events": [
        ((ORIGINAL, LOCK_ON, "MOBILIZE"), "quad", 4),
        ((WITHHELD, "jpn-kor-ministers-2019-06", "AGREE"), "statuses", ("planned", "sought")),
    ],
    "timex3": [((ORIGINAL, "t2"), "mod", "END"), ((ORIGINAL, "t7"), "edtf", "2019-06-02"), ((WITHHELD, "t10"), "end_point", "t9")],
}
COUNTS = counted(CORPUS)


@pytest.mark.parametrize("table", RELEASED, ids=lambda table: table.name)
@pytest.mark.parametrize("reader", [*OF_FILES, *DESCRIBED], ids=lambda reader: reader.__name__)
def test_every_reader_counts_the_corpus_and_finds_what_it_says(reader: Reader, table: Table, exported: Path) -> None:
    read = rows_in(reader(exported, table), table)
    assert len(read) == COUNTS[table.name]
    names = [column.name for column in table.columns]
    by_key = {tuple(row[names.index(name)] for name in table.key): row for row in read}
    for key, column, value in CELLS[table.name]:
        assert by_key[key][names.index(column)] == value


@pytest.mark.parametrize("reader", NESTED.values(), ids=NESTED)
def test_every_reader_counts_the_parts_within_articles(reader: Callable[[Path], Cells], exported: Path) -> None:
    read = {article["id"]: article for article in reader(exported)}
    assert len(read) == COUNTS["articles"]
    for part in nesting.PARTS:
        assert sum(len(article[part.name]) for article in read.values()) == COUNTS[part.name]
    assert [block["text"] for block in read[ORIGINAL]["blocks"] if block["block"] == "b1"] == ["SINGAPORE, June 2"]


def test_no_table_of_the_release_is_left_unread(exported: Path) -> None:
    names = [table.name for table in RELEASED]
    package = json.loads((exported / "datapackage.json").read_text("utf-8"))
    assert datasets.get_dataset_config_names(str(exported)) == names
    assert datasets.get_dataset_default_config_name(str(exported)) == "articles"
    assert [resource["name"] for resource in package["resources"]] == names
    assert [record_set.id for record_set in croissant(exported).metadata.record_sets] == names
    assert {path.stem for path in (exported / "tables").iterdir()} == set(names)
    assert {path.stem for path in (exported / "data").iterdir()} == set(names)
    assert tables_served(exported) - {sqlite.DESCRIPTIONS} == set(names)


def test_nobody_finds_fault_with_the_descriptions_of_the_release(exported: Path) -> None:
    report = frictionless.validate(str(exported / "datapackage.json"))
    assert report.flatten(["title", "fieldName", "note"]) == []
    assert {task.name: task.stats["rows"] for task in report.tasks} == COUNTS
    issues = croissant(exported).metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())


@pytest.mark.parametrize(("table", "word", "found"), [("blocks", "strategic communications", 1), ("blocks", "nobody", 0)])
def test_datasette_searches_the_words_of_the_corpus(table: str, word: str, found: int, exported: Path) -> None:
    rows = served(exported, f"/dateline/{table}.json?_shape=objects&_search={word}")["rows"]
    assert len(rows) == found


def test_the_sums_of_the_release_hold(exported: Path) -> None:
    program = shutil.which("sha256sum")
    assert program
    done = subprocess.run([program, "--strict", "-c", "SHA256SUMS"], cwd=exported, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    listed = {line.removesuffix(": OK") for line in done.stdout.splitlines()} | {"SHA256SUMS"}
    assert listed == {path.relative_to(exported).as_posix() for path in exported.rglob("*") if path.is_file()}
