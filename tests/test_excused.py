"""Golden reports of what fails nothing: a note, a waived finding, one of the base. ``DATELINE_GOLDEN=write`` renews them."""

import pytest
from dateline.engine.baseline import base_at, compared
from dateline.engine.check import check
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.reporters import REPORTERS

from tests.laid import ARTICLE, MINIMAL, TEXTS, copy_of, golden, spoil
from tests.repositories import commit, git

ORPHAN = "schema: actor/1.0\nid: prk\nkind: state\nname: North Korea\n"
MANIFEST = """severity: {orphan: info}
waivers:
  - {rule: needless-nth, record: dl-2019-05-21-talks, reason: as the agency wrote it}
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = copy_of(MINIMAL, tmp_path_factory.mktemp("excused") / "corpus")
    git(root, "init", "--quiet")
    spoil(root, ARTICLE, "value: 2019-05-21}", "value: 2019-05-20}")
    commit(root)
    (root / "actors/prk.yaml").write_text(ORPHAN, "utf-8")
    spoil(root, ARTICLE, "text: Tokyo, actor", "text: Tokyo, nth: 1, actor")
    with (root / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(MANIFEST)
    copies = Copies(root / TEXTS)
    return compared(check(root, Settings(), copies), base_at(root, "HEAD"), Settings(), copies)


def test_nothing_of_it_fails(report: Report) -> None:
    found = [(finding.rule, finding.severity, finding.waived is not None, finding.baseline) for finding in report.findings]
    assert sorted(found) == [
        ("needless-nth", "warning", True, False),
        ("orphan", "info", False, False),
        ("weekday-mismatch", "error", False, True),
    ]
    assert not report.fails


@pytest.mark.parametrize("form", REPORTERS)
def test_what_is_excused_is_printed_as_it_was(form: str, report: Report) -> None:
    printed = REPORTERS[form](report)
    assert printed == golden(f"tests/golden/{form}-excused.txt", printed)
