"""Train, dev and test."""

from datetime import date, timedelta

import pytest
from dateline.exporters.splits import Told, splits_of
from hypothesis import given
from hypothesis import strategies as st

FIRST = date(2019, 1, 1)


def told(number: int, *events: str, corrects: str | None = None) -> Told:
    return Told(f"a{number:03}", FIRST + timedelta(days=number), frozenset(events), corrects)


def test_few_articles_are_all_for_training() -> None:
    assert set(splits_of(told(number) for number in range(9)).values()) == {"train"}
    assert list(splits_of(told(number) for number in range(10)).values()) == ["train"] * 8 + ["dev", "test"]


def test_of_articles_that_share_nothing_the_latest_tenths_are_dev_and_test() -> None:
    found = splits_of(told(number, f"e{number}") for number in range(20))
    assert [found[f"a{number:03}"] for number in range(20)] == ["train"] * 16 + ["dev"] * 2 + ["test"] * 2


def test_articles_of_one_day_are_split_by_their_ids_in_whatever_order_they_come() -> None:
    articles = [Told(f"a{number:03}", FIRST, frozenset()) for number in range(20)]
    assert splits_of(articles[::-1]) == splits_of(articles)
    assert splits_of(articles)["a000"] == "train"


@pytest.mark.parametrize(("first", "parts"), [(7, ["dev", "dev", "test"]), (8, ["train", "test", "test"])])
def test_a_cluster_whose_middle_lies_on_a_border_goes_to_the_later_part(first: int, parts: list[str]) -> None:
    found = splits_of(told(number, f"e{first if number == first + 1 else number}") for number in range(10))
    assert list(found.values())[7:] == parts


def test_retellings_and_corrections_stay_with_what_they_retell() -> None:
    articles = [told(number, f"e{number}") for number in range(18)]
    found = splits_of([*articles, told(18, "e18", "e2"), told(19, corrects="a000")])
    assert found["a018"] == found["a002"] == "train"
    assert found["a019"] == found["a000"] == "train"


def test_what_hangs_together_by_way_of_others_stays_together() -> None:
    articles = [told(number, f"e{number}", f"e{number + 1}") for number in range(30)]
    assert set(splits_of(articles).values()) == {"train"}


ARTICLES = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.frozensets(st.sampled_from([f"e{number}" for number in range(60)]), max_size=2),
        st.none() | st.integers(0, 60),
    ),
    max_size=60,
)


@given(ARTICLES, st.randoms())
def test_no_cluster_straddles_and_later_ones_come_later(drawn: list[tuple[int, frozenset[str], int | None]], chance) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    articles = [
        Told(f"a{number}", FIRST + timedelta(days=day), events, None if other is None else f"a{other}")
        for number, (day, events, other) in enumerate(drawn)
    ]
    found = splits_of(articles)
    assert set(found) == {one.article for one in articles}
    for one in articles:
        for other in articles:
            if one.events & other.events or one.corrects == other.article or (one.corrects and one.corrects == other.corrects):
                assert found[one.article] == found[other.article]
    firsts = {split: min(one.day for one in articles if found[one.article] == split) for split in set(found.values())}
    assert firsts == dict(sorted(firsts.items(), key=lambda pair: (pair[1], ("train", "dev", "test").index(pair[0]))))
    order = [split for split in ("train", "dev", "test") if split in firsts]
    assert [firsts[split] for split in order] == sorted(firsts.values())
    chance.shuffle(articles)
    assert splits_of(articles) == found
