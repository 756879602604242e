"""The order in time is judged for all events that are joined, and for no others: that finds what judging all at once finds."""

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from dateline.engine import joining
from dateline.engine.check import check
from dateline.engine.keeping import Keeper
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.model.corpus import Registry
from dateline.model.edtf import parse
from dateline.model.facts.durations import Lasting, Side
from dateline.model.facts.events import Presented
from dateline.model.gathered import Chronicle
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref
from dateline.model.records import Event
from dateline.model.timeline import contradictions_in
from dateline.model.timex import duration

from tests.laid import ARTICLE, MINIMAL, copy_of, spoil

CORPORA = 2_000
NAMES = "abcdefghijkl"
RULE = "temporal-contradiction"
MINISTERS, RADAR, FORUM = "jpn-kor-ministers-2019-06", "kor-jpn-radar-lock-on-2018-12", "shangri-la-dialogue-2019"


def invented(name: str, dice: random.Random) -> Event:
    """An event that is joined with some others, in one way or another, or with none."""
    at = Place(f"events/{name}.yaml")

    def ref(field: str, often: float = 0.08) -> tuple[Ref, ...]:
        return (Ref(dice.choice(NAMES), at / field),) if dice.random() < often else ()

    order = tuple((dice.choice(("before", "after", "equals")), other) for other in ref("order"))
    series = dice.choice(("one", "two")) if dice.random() < 0.3 else None
    day = parse(f"2019-0{dice.randint(1, 9)}") if dice.random() < 0.7 else None
    status = "cancelled" if dice.random() < 0.1 else "occurred"
    return Event(
        at,
        name,
        name,
        "consult",
        status,
        date=Dated(day, at / "date") if day else None,
        country="KOR",
        series=series,
        number=dice.randint(1, 3) if series else None,
        part_of=next(iter(ref("part_of")), None),
        resumes=next(iter(ref("resumes")), None),
        caused_by=ref("caused_by"),
        responds_to=ref("responds_to"),
        order=order,
    )


def said_in(name: str, dice: random.Random) -> Presented | Lasting:
    """What an article says of the time of one event, or between two, or between one and a day."""
    at = Place(f"articles/{name}.yaml")
    time = parse(f"2019-0{dice.randint(1, 9)}")
    if dice.random() < 0.5:
        return Presented(dice.choice(NAMES), "occurred", None, None, time, at, at, at / "time", (), own_voice=True)
    sides = [Side(dice.choice(f"{NAMES}?"), None, at, ()) if dice.random() < 0.8 else Side("t", time, at, ()) for _ in range(2)]
    return Lasting(duration(f"P{dice.randint(1, 9)}M"), sides[0], sides[1], at / "value", ())


def laid(said: Iterable[Presented | Lasting]) -> Callable[..., list[Presented | Lasting]]:
    """What gives of all that is said what stands under some keys: those under which articles emit it."""
    found: dict[str, list[Presented | Lasting]] = {}
    for one in said:
        for event in one.events if isinstance(one, Lasting) else (one.event,):
            found.setdefault(f"time-between:{event}" if isinstance(one, Lasting) else f"time:{event}", []).append(one)
    return lambda *keys: [one for key in keys for one in found.get(key, ())]


