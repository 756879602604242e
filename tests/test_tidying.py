"""Fixing and formatting a copy of the founding corpus that more than thirty faults have made untidy."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.engine.check import check
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies

from tests.laid import CORPUS, HERE, copy_of
from tests.program import run

FAULTS: list[dict[str, Any]] = yaml.safe_load((HERE / "untidy.yaml").read_text("utf-8"))


def spoil(root: Path, fault: dict[str, Any]) -> None:
    path = root / fault["file"]
    text = path.read_bytes().decode("utf-8")
    find = fault["find"].replace("\n", "\r\n") if "\r\n" in text else fault["find"]
    assert find in text, fault["name"]
    path.write_bytes(text.replace(find, fault["put"], -1 if fault.get("everywhere") else 1).encode())


def bytes_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(CORPUS, tmp_path / "corpus")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"].replace(" ", "-"))
def test_a_fault_is_mended_by_what_answers_it_and_nothing_else_is_changed(fault: dict[str, Any], root: Path) -> None:
    spoil(root, fault)
    spoilt = bytes_of(root)
    assert spoilt != bytes_of(CORPUS)
    shown = run(fault["by"], root, "--diff")
    assert shown.exit_code == 1
    assert f"+++ {fault['file']}\n" in shown.stdout
    assert bytes_of(root) == spoilt
    assert run(fault["by"], root).exit_code == 0
    assert bytes_of(root) == bytes_of(CORPUS)
    assert run(fault["by"], root, "--diff").exit_code == 0


def test_all_faults_together_are_mended_and_a_second_run_changes_nothing(root: Path) -> None:
    assert len(FAULTS) >= 30
    for fault in FAULTS:
        spoil(root, fault)
    spoilt = bytes_of(root)
    for command in ("fix", "fmt"):
        shown = run(command, root, "--diff")
        assert shown.exit_code == 1
        assert shown.stdout.startswith("--- ")
    assert run("fmt", root, "--check").exit_code == 1
    assert bytes_of(root) == spoilt
    assert run("fix", root).exit_code == 0
    assert run("fmt", root).exit_code == 0
    assert bytes_of(root) == bytes_of(CORPUS)  # every comment, to the byte
    assert check(root, Settings(), Copies(None)).findings == ()
    for command in ("fix", "fmt"):
        again = run(command, root, "--diff")
        assert (again.exit_code, again.stdout) == (0, "")
    assert run("fmt", root, "--check").exit_code == 0


def test_the_corpus_is_in_canonical_layout() -> None:
    assert run("fmt", CORPUS, "--check").stdout == ""
