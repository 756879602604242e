"""Root causes only: what the engine keeps of problems that rest on one another."""

import pytest
from dateline.engine.causes import Said, only_roots
from dateline.model.finding import Problem
from dateline.model.place import Place
from dateline.rules import matching

WORDS, SOURCE = Place("articles/x.yaml", ("words",)), Place("articles/x.yaml", ("source",))


def said(code: str, at: Place, *bases: Place) -> Said:
    return Said(matching(code)[0], Problem(code, at, rests_on=bases))


@pytest.mark.parametrize(
    ("all_said", "kept"),
    [
        ([said("A202", WORDS), said("R512", SOURCE, WORDS)], ["A202"]),  # an error hides a warning
        ([said("A202", WORDS), said("T303", SOURCE, WORDS)], ["A202"]),  # and an error
        ([said("A207", WORDS), said("R512", SOURCE, WORDS)], ["A207"]),  # a warning hides a warning
        ([said("A207", WORDS), said("T303", SOURCE, WORDS)], ["A207", "T303"]),  # but no error
        ([said("A207", WORDS), said("A202", WORDS), said("T303", SOURCE, WORDS)], ["A202", "A207"]),
        ([said("Q403", SOURCE, WORDS), said("R501", WORDS, SOURCE)], ["R501"]),  # never the less basic the more basic
        ([said("A202", WORDS), said("R501", SOURCE, WORDS), said("Q403", Place("x"), SOURCE)], ["A202"]),  # an echo's echo
    ],
)
def test_what_rests_on_something_more_basic_is_dropped_unless_a_warning_would_hide_an_error(
    all_said: list[Said],
    kept: list[str],
) -> None:
    assert sorted(root.problem.message for root in only_roots(all_said)) == kept
    assert sorted(root.problem.message for root in only_roots(reversed(all_said))) == kept