def chains(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    return ((found.newest.at.file, "; ".join(said.words for said in found.chain)) for found in contradictions_in(chronicle))


def test_what_is_joined_finds_what_all_together_find() -> None:
    """Each way to join two events is there, and so is what joins nothing: one that was forgotten would be found in no part."""
    dice, parts, found = random.Random(1983), 0, 0  # noqa: S311 - the same at each run
    for _ in range(CORPORA):
        registry = Registry.of(invented(dice.choice(NAMES) if dice.random() < 0.05 else name, dice) for name in NAMES)
        under = laid(said_in(str(n), dice) for n in range(6))

        apart = [chronicle for _, chronicle in joining.chronicles(registry, NAMES, under)]
        presented = [one for name in NAMES for one in under(f"time:{name}") if isinstance(one, Presented)]
        lastings = dict.fromkeys(one for name in NAMES for one in under(f"time-between:{name}") if isinstance(one, Lasting))
        whole = [*chains(Chronicle(registry, tuple(registry.events), presented, tuple(lastings)))]
        assert sorted(chain for one in apart for chain in chains(one)) == sorted(whole)
        parts += len(apart)
        found += len(whole)
    assert parts > CORPORA * 2
    assert found > CORPORA


def test_from_whichever_event_one_comes_what_is_joined_is_the_same() -> None:
    dice = random.Random(2006)  # noqa: S311 - as above
    for _ in range(CORPORA // 10):
        registry = Registry.of(invented(name, dice) for name in NAMES)
        under = laid(said_in(str(n), dice) for n in range(6))

        for keys, chronicle in joining.chronicles(registry, NAMES, under):
            for key in keys:
                assert [*joining.chronicles(registry, [key.partition(":")[2]], under)] == [(keys, chronicle)]
        assert [*joining.chronicles(registry, ["nobody knows it"], under)] == []


def test_a_duration_from_a_day_to_an_event_is_said_of_the_event_alone() -> None:
    at = Place(ARTICLE)
    day, event = Side("2018-12-20", parse("2018-12-20"), at, ()), Side(RADAR, None, at, ())
    lengths = [
        Lasting(duration("P1M"), *sides, at, ()).events for sides in ((day, event), (event, day), (event, event), (day, day))
    ]
    assert lengths == [[RADAR], [RADAR], [RADAR], []]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The events whose order in time is judged, those that are joined together."""
    found: list[list[str]] = []
    judging = joining.judged

    def noting(rules: object, thing: object, *more: object) -> object:
        if isinstance(thing, Chronicle):
            found.append([event.id for event in thing.events])
        return judging(rules, thing, *more)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(joining, "judged", noting)
    return found


def warm(root: Path) -> list[str]:
    """What a warm run tells, which is what a cold one tells."""
    report = check(root, Settings(preview=True), Copies(None), keeper=Keeper(root))
    assert report == check(root, Settings(preview=True), Copies(None))
    return [finding.path for finding in report.told if finding.rule == RULE]


def test_only_what_is_joined_with_an_event_is_judged_again(tmp_path: Path, judged: list[list[str]]) -> None:
    root, all_of_them = copy_of(MINIMAL, tmp_path / "corpus"), [[MINISTERS, FORUM], [RADAR]]
    meeting = "articles/dl-2019-06-02-meeting.yaml"
    edits: tuple[tuple[str, str, str, list[list[str]]], ...] = (
        (ARTICLE, "published: 2019-05-21", "published: 2019-05-21T10:00:00Z", []),
        (meeting, f"event: {MINISTERS}, time: t1", f"event: {MINISTERS}", [[MINISTERS, FORUM]]),
        (ARTICLE, f"event: {RADAR}, status: disputed", f"event: {RADAR}, status: occurred", [[RADAR]]),
        (f"events/{FORUM}.yaml", "label: 2019", "label: The", all_of_them),
        (ARTICLE, f"event: {RADAR}, status: occurred", "event: nobody-knows-it, status: occurred", [[RADAR]]),
    )
    warm(root)
    for path, find, put, again in edits:
        judged.clear()
        spoil(root, path, find, put)
        warm(root)
        assert judged == [*again, *all_of_them], (path, put)  # warm, and then cold


def test_what_a_duration_joins_and_parts_again_is_told_once(tmp_path: Path) -> None:
    """The first event by name has what is told of all, so that with each edit another one has it."""
    root = copy_of(MINIMAL, tmp_path / "corpus")
    record = (root / f"events/{RADAR}.yaml").read_text("utf-8").replace("2018-12-20", "2018?")
    (root / "events/a-part.yaml").write_text(f"{record.replace(RADAR, 'a-part', 1)}part_of: {RADAR}\n", "utf-8")
    spoil(root, f"events/{MINISTERS}.yaml", "2019-06-01", "2019?")
    spoil(
        root, ARTICLE, f"event: {MINISTERS}, status: sought", f"event: {MINISTERS}, time: t1"
    )  # before the forum of which it is a part
    spoil(root, ARTICLE, f"event: {RADAR}, status: disputed, time: t4", "event: a-part, time: t1")  # after what it is a part of
    long = "P2Y4M"
    wrong, short = (f"{length}, begin: {RADAR}, end: {MINISTERS}" for length in (long, "P5M"))
    assert warm(root) == [ARTICLE] * 2
    for before, after, number in ((long, wrong, 3), (wrong, short, 2), (short, wrong, 3), (wrong, long, 2), (long, short, 2)):
        spoil(root, ARTICLE, f"value: {before}}}", f"value: {after}}}")
        assert warm(root) == [ARTICLE] * number, after
    (root / ARTICLE).unlink()
    assert warm(root) == []
