"""The long tail of each rule: ``cases/<rule>.yaml``, a sentence each, laid over the minimal corpus as the pages' examples are.

``lay`` maps a file to the keys laid over it; ``# <-`` marks the lines on which the rule must speak, and nothing else may.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.rules import matching
from dateline.rules.page import Example

from tests.laid import HERE, report_on

SATURDAY = "times:\n  - {{id: t1, in: p1, text: Saturday, type: date, value: {}}}\n"
MEETING = "articles/dl-2019-06-02-meeting.yaml"
FILES = sorted((HERE / "cases").glob("*.yaml"))
CASES = [(path.stem, case) for path in FILES for case in yaml.safe_load(path.read_text("utf-8"))]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['sentence']}" for name, case in CASES])
def test_a_case_is_judged_as_its_sentence_says(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    examples = tuple(Example("text" if file.endswith(".txt") else "yaml", file, body) for file, body in case["lay"].items())
    report, marked = report_on(examples, tmp_path / "corpus", preview=matching(name)[0].preview, of=name)
    told = {(finding.rule, finding.path, finding.span.line) for finding in report.told}
    assert told == {(name, path, line) for path, line in marked}, [finding.message for finding in report.findings]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_are_of_a_rule_and_some_of_them_speak(path: Path) -> None:
    assert [rule.name for rule in matching(path.stem)] == [path.stem]
    assert any("# <-" in body for name, case in CASES if name == path.stem for body in case["lay"].values())


@pytest.mark.parametrize(
    ("lay", "written"),
    [
        (
            {MEETING: SATURDAY.format("2019-06-02")},
            "2019-06-01",
        ),
        (
            {MEETING: SATURDAY.format("2019-05-30")},
            "2019-06-01",
        ),
        (
            {
                "dateline.yaml": "renames: {old-name-of-japan: jpn}\n",
                "actors/kor.yaml": "different_from: [old-name-of-japan]\n",
            },
            "jpn",
        ),
    ],
    ids=["a day too late", "two days too early", "an id that was renamed"],
)
def test_a_fix_writes_what_was_meant(lay: dict[str, str], written: str, tmp_path: Path) -> None:
    report, _ = report_on(tuple(Example("yaml", file, body) for file, body in lay.items()), tmp_path / "corpus")
    [finding] = report.findings
    assert finding.fix
    assert [edit.text for edit in finding.fix.edits] == [written]
