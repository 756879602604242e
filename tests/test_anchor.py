"""``dateline anchor`` fills in what is missing, and touches nothing else."""

import shutil
from pathlib import Path

import pytest
from dateline.cli.app import app
from dateline.engine.anchoring import anchored
from dateline.engine.changes import carry_out
from dateline.engine.check import check
from dateline.engine.settings import Settings, UsageError
from dateline.loading.texts import Copies
from typer.testing import CliRunner, Result

from tests.laid import MINIMAL, copy_of

ARTICLE = "articles/dl-2019-06-03-withheld.yaml"
RECORD = """\
schema: article/1.0
id: dl-2019-06-03-withheld
headline: Talks end
publisher: {name: An outlet}
language: en
published: 2019-06-03
rights: {holder: An outlet, license: LicenseRef-all-rights-reserved}
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
text:
  status: withheld   # not ours
  blocks:
    - {id: h1}       # the headline
    - id: p1   # the only paragraph
mentions:
  - {in: p1, text: "Japan [...] Korea", actor: [jpn, kor], form: nominal}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_of(MINIMAL, tmp_path / "corpus")
    (root / ARTICLE).write_text(RECORD, "utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts/dl-2019-06-03-withheld.txt").write_text("Talks end\n\nJapan and South Korea\n", "utf-8")
    return root


def anchor(root: Path, path: str, copies: Copies) -> bool:
    """Fill in an article; say whether anything changed."""
    change = anchored(root, path, copies)
    assert carry_out(root, [change] if change else []) == {}
    return change is not None


def run(root: Path, path: str) -> Result:
    return CliRunner().invoke(app, ["anchor", str(root / path), "--texts", str(root.parent / "texts")])


def test_a_bare_article_is_filled_in_and_then_verified(root: Path, tmp_path: Path) -> None:
    copies = Copies(tmp_path / "texts")
    [told] = check(root, Settings(), copies).findings
    assert "dateline anchor" in told.help  # once, and not for each field of each block
    assert anchor(root, ARTICLE, copies)
    report = check(root, Settings(), copies)
    assert report.findings == ()
    assert report.checked["anchors"] == report.checked["anchors_verified"] == 41
    filled = (root / ARTICLE).read_text("utf-8")
    assert not anchor(root, ARTICLE, copies)
    for line in ("# not ours", "# the headline", "# the only paragraph"):
        assert line in filled
    assert "Japan and" not in filled


def test_a_changed_copy_changes_only_what_it_must(root: Path, tmp_path: Path) -> None:
    copies = Copies(tmp_path / "texts")
    anchor(root, ARTICLE, copies)
    before = (root / ARTICLE).read_text("utf-8").split("\n")
    (tmp_path / "texts/dl-2019-06-03-withheld.txt").write_text("Talks end\n\nJapan, South Korea\n", "utf-8")
    assert anchor(root, ARTICLE, copies)
    after = (root / ARTICLE).read_text("utf-8").split("\n")
    assert len(before) == len(after)
    changed = {old.strip().partition(":")[0] for old, new in zip(before, after, strict=True) if old != new}
    assert changed == {"chars", "digest", "fp", "words", "- {in"}


def test_without_a_copy_nothing_is_written(root: Path) -> None:
    with pytest.raises(UsageError, match="--texts"):
        anchor(root, ARTICLE, Copies())
    assert (root / ARTICLE).read_text("utf-8") == RECORD


def test_a_copy_that_does_not_fit_names_blocks_and_lines(root: Path, tmp_path: Path) -> None:
    (tmp_path / "texts/dl-2019-06-03-withheld.txt").write_text("Talks end\nJapan\nKorea\n", "utf-8")
    with pytest.raises(UsageError, match="blocks h1, p1 against its lines 1, 2, 3"):
        anchor(root, ARTICLE, Copies(tmp_path / "texts"))


def test_the_folder_of_copies_may_be_gone(root: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "texts")
    with pytest.raises(UsageError, match="there is no"):
        anchor(root, ARTICLE, Copies(tmp_path / "texts"))


def test_the_command_says_what_it_did(root: Path) -> None:
    for expected in "filled in", "up to date":
        shown = run(root, ARTICLE)
        assert (shown.exit_code, shown.stdout) == (0, f"{ARTICLE}: {expected}\n")


def test_a_line_that_somebody_adds_meanwhile_is_not_lost(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text_of = Copies.text_of

    def slow(copies: Copies, article: str) -> str | None:
        (root / ARTICLE).write_text(f"{RECORD}note: of somebody else\n", "utf-8")
        return text_of(copies, article)

    monkeypatch.setattr(Copies, "text_of", slow)
    shown = run(root, ARTICLE)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == f"error: {ARTICLE} was not changed: it was changed in the meantime: run this again\n"
    assert (root / ARTICLE).read_text("utf-8") == f"{RECORD}note: of somebody else\n"


def test_what_cannot_be_written_is_told(root: Path) -> None:
    path = f"articles/{'x' * 245}.yaml"  # there is no room for the name of a file beside it
    (root / ARTICLE).rename(root / path)
    shown = run(root, path)
    assert shown.exit_code == 1
    assert "was not changed: it cannot be written: file name too long" in shown.stderr
    assert (root / path).read_text("utf-8") == RECORD


def test_an_article_is_named_by_its_file_or_its_id(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(root, ARTICLE).stdout == f"corpus/{ARTICLE}: filled in\n"
    monkeypatch.chdir(root / "articles")
    told = CliRunner().invoke(app, ["anchor", Path(ARTICLE).stem, "--texts", str(tmp_path / "texts")]).stdout
    assert told == f"{ARTICLE}: up to date\n"
