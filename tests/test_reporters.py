"""Golden reports: one corpus with something of everything, printed in every format. Renew them with ``DATELINE_GOLDEN=write``."""

import json
import re
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from dateline.engine.check import check
from dateline.engine.report import COUNTED, Card, Report
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.model.finding import Excerpt, Finding, PlacedEdit, PlacedFix, RelatedSpan, Severity, Skipped
from dateline.model.place import Span
from dateline.reporters import REPORTERS, github
from dateline.reporters.safe import safe, width
from hypothesis import given
from hypothesis import strategies as st
from junitparser import JUnitXml
from msgspec.structs import replace

from tests.laid import ARTICLE, MINIMAL, copy_of, golden, spoil
from tests.oracles import sarif_faults


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


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_is_printed_as_it_was(form: str, report: Report) -> None:
    printed = REPORTERS[form](report)
    assert printed == golden(f"tests/golden/{form}.txt", printed)


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
        ("a ##vso[x]y ##[z]", "a # #vso[x]y # #[z]"),
        ("\u200d::error::x", "\u200d: :error::x"),
        ("#\ufe0f#[error]x", "# \ufe0f#[error]x"),
        ("a::b ## c [d] #1", "a::b ## c [d] #1"),
        ("a\ufffeb", "a\\ufffeb"),
    ],
)
def test_what_is_printed_is_safe(raw: str, shown: str) -> None:
    assert safe(raw) == shown


RAW = "a\x1b[1m\n::error::x ##[error]y &amp;<b>"


def hostile() -> Report:
    """A report in which all that strangers write is hostile: messages, advice, what is related, reasons, the base."""
    related = RelatedSpan("actors/y.yaml", Span(1, 1, 1, 2), RAW, Excerpt(RAW))
    told = found(message=RAW, help=RAW, related=(related,), context=Excerpt(RAW))
    waived = found(2, waived=RAW, related=(related,), help=RAW)
    skipped = (Skipped(f"articles/{RAW}.yaml", RAW), Skipped("articles/</pre><b>.yaml", "no </pre><i>"))
    return replace(reported(told, waived), skipped=skipped, against=RAW)


@pytest.mark.parametrize("form", ["full", "concise", "github", "junit", "markdown"])
def test_every_part_of_a_report_is_made_safe(form: str) -> None:
    printed = REPORTERS[form](hostile())
    lines = [line for line in printed.split("\n") if "title=some-rule" not in line]
    assert printed.count("a\\x1b[1m") > 3
    assert "\x1b" not in printed
    assert "##[" not in printed
    assert not any(line.lstrip().startswith("::") for line in lines)
    if form in ("markdown", "junit"):
        assert "&amp;amp;&lt;b&gt;" in printed
        assert "<b>" not in printed
        assert "&lt;/pre&gt;&lt;i&gt;" in printed


def strings(data: Any) -> list[str]:  # noqa: ANN401 - any JSON
    """Every string in JSON."""
    if isinstance(data, str):
        return [data]
    return [
        text
        for part in (data.values() if isinstance(data, dict) else data if isinstance(data, list) else ())
        for text in strings(part)
    ]


@pytest.mark.parametrize(("form", "times"), [("sarif", 6), ("gitlab", 2)])
def test_what_a_host_shows_of_a_report_is_made_safe(form: str, times: int) -> None:
    texts = strings(json.loads(REPORTERS[form](hostile())))
    assert sum("a\\x1b[1m" in text for text in texts) == times
    for text in texts:
        assert "\x1b" not in text
        assert "##[" not in text
        assert not any(line.lstrip().startswith("::") for line in text.split("\n"))


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif", "junit", "markdown", "full", "concise"])
def test_paths_are_those_of_the_repository_or_of_the_terminal(form: str) -> None:
    assert "data/corpus/actors/x.yaml" in REPORTERS[form](reported(found(1), folder="data/corpus"))


