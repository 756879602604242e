"""Fault injection: one-line faults in copies of the founding corpus, each with exactly what it truly causes."""

import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.engine.check import check
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies

from tests.laid import CORPUS, HERE, TOP, copy_of, spoil

TEXTS = Path(os.environ.get("DATELINE_TEXTS") or TOP.parent / "shared" / "seed")
FAULTS: list[dict[str, Any]] = yaml.safe_load((HERE / "faults.yaml").read_text("utf-8"))


def line_of(root: Path, file: str, words: str) -> int:
    return (root / file).read_text("utf-8").partition(words)[0].count("\n") + 1


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"].replace(" ", "-"))
def test_a_fault_gives_its_rule_at_its_line_and_only_what_it_causes(fault: dict[str, Any], tmp_path: Path) -> None:
    if fault.get("needs_text") and not TEXTS.is_dir():
        pytest.skip("the reader's copy of the founding article is not here")
    root = copy_of(CORPUS, tmp_path / "corpus")
    spoil(root, fault["file"], fault["find"], fault["put"])
    report = check(root, Settings(), Copies(TEXTS if TEXTS.is_dir() else None))
    told = sorted((finding.rule, finding.path, finding.span.line) for finding in report.findings)
    expected = [
        (cause["rule"], file := cause.get("in", fault["file"]), line_of(root, file, cause.get("at", fault["put"])))
        for cause in fault["causes"]
    ]
    assert told == sorted(expected), [finding.message for finding in report.findings]


def test_the_founding_corpus_is_clean() -> None:
    report = check(CORPUS, Settings(), Copies())
    assert report.findings == ()
    assert report.checked["anchors"] >= 200


def test_every_anchor_of_the_founding_corpus_stands_in_the_text() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the reader's copy of the founding article is not here")
    report = check(CORPUS, Settings(), Copies(TEXTS))
    assert report.findings == ()
    assert report.checked["anchors_verified"] == report.checked["anchors"]
