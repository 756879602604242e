"""A release is one folder, made at once, of the same bytes wherever it is made, and over nobody else's files."""

import csv
import ctypes
import fcntl
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from dateline.cli import folder as cli_folder
from dateline.engine import processes
from dateline.engine.keeping import folder_of
from dateline.engine.settings import UsageError
from dateline.exporters import sums
from dateline.exporters.release import FORMATS
from dateline.loading import folder as loading_folder
from dateline.loading import source
from dateline.loading.folder import write_folder
from dateline.loading.source import Source
from dateline.model.fault import Fault

from tests.laid import CORPUS, MINIMAL, TEXTS, TOP, spoil
from tests.program import run

ROUNDS = 25
ARTICLE = "articles/dl-2019-05-21-talks.yaml"
REWRITING = """
import sys
from pathlib import Path
from dateline.loading.folder import write_folder
folder = Path(sys.argv[1])
old, new = ({f"{n % 2}/{n}": word * 3_000 for n in range(count)} for word, count in ((b"old ", 3), (b"new ", 4)))
while True:
    print("old", flush=True)
    write_folder(folder, new)
    print("new", flush=True)
    write_folder(folder, old)
"""


def exported(corpus: Path, out: Path, *arguments: object) -> str:
    done = run("export", out, "--corpus", corpus, *arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


def refusal(*arguments: object) -> str:
    done = run(*arguments)
    assert isinstance(done.exception, UsageError), (done.output, done.exception)
    return str(done.exception)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# what is written


def test_a_release_holds_every_part_and_its_sums(tmp_path: Path) -> None:
    said = exported(CORPUS, tmp_path / "out")
    files = contents(tmp_path / "out")
    parts = {"articles.jsonl", "datapackage.json", "dateline.sqlite", "README.md", "croissant.json", "CITATION.cff", "LICENSE-DATA"}
    parts |= {"splits.json", "web-annotations.jsonld", "brat/annotation.conf", "brat/dl-2019-06-02-singapore-talks.ann"}
    assert parts | {"DATA.md", "DATA-STATEMENT.md", "LICENSES.md", "tables/quotes.csv", "tables/timex3.csv"} <= set(files)
    listed = sums.listed(files.pop("SHA256SUMS").decode())
    assert listed == sums.listed(sums.sums(files).decode())
    assert "rows in 16 tables" in said


def test_sha256sum_verifies_a_release(tmp_path: Path) -> None:
    exported(CORPUS, tmp_path / "out")
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("there is no sha256sum")
    done = subprocess.run([program, "--strict", "-c", "SHA256SUMS"], cwd=tmp_path / "out", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_splits_are_those_of_the_articles(tmp_path: Path) -> None:
    exported(MINIMAL, tmp_path / "out")
    with (tmp_path / "out/tables/articles.csv").open(encoding="utf-8", newline="") as file:
        told = {row["id"]: row["split"] for row in csv.DictReader(file)}
    found = json.loads((tmp_path / "out/splits.json").read_bytes())
    assert list(found) == ["train", "dev", "test"]
    assert {name: split for split, names in found.items() for name in names} == told
    assert len(told) == 3


def test_tools_of_annotators_get_the_free_texts_and_the_card_says_what_they_lack(tmp_path: Path) -> None:
    exported(MINIMAL, tmp_path / "out", "--format", "brat,cas", "--texts", MINIMAL / TEXTS)
    files = contents(tmp_path / "out")
    free = ["dl-2019-05-21-talks", "dl-2019-06-02-meeting"]
    documents = {
        f"{tool}/{name}{suffix}" for tool, suffix in (("brat", ".ann"), ("cas", ".xmi"), ("cas", ".json")) for name in free
    }
    assert {name for name in files if name.endswith((".ann", ".xmi")) or name.startswith("cas/dl")} == documents
    said = files["README.md"].decode()
    assert "hold the 2 of 3 articles whose text is free" in said
    assert "* headline, publisher, dates, rights and the names of those who annotated it (2 of 2)" in said
    exported(MINIMAL, tmp_path / "other", "--format", "csv")
    assert "brat" not in (tmp_path / "other/README.md").read_text("utf-8")


def test_of_articles_with_one_id_the_first_counts_for_the_tools_too(corpus: Path, tmp_path: Path) -> None:
    free = (corpus / ARTICLE).read_text("utf-8")
    (corpus / "articles" / "z.yaml").write_text(free.replace("dl-2019-05-21-talks", "dl-2019-06-03-withheld", 1), "utf-8")
    exported(corpus, tmp_path / "out", "--allow-errors")
    assert not (tmp_path / "out/brat/dl-2019-06-03-withheld.txt").exists()
    assert (tmp_path / "out/brat/dl-2019-05-21-talks.txt").exists()


def test_a_format_of_free_texts_says_that_there_are_none(corpus: Path, tmp_path: Path) -> None:
    for article in (corpus / "articles").iterdir():
        if "withheld" not in article.name:
            article.unlink()
    said = exported(corpus, tmp_path / "out", "--format", "csv,brat", "--allow-errors", "--texts", corpus / TEXTS)
    assert "there is no brat/: no article has a text that is free" in said


def test_only_the_formats_that_are_asked_for_are_written(corpus: Path, tmp_path: Path) -> None:
    exported(corpus, tmp_path / "out", "--format", "sqlite")
    files = contents(tmp_path / "out")
    assert "dateline.sqlite" in files
    assert not [path for path in files if path.endswith((".csv", ".jsonl"))]
    assert b"configs:" not in files["README.md"]


@pytest.mark.parametrize(("asked", "told"), [("xlsx", 'no format "xlsx"'), (" , ", "names none")])
def test_a_format_that_does_not_exist_is_told(asked: str, told: str, corpus: Path, tmp_path: Path) -> None:
    assert told in refusal("export", tmp_path / "out", "--corpus", corpus, "--format", asked)


def test_copies_give_places_and_no_words(corpus: Path, tmp_path: Path) -> None:
    exported(corpus, tmp_path / "out", "--texts", corpus / TEXTS)
    [copy] = (corpus / TEXTS).iterdir()
    words = copy.read_bytes().strip()
    assert not [path for path, content in contents(tmp_path / "out").items() if words in content]


def test_a_copy_that_is_not_the_text_is_told(corpus: Path, tmp_path: Path) -> None:
    [copy] = (corpus / TEXTS).iterdir()
    copy.write_bytes(b"\xff\xfe")
    done = run("export", tmp_path / "out", "--corpus", corpus, "--texts", corpus / TEXTS)
    assert done.exit_code == 0
    assert "skipped: articles/dl-2019-06-03-withheld.yaml: the copy is not UTF-8" in done.stderr


# errors


def test_a_broken_manifest_names_the_command_that_says_what_is_wrong(corpus: Path, tmp_path: Path) -> None:
    (corpus / "dateline.yaml").write_text("a: [", "utf-8")
    assert 'run "dateline check"' in refusal("export", tmp_path / "out", "--corpus", corpus)


def test_a_note_that_repeats_a_withheld_text_is_not_exported(corpus: Path, tmp_path: Path) -> None:
    text = (corpus / "texts/dl-2019-06-03-withheld.txt").read_text("utf-8")
    words = " ".join(text.split()[:9])
    with (corpus / "actors/kor.yaml").open("a", encoding="utf-8") as file:
        file.write(f"note: {json.dumps(words)}\n")
    done = run("export", tmp_path / "release", "--corpus", corpus, "--texts", corpus / "texts")
    assert "note of kor in actors repeats words of the withheld text of dl-2019-06-03-withheld" in str(done.exception)
    assert not (tmp_path / "release").exists()


def test_pages_that_cannot_be_copied_are_told(corpus: Path, tmp_path: Path) -> None:
    os.mkfifo(corpus / "LICENSE")
    (corpus / "COPYING").symlink_to(TOP / "LICENSE")
    (corpus / "LICENSES").mkdir()
    (corpus / "README.md").write_bytes(b"\xff")
    told = exported(corpus, tmp_path / "out")
    assert [line.split()[0] for line in told.split("\n") if "not in the release" in line] == ["README.md", "COPYING", "LICENSE"]


@pytest.mark.parametrize("put", ["title", "annotator", "statement", "licence", "name", "list"])
def test_no_page_repeats_a_withheld_text(put: str, corpus: Path, tmp_path: Path) -> None:
    words = (corpus / "texts/dl-2019-06-03-withheld.txt").read_text("utf-8").split()[:9]
    said = " ".join(words).replace(",", "")
    match put:
        case "title":
            spoil(corpus, "dateline.yaml", "The smallest corpus", json.dumps(said.upper()))
        case "annotator":
            spoil(corpus, "dateline.yaml", "First annotator", json.dumps(said))
        case "statement":
            (corpus / "README.md").write_text(f"# Data\n\n{said.replace('o', '&#111;')}\n", "utf-8")
        case "licence":
            (corpus / "LICENSE").write_text("\n".join(words), "utf-8")
        case "name":
            (corpus / f"LICENSE-{'-'.join(said.split())}").write_text("Free.", "utf-8")
        case _:
            spoil(corpus, "articles/dl-2019-06-03-withheld.yaml", "language:", f"authors: {json.dumps(said.split())}\nlanguage:")
    told = refusal("export", tmp_path / "out", "--corpus", corpus, "--texts", corpus / "texts", "--allow-errors")
    assert "repeats words of the withheld text of dl-2019-06-03-withheld" in told
    assert not (tmp_path / "out").exists()


def test_texts_in_which_nobody_could_look_are_told(corpus: Path, tmp_path: Path) -> None:
    assert "1 withheld text not at hand: places of their words are not given" in exported(corpus, tmp_path / "out")
    assert "not at hand" not in exported(corpus, tmp_path / "out", "--texts", corpus / TEXTS)


def test_what_is_exported_was_checked_since_no_record_is_read_twice(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, records = source.read, Counter[str]()

    def changed_afterwards(root: Path, path: str) -> Source | Fault:
        found = read(root, path)
        if path in of_corpus:
            records[path] += 1
            (corpus / path).write_text("a: [", "utf-8")
        return found

    exported(corpus, tmp_path / "out")
    of_corpus = {path for path in source.find(corpus)[0] if path != source.MANIFEST}
    monkeypatch.setattr(source, "read", changed_afterwards)
    exported(corpus, tmp_path / "again")
    assert records == Counter(of_corpus)
    assert contents(tmp_path / "again") == contents(tmp_path / "out")


def test_a_release_is_the_same_with_one_process_and_with_two_and_nothing_is_remembered_for_it(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "FEWEST", 2)
    monkeypatch.setattr(processes, "_CHUNK", 2)
    formats = ",".join(name for name in FORMATS if name not in ("parquet", "cas"))
    exported(corpus, tmp_path / "one", "--jobs", "1", "--format", formats)
    assert not folder_of(corpus).exists()
    run("check", corpus, "--jobs", "1")
    assert folder_of(corpus).exists()
    exported(corpus, tmp_path / "two", "--jobs", "2", "--format", formats)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_corpus_with_errors_is_refused_and_nothing_is_written(corpus: Path, tmp_path: Path) -> None:
    spoil(corpus, ARTICLE, "actor: kor", "actor: nobody-knows")
    done = run("export", tmp_path / "out", "--corpus", corpus)
    assert done.exit_code == 1
    assert "1 error in the corpus: nothing was exported; see them with dateline check" in done.output
    assert not (tmp_path / "out").exists()


def test_a_corpus_with_errors_is_exported_if_that_is_asked_for_and_the_card_says_so(corpus: Path, tmp_path: Path) -> None:
    spoil(corpus, ARTICLE, "actor: kor", "actor: nobody-knows")
    exported(corpus, tmp_path / "out", "--allow-errors")
    assert "exported in spite of 1 error**" in (tmp_path / "out/README.md").read_text("utf-8")


# changes


def test_changes_are_told_against_a_previous_release(corpus: Path, tmp_path: Path) -> None:
    exported(corpus, tmp_path / "old", "--format", "csv")
    spoil(corpus, "actors/kor.yaml", "name: ", "note: Another.\nname: ")
    exported(corpus, tmp_path / "new", "--format", "sqlite", "--previous", tmp_path / "old")
    page = (tmp_path / "new/CHANGES.md").read_text("utf-8")
    assert "* changed `kor`: note" in page
    assert "CHANGES.md" in (tmp_path / "new/README.md").read_text("utf-8")
    # a release may be compared with the one that it replaces
    exported(corpus, tmp_path / "old", "--previous", tmp_path / "old")
    assert "* changed `kor`: note" in (tmp_path / "old/CHANGES.md").read_text("utf-8")


@pytest.mark.parametrize("former", ["jsonl", "csv", "jsonl,csv"])
@pytest.mark.parametrize("now", ["jsonl", "csv", "brat"])
def test_what_stayed_the_same_is_no_change_whatever_the_formats(corpus: Path, tmp_path: Path, former: str, now: str) -> None:
    exported(corpus, tmp_path / "old", "--format", former)
    exported(corpus, tmp_path / "new", "--format", now, "--previous", tmp_path / "old")
    page = (tmp_path / "new/CHANGES.md").read_text("utf-8")
    assert not [line for line in page.split("\n") if line.startswith("* ")]
    assert page.count("None changed.") == (3 if "csv" in former else 1)  # JSON Lines hold articles alone


def test_what_is_no_release_is_no_previous_one(corpus: Path, tmp_path: Path) -> None:
    assert "is no release" in refusal("export", tmp_path / "new", "--corpus", corpus, "--previous", corpus)
    exported(corpus, tmp_path / "old")
    (tmp_path / "old/README.md").write_bytes(b"")
    told = refusal("export", tmp_path / "new", "--corpus", corpus, "--previous", tmp_path / "old")
    assert "README.md differs from SHA256SUMS" in told
    exported(corpus, tmp_path / "other")
    (tmp_path / "other/added.txt").write_bytes(b"")
    told = refusal("export", tmp_path / "new", "--corpus", corpus, "--previous", tmp_path / "other")
    assert "added.txt differs from SHA256SUMS" in told


def test_a_previous_release_that_cannot_be_read_is_told(corpus: Path, tmp_path: Path) -> None:
    exported(corpus, tmp_path / "old")
    files = contents(tmp_path / "old") | {"tables/actors.csv": b"\xff"}
    files.pop("SHA256SUMS")
    shutil.rmtree(tmp_path / "old")
    write_folder(tmp_path / "old", files | {"SHA256SUMS": sums.sums(files)})
    told = refusal("export", tmp_path / "new", "--corpus", corpus, "--previous", tmp_path / "old")
    assert "cannot be compared with: the table actors cannot be read" in told


# where


def test_a_former_release_is_replaced_and_what_it_had_more_is_gone(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(corpus, out)
    exported(corpus, out, "--format", "csv")
    assert not (out / "dateline.sqlite").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_an_empty_folder_is_taken(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    exported(corpus, tmp_path / "out", "--format", "csv")


@pytest.mark.parametrize("name", ["mine.txt", "tables/mine.csv", ".hidden"])
def test_a_folder_with_anything_else_is_left_as_it_is(name: str, corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(corpus, out, "--format", "csv")
    (out / name).write_text("mine")
    before = contents(out)
    assert f"it holds {name}, which is no part of a release" in refusal("export", out, "--corpus", corpus)
    assert contents(out) == before


def test_a_folder_that_is_no_release_is_left_as_it_is(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine").write_text("mine")
    assert "it is no former release" in refusal("export", tmp_path / "out", "--corpus", corpus)
    (tmp_path / "file").write_text("mine")
    assert "it is no former release" in refusal("export", tmp_path / "file", "--corpus", corpus)


def test_links_and_pipes_are_no_part_of_a_release(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    exported(corpus, out, "--format", "csv")
    os.mkfifo(out / "pipe")
    assert "pipe in it is no ordinary file" in refusal("export", out, "--corpus", corpus)
    (out / "pipe").unlink()
    (out / "link").symlink_to(tmp_path)
    assert "link in it is no ordinary file" in refusal("export", out, "--corpus", corpus)


def test_nothing_is_written_into_a_link_a_corpus_or_copies(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "texts").mkdir()
    assert "is a symbolic link" in refusal("export", tmp_path / "link", "--corpus", corpus)
    assert "lies in a corpus" in refusal("export", corpus / "out", "--corpus", corpus)
    assert "lies in a corpus" in refusal("export", corpus, "--corpus", corpus)
    assert "lies in a corpus" in refusal("export", tmp_path, "--corpus", corpus)
    for out in ("texts", "texts/out"):
        assert "copies of texts" in refusal("export", tmp_path / out, "--corpus", corpus, "--texts", tmp_path / "texts")
    assert "there is no folder" in refusal("export", tmp_path / "no/out", "--corpus", corpus)
    exported(corpus, tmp_path / "old", "--format", "csv")
    told = refusal("export", tmp_path / "old/new", "--corpus", corpus, "--previous", tmp_path / "old")
    assert "the previous release" in told


# at once


def test_a_program_that_is_killed_leaves_the_old_folder_or_the_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    old, new = ({f"{n % 2}/{n}": word * 3_000 for n in range(count)} for word, count in ((b"old ", 3), (b"new ", 4)))
    write_folder(folder, old)
    chance = random.Random(0)  # noqa: S311 - nothing is secret
    seen = set()
    for n in range(ROUNDS):
        command = [sys.executable, "-c", REWRITING, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(TOP / "validator")}) as program:
            assert program.stdout
            for _ in range(1 + n % 4):
                program.stdout.readline()
            time.sleep(chance.uniform(0, 0.01))
            program.send_signal(signal.SIGKILL)
        held = contents(folder)
        assert held in (old, new)
        seen.add(len(held))
    assert seen == {3, 4}
    write_folder(folder, new)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_kernel_that_cannot_exchange_folders_renames_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    for content in (b"1", b"2", b"3"):
        write_folder(tmp_path / "out", {"a/b": content})
        assert contents(tmp_path) == {"out/a/b": content}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_what_a_program_left_that_was_killed_between_two_names_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    write_folder(tmp_path / "out", {"a/b": b"0"})
    for left in (".out.being-written", ".out.being-written.old"):
        (tmp_path / left / "a").mkdir(parents=True)
    write_folder(tmp_path / "out", {"a/b": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_who_writes_a_folder_waits_until_nobody_else_does(tmp_path: Path) -> None:
    held = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_SH)
        writing = threading.Thread(target=write_folder, args=(tmp_path / "out", {"a": b""}))
        writing.start()
        writing.join(0.3)
        assert not list(tmp_path.iterdir())
    finally:
        os.close(held)
    writing.join()
    assert contents(tmp_path) == {"out/a": b""}


def test_a_full_disk_leaves_the_old_folder_and_is_told(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(corpus, tmp_path / "out", "--format", "csv")
    before = contents(tmp_path / "out")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(loading_folder, "_write", full)
    assert "cannot be written: no space left" in refusal("export", tmp_path / "out", "--corpus", corpus)
    assert contents(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_release_that_somebody_changed_is_not_read(corpus: Path, tmp_path: Path) -> None:
    exported(corpus, tmp_path / "out")
    with closing(sqlite3.connect(tmp_path / "out/dateline.sqlite")) as base:
        base.execute("UPDATE actors SET name = 'x'")
        base.commit()
    with pytest.raises(UsageError, match=r"dateline.sqlite differs"):
        cli_folder.released(tmp_path / "out", "OUT")


def test_the_command_names_every_format() -> None:
    named = " ".join(run("export", "--help").stdout.split())
    assert f"{', '.join(FORMATS)}: those to write" in named
