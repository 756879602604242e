"""The network against an oracle that tries all values: no wrong verdict, and every chain contradictory, minimal and short."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import combinations, product

import pytest
from dateline.model.corpus import Registry
from dateline.model.edtf import parse
from dateline.model.gathered import Chronicle
from dateline.model.network import ORIGIN, Contradiction, Limit, Network, Point, contradictions
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.reckoning import DAY, leeway_of, reached, seconds_in
from dateline.model.records import Event
from dateline.model.standard import vocabulary
from dateline.model.timeline import contradictions_in, limits_of
from dateline.model.timex import duration
from dateline.rules.events.temporal_contradiction import temporal_contradiction

NETWORKS = 10_000
FARTHEST = 2  # the largest number in a limit
POINTS: tuple[Point, ...] = (ORIGIN, ("a", "start"), ("a", "end"), ("b", "start"))
AXIOMS = (Limit(("a", "end"), ("a", "start"), -1),)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with a number, so that equal ones are told apart."""

    number: int
    limits: tuple[Limit, ...]


def has_solution(limits: Iterable[Limit]) -> bool:
    """Try all values for one point after the other, that with the fewest first.

    Whole numbers suffice, and none has to be farther off than all limits in a row.
    """
    asked, farthest = set(limits), FARTHEST * (len(POINTS) - 1)
    if any(most < 0 for since, point, most in asked if since == point):
        return False

    def can_go_on(known: dict[Point, int]) -> bool:
        if len(known) == len(POINTS):
            return True
        low, high = dict.fromkeys(POINTS, -farthest), dict.fromkeys(POINTS, farthest)
        for since, point, most in asked:
            if since in known:
                high[point] = min(high[point], known[since] + most)
            if point in known:
                low[since] = max(low[since], known[point] - most)
        narrowest = min((high[point] - low[point], point) for point in POINTS if point not in known)[1]
        return any(can_go_on({**known, narrowest: value}) for value in range(low[narrowest], high[narrowest] + 1))

    return can_go_on({ORIGIN: 0})


def limits_in(statements: Iterable[Said]) -> list[Limit]:
    return [*AXIOMS, *(limit for said in statements for limit in said.limits)]


def invented(rng: random.Random, most_limits: int) -> list[Said]:
    def limit() -> Limit:
        since, point = rng.sample(POINTS, 2) if rng.random() < 0.95 else [rng.choice(POINTS)] * 2
        return Limit(since, point, rng.randint(-FARTHEST, FARTHEST))

    count = rng.randint(1, 8)
    return [Said(n, tuple(limit() for _ in range(rng.randint(1, most_limits)))) for n in range(count)]


def judge(found: Contradiction[Said] | None, held: list[Said], newest: Said) -> None:
    """Hold a verdict, and the chain that explains it, against the oracle."""
    assert (found is None) == has_solution(limits_in([*held, newest]))
    if found is None:
        return
    assert found.newest is newest
    assert newest in found.chain
    assert set(found.chain) <= {*held, newest}
    assert not has_solution(limits_in(found.chain))
    for said in found.chain:
        assert has_solution(limits_in(other for other in found.chain if other is not said))


def test_ten_thousand_networks_are_judged_as_the_oracle_judges_them() -> None:
    rng, contradicted = random.Random(1983), 0  # noqa: S311 - the same networks at each run
    for _ in range(NETWORKS):
        network, held = Network[Said](AXIOMS), list[Said]()
        for said in invented(rng, most_limits=3):
            found = network.add(said)
            judge(found, held, said)
            held += [said] if found is None else []
            contradicted += found is not None
    assert contradicted > NETWORKS


