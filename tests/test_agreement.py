"""Measures of agreement, against worked examples and by what holds of any annotations."""

import random
from fractions import Fraction
from itertools import permutations

import pytest
from dateline.model import matching
from dateline.model.agreement import alpha, f1, kappa, share
from dateline.model.article import Words
from dateline.model.matching import Covered, Item, Match, likeness, matches
from dateline.model.place import Place
from dateline.model.text import Range
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)
UNITS = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=20)
GAP = "."


def table(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """The pairs that a table of counts stands for: rows are one annotator's values, columns the other's."""
    return [(one, other) for one, row in enumerate(rows) for other, number in enumerate(row) for _ in range(number)]


def units(*annotators: str) -> list[list[str]]:
    """The units of a table with an annotator a line; a point stands where one said nothing."""
    return [[value for value in column if value != GAP] for column in zip(*annotators, strict=True)]


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        # Source: http://howcodex.com/statistics/cohen_kappa_coefficient.htm (50 proposals, two readers)
        (((20, 5), (10, 15)), 0.4),
        # Source: https://github.com/statsmodels/statsmodels/blob/main/statsmodels/stats/tests/test_inter_rater.py (SAS)
        (((0, 4, 1), (0, 8, 0), (0, 1, 5)), 0.4842),
    ],
    ids=["50 proposals", "an example of SAS"],
)
def test_cohens_kappa_of_worked_examples(rows: tuple[tuple[int, ...], ...], value: float) -> None:
    assert kappa(table(*rows)) == pytest.approx(value, abs=5e-5)


@pytest.mark.parametrize(
    ("annotators", "value"),
    [
        # Source: https://github.com/pln-fing-udelar/fast-krippendorff/blob/master/sample.py and tests/test_krippendorff.py
        # (the example of Wikipedia's article)
        ((".....34121133.3", "1.213343.......", "..21344.21133.4"), 0.691358),
        # Source: https://rdrr.io/cran/irr/man/kripp.alpha.html (the data; the value is that of section C of Krippendorff's
        # "Computing Krippendorff's Alpha-Reliability", 2011)
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
    ids=["Wikipedia", "four observers, values missing"],
)
def test_krippendorffs_alpha_of_worked_examples(annotators: tuple[str, ...], value: float) -> None:
    assert alpha(units(*annotators)) == pytest.approx(value, abs=5e-4)


@given(PAIRS)
def test_who_agrees_in_all_has_1_unless_there_was_no_choice(pairs: list[tuple[str, str]]) -> None:
    same = [(one, one) for one, _ in pairs]
    expected = 1 if len(set(same)) > 1 else None
    assert kappa(same) == expected
    assert alpha(same) == expected


@given(PAIRS, st.randoms(use_true_random=False))
def test_neither_the_order_of_items_nor_that_of_annotators_changes_a_bit(
    pairs: list[tuple[str, str]], chance: random.Random
) -> None:
    shuffled = chance.sample(pairs, len(pairs))
    swapped = [(other, one) for one, other in pairs]
    for measure in (kappa, alpha):
        assert measure(pairs) == measure(shuffled) == measure(swapped)


@given(PAIRS)
def test_the_names_of_values_do_not_matter(pairs: list[tuple[str, str]]) -> None:
    renamed = [(ord(one) * 7, ord(other) * 7) for one, other in pairs]
    assert kappa(pairs) == kappa(renamed)
    assert alpha(pairs) == alpha(renamed)


@given(UNITS)
def test_alpha_is_never_above_1_and_a_value_alone_counts_for_nothing(given_units: list[list[str]]) -> None:
    measured = alpha(given_units)
    assert measured is None or measured <= 1
    assert alpha([*given_units, ["a"], []]) == measured


@given(UNITS)
def test_alpha_is_what_counting_all_pairs_of_values_gives(given_units: list[list[str]]) -> None:
    pairable = [unit for unit in given_units if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    within = sum(Fraction(sum(a != b for a, b in permutations(unit, 2)), len(unit) - 1) for unit in pairable)
    throughout = sum(a != b for a, b in permutations(values, 2))
    expected = float(1 - (len(values) - 1) * within / throughout) if throughout else None
    assert alpha(given_units) == expected


@given(PAIRS)
def test_kappa_lies_between_its_bounds(pairs: list[tuple[str, str]]) -> None:
    measured = kappa(pairs)
    assert measured is None or -1 <= measured <= 1


def test_chance_is_about_0() -> None:
    chance = random.Random(20190521)  # noqa: S311 - nothing secret
    pairs = [(chance.choice("aaab"), chance.choice("aabb")) for _ in range(20_000)]
    assert kappa(pairs) == pytest.approx(0, abs=0.03)
    # alpha lays both annotators' values together, so that it is 0 only where they have the same shares
    assert alpha([(chance.choice("aaab"), chance.choice("aaab")) for _ in range(20_000)]) == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "a")] * 9], ids=["nothing", "one", "no choice"])
def test_undefined_is_neither_0_nor_1(pairs: list[tuple[str, str]]) -> None:
    assert kappa(pairs) is None
    assert alpha(pairs) is None


def test_kappa_of_two_who_never_agree_and_alpha_of_a_single_pair() -> None:
    assert kappa([("a", "b"), ("b", "a")]) == -1
    assert kappa([("a", "b")]) == 0
    assert alpha([("a", "b")]) == 0


def test_shares() -> None:
    assert f1(0, 0, 0) is None
    assert f1(0, 0, 3) == 0
    assert f1(2, 2, 2) == 1
    assert f1(2, 4, 2) == pytest.approx(2 / 3)
    assert share(0, 0) is None
    assert share(1, 4) == 0.25


