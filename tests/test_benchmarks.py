"""The benchmarks measure what they say they measure. How fast anything is, no test asks."""

import hashlib
from pathlib import Path
from random import Random

import pytest
from dateline.engine import check as engine
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies

from benchmarks import corpora, pairs, performance
from benchmarks.corpora.faults import FAULTS, spoilt
from benchmarks.corpora.registry import registry
from benchmarks.goals import FULL, Goal, goals
from benchmarks.pairs import Paired, Side
from benchmarks.performance import NoReasonError, Row

COUNT = 12


def made(folder: Path, faulty: float = 0.0) -> list[str]:
    return corpora.write(COUNT, folder, faulty)


def checked(folder: Path) -> Report:
    return engine.check(folder, Settings(preview=True), Copies(None))


def digests(folder: Path) -> dict[str, str]:
    paths = sorted(folder.rglob("*.yaml"))
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_a_corpus_is_made_of_the_same_bytes_every_time(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    found = digests(tmp_path / "one")
    assert found == digests(tmp_path / "two")
    assert len({path.read_bytes() for path in (tmp_path / "one" / "articles").iterdir()}) == COUNT


def test_a_made_corpus_has_nothing_to_be_found_not_even_by_previews(tmp_path: Path) -> None:
    made(tmp_path)
    report = checked(tmp_path)
    assert [(finding.rule, finding.path, finding.message) for finding in report.findings] == []
    assert report.checked["articles"] == COUNT
    assert report.checked["anchors"] == report.checked["anchors_verified"] > 100 * COUNT


def test_each_spoilt_article_and_no_other_has_a_finding(tmp_path: Path) -> None:
    spoilt_paths = made(tmp_path, 0.5)
    assert len(spoilt_paths) == COUNT // 2
    assert {finding.path for finding in checked(tmp_path).findings if finding.severity == "error"} == set(spoilt_paths)


@pytest.mark.parametrize("name", FAULTS)
def test_each_kind_of_fault_is_found(tmp_path: Path, name: str) -> None:
    made(tmp_path)
    path = max((tmp_path / "articles").iterdir())
    text = path.read_text("utf-8")
    changed = FAULTS[name](text)
    assert changed != text
    path.write_text(changed, "utf-8")
    assert {finding.path for finding in checked(tmp_path).findings if finding.severity == "error"} == {f"articles/{path.name}"}


def test_what_no_fault_fits_is_told() -> None:
    with pytest.raises(ValueError, match="nothing"):
        spoilt("nothing", Random(1))  # noqa: S311 - nothing secret hangs on it


def test_the_registry_grows_more_slowly_than_the_articles() -> None:
    small, large = registry(1_000), registry(10_000)
    assert len(small.events) < len(large.events) < 5 * len(small.events)
    assert len(small.persons) < len(large.persons) < 4 * len(small.persons)


def test_a_ratio_is_the_median_of_the_rounds_and_not_the_ratio_of_medians() -> None:
    measured = Paired((1.0, 9.0, 2.0), (2.0, 3.0, 8.0))
    assert measured.ratios == (0.5, 3.0, 0.25)
    assert measured.ratio == 0.5
    assert measured.spread == (0.25, 3.0)


def test_sides_run_by_turns_and_the_first_run_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    taken = iter([100.0, 100.0, 1.0, 2.0, 4.0, 2.0])

    def seconds(side: Side) -> float:
        order.append(side.name)
        return next(taken)

    monkeypatch.setattr(pairs, "seconds", seconds)
    measured = pairs.paired(Side("a", []), Side("b", []), 2)
    assert order == ["a", "b", "a", "b", "b", "a"]
    assert measured == Paired((1.0, 2.0), (2.0, 4.0))


def test_a_command_that_fails_or_is_not_there_is_no_measure() -> None:
    with pytest.raises(pairs.CommandFailedError, match="returned 1"):
        pairs.seconds(Side("no", [("false",)]))
    with pytest.raises(pairs.CommandFailedError, match="not there"):
        pairs.seconds(Side("no", [("/nowhere/at-all",)]))
    assert pairs.seconds(Side("findings", [("false",)], accepted=frozenset({1}))) > 0


def row(key: str, ratio: float, must: float | None, aim: float | None) -> Row:
    measured = Paired((ratio,), (1.0,))
    return Row(Goal(key, f"the {key}", "another", "meaning", lambda: measured, must, aim), measured)


def test_the_table_says_what_is_met() -> None:
    rows = [row("fast", 0.9, 2.0, 1.05), row("fair", 1.5, 2.0, 1.05), row("slow", 3.0, 2.0, 1.05), row("told", 0.01, None, None)]
    cells = [[cell.strip() for cell in line.strip("| ").split("|")] for line in performance.table(rows).splitlines()[2:]]
    assert [line[9] for line in cells] == ["aim", "must", "**no**", "-"]
    assert [line[4] for line in cells] == ["0.90", "1.50", "3.00", "1/100"]
    assert cells[0][2:4] == ["900", "1,000"]


def test_what_is_not_met_needs_a_reason() -> None:
    rows = [row("fair", 1.5, 2.0, 1.05), row("slow", 3.0, 2.0, 1.05)]
    with pytest.raises(NoReasonError, match="slow"):
        performance.page(rows, "a machine", {}, {"fair": "unasked"})
    page = performance.page(rows, "a machine", {"peer": "1.2"}, {"slow": "the disk\nturns"})
    assert "* the slow, against another: the disk turns" in page
    assert "Every goal is met." in performance.page(rows[:1], "a machine", {}, {})


def test_reasons_are_of_rows_that_there_are() -> None:
    known = {goal.key for goal in goals(FULL)}
    assert len(known) == len(list(goals(FULL)))
    assert set(performance.known_reasons()) <= known
