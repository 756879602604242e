"""Who stands for whom: the circle of an actor, and where it is not known."""

from typing import Any

import pytest
from dateline.model import belonging
from dateline.model.corpus import Registry
from dateline.model.edtf import parse
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.records import Actor, Post

HERE = Place("actors/x.yaml")


def actor(name: str, kind: str = "public-body", **fields: Any) -> Actor:  # noqa: ANN401 - any field of a record
    return Actor(Place(f"actors/{name}.yaml"), name, kind, name, **fields)


def ref(name: str) -> Ref:
    return Ref(name, HERE)


def post(of: str, **bounds: str) -> Post:
    """A post with ``start`` and ``end`` as EDTF, ``..`` for one that is still held."""
    dated = {side: Dated(parse(day), HERE) for side, day in bounds.items() if day != ".."}
    return Post(
        HERE, "minister", "Minister", ref(of), start=dated.get("start"), end=dated.get("end"), open_end=".." in bounds.values()
    )


def circle(*actors: Actor, of: str, when: str | None = None, unread: str = "") -> set[str] | None:
    corpus = Registry.of(actors, [("actor", unread)] if unread else [])
    found = belonging.circle_of(corpus, of, parse(when) if when else None)
    return None if found is None else set(found)


def test_a_circle_goes_up_by_part_of_and_country() -> None:
    staff = actor("staff", part_of=ref("ministry"))
    ministry = actor("ministry", country="KOR")
    assert circle(staff, ministry, actor("kor", "state"), of="staff") == {"staff", "ministry", "kor"}


def test_a_state_without_a_record_joins_its_bodies_all_the_same() -> None:
    assert circle(actor("ministry", country="KOR"), of="ministry") == {"ministry", "kor"}


def test_bodies_that_are_part_of_each_other_end_the_search() -> None:
    assert circle(actor("one", part_of=ref("two")), actor("two", part_of=ref("one")), of="one") == {"one", "two"}


def test_only_the_posts_of_the_day_count() -> None:
    person = actor("person", "person", posts=(post("kor", start="2018", end="2019"), post("jpn", start="2020", end="..")))
    states = (actor("kor", "state"), actor("jpn", "state"))
    assert circle(person, *states, of="person", when="2019-05-21") == {"person", "kor"}
    assert circle(person, *states, of="person", when="2021") == {"person", "jpn"}
    assert circle(person, *states, of="person") == {"person", "kor", "jpn"}
    assert circle(person, *states, of="person", when="2021?") == {"person", "kor", "jpn"}


@pytest.mark.parametrize(
    ("actors", "unread"),
    [
        ((), ""),
        ((actor("one"),), ""),
        ((actor("one", "person"),), ""),
        ((actor("one", "group", country="KOR"),), ""),
        ((actor("one", part_of=ref("two")),), ""),
        ((actor("one", country="KOR"),), "kor"),
        ((actor("one", country="NGO"),), ""),
    ],
)
def test_a_circle_that_is_not_wholly_known_is_none(actors: tuple[Actor, ...], unread: str) -> None:
    assert circle(*actors, of="one", unread=unread) is None


def test_two_are_apart_only_if_that_is_sure() -> None:
    states = (actor("kor", "state"), actor("jpn", "state"))
    corpus = Registry.of((*states, actor("ministry", country="KOR"), actor("six", "group")))
    assert belonging.are_apart(corpus, ["ministry"], ["jpn"], None)
    assert not belonging.are_apart(corpus, ["ministry"], ["jpn", "kor"], None)
    assert not belonging.are_apart(corpus, ["six"], ["jpn"], None)
    assert not belonging.are_apart(corpus, ["_official"], ["jpn"], None)


@pytest.mark.parametrize(
    ("bounds", "when", "can", "surely"),
    [
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2019", True, True),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2020", True, False),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2018-09-21", True, False),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2020-09-18", True, False),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2018-09-20", False, False),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2020-09-19", False, False),
        ({"start": "2018-09-21", "end": ".."}, "2030", True, True),
        ({"start": "2018-09-21"}, "2030", True, False),
        ({"end": "2020-09-18"}, "2019", True, False),
        ({"start": "2018-09-21?", "end": "2020-09-18"}, "2019", True, False),
        ({"start": "2018-09-21", "end": "2020-09-18?"}, "2019", True, False),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2019~", True, False),
        ({"start": "2018-09-21", "end": "2020-09-18"}, "2019-01/", True, False),
    ],
)
def test_a_post_is_held_within_its_term(bounds: dict[str, str], when: str, *, can: bool, surely: bool) -> None:
    held = post("kor", **bounds)
    assert belonging.can_hold(held, parse(when)) == can
    assert belonging.lies_within_term(held, parse(when)) == belonging.is_surely_held(held, parse(when)) == surely
    assert not belonging.is_surely_held(held, None)


def test_a_post_is_attested_on_its_days_alone() -> None:
    day = Dated(parse("2019-05-21"), HERE)
    held = Post(HERE, "minister", "Minister", ref("kor"), attested=(day,))
    assert belonging.is_attested(held, parse("2019-05-21"))
    assert belonging.is_surely_held(held, parse("2019-05-21"))
    assert not belonging.is_attested(held, parse("2019-05"))
    assert not belonging.is_attested(held, parse("2019-05-22"))
    assert not belonging.is_attested(held, parse("2019-05-21?"))