def item(*places: tuple[int, int], block: str = "p1", value: str = "x") -> Item:
    """An item at places that are known."""
    words = tuple(Words(Place(""), block, "w", None, Range(block, start, end)) for start, end in places)
    return Item(words, (("value", value),))


def worded(*texts: str, nth: int | None = None, block: str = "p1") -> Item:
    """An item in a text that is not at hand."""
    return Item(tuple(Words(Place(""), block, text, nth, None) for text in texts), (("value", "x"),))


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        (item((0, 10)), item((0, 10)), Fraction(1)),
        (item((0, 10)), item((5, 10)), Fraction(1, 2)),
        (item((0, 10)), item((10, 12)), Fraction(0)),
        (item((0, 10)), item((0, 10), block="p2"), Fraction(0)),
        (item((0, 4), (6, 10)), item((0, 10)), Fraction(4, 5)),
        (item((0, 4), (2, 6)), item((0, 6)), Fraction(1)),
        (worded("talks"), worded("talks"), Fraction(1)),
        (worded("talks"), worded("talks", nth=1), Fraction(1)),
        (worded("talks"), worded("talks", nth=2), Fraction(1, 2)),
        (worded("talks"), worded("defence talks"), Fraction(1, 2)),
        (worded("talks"), worded("ministers"), Fraction(0)),
        (worded("talks"), worded("talks", block="p2"), Fraction(0)),
        (worded("that talks [...] June 2"), worded("talks [...] 2"), Fraction(1, 2)),
        (worded("talks"), item((0, 5)), Fraction(0)),
        # of an item in parts one of which is not found, no part is known to stand where it was found
        (Item((*item((0, 4)).words, *worded("talks").words), (("value", "x"),)), item((0, 4)), Fraction(1, 2)),
        (Item((*item((0, 4)).words, *worded("talks").words), (("value", "x"),)), worded("talks"), Fraction(1, 2)),
    ],
)
def test_likeness(one: Item, other: Item, like: Fraction) -> None:
    here, there = Covered.of(one), Covered.of(other)
    assert likeness(here, there) == likeness(there, here) == like


SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from(["p1", "p2"]), st.sampled_from("xy")).map(
        lambda drawn: item((drawn[0], drawn[0] + drawn[1]), block=drawn[2], value=drawn[3])
    ),
    max_size=8,
)


def shown(found: list[Match], *, swapped: bool = False) -> list[object]:
    """What was paired, in an order of its own."""
    pairs = [(match.other, match.one) if swapped else (match.one, match.other) for match in found]
    return sorted([(*map(ranges, pair), pair[0].values, pair[1].values) for pair in pairs], key=repr)


def ranges(marked: Item) -> list[object]:
    return [words.range for words in marked.words]


@given(SPANS)
def test_who_marks_the_same_is_paired_off_whole(items: list[Item]) -> None:
    found = matches(items, items)
    assert len(found) == len(items)
    assert all(match.exactly and match.one.values == match.other.values for match in found)


@given(SPANS, SPANS, st.randoms(use_true_random=False))
def test_pairing_is_symmetric_and_knows_no_order(ones: list[Item], others: list[Item], chance: random.Random) -> None:
    found = matches(ones, others)
    assert shown(found) == shown(matches(others, ones), swapped=True)
    assert shown(found) == shown(matches(chance.sample(ones, len(ones)), chance.sample(others, len(others))))
    assert len(found) <= min(len(ones), len(others))


def test_those_that_share_most_are_paired_first() -> None:
    wide, near, far = item((0, 10)), item((0, 9)), item((5, 20))
    assert [(match.one, match.other) for match in matches([wide], [far, near])] == [(wide, near)]


def test_of_two_at_the_same_words_those_that_say_the_same_are_paired() -> None:
    ones, others = [item((0, 5), value="x"), item((0, 5), value="y")], [item((0, 5), value="y"), item((0, 5), value="x")]
    assert all(match.one.values == match.other.values for match in matches(ones, others))


def test_of_two_at_the_same_words_the_one_that_says_more_of_the_same_is_paired() -> None:
    one = replace(item((0, 5)), values=(("a", "1"), ("b", "1")))
    half, none = replace(one, values=(("a", "1"), ("b", "2"))), replace(one, values=(("a", "0"), ("b", "2")))
    for others in ([half, none], [none, half]):
        assert [match.other for match in matches([one], others)] == [half]


@pytest.mark.parametrize(("start", "end"), [(150, 170), (195, 198), (199, 230)])
def test_long_stretches_that_share_words_far_from_where_they_begin_are_paired(start: int, end: int) -> None:
    places = (("a", Range("p1", 0, 200)), ("b", Range("p1", start, end)))
    wide, far = (Item((Words(Place(""), "p1", text, None, found),), ()) for text, found in places)
    for one, other in ((wide, far), (far, wide)):
        assert [(match.one, match.other) for match in matches([one], [other])] == [(one, other)]


def test_words_of_scripts_without_spaces_are_found_within_others() -> None:
    [match] = matches([worded("회담")], [worded("국방회담")])
    assert not match.exactly


def test_what_nobody_can_have_annotated_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MOST", 8)
    ones, others = [item((0, 5 + n)) for n in range(3)], [item((1, 9 + n)) for n in range(3)]
    with pytest.raises(matching.TooManyError):
        matches(ones, others)
    assert len(matches(ones[:2], others)) == 2
