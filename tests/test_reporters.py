"""Golden reports: one corpus with something of everything, printed in every format. Renew them with ``DATELINE_GOLDEN=write``."""

import os
from pathlib import Path

import pytest
from dateline.engine.check import check
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.reporters import REPORTERS
from dateline.reporters.safe import safe, width

from tests.laid import ARTICLE, HERE, MINIMAL, copy_of

GOLDEN = HERE / "golden"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = copy_of(MINIMAL, tmp_path_factory.mktemp("golden") / "corpus")
    spoil(root, ARTICLE, "value: 2019-05-21}", "value: 2019-05-20}")
    spoil(root, "events/jpn-kor-ministers-2019-06.yaml", "date: 2019-06-01", "date: 2019-06-05")
    spoil(root, "actors/jpn.yaml", "name: Japan", 'nam: "日本 \\u202e"')
    (root / "actors/notes.txt").write_text("remember\n", "utf-8")
    (root / "actors/empty.yaml").write_bytes(b"")
    (root / "actors/kor-x.yaml").write_text(
        "schema: actor/1.0\nid: kor-x\nkind: state\nname: 대한민국 état\naliases: [ok,  😀, no]\n", "utf-8"
    )
    return check(root, Settings(), Copies(None))


def spoil(root: Path, name: str, find: str, put: str) -> None:
    text = (root / name).read_text("utf-8")
    assert find in text, (name, text)
    (root / name).write_text(text.replace(find, put, 1), "utf-8")


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_is_printed_as_it_was(form: str, report: Report) -> None:
    golden = GOLDEN / f"{form}.txt"
    printed = REPORTERS[form](report)
    if os.environ.get("DATELINE_GOLDEN") == "write":
        golden.write_text(printed, "utf-8")
    assert printed == golden.read_text("utf-8")


def test_what_is_printed_holds_nothing_that_moves_a_terminal(report: Report) -> None:
    for render in REPORTERS.values():
        printed = render(report)
        assert printed.isprintable() or {c for c in printed if not c.isprintable()} == {"\n"}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain é 한 😀", "plain é 한 😀"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\nb", "a\\x0ab"),
        ("::error::x", ": :error::x"),
        ("##[error]x", "# #[error]x"),
    ],
)
def test_what_is_printed_is_safe(raw: str, shown: str) -> None:
    assert safe(raw) == shown


def test_carets_stand_under_wide_characters() -> None:
    assert (width("abc"), width("한국"), width("e\u0301")) == (3, 4, 1)
