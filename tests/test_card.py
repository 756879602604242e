"""What stands beside the tables of a release: the card, the citation, licences, digests, the page of columns, changes."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.engine.opening import opened
from dateline.exporters import card, changes, citation, croissant, describe, licences, splits, statement, sums
from dateline.exporters.about import About, Person, day_of, persons
from dateline.exporters.columns import Rows
from dateline.exporters.former import records
from dateline.exporters.places import tables_in
from dateline.exporters.release import FORMATS, release
from dateline.exporters.signs import plain, quoted
from dateline.exporters.tables import ARTICLES, MENTIONS, RELEASED
from dateline.loading.texts import Copies
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.laid import CORPUS, MINIMAL, TOP, copy_of, spoil
from tests.program import run
from tests.rows import rows_of

HOSTILE = 'A "title": [x](http://x) | <b> # \x85\u2028\ud800 `--`\n---\n'


@pytest.fixture(scope="module")
def rows() -> Rows:
    return rows_of(opened(MINIMAL, Copies()))


@pytest.fixture(scope="module")
def about() -> About:
    manifest = opened(MINIMAL, Copies()).manifest
    return About(manifest.record, date(2026, 11, 23), persons(manifest), statement="# Statement\n\nSee [x](../y.md).\n")


def front_of(readme: bytes) -> dict[str, Any]:
    _, front, _ = readme.decode().split("---\n", 2)
    loaded: dict[str, Any] = yaml.safe_load(front)
    return loaded


def test_the_card_says_what_the_hub_asks_and_points_to_every_table(rows: Rows, about: About) -> None:
    files = release(rows, about, ["jsonl", "csv"])
    front = front_of(files[card.NAME])
    assert (front["license"], front["language"], front["size_categories"]) == ("cc-by-4.0", ["en"], ["n<1K"])
    configs = {one["config_name"]: one["data_files"][0]["path"] for one in front["configs"]}
    assert configs == {table.name: f"tables/{table.name}.csv" for table in RELEASED}
    assert [one["config_name"] for one in front["configs"] if one.get("default")] == ["articles"]
    assert set(configs.values()) <= set(files)


def with_headline(rows: Rows, headline: str) -> Rows:
    at = [column.name for column in ARTICLES.columns].index("headline")
    return rows | {ARTICLES.name: [(*row[:at], headline, *row[at + 1 :]) for row in rows[ARTICLES.name]]}


@pytest.mark.parametrize(
    ("safe", "cell", "said"), [(True, b",'=1,", b"An apostrophe stands"), (False, b",=1,", b"as it was written")]
)
def test_what_a_spreadsheet_would_run_is_marked_in_a_release_that_asks_for_it(
    rows: Rows, about: About, cell: bytes, said: bytes, *, safe: bool
) -> None:
    files = release(with_headline(rows, "=1"), replace(about, excel_safe=safe), ["csv"])
    assert files["tables/articles.csv"].count(cell) == 3
    assert said in files["datapackage.json"]


def test_every_file_of_a_release_holds_what_utf_8_can(rows: Rows, about: About) -> None:
    files = release(with_headline(rows, "\ud800"), about, ["jsonl", "csv", "sqlite", "jsonld"])
    assert all("\ufffd".encode() in files[path] for path in ("articles.jsonl", "tables/articles.csv", "dateline.sqlite"))


def test_the_file_of_the_split_says_what_the_articles_say(rows: Rows) -> None:
    at = [column.name for column in ARTICLES.columns].index("split")
    parts = ["dev", "test", "train"]
    spread = [(*row[:at], part, *row[at + 1 :]) for row, part in zip(rows[ARTICLES.name], parts, strict=True)]
    found = json.loads(splits.files({ARTICLES.name: spread})[splits.PATH])
    assert found == {part: [row[0]] for row, part in zip(spread, parts, strict=True)}


def test_all_tables_of_a_card_are_of_one_format() -> None:
    assert tables_in(["articles.jsonl", "tables/articles.csv"]) == {"articles": "tables/articles.csv"}
    assert tables_in(["articles.jsonl"]) == {"articles": "articles.jsonl"}
    assert tables_in(["tables/posts.csv", "data/posts.parquet"]) == {"posts": "data/posts.parquet"}
    assert tables_in(["dateline.sqlite"]) == {}


def test_the_numbers_of_the_card_are_those_of_the_rows(rows: Rows, about: About) -> None:
    written = card.card(about, rows, {}).decode()
    for table in RELEASED:
        assert f"| [`{table.name}`](DATA.md#{table.name}) | {len(rows[table.name])} |" in written
    assert "The texts of 1 of 3 articles belong to others and are **withheld**" in written
    assert "| dl-2019-06-03-withheld |" in written


def test_a_release_with_errors_says_so_on_its_card_and_in_croissant(rows: Rows, about: About) -> None:
    spoilt = replace(about, errors=3)
    assert "> **Warning: exported in spite of 3 errors**" in card.card(spoilt, rows, {}).decode()
    assert "**Warning: exported in spite of 1 error**" in card.card(replace(about, errors=1), rows, {}).decode()
    assert "in spite of 3 errors" in json.loads(croissant.croissant(spoilt, rows, {}))["rai:dataLimitations"][0]
    assert "Warning" not in card.card(about, rows, {}).decode()


def test_what_a_program_proposed_is_said_on_the_card_and_in_croissant(rows: Rows, about: About) -> None:
    at = [column.name for column in MENTIONS.columns].index("suggested")
    spoilt = rows | {"mentions": [(*row[:at], True, *row[at + 1 :]) for row in rows["mentions"]]}
    count = len(rows["mentions"])
    written = card.card(about, spoilt, {})
    assert f"> **{count} annotations were proposed by a program and confirmed by nobody**" in written.decode()
    assert front_of(written)["annotations_creators"] == ["expert-generated", "machine-generated"]
    assert f"{count} annotations were proposed" in json.loads(croissant.croissant(about, spoilt, {}))["rai:dataLimitations"][-1]
    assert front_of(card.card(about, rows, {}))["annotations_creators"] == ["expert-generated"]


def test_the_card_says_whether_the_places_of_withheld_words_are_known(about: About) -> None:
    for texts, told in ((None, "not known here"), (MINIMAL / "texts", "given")):
        found = rows_of(opened(MINIMAL, Copies(texts)))
        assert f"the places of these words are {told}" in card.card(about, found, {}).decode()


def test_a_licence_that_the_hub_does_not_know_is_another(rows: Rows, about: About) -> None:
    other = replace(about, manifest=replace(about.manifest, license="LicenseRef-ours"))
    front = front_of(card.card(other, rows, {}))
    assert (front["license"], front["license_name"], front["license_link"]) == ("other", "licenseref-ours", "LICENSES.md")
    assert "license" not in yaml.safe_load(citation.citation(other))


def test_no_title_breaks_the_card_or_the_citation(rows: Rows, about: About) -> None:
    hostile = replace(about, manifest=replace(about.manifest, title=HOSTILE), annotators=(Person(HOSTILE),))
    front = front_of(card.card(hostile, rows, {}))
    assert front["pretty_name"].startswith('A "title": [x](http://x) | <b> # ')
    assert list(front)[-1] == "configs" or "configs" not in front
    assert '\n# A "title": \\[x\\](http://x) \\| \\<b\\> \\#' in card.card(hostile, rows, {}).decode()
    assert yaml.safe_load(citation.citation(hostile))["authors"][0]["name"].endswith("`--`\n---\n")


@given(st.text())
def test_what_is_quoted_for_yaml_is_read_back(words: str) -> None:
    assert yaml.safe_load(quoted(words)) == words


def test_words_in_markdown_stay_on_their_line() -> None:
    assert plain("a|b\n* c\u2028d") == "a\\|b \\* c d"


def test_the_citation_names_the_annotators(about: About) -> None:
    cited = replace(about, annotators=(Person("The founders"), Person("A. N.", "0000-0002-1825-0097")))
    loaded = yaml.safe_load(citation.citation(cited))
    assert loaded["authors"] == [{"name": "The founders"}, {"name": "A. N.", "orcid": "https://orcid.org/0000-0002-1825-0097"}]
    assert (loaded["cff-version"], loaded["type"], loaded["date-released"]) == ("1.2.0", "dataset", "2026-11-23")
    assert citation.version_in(citation.citation(cited).decode()) == about.manifest.version
    own = yaml.safe_load((TOP / "CITATION.cff").read_text("utf-8"))
    assert {name: own[name] for name in ("cff-version", "type", "keywords")} == {
        name: loaded[name] for name in ("cff-version", "type", "keywords")
    }


def test_citations_are_what_their_format_asks(about: About, tmp_path: Path) -> None:
    hostile = replace(about.manifest, title=HOSTILE, license="LicenseRef-ours")
    people = (Person("The founders"), Person(HOSTILE, "0000-0002-1825-009X"))
    for name, cited in (("founding", about), ("hostile", replace(about, manifest=hostile, annotators=people, day=None))):
        (tmp_path / f"{name}.cff").write_bytes(citation.citation(cited))
    files = [TOP / "CITATION.cff", *tmp_path.iterdir()]
    asked = ("--builtin-schema", "vendor.citation-file-format", *map(str, files))
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", *asked], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout


def test_a_corpus_without_any_day_has_none() -> None:
    assert day_of(date.max) is None
    assert day_of(date(2026, 1, 2)) == date(2026, 1, 2)


def test_the_sums_list_every_file() -> None:
    files = {"b/c d": b"1", "a": b""}
    assert sums.sums(files).decode().split("\n")[0] == f"{hashlib.sha256(b'').hexdigest()}  a"
    assert sums.listed(sums.sums(files).decode()) == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_licences_come_from_the_corpus_or_its_repository(tmp_path: Path, rows: Rows, about: About) -> None:
    assert [name for name, _ in licences.licence_files(CORPUS)] == ["LICENSE-DATA"]  # the program's is none of the data's
    assert licences.licence_files(tmp_path) == ()
    (tmp_path / "LICENSE.txt").write_bytes(b"ours")
    (tmp_path / "LICENSE-link").symlink_to(TOP / "LICENSE")
    (tmp_path / "LICENSES").mkdir()
    (tmp_path / licences.NAME).write_bytes(b"a page that a release writes itself")
    found = licences.licence_files(tmp_path)
    assert found == (("LICENSE.txt", b"ours"),)
    files = licences.licences(replace(about, licences=found), rows)
    assert files["LICENSE.txt"] == b"ours"
    assert "(withheld)" in files[licences.NAME].decode()


def test_the_data_statement_has_no_links_out_of_the_release() -> None:
    assert statement.statement("[a](../a.md) [b](https://b) [c](#c)") == b"a [b](https://b) [c](#c)\n"


def test_croissant_describes_every_file_and_column(rows: Rows, about: About) -> None:
    files = release(rows, about, ["csv", "sqlite"])
    described = json.loads(files[croissant.NAME])
    by_path = {one["contentUrl"]: one for one in described["distribution"]}
    assert {path: one["sha256"] for path, one in by_path.items()} == {
        path: hashlib.sha256(files[path]).hexdigest() for path in files if path.endswith((".csv", ".sqlite", "package.json"))
    }
    assert [[field["name"] for field in one["field"]] for one in described["recordSet"]] == [
        [column.name for column in table.columns] for table in RELEASED
    ]


@pytest.mark.parametrize(
    ("licence", "address", "is_cited"),
    [
        ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0.html", True),
        ("LicenseRef-ours", "LicenseRef-ours", False),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0", False),
        ("no", "https://spdx.org/licenses/no.html", True),  # which YAML takes for a truth value
    ],
)
def test_a_licence_that_spdx_knows_is_told_by_its_name(
    licence: str, address: str, *, is_cited: bool, rows: Rows, about: About
) -> None:
    other = replace(about, manifest=replace(about.manifest, license=licence))
    assert json.loads(croissant.croissant(other, rows, {}))["license"] == address
    assert (f'license: "{licence}"\n' in citation.citation(other).decode()) is is_cited


def test_croissant_says_from_when_to_when_the_articles_are(rows: Rows, about: About) -> None:
    described = json.loads(croissant.croissant(about, rows, {}))
    assert described["rai:dataCollectionTimeFrame"] == ["2019-05-21", "2019-06-03"]


def test_the_page_of_columns_is_up_to_date() -> None:
    page = (TOP / "docs/data.md").read_text("utf-8")
    assert page == describe.as_page(), "run dateline tables >docs/data.md"
    assert run("tables").output == page
    for table in RELEASED:
        assert all(f"| `{column.name}` | {column.kind}" in page for column in table.columns)


# changes


def made(root: Path, about: About, formats: tuple[str, ...] = ("csv",)) -> dict[str, bytes]:
    whole = opened(root, Copies())
    now = replace(about, manifest=whole.manifest.record)
    return {path: data for name in formats for path, data in FORMATS[name](rows_of(whole), now, ()).items()}


def told(page: bytes) -> Iterator[str]:
    return (line for line in page.decode().split("\n") if line.startswith(("* ", "## ")))


@pytest.mark.parametrize("formats", [("csv",), ("jsonl",)])
def test_nothing_changed_between_equal_releases(about: About, formats: tuple[str, ...]) -> None:
    files = made(MINIMAL, about, formats)
    assert list(told(changes.changes(about, files, files, "0.1.0"))) == ["## articles", "## actors", "## events"]


@pytest.mark.parametrize("safe", [True, False])
def test_a_mark_for_spreadsheets_is_no_change(rows: Rows, about: About, *, safe: bool) -> None:
    marked = with_headline(rows, "=1")
    before = release(marked, replace(about, excel_safe=not safe), ["csv"])
    page = release(marked, replace(about, excel_safe=safe), ["csv"], previous=before)[changes.NAME]
    assert list(told(page)) == ["## articles", "## actors", "## events"]


def test_changes_name_records_and_what_changed_in_them(corpus: Path, about: About) -> None:
    before = made(corpus, about)
    [event, *_] = sorted(path.stem for path in (corpus / "events").iterdir())
    (corpus / f"events/{event}.yaml").rename(corpus / "events/other-event.yaml")
    for path in corpus.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace(event, "other-event"), "utf-8")
    name = next(path for path in sorted((corpus / "actors").iterdir()) if "sources" not in path.read_text("utf-8"))
    gone = copy_of(corpus, corpus.parent / "spoilt")
    (gone / "articles/dl-2019-06-03-withheld.yaml").unlink()
    text = (gone / "actors" / name.name).read_text("utf-8")
    (gone / "actors" / name.name).write_text(f"{text}note: Another.\n", "utf-8")
    (gone / "actors/added.yaml").write_text(text.replace(f"id: {name.stem}", "id: added"), "utf-8")
    renaming = replace(about, manifest=replace(about.manifest, renames=((event, "other-event"),)))
    lines = list(told(changes.changes(renaming, before, made(gone, about), "0.1.0")))
    assert "* removed `dl-2019-06-03-withheld`" in lines
    assert "* added `added`" in lines
    assert f"* changed `{name.stem}`: note" in lines
    assert f"* renamed `{event}` to `other-event`" in lines
    # where an id stands in an office or a stance, too, a new name is no change
    assert [line for line in lines if line.startswith("* changed")] == [f"* changed `{name.stem}`: note"]


def test_a_version_that_stayed_the_same_is_told(about: About) -> None:
    files = made(MINIMAL, about)
    assert "The version is the same" in changes.changes(about, files, files, about.manifest.version).decode()
    assert "The version is the same" not in changes.changes(about, files, files, "0.0.9").decode()


def test_a_change_in_a_part_is_a_change_of_the_record(corpus: Path, about: About) -> None:
    before = {formats: made(corpus, about, (formats,)) for formats in ("csv", "jsonl")}
    spoil(corpus, "articles/dl-2019-05-21-talks.yaml", "mentions:\n", "mentions:\n  - {in: p1, text: the, place: The}\n")
    for formats, former in before.items():
        lines = list(told(changes.changes(about, former, made(corpus, about, (formats,)), None)))
        assert "* changed `dl-2019-05-21-talks`: mentions" in lines


def test_a_part_that_is_there_once_more_is_a_change(about: About) -> None:
    once, twice = ({"tables/actors.csv": b"id\na\n", "tables/posts.csv": b"actor,number\n" + b"a,1\n" * times} for times in (1, 2))
    for before, now in ((once, twice), (twice, once)):
        assert "* changed `a`: posts" in list(told(changes.changes(about, before, now, None)))


def test_a_record_that_went_into_another_that_was_there_is_removed(about: About) -> None:
    before, now = {"tables/actors.csv": b"id,name\na,A\nb,B\n"}, {"tables/actors.csv": b"id,name\nb,B\n"}
    renaming = replace(about, manifest=replace(about.manifest, renames=(("a", "b"),)))
    lines = [line for line in told(changes.changes(renaming, before, now, None)) if line.startswith("*")]
    assert lines == ["* removed `a`"]


def test_parts_of_a_record_that_has_no_row_are_of_none() -> None:
    assert records("actors", {"tables/actors.csv": b"id\na\n", "tables/posts.csv": b"actor,number\nb,1\n"}, ".csv") == {
        "a": {"actors": [{"id": "a"}]}
    }


def test_what_a_previous_release_does_not_hold_is_not_compared(about: About) -> None:
    page = changes.changes(about, {}, made(MINIMAL, about), None).decode()
    assert page.count("Not compared") == 3


def test_no_id_of_a_former_release_breaks_the_page(about: About) -> None:
    former = {"tables/actors.csv": b'id,"a|b"\n"x`\n# y",1\n'}
    assert "* removed x\\` \\# y" in changes.changes(about, former, made(MINIMAL, about), "1|2").decode()


@pytest.mark.parametrize("content", [b"\xff", b'id,kind\n"a', b"kind\nx\n", b"id,kind\nx\n", b'id,aliases\nx,"[\n"\n'])
def test_a_table_that_cannot_be_read_is_told(content: bytes) -> None:
    with pytest.raises(ValueError, match="actors"):
        records("actors", {"tables/actors.csv": content}, ".csv")


@pytest.mark.parametrize("content", [b"\xff", b"{", b"[]", b"{}"])
def test_lines_that_cannot_be_read_are_told(content: bytes) -> None:
    with pytest.raises(ValueError, match="articles"):
        records("articles", {"articles.jsonl": content}, ".jsonl")