def test_a_sarif_log_of_a_run_in_which_a_rule_failed_says_so() -> None:
    for crashed in (True, False):
        [run] = json.loads(REPORTERS["sarif"](replace(reported(), crashed=crashed)))["runs"]
        assert run["invocations"][0]["executionSuccessful"] is not crashed


def test_carets_stand_under_wide_characters() -> None:
    assert (width("abc"), width("한국"), width("e\u0301")) == (3, 4, 1)


def found(number: int = 1, severity: Severity = "error", **said: Any) -> Finding:  # noqa: ANN401 - any field of a finding
    told: dict[str, Any] = {
        "message": f"fault {number}",
        "path": "actors/x.yaml",
        "span": Span(number, 3, number, 7),
        "fingerprint": f"f{number}",
    }
    return Finding("some-rule", "X001", severity, **(told | said))


def reported(*findings: Finding, folder: str = "") -> Report:
    card = Card("X001", "some-rule", "error", "What must hold.", "Why.")
    return Report("corpus", date(2026, 11, 25), findings, {"X001": card}, dict.fromkeys(COUNTED, 1), folder=folder)


def annotations(report: Report) -> list[str]:
    return [line for line in REPORTERS["github"](report).split("\n") if line.startswith("::")]


LEFT_OUT = (
    found(1),
    found(2, waived="known, see the minutes"),
    found(3, waived="as above"),
    found(4, baseline=True),
)


@pytest.mark.parametrize("form", ["full", "concise", "github", "gitlab", "junit", "markdown"])
def test_what_is_waived_or_in_the_base_is_counted_and_not_told(form: str) -> None:
    printed = REPORTERS[form](replace(reported(*LEFT_OUT), against="HEAD"))
    assert "2 waived; 1 already in HEAD" in printed
    assert "fault 1" in printed
    assert not re.search("fault [234]", printed)
    assert "waived" not in REPORTERS[form](reported(found(1)))


def test_a_report_of_nothing_but_known_findings_does_not_fail() -> None:
    assert reported(found(1)).fails
    assert not reported(*LEFT_OUT[1:]).fails


def test_of_each_level_ten_annotations_are_written_errors_first_and_the_last_counts_the_others() -> None:
    many = [found(n, severity) for n in range(1, 48) for severity in ("info", "error")]
    lines = annotations(reported(*many, found(99, "warning")))
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] + ["::notice"] * 10
    assert [line.endswith("%0A…and 37 more") for line in lines] == [False] * 9 + [True, False] + [False] * 9 + [True]
    assert REPORTERS["github"](reported(*many)).count("fault 47") == 2  # in the log


def test_an_annotation_lies_in_the_repository_and_escapes_what_the_runner_reads() -> None:
    [line] = annotations(reported(found(message="50% a,b:c\n::d", path="a,b:c%.yaml", help="do"), folder="data/corpus"))
    properties = "title=some-rule,file=data/corpus/a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=3,endColumn=7"
    assert line == f"::error {properties}::X001: 50%25 a,b:c\\x0a::d%0Ahelp: do"


def test_what_ends_a_command_is_escaped_even_if_it_were_not_made_safe() -> None:
    assert github._data("50% a\r\nb") == "50%25 a%0D%0Ab"  # noqa: SLF001 - nothing reaches it with a return today


def test_an_annotation_over_lines_has_no_columns_and_an_empty_property_is_left_out() -> None:
    [line] = annotations(reported(found(path="", span=Span(1, 3, 2, 7))))
    assert line == "::error title=some-rule,line=1,endLine=2::X001: fault 1"


def test_a_long_message_is_cut_with_room_for_the_number_of_the_others() -> None:
    lines = annotations(reported(*(found(n, message="é" * 5000) for n in range(1, 12))))
    messages = [line.split("::", 2)[2].replace("%0A", "\n") for line in lines]
    assert {len(message) for message in messages} == {4096}
    assert messages[0].endswith("é…")
    assert messages[9].endswith("é…\n…and 1 more")