def test_no_chain_of_single_limits_could_be_shorter() -> None:
    rng = random.Random(1991)  # noqa: S311 - as above
    for _ in range(NETWORKS // 10):
        network, held = Network[Said](AXIOMS), list[Said]()
        for said in invented(rng, most_limits=1):
            found = network.add(said)
            if found is None:
                held.append(said)
            else:
                shorter = combinations(held, len(found.chain) - 2) if len(found.chain) > 1 else ()
                assert all(has_solution(limits_in([*others, said])) for others in shorter)


def test_networks_of_parts_find_what_one_network_finds() -> None:
    rng = random.Random(2006)  # noqa: S311 - as above
    for _ in range(NETWORKS // 10):
        statements = invented(rng, most_limits=2)
        whole = Network[Said](AXIOMS)
        left_out = [said for said in statements if not whole.takes(said)]
        assert [found.newest for found in contradictions(statements, AXIOMS, statements)] == left_out


def test_what_says_nothing_new_is_not_kept_and_what_cannot_hold_is_told_each_time() -> None:
    network = Network[Said](AXIOMS)
    start, end = ("a", "start"), ("a", "end")
    tight, loose, wrong = (Said(n, (Limit(start, ORIGIN, most),)) for n, most in enumerate((-9, -5, -7)))
    late = Said(3, (Limit(ORIGIN, end, 8),))
    assert [network.add(said) for said in (tight, loose, tight, wrong)] == [None] * 4
    assert network._statements == [tight]  # noqa: SLF001 - how much is kept shows nowhere else
    assert [found.newest for _ in range(3) if (found := network.add(late))] == [late] * 3


def test_a_chain_runs_from_the_earliest_bound_to_the_latest() -> None:
    start, end = ("b", "start"), ("a", "end")
    late, order, early = Said(0, (Limit(start, ORIGIN, -9),)), Said(1, (Limit(end, start, 0),)), Said(2, (Limit(ORIGIN, end, 5),))
    found = next(contradictions([order, early, late], AXIOMS, [order]))
    assert [said.number for said in found.chain] == [0, 1, 2]
    assert found.newest is late


def test_an_axiom_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be assumed"):
        Network[Said]([Limit(("a",), ("b",), -1), Limit(("b",), ("a",), 0)])


RELATIONS: tuple[str, ...] = tuple(vocabulary("order-relations")["enum"])


def test_between_any_two_intervals_just_one_of_the_thirteen_relations_holds() -> None:
    intervals = [(start, end) for start, end in product(range(4), repeat=2) if start < end]
    for one, other in product(intervals, repeat=2):
        at: dict[Point, int] = dict(zip(product("ab", ("start", "end")), (*one, *other), strict=True))
        holding = [
            relation
            for relation in RELATIONS
            if all(at[point] - at[since] <= most for since, point, most in limits_of(relation, "a", "b"))
        ]
        assert len(holding) == 1, (one, other, holding)


def event(name: str, day: str, country: str | None = None, **said: object) -> Event:
    at = Place(f"events/{name}.yaml")
    whole, order = said.get("part_of"), said.get("order")
    return Event(
        at,
        name,
        name,
        "consult",
        str(said.get("status", "occurred")),
        date=Dated(parse(day), at / "date") if day else None,
        country=country,
        part_of=Ref(str(whole), at / "part_of") if whole else None,
        order=((str(order), Ref("b", at / "order" / str(order) / 0)),) if order else (),
        generic=bool(said.get("generic")),
    )


def told(*events: Event) -> Iterator[str]:
    chronicle = Chronicle(Registry.of(events), events, ())
    return ("; ".join(said.words for said in found.chain) for found in contradictions_in(chronicle))


DATES = {
    "before": ("2019-05-01", "2019-05-03", "2019-04-30"),
    "after": ("2019-05-03", "2019-05-01", "2019-05-04"),
    "meets": ("2019-05-01", "2019-05-02", "2019-05-03"),
    "met-by": ("2019-05-02", "2019-05-01", "2019-05-04"),
    "overlaps": ("2019-05-01/2019-05-03", "2019-05-02/2019-05-04", "2019-05-04/2019-05-05"),
    "overlapped-by": ("2019-05-02/2019-05-04", "2019-05-01/2019-05-03", "2019-05-03/2019-05-05"),
    "starts": ("2019-05-01", "2019-05-01/2019-05-04", "2019-05-02/2019-05-04"),
    "started-by": ("2019-05-01/2019-05-04", "2019-05-01", "2019-05-03"),
    "during": ("2019-05-02", "2019-05-01/2019-05-04", "2019-05-03/2019-05-04"),
    "contains": ("2019-05-01/2019-05-04", "2019-05-02", "2019-05-05"),
    "finishes": ("2019-05-04", "2019-05-01/2019-05-04", "2019-05-01/2019-05-05"),
    "finished-by": ("2019-05-01/2019-05-04", "2019-05-04", "2019-05-03"),
    "equals": ("2019-05-01/2019-05-04", "2019-05", "2019-05-01/2019-05-05"),
}


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_holds_or_not_between_dated_events(relation: str) -> None:
    day, holds, fails = DATES[relation]
    one, other = partial(event, "a", day, "KOR", order=relation), partial(event, "b", country="KOR")
    assert list(told(one(), other(holds))) == []
    (words,) = told(one(), other(fails))
    assert f'"a" {relation} "b"' in words
    assert list(told(one(), other(f"{fails}?" if "/" not in fails else ""))) == []


def test_a_chain_is_told_from_its_beginning() -> None:
    found = told(event("a", "2019-06-05", order="before"), event("b", "", part_of="c"), event("c", "2019-05-31/2019-06-02"))
    assert list(found) == ['"a" dated 2019-06-05; "a" before "b"; "b" part of "c"; "c" dated 2019-05-31/2019-06-02']


def test_what_never_happened_has_no_place_in_time() -> None:
    for reason in ({"status": "cancelled"}, {"status": "did-not-occur"}, {"generic": True}):
        assert list(told(event("a", "2019-06-05", order="before"), event("b", "2019-06-01", **reason))) == []


def test_days_of_two_countries_begin_at_different_times() -> None:
    one = event("a", "2019-05-04", "KOR", order="before")
    assert len(list(told(one, event("b", "2019-05-03", "KOR")))) == 1
    assert list(told(one, event("b", "2019-05-03", "USA"))) == []
    assert len(list(told(one, event("b", "2019-05-01", "USA")))) == 1


def test_to_know_less_of_where_it_was_never_makes_the_verdict_stricter() -> None:
    for country, other in ((None, None), (None, "KOR"), ("KOR", None), ("USA", "USA")):
        one = event("a", "2019-05-04", country, order="before")
        assert list(told(one, event("b", "2019-05-03", other))) == []
        assert len(list(told(one, event("b", "2019-05-01", other)))) == 1


def test_two_records_of_one_name_say_nothing() -> None:
    again = event("b", "2019-06-01")
    assert list(told(event("a", "2019-06-05", order="before"), again, again)) == []


def test_months_last_as_long_as_they_ever_can() -> None:
    starts = [date(1999, month, day) + timedelta(365 * years) for years in range(5) for month in range(1, 13) for day in (1, 15)]
    for months in (1, 2, 5, 12, 28, 120):
        least, most = seconds_in(duration(f"P{months}M"))
        for start in starts:
            end = reached(start, duration(f"P{months}M"), 0, late=False)
            assert end is not None
            assert least + 25 * DAY < (end - start).days * DAY < most - 25 * DAY


def test_a_round_number_is_less_exact_than_another() -> None:
    for written, leeway in (("P2Y", 1), ("P20Y", 5), ("P1Y10M", 1), ("P100D", 5)):
        assert leeway_of(duration(written)) == leeway


def test_a_length_reaches_no_day_beyond_the_calendar() -> None:
    assert reached(date(9999, 12, 1), duration("P1M"), 0, late=True) is None
    assert reached(date(9999, 12, 31), duration("P1D"), 0, late=True) is None
    assert reached(date(2019, 5, 21), duration("PT36H"), 0, late=False) == date(2019, 5, 22)
    assert reached(date(2019, 5, 21), duration("PT36H"), 0, late=True) == date(2019, 5, 23)


def test_after_a_hundred_contradictions_no_more_are_told() -> None:
    pairs = ((f"a{n}", f"b{n}") for n in range(101))
    events = tuple(one for a, b in pairs for one in (event(a, "2019-05-30", part_of=b), event(b, "2019-06-05")))
    found = Chronicle(Registry.of(events), events, ())
    assert sum(1 for _ in contradictions_in(found)) == 101
    assert sum(1 for _ in temporal_contradiction(found)) == 100
