"""Every operator of fault injection makes faults in the founding corpus, each of one place, and says what they are."""

import re

import pytest

from benchmarks import measure, mutants, page
from benchmarks.operators import OPERATORS, ROOMS, Fault, Ground, Operator
from tests.laid import CORPUS, MINIMAL, TOP
from tests.test_faults import TEXTS

COPIES = TEXTS if TEXTS.is_dir() else None
GROUND = Ground(CORPUS, COPIES)
# a rule's name as the rulebook writes it
NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)+|orphan|mojibake")

FLOOR = 0.95  # of the first faults of all operators, noticed by a right rule at a right line


def faults(operator: Operator) -> list[Fault]:
    if operator.needs_copy and COPIES is None:
        pytest.skip("the reader's copy of the founding article is not here")
    return list(operator.make(GROUND))


def text(fault: Fault) -> str:
    return "" if fault.new_file else GROUND.text(fault.file)


def test_there_are_operators_in_every_room() -> None:
    assert len(OPERATORS) >= 100
    assert {operator.room for operator in OPERATORS.values()} == {room.__name__.rpartition(".")[2] for room in ROOMS}


@pytest.mark.parametrize("operator", OPERATORS.values(), ids=lambda operator: operator.name)
def test_an_operator_says_in_a_sentence_what_it_does(operator: Operator) -> None:
    assert re.fullmatch(r"[A-Z][^\n]{15,}\.", operator.sentence)


@pytest.mark.parametrize("operator", OPERATORS.values(), ids=lambda operator: operator.name)
def test_an_operator_makes_faults_that_fit_and_differ(operator: Operator) -> None:
    made = faults(operator)
    assert made
    spoilt = [(fault.file, fault.applied(text(fault))) for fault in made]
    assert len(set(spoilt)) == len(spoilt)
    for fault in made:
        assert bool(fault.rules) != bool(operator.unseen)
        assert all(NAME.fullmatch(rule) for rule in fault.rules), fault.rules


def test_a_fault_changes_nothing_beside_its_place() -> None:
    for operator in OPERATORS.values():
        if operator.needs_copy and COPIES is None:
            continue
        for fault in operator.make(GROUND):
            before, after = text(fault), fault.applied(text(fault))
            assert after.startswith(before[: fault.start])
            assert after.endswith(before[fault.start + len(fault.old) :])


def test_the_operators_know_no_corpus_by_heart() -> None:
    ground = Ground(MINIMAL, None)
    for operator in OPERATORS.values():
        for fault in operator.make(ground):
            assert fault.applied("" if fault.new_file else ground.text(fault.file))


def test_every_module_answers_to_tests_that_exist() -> None:
    for path in mutants.PACKAGE.rglob("*.py"):
        tests = mutants.tests_of(path)
        assert tests
        assert all((TOP / name).exists() for name in tests)


def test_a_fault_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Fault("actors/kor.yaml", 0, "schema", "scheme").applied("id: kor\n")


def test_the_measure_counts_what_was_noticed_and_by_whom() -> None:
    chosen = [OPERATORS[name] for name in ("weekday-off-by-a-day", "wikidata-malformed", "prose-changed")]
    results = measure.measured(GROUND, chosen, most=15, jobs=1)
    weekdays, _, unseen = results
    assert weekdays.misses == []
    assert {rule for outcome in weekdays.outcomes for rule, _, _ in outcome.told} == {"weekday-mismatch"}
    assert all(not outcome.noticed for outcome in unseen.outcomes)
    report = measure.clean(CORPUS, COPIES)
    assert not report.by_severity["error"] + report.by_severity["warning"]
    written = page.whole(results, report, report.as_of, with_copy=COPIES is not None)
    assert f"| weekday-off-by-a-day | {len(weekdays.outcomes)} | {len(weekdays.outcomes)} | {len(weekdays.outcomes)} |" in written
    assert "| prose-changed |" in written.partition("## Not noticeable by construction")[2]


@pytest.mark.parametrize("name", ["dispute-called-a-claim", "correction-of-what-comes-later"])
def test_each_fault_of_what_one_place_alone_can_tell_is_noticed(name: str) -> None:
    [result] = measure.measured(GROUND, [OPERATORS[name]], jobs=1)
    assert result.outcomes
    assert result.misses == []


def test_a_dispute_in_which_one_side_says_that_it_may_be_so_is_no_fault() -> None:
    disputed = [event for event in GROUND.events.values() if event.status == "disputed"]
    places = {(fault.file, fault.start) for fault in OPERATORS["dispute-called-a-claim"].make(GROUND)}
    assert places <= {(event.at.file, GROUND.stretch(event.at / "status")[0]) for event in disputed}


def test_the_first_fault_of_nearly_every_operator_is_noticed_by_a_right_rule_at_a_right_line() -> None:
    noticeable = [one for one in OPERATORS.values() if not one.unseen and (COPIES or not one.needs_copy)]
    results = measure.measured(GROUND, noticeable, most=1, jobs=1)
    outcomes = [outcome for result in results for outcome in result.outcomes]
    missed = [result.operator.name for result in results if result.misses]
    assert len(outcomes) == len(noticeable)
    assert len(missed) <= len(outcomes) * (1 - FLOOR), missed


def test_of_many_faults_some_are_taken_evenly_and_it_is_told() -> None:
    ground = Ground(MINIMAL, None)
    every = list(OPERATORS["weekday-off-by-weeks"].make(ground))
    assert measure.spread(every, 2) == [every[0], every[len(every) // 2]]
    assert measure.spread(every, None) == measure.spread(every, len(every)) == every
    drawn = measure.measured(ground, [OPERATORS["weekday-off-by-weeks"]], most=1, jobs=1)
    assert f"1 faults of 1 kinds, drawn evenly from {len(every)} that can be made: 1 noticed" in page.totals(drawn)
