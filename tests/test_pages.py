"""Every rule's page is true: Wrong gives exactly this rule at exactly the marked lines, Right gives nothing."""

from pathlib import Path

import pytest
from dateline.rules import Rule, rulebook
from dateline.rules.page import Example

from tests.laid import report_on

RULES = rulebook()


def groups(examples: tuple[Example, ...]) -> list[tuple[Example, ...]]:
    """Divide a section into its examples: each begins with a fence that has no name, or is all of one."""
    nameless = [n for n, example in enumerate(examples) if not example.name and example.kind == "yaml"]
    if len(nameless) < 2:
        return [examples]
    return [examples[a:b] for a, b in zip(nameless, [*nameless[1:], len(examples)], strict=True)]


def _id(case: tuple[Rule, int, tuple[Example, ...]]) -> str:
    return f"{case[0].code}-{case[0].name}-{case[1]}"


WRONG = [(rule, n, group) for rule in RULES for n, group in enumerate(groups(rule.page.wrong), 1)]
RIGHT = [(rule, n, group) for rule in RULES for n, group in enumerate(groups(rule.page.right), 1)]


@pytest.mark.parametrize("case", WRONG, ids=_id)
def test_what_a_page_calls_wrong_gives_exactly_that_rule_there(case: tuple[Rule, int, tuple[Example, ...]], tmp_path: Path) -> None:
    rule, _, examples = case
    report, marked = report_on(examples, tmp_path / "corpus", preview=rule.preview, of=rule.name)
    told = [(finding.code, finding.path, finding.span.line, finding.message) for finding in report.told]
    assert {code for code, *_ in told} == {rule.code}, told
    if marked:
        assert {(path, line) for _, path, line, _ in told} == marked, told


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_page_says_of_its_fix_what_the_fix_is(rule: Rule, tmp_path: Path) -> None:
    promised = rule.page.fix.partition(":")[0]
    given = set()
    for n, examples in enumerate(groups(rule.page.wrong)):
        report, _ = report_on(examples, tmp_path / str(n), preview=rule.preview, of=rule.name)
        given |= {"Safe" if finding.fix.safe else "Unsafe" for finding in report.findings if finding.fix}
    assert given == ({promised} if promised in ("Safe", "Unsafe") else set())


@pytest.mark.parametrize("case", RIGHT, ids=_id)
def test_what_a_page_calls_right_gives_nothing(case: tuple[Rule, int, tuple[Example, ...]], tmp_path: Path) -> None:
    rule, _, examples = case
    report, _ = report_on(examples, tmp_path / "corpus", preview=rule.preview, of=rule.name)
    assert [(finding.code, finding.span.line, finding.message) for finding in report.told] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_every_page_has_a_summary_a_why_and_examples(rule: Rule) -> None:
    page = rule.page
    assert page.summary.endswith(".")
    assert len(page.why) > 40
    assert page.wrong
    assert page.right
    assert {title for title, _ in page.sections} <= {"Wrong", "Right", "Fix"}


def test_codes_and_names_are_unique_and_a_module_holds_its_rule() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.check.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
