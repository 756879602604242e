"""Waivers: what they cover, what they never do, and when it is said that one waives nothing."""

from datetime import date
from pathlib import Path

import pytest
from dateline.engine.check import check
from dateline.engine.joining import SLICES
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading import article
from dateline.loading.texts import Copies
from dateline.loading.writing import edited
from dateline.model.corpus import Run
from dateline.reporters import REPORTERS
from dateline.reporters.json import as_data
from dateline.reporters.summary import statistics
from dateline.rules import Rule, rulebook
from dateline.rules.page import Example
from msgspec.structs import replace

from tests.laid import ARTICLE, TEXTS, fail, spoil, told
from tests.laid import report_on as lay_and_check
from tests.test_pages import WRONG

TALKS = "dl-2019-05-21-talks"
ORPHAN = "schema: actor/1.0\nid: prk\nkind: state\nname: North Korea\n"
WRONG_DAY = ("value: 2019-05-21}", "value: 2019-05-20}")  # of the first time of the article


def waive(root: Path, *waivers: str) -> None:
    with (root / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("waivers:\n" + "".join(f"  - {{{waiver}, reason: known}}\n" for waiver in waivers))


def report_on(root: Path, settings: Settings | None = None, *, texts: bool = True, only: tuple[str, ...] = ()) -> Report:
    return check(root, settings or Settings(), Copies(root / TEXTS if texts else None), only)


@pytest.mark.parametrize("rule", ["weekday-mismatch", "T303", "T3", "T"])
@pytest.mark.parametrize("at", ["", ", at: /times", ", at: /times/0", ", at: /times/0/value"])
def test_a_waiver_covers_by_name_code_or_beginning_and_down_from_its_place(corpus: Path, rule: str, at: str) -> None:
    spoil(corpus, ARTICLE, *WRONG_DAY)
    waive(corpus, f"rule: {rule}, record: {TALKS}{at}")
    report = report_on(corpus)
    assert [(finding.rule, finding.waived) for finding in report.findings] == [("weekday-mismatch", "known")]
    assert not report.fails_from("info")
    assert as_data(report)["findings"][0]["waived"] == "known"


@pytest.mark.parametrize(
    "waiver",
    [
        "rule: orphan, record: dl-2019-05-21-talks",
        "rule: Q, record: dl-2019-05-21-talks",
        "rule: weekday-mismatch, record: dl-2019-06-02-meeting",
        "rule: weekday-mismatch, record: dl-2019-05-21-talks, at: /times/1",
        "rule: weekday-mismatch, record: dl-2019-05-21-talks, at: /time",
        "rule: weekday-mismatch, record: dl-2019-05-21-talks, at: /times/0/value/0",
    ],
)
def test_a_waiver_of_something_else_covers_nothing(corpus: Path, waiver: str) -> None:
    spoil(corpus, ARTICLE, *WRONG_DAY)
    waive(corpus, waiver)
    report = report_on(corpus)
    assert "weekday-mismatch" in told(report)
    assert report.fails


def test_what_is_waived_is_counted_and_not_shown(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN, "utf-8")
    spoil(corpus, ARTICLE, *WRONG_DAY)
    waive(corpus, "rule: orphan, record: prk", f"rule: T303, record: {TALKS}")
    report = report_on(corpus)
    for form in ("full", "concise"):
        printed = REPORTERS[form](report)
        assert "orphan" not in printed
        assert printed.startswith("no findings in 13 files; 2 waived")
    assert statistics(report) == ""


def test_of_two_waivers_of_one_finding_the_first_gives_the_reason_and_neither_is_unused(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN, "utf-8")
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("waivers: [{rule: R, record: prk, reason: first}, {rule: orphan, record: prk, reason: second}]\n")
    report = report_on(corpus, Settings(preview=True))
    assert [finding.waived for finding in report.findings] == ["first"]


def test_what_has_expired_no_longer_waives(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN, "utf-8")
    waive(corpus, "rule: orphan, record: prk, until: 2026-11-22")
    for day, expected in ("2026-11-22", []), ("2026-11-23", ["orphan", "expired-waiver"]):
        assert told(report_on(corpus, Settings(as_of=date_of(day)))) == expected


def date_of(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize("rule", ["C", "C801", "C802", "unknown-rule", "C804", "rule-crashed"])
def test_what_is_said_of_the_run_is_never_waived(corpus: Path, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(corpus, "dateline.yaml", "schema:", "ignore: [orphans]\nschema:")
    monkeypatch.setitem(next(known for known in rulebook() if known.name == "orphan").__dict__, "check", fail)
    waive(corpus, f"rule: {rule}, record: dateline", "rule: orphan, record: prk, until: 2019-01-01")
    report = report_on(corpus)
    assert sorted(told(report)) == ["expired-waiver", "rule-crashed", "unknown-rule"]
    assert report.crashed


def test_a_waiver_of_what_is_never_waived_is_unused(corpus: Path) -> None:
    waive(corpus, "rule: C8, record: dateline")
    assert told(report_on(corpus)) == ["unused-waiver"]


def test_an_unused_waiver_is_taken_out_by_its_fix_and_the_others_stay(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN, "utf-8")
    waive(corpus, "rule: orphan, record: kor", "rule: orphan, record: prk")
    [finding] = report_on(corpus).told
    assert (finding.rule, finding.span.line) == ("unused-waiver", 10)
    assert finding.fix
    assert finding.fix.safe
    manifest = corpus / "dateline.yaml"
    manifest.write_text(edited(manifest.read_text("utf-8"), finding.fix.edits), "utf-8")
    assert told(report_on(corpus)) == []
    assert "record: prk" in manifest.read_text("utf-8")


IDLE = f"rule: weekday-mismatch, record: {TALKS}"


@pytest.mark.parametrize(
    ("waiver", "settings"),
    [
        (IDLE, Settings(ignore=("T303",))),
        (IDLE, Settings(select=("Q", "C"))),
        ("rule: planned-overdue, record: shangri-la-dialogue-2019", Settings()),
    ],
    ids=["ignored", "not selected", "a preview"],
)
def test_a_waiver_of_a_rule_that_was_not_asked_is_not_called_unused(corpus: Path, waiver: str, settings: Settings) -> None:
    waive(corpus, waiver)
    assert told(report_on(corpus, settings)) == []


def test_on_another_day_than_the_corpus_has_a_waiver_that_hangs_on_the_day_is_not_called_unused(corpus: Path) -> None:
    waive(corpus, f"rule: published-in-future, record: {TALKS}", IDLE)
    assert told(report_on(corpus)) == ["unused-waiver", "unused-waiver"]
    [finding] = report_on(corpus, Settings(as_of=date_of("2030-01-01"))).told
    assert "weekday-mismatch" in finding.message


@pytest.mark.parametrize(
    ("waiver", "is_told"),
    [
        ("rule: anchor-not-found, record: dl-2019-06-03-withheld", False),
        (IDLE, True),  # its own text is at hand, and the rule sees nothing else
        (f"rule: ambiguous-name, record: {TALKS}", False),  # what makes it ambiguous may stand in the withheld text
        ("rule: orphan, record: kor", True),
        ("rule: orphan, record: nobody", True),
    ],
)
def test_without_a_text_a_waiver_is_not_called_unused_if_the_text_may_need_it(corpus: Path, waiver: str, is_told: bool) -> None:  # noqa: FBT001 - a column
    waive(corpus, waiver)
    assert told(report_on(corpus, texts=False)) == (["unused-waiver"] if is_told else [])
    assert told(report_on(corpus)) == ["unused-waiver"]


def test_a_waiver_of_an_echo_is_in_use(corpus: Path) -> None:
    spoil(corpus, ARTICLE, *WRONG_DAY)
    before = report_on(corpus, Settings(ignore=("weekday-mismatch",)))
    assert told(before) == ["relative-date-mismatch"]
    waive(corpus, f"rule: relative-date-mismatch, record: {TALKS}", IDLE)
    assert told(report_on(corpus)) == []


@pytest.mark.parametrize("spoilt", ["an error elsewhere", "an unreadable file", "a link", "a rule that fails"])
def test_while_something_may_hide_it_no_waiver_is_called_unused(corpus: Path, spoilt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waive(corpus, "rule: orphan, record: kor", "rule: bad-yaml, record: x-body")
    if spoilt == "an error elsewhere":
        spoil(corpus, ARTICLE, *WRONG_DAY)
    elif spoilt == "an unreadable file":
        (corpus / "actors/x-body.yaml").write_text("a: [\n", "utf-8")
    elif spoilt == "a link":
        (corpus / "actors/linked.yaml").symlink_to("kor.yaml")
    else:
        monkeypatch.setitem(next(known for known in rulebook() if known.name == "orphan").__dict__, "check", fail)
    assert "unused-waiver" not in told(report_on(corpus))


@pytest.mark.parametrize("rule", ["unrecognised-file", "weekday-mismatch", "orphan", "nothing-checked", "unused-waiver"])
def test_a_rule_that_fails_is_told_whatever_it_failed_on(corpus: Path, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waive(corpus, IDLE)
    if rule == "unrecognised-file":
        (corpus / "actors/notes.txt").write_text("a", "utf-8")
    monkeypatch.setitem(next(known for known in rulebook() if known.name == rule).__dict__, "check", fail)
    report = report_on(corpus)
    crashes = {finding.message for finding in report.told if finding.rule == "rule-crashed"}
    assert {message.partition('"')[2].partition('"')[0] for message in crashes} == {rule}
    assert report.crashed
    assert "unused-waiver" not in told(report)


def test_files_as_arguments_change_nothing_about_what_is_unused(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN, "utf-8")
    waive(corpus, "rule: orphan, record: prk")
    assert told(report_on(corpus, only=("dateline.yaml", "actors/kor.yaml"))) == []
    assert told(report_on(corpus, only=("actors/prk.yaml",))) == []
    assert report_on(corpus, only=("actors/prk.yaml",)).findings[0].waived == "known"


TOGETHER = [case for case in WRONG if {*SLICES, Run} & set(case[0].takes)]


@pytest.mark.parametrize("case", TOGETHER, ids=lambda case: f"{case[0].name}-{case[1]}")
def test_what_is_told_of_actors_and_events_needs_no_text(
    case: tuple[Rule, int, tuple[Example, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Therefore a waiver of one of them is called unused although texts are not at hand."""
    rule, _, examples = case

    def entries(folder: str) -> list[str]:
        report, _ = lay_and_check(examples, tmp_path / folder, preview=rule.preview, of=rule.name)
        return [f"{f.path}: {f.message}" for f in report.findings if f.code == rule.code and not f.path.startswith("articles/")]

    with_texts = entries("with")
    block = article._block  # noqa: SLF001 - where the words of every text come from
    monkeypatch.setattr(article, "_block", lambda *block_of: replace(block(*block_of), words=None, raw=None))
    assert entries("without") == with_texts