def test_a_sarif_log_holds_what_others_build_on() -> None:
    edit = PlacedEdit("actors/x y.yaml", Span(1, 1, 1, 2), "[a](b)")
    related = RelatedSpan("events/\udcff.yaml", Span(5, 1, 6, 1), "[the](other)")
    first = found(1, message="see [here](there), {0}", related=(related,), fix=PlacedFix(safe=True, edits=(edit,)), help="do")
    log = json.loads(REPORTERS["sarif"](reported(first, *LEFT_OUT[1:], folder="my corpus")))
    assert sarif_faults(log) == []
    [run] = log["runs"]
    result, waived, _, known = run["results"]
    assert result["message"]["text"] == "see [here] (there), { 0}\nhelp: do"
    assert result["partialFingerprints"] == {"dateline/v1": "f1"}
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "my%20corpus/actors/x.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 7},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "my%20corpus/events/%FF.yaml"
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "[a](b)"}
    assert waived["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "known, see the minutes"}]
    assert [r["baselineState"] for r in (result, waived, known)] == ["new", "new", "unchanged"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["name"] == "some-rule"


def test_a_sarif_log_without_a_base_says_nothing_of_one(report: Report) -> None:
    log = json.loads(REPORTERS["sarif"](report))
    assert sarif_faults(log) == []
    assert "baselineState" not in json.dumps(log)
    assert [note["message"]["text"] for note in log["runs"][0]["invocations"][0]["toolExecutionNotifications"]] == [
        "no copy of the withheld text"
    ]


def test_the_oracle_of_sarif_finds_faults() -> None:
    assert sarif_faults({"version": "2.1.0", "runs": [{"tool": {"driver": {}}, "results": [{"level": "bad"}]}]})


def test_junit_has_a_test_for_each_finding_and_fails_for_errors_alone() -> None:
    findings = (found(1), replace(found(1), fingerprint="f0"), found(2, "warning"), found(3, "info", path="dateline.yaml"))
    suites = list(JUnitXml.fromstring(REPORTERS["junit"](reported(*findings, folder="corpus")).encode()))
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [
        ("corpus/actors/x.yaml", 3, 2),
        ("corpus/dateline.yaml", 1, 0),
        ("dateline", 1, 0),
    ]
    assert [case.name for case in suites[0]] == ["some-rule at 1:3", "some-rule at 1:3 (2)", "some-rule at 2:3"]
    assert "fault 2" in [case.system_out for case in suites[0]][2]


def test_a_report_without_findings_is_one_all_the_same() -> None:
    nothing = reported()
    assert [suite.tests for suite in JUnitXml.fromstring(REPORTERS["junit"](nothing).encode())] == [1]
    assert json.loads(REPORTERS["gitlab"](nothing)) == []
    assert REPORTERS["jsonl"](nothing) == ""
    assert "<table>" not in REPORTERS["markdown"](nothing)
    assert sarif_faults(json.loads(REPORTERS["sarif"](nothing))) == []


@given(st.text(st.characters(codec=None)))
def test_xml_takes_whatever_is_safe(text: str) -> None:
    printed = REPORTERS["junit"](reported(found(message=text, path=f"{text}.yaml")))
    failure = ET.fromstring(printed).find(".//failure")  # noqa: S314 - written a line above
    assert failure is not None
    assert failure.get("message") == safe(text)


def test_a_comment_has_room_for_errors_first_and_counts_what_it_leaves_out() -> None:
    many = [found(n, "info") for n in range(1, 200)] + [found(n, message="<" * 9000) for n in range(1, 200)]
    printed = REPORTERS["markdown"](reported(*many))
    shown = printed.count("<td>error</td>")
    assert len(printed) < 65_536
    assert "<td>info</td>" not in printed
    assert 5 < shown < 30
    assert f"…and {398 - shown} more" in printed
