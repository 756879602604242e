"""No release shows eight running words of a withheld text, in any of its bytes."""

import io
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.laid import CORPUS, MINIMAL, TOP
from tests.program import run

SEED = Path(os.environ.get("DATELINE_TEXTS") or TOP.parent / "shared" / "seed")
FOUNDING = "kh-2019-05-21-defence-talks"
FORMATS = ["jsonl", "csv", "sqlite", "jsonld", "brat", "cas", *(["parquet"] if find_spec("pyarrow") else [])]
WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    return WORD.findall(text.casefold().translate({ord("\u2019"): "'", ord("\u2018"): "'"}))


def runs_of(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {*zip(*(words[n:] for n in range(8)), strict=False)}


def texts_in(path: Path) -> Iterator[str]:
    """All that a reader of a file can see: its bytes, and what a database or a columnar file holds beneath them."""
    content = path.read_bytes()
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), content.decode("utf-8", "replace"))
    yield re.sub(r"\\[nrt]", " ", plain)
    yield content.decode("utf-16", "replace")
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
            yield " ".join(base.iterdump())
    if path.suffix == ".parquet":
        from pyarrow import parquet  # noqa: PLC0415 - an extra

        yield " ".join(map(str, parquet.read_table(io.BytesIO(content)).to_pylist()))


def shown(release: Path, text: str) -> list[str]:
    """The files of a release that show eight running words of a text."""
    wanted = runs_of(text)
    files = [path for path in sorted(release.rglob("*")) if path.is_file()]
    assert len(files) > 20
    return [path.name for path in files if any(wanted & runs_of(found) for found in texts_in(path))]


def released(corpus: Path, out: Path, texts: Path) -> Path:
    done = run("export", out, "--corpus", corpus, "--format", ",".join(FORMATS), "--texts", texts)
    assert done.exit_code == 0, done.output
    return out


def test_no_release_shows_eight_running_words_of_the_founding_article(tmp_path: Path) -> None:
    copy = SEED / f"{FOUNDING}.txt"
    if not copy.is_file():
        pytest.skip("the reader's copy of the founding article is not here")
    assert shown(released(CORPUS, tmp_path / "out", SEED), copy.read_text("utf-8")) == []


def test_what_is_free_is_seen_by_the_same_search(tmp_path: Path) -> None:
    out = released(MINIMAL, tmp_path / "out", MINIMAL / "texts")
    free = "The Defense Ministry in Seoul said Tuesday that talks with Japan were planned"
    found = shown(out, free)
    assert {"articles.jsonl", "blocks.csv", "dateline.sqlite", "dl-2019-05-21-talks.txt", "dl-2019-05-21-talks.xmi"} <= set(found)
    assert ("articles.parquet" in found) is ("parquet" in FORMATS)
    assert shown(out, (MINIMAL / "texts" / "dl-2019-06-03-withheld.txt").read_text("utf-8")) == []
