"""Withheld texts are filled into a private copy alone, and only what is verified by its digest."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from dateline.exporters import sums
from dateline.exporters.filling import Filled, Withheld, with_texts, withheld_in
from dateline.exporters.hydrate import MARK, filled, hydrated
from dateline.loading.folder import write_folder
from dateline.loading.texts import Copies
from dateline.model.text import digest, fingerprint

from tests.laid import TEXTS
from tests.program import run
from tests.test_release import contents, exported, refusal

NAME = "dl-2019-06-03-withheld"
FORMATS = ("csv", "jsonl", "sqlite")
ONE = Withheld("x", digest("One two.\nThree."), (("h1", fingerprint("One two.")), ("p1", fingerprint("Three."))))


@pytest.fixture
def out(corpus: Path, tmp_path: Path) -> Path:
    """A release of the minimal corpus."""
    exported(corpus, tmp_path / "out")
    return tmp_path / "out"


def words_of(corpus: Path) -> str:
    return (corpus / TEXTS / f"{NAME}.txt").read_text("utf-8").strip()


def test_the_text_stands_in_every_format_of_the_copy(corpus: Path, out: Path) -> None:
    done = run("hydrate", out, "--texts", corpus / TEXTS)
    assert done.exit_code == 0, done.output
    files = contents(out.with_name("out-hydrated"))
    words = words_of(corpus)
    [line] = [one for one in map(json.loads, files["articles.jsonl"].decode().splitlines()) if one["id"] == NAME]
    assert (line["text"], [block["text"] for block in line["blocks"]]) == (words, [words])
    for table, key in (("articles", "id"), ("blocks", "article")):
        rows = [row for row in csv.DictReader(io.StringIO(files[f"tables/{table}.csv"].decode())) if row[key] == NAME]
        assert [row["text"] for row in rows] == [words]
    with closing(sqlite3.connect(out.with_name("out-hydrated") / "dateline.sqlite")) as base:
        assert base.execute("SELECT text FROM articles WHERE id = ?", (NAME,)).fetchall() == [(words,)]
        search = "SELECT article FROM blocks JOIN blocks_fts ON blocks.rowid = blocks_fts.rowid WHERE blocks_fts MATCH ?"
        assert base.execute(search, (f'"{words}"',)).fetchall() == [(NAME,)]


def test_all_else_in_the_copy_is_as_it_was(corpus: Path, out: Path) -> None:
    before = contents(out)
    run("hydrate", out, "--texts", corpus / TEXTS)
    after = contents(out.with_name("out-hydrated"))
    assert contents(out) == before
    filled_in = {"articles.jsonl", "tables/articles.csv", "tables/blocks.csv", "dateline.sqlite", "SHA256SUMS"}
    assert {path for path in before.keys() & after.keys() if before[path] != after[path]} == filled_in
    without = [line.decode() for line in after["tables/blocks.csv"].split(b"\n") if NAME.encode() not in line]
    assert without == [line.decode() for line in before["tables/blocks.csv"].split(b"\n") if NAME.encode() not in line]


def test_the_copy_never_looks_like_the_release(corpus: Path, out: Path) -> None:
    run("hydrate", out, "--texts", corpus / TEXTS)
    files = contents(out.with_name("out-hydrated"))
    assert {"README.md", "croissant.json", "CITATION.cff", "datapackage.json"}.isdisjoint(files)
    assert "Do not publish" in files[MARK].decode()
    assert files[".gitignore"].decode().splitlines()[-1] == "*"
    assert hydrated({"data/blocks.parquet": b"", "CHANGES.md": b"", "x": b"1"}, {}).keys() == {"x", MARK, ".gitignore", sums.NAME}


def test_a_copy_is_made_again_over_the_last_one_and_over_nothing_else(corpus: Path, out: Path) -> None:
    for _ in range(2):
        assert run("hydrate", out, "--texts", corpus / TEXTS).exit_code == 0
    (out.with_name("out-hydrated") / "mine").write_text("mine")
    assert "it holds mine" in refusal("hydrate", out, "--texts", corpus / TEXTS)


def test_a_paragraph_that_does_not_match_is_named_and_left_out(corpus: Path, out: Path) -> None:
    copy = corpus / TEXTS / f"{NAME}.txt"
    copy.write_text(copy.read_text("utf-8").replace("a", "e", 1), "utf-8")
    done = run("hydrate", out, "--texts", corpus / TEXTS)
    assert done.exit_code == 1
    assert f"{NAME}: p1 is not as annotated" in done.output
    assert "no paragraph could be filled in: nothing was written" in done.output
    assert not out.with_name("out-hydrated").exists()


def test_an_article_without_a_copy_is_named(out: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = run("hydrate", out, "--texts", tmp_path / "none")
    assert done.exit_code == 1
    assert f"{NAME}: there is no copy of it" in done.output
    (tmp_path / f"none/{NAME}.txt").write_bytes(b"\xff")
    assert f"{NAME}: the copy is not UTF-8" in run("hydrate", out, "--texts", tmp_path / "none").output


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 300, "../texts/dl-2019-06-03-withheld", "", "."])
def test_a_release_names_no_file_but_a_copy(name: str, corpus: Path) -> None:
    copies = Copies(corpus / TEXTS)
    assert (copies.text_of(name), copies.trouble_with(name)) == (None, None)


def test_a_filled_copy_is_lost_neither_to_an_empty_folder_nor_to_an_export(corpus: Path, out: Path, tmp_path: Path) -> None:
    assert run("hydrate", out, "--texts", corpus / TEXTS).exit_code == 0
    before = contents(out.with_name("out-hydrated"))
    (tmp_path / "none").mkdir()
    assert run("hydrate", out, "--texts", tmp_path / "none").exit_code == 1
    private = out.with_name("out-hydrated")
    assert "is a private copy" in refusal("export", private, "--corpus", corpus)
    assert "is a private copy" in refusal("export", out, "--corpus", corpus, "--previous", private)
    assert "is a private copy" in refusal("hydrate", private, "--texts", corpus / TEXTS)
    assert contents(out.with_name("out-hydrated")) == before


def test_each_paragraph_is_verified_by_itself() -> None:
    assert filled(ONE, "One two.\nThree.\n") == Filled({"h1": "One two.", "p1": "Three."}, "One two.\nThree.")
    assert filled(ONE, "One two.\nFour.\n") == Filled({"h1": "One two."}, None, ("x: p1 is not as annotated",))
    assert filled(ONE, "Menu\r\nOne  two.\r\n\r\nThree.\r\nMore\r\n").text == "One two.\nThree."
    other = Withheld("x", digest("something else"), ONE.blocks)
    assert filled(other, "One two.\nThree.").troubles == ("x: the text as a whole is not as annotated",)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_what_is_withheld(form: str, corpus: Path, tmp_path: Path) -> None:
    exported(corpus, tmp_path / "out", "--format", form)
    [one] = withheld_in(contents(tmp_path / "out"))
    words = words_of(corpus)
    assert (one.article, one.digest, one.blocks) == (NAME, digest(words), (("p1", fingerprint(words)),))


@pytest.mark.parametrize("form", FORMATS)
def test_paragraphs_are_in_the_order_of_the_text_and_not_of_their_ids(form: str, corpus: Path, tmp_path: Path) -> None:
    words = ["A caption first", *(f"Paragraph {number} of it" for number in range(1, 12))]
    names = ["c1", *(f"p{number}" for number in range(1, 12))]
    text = "\n".join(words)
    told = zip(names, words, strict=True)
    blocks = "".join(f"    - {{id: {name}, fp: {fingerprint(line)}, chars: {len(line)}, words: 4}}\n" for name, line in told)
    (corpus / TEXTS / f"{NAME}.txt").write_text(text, "utf-8")
    article = corpus / "articles" / f"{NAME}.yaml"
    head, _, _ = article.read_text("utf-8").partition("  chars:")
    article.write_text(f"{head}  chars: {len(text)}\n  digest: {digest(text)}\n  blocks:\n{blocks}", "utf-8")
    exported(corpus, tmp_path / "out", "--format", form, "--texts", corpus / TEXTS, "--allow-errors")
    [one] = withheld_in(contents(tmp_path / "out"))
    assert [name for name, _ in one.blocks] == names
    assert filled(one, text).text == text


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"articles.jsonl": b'{"id": "x"}\n'},
        {"articles.jsonl": b"{"},
        {"articles.jsonl": b'{"id": "x", "text_status": "withheld", "text_digest": null, "blocks": null}'},
        {"dateline.sqlite": b"no database"},
        {"tables/articles.csv": b"id\nx\n", "tables/blocks.csv": b"article,block\n"},
        {"tables/articles.csv": b"\xff", "tables/blocks.csv": b"\xff"},
        {"articles.jsonl": b"", "tables/articles.csv": b"text,id\nx\n"},
        {"articles.jsonl": b"", "tables/blocks.csv": b'a,"'},
    ],
)
def test_a_release_that_cannot_be_filled_is_told(files: dict[str, bytes], tmp_path: Path) -> None:
    write_folder(tmp_path / "out", files | {"SHA256SUMS": sums.sums(files)})
    (tmp_path / "texts").mkdir()
    assert "cannot be filled: " in refusal("hydrate", tmp_path / "out", "--texts", tmp_path / "texts")


def test_what_is_no_release_is_not_filled(corpus: Path, tmp_path: Path) -> None:
    assert "is no release" in refusal("hydrate", corpus, "--texts", corpus / TEXTS)
    assert "--texts" in refusal("hydrate", tmp_path)
    assert "is no folder" in refusal("hydrate", tmp_path, "--texts", tmp_path / "none")


def test_the_copy_is_not_made_among_the_texts_or_in_a_corpus(corpus: Path, out: Path) -> None:
    shutil.copytree(out, corpus / TEXTS / "out")
    assert "lies in a corpus" in refusal("hydrate", corpus / TEXTS / "out", "--texts", corpus / TEXTS)


def test_parquet_is_left_out_and_that_is_told(corpus: Path, out: Path) -> None:
    files = {path: data for path, data in contents(out).items() if path != "SHA256SUMS"} | {"data/blocks.parquet": b"PAR1"}
    shutil.rmtree(out)
    write_folder(out, files | {"SHA256SUMS": sums.sums(files)})
    assert "Parquet is not filled, and not in the copy" in run("hydrate", out, "--texts", corpus / TEXTS).output
    assert "data/blocks.parquet" not in contents(out.with_name("out-hydrated"))


def test_a_file_that_is_none_of_the_tables_is_as_it_was() -> None:
    assert with_texts("README.md", {"README.md": b"x"}, {}) == b"x"


def test_the_copy_of_the_folder_here_lies_beside_it(corpus: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(out)
    assert run("hydrate", ".", "--texts", corpus / TEXTS).exit_code == 0
    assert out.with_name("out-hydrated").is_dir()
