"""What lies across files is judged slice by slice, and each slice by what it holds alone."""

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter, itemgetter, methodcaller
from pathlib import Path
from typing import Any

import pytest
from dateline.engine import joining
from dateline.engine.causes import Said
from dateline.engine.coding import KEPT, Coding
from dateline.engine.files import check_file
from dateline.engine.held import Entries
from dateline.loading import source
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.corpus import Registry
from dateline.model.encoding import decoded, encoded
from dateline.model.facts import Facts
from dateline.model.facts.copies import LOWEST, Printed, Sketched
from dateline.model.facts.emitted import IN_TIME, KINDS, TIMES, Emission, Emitted
from dateline.model.finding import Problem
from dateline.model.gathered import GATHERED, Alike, SamePrint
from dateline.model.place import Place
from dateline.model.records import Actor, Event
from dateline.rules import Rule, rulebook
from dateline.rules.page import Example
from dateline.rules.references.retelling import retelling
from dateline.rules.references.same_article_twice import same_article_twice
from msgspec.structs import replace

from tests.laid import ARTICLE, CORPUS, MINIMAL, TEXTS, copy_of, lay
from tests.test_pages import WRONG

RULES = rulebook()
TALKS = Path(ARTICLE).stem


def emissions_of_all(facts: Iterable[Facts]) -> list[Emission]:
    """What all files emitted, in the order in which ``groups`` takes it."""
    ordered = sorted(facts, key=lambda one: one.head.at.file)
    return sorted((emission for one in ordered for emission in one.emitted), key=itemgetter(0))


def facts_in(root: Path) -> list[Facts]:
    """The facts of all files of a corpus."""
    files = (check_file(root, path, RULES, Copies(root / TEXTS)) for path in source.find(root)[0])
    return [file.facts for file in files if file.facts]


def registry_of(facts: Iterable[Facts]) -> Registry:
    return Registry.of(one.record for one in facts if one.record)


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> list[Facts]:
    """The minimal corpus with the articles that rules' pages call wrong, each under two names of its own."""
    root = copy_of(MINIMAL, tmp_path_factory.mktemp("pool"))
    for n, (_, _, examples) in enumerate(WRONG):
        if all(example.kind == "yaml" and (not example.name or example.name.startswith("articles/")) for example in examples):
            lay(examples, laid := tmp_path_factory.mktemp("laid"))
            for path in {laid / (example.name or ARTICLE) for example in examples}:
                for name in (f"{path.stem}-{n}", f"{path.stem}-{n}-again"):
                    text = path.read_text("utf-8").replace(f"id: {path.stem}\n", f"id: {name}\n")
                    (root / f"articles/{name}.yaml").write_text(text, "utf-8")
    return facts_in(root)


def by_slice(facts: Iterable[Facts], registry: Registry) -> dict[str, list[Said]]:
    """What is said of every article, by its file, and of what stands under every key."""
    facts = list(facts)
    said = {
        one.head.at.file: joining.of_article(RULES, registry, one.statements).said for one in facts if one.statements is not None
    }
    emissions = emissions_of_all(facts)
    for key, members in joining.groups(registry, [one for one in emissions if one[0].partition(":")[0] not in IN_TIME]):
        said[key] = joining.of_group(RULES, registry, key, members).said

    def under(*keys: str) -> list[Emitted]:
        return [fact for asked in keys for key, fact in emissions if key == asked]

    for keys, chronicle in joining.chronicles(registry, [event.id for event in registry.events], under):
        said |= dict.fromkeys(keys, joining.judged(RULES, chronicle, None, "").said)
    return said


def test_what_is_said_of_an_article_never_changes_with_others(pool: list[Facts]) -> None:
    together = by_slice(pool, registry_of(pool))
    told = {said.rule.name for one in pool for said in together.get(one.head.at.file, ())}
    assert len(told) >= 10, told
    entries = [one for one in pool if one.record]
    for article in (one for one in reversed(pool) if one.statements):
        alone = by_slice([*entries, article], registry_of(entries))
        assert alone[article.head.at.file] == together[article.head.at.file]


def test_what_is_of_time_is_no_group_and_asked_for_all_the_same(pool: list[Facts]) -> None:
    assert {*GATHERED} == {*KINDS} - {*IN_TIME}
    for kind in IN_TIME:
        with pytest.raises(KeyError):
            joining.of_group(RULES, registry_of(pool), f"{kind}:talks", ())
    assert joining.asked_for(RULES) == {*KINDS}


def test_what_is_said_under_a_key_never_changes_with_articles_that_emit_nothing_there(pool: list[Facts]) -> None:
    registry = registry_of(pool)
    together, articles = by_slice(pool, registry), [one for one in pool if one.statements]
    assert {key.partition(":")[0] for key in together} >= {*GATHERED, TIMES}
    changed = 0
    for n in range(12):
        kept = [one for m, one in enumerate(articles) if (m * 7 + n) % 3]
        gone = {key for one in articles if one not in kept for key, _ in one.emitted}
        apart = by_slice(reversed(kept), registry)
        for key, said in together.items():
            if ":" in key and key not in gone:
                assert apart.get(key, []) == said, key
        changed += sum(apart.get(key, []) != together[key] for key in gone)
    assert changed  # else nothing was said under any key


def test_an_event_of_which_no_article_tells_is_judged_and_so_is_its_place_in_time() -> None:
    entries = [one for one in facts_in(MINIMAL) if one.record]
    names = sorted(one.head.id for one in entries if isinstance(one.record, Event))
    assert [key for key, members in joining.groups(registry_of(entries), []) if not members] == [f"event:{name}" for name in names]
    keys = [key for found, _ in joining.chronicles(registry_of(entries), names, lambda *_: ()) for key in found]
    assert sorted(keys) == [f"time:{name}" for name in names]


def test_under_a_key_facts_stand_in_the_order_of_files(pool: list[Facts]) -> None:
    for _, members in joining.groups(registry_of(pool), emissions_of_all(reversed(pool))):
        files = [member.at.file for member in members]
        assert files == sorted(files)


def test_what_is_made_of_the_registry_is_made_once(pool: list[Facts], monkeypatch: pytest.MonkeyPatch) -> None:
    """However many articles there are, nothing goes through all actors for each of them."""
    asked: list[str] = []

    def counting(name: str, of_all: Callable[[Registry], object]) -> Callable[[Registry], object]:
        def counted(registry: Registry) -> object:
            asked.append(name)
            return of_all(registry)

        return counted

    for name in ("actors", "events", "references"):
        monkeypatch.setattr(Registry, name, property(counting(name, getattr(Registry, name).fget)))
    registry = registry_of(pool)
    articles = [one.statements for one in pool if one.statements]
    for statements in articles:
        joining.of_article(RULES, registry, statements)
    assert set(asked) == {"actors"}
    asked.clear()
    for statements in articles:
        joining.of_article(RULES, registry, statements)
    assert asked == []


def lazy(facts: Iterable[Facts], read: list[object]) -> Registry:
    """The registry as a run has it that goes on from a memory; ``read`` takes what was read of it."""

    def decoded(data: bytes, kind: Any) -> Any:  # noqa: ANN401 - as the coding has it
        read.append(KEPT.decoded(data, kind))
        return read[-1]

    ordered = sorted((one for one in facts if one.record), key=lambda one: one.head.at.file)
    records = [(f"{one.head.kind}:{one.head.id}", KEPT.encoded(one.record)) for one in ordered]
    entries = Entries(Coding(KEPT.encoded, decoded), records)
    return Registry.by_name(entries, entries.of_kind, ())


def whole_list(name: str, registry: Registry) -> list[object]:
    """What there is to go through under a name."""
    return list(getattr(registry, name))


def again(facts: Iterable[Facts]) -> list[Facts]:
    """Every record once more, in a file that comes first."""
    return [
        replace(one, head=replace(one.head, at=Place(f"a/{one.head.id}")), record=replace(one.record, at=Place(f"a/{one.head.id}")))
        for one in facts
        if one.record
    ]


def test_a_registry_that_is_read_piece_by_piece_tells_the_same(pool: list[Facts]) -> None:
    for facts in (pool, [*pool, *again(pool)]):
        whole = registry_of(facts)
        assert by_slice(facts, lazy(facts, [])) == by_slice(facts, whole)
        asked: list[Callable[[Registry], object]] = [
            attrgetter("manifest"),
            *(partial(whole_list, name) for name in ("records", "actors", "events", "references")),
            *(methodcaller("ids", kind) for kind in ("actor", "event", "article")),
            *(methodcaller("events_called", one.id) for one in whole.events),
            *(methodcaller("count", "actor", name) for name in ("kor", "nobody-at-all")),
            *(methodcaller("is_known", kind, "kor") for kind in ("actor", "event")),
        ]
        for ask in asked:
            assert ask(lazy(facts, [])) == ask(whole)


def test_of_the_registry_nothing_is_read_that_nobody_asks_for(pool: list[Facts]) -> None:
    read: list[object] = []
    registry = lazy(pool, read)
    assert registry.is_known("actor", "kor")
    assert registry.ids("event")
    assert read == []
    for _ in range(2):
        registry.actor("kor")
        registry.event("nothing-of-the-kind")
    assert read == [registry.actor("kor")]
    read.clear()
    assert read == list(registry.actors)
    assert {type(one) for one in read} == {Actor}


def test_of_the_registry_what_was_asked_for_of_late_is_at_hand(pool: list[Facts], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.model.corpus._AT_HAND", 2)
    read: list[object] = []
    registry = lazy(pool, read)
    one, other, third = list(dict.fromkeys(actor.id for actor in registry.actors))[:3]
    read.clear()
    for name in (one, other, one, other, third, third):
        assert (found := registry.actor(name))
        assert found.id == name
        assert registry.count("actor", name) == 1
    assert [actor.id for actor in read if isinstance(actor, Actor)] == [one, other, third]
    registry.actor(one)
    assert len(read) == 4


def test_an_index_is_not_taken_for_another() -> None:
    registry = registry_of(facts_in(MINIMAL))
    assert registry.derived(lambda known: len([*known.actors])) == len([*registry.actors])
    assert registry.derived(lambda known: len([*known.events])) == len([*registry.events])


def printed(name: str, what: str, address: str | None) -> Printed:
    at = Place(f"articles/{name}.yaml")
    return Printed(what, name, at, at / what, address)


def test_one_text_at_one_address_is_told_of_the_address_alone() -> None:
    for what, address, told in (("address", "a.org/1", 1), ("text", "a.org/1", 0), ("text", "a.org/2", 1), ("text", None, 1)):
        same = SamePrint(Registry.of(()), "", (printed("one", what, "a.org/1"), printed("two", what, address)))
        assert [problem.at for problem in same_article_twice(same)] == [Place("articles/two.yaml", (what,))] * told


def test_two_texts_that_share_many_numbers_are_compared_under_the_lowest() -> None:
    texts = [Sketched(name, Place(f"articles/{name}.yaml"), name, None, tuple(range(1, 65))) for name in ("one", "two", "three")]
    told = [[*retelling(Alike(Registry.of(()), f"{number:016x}", tuple(texts)))] for number in range(1, LOWEST + 1)]
    assert [len(problems) for problems in told] == [2] + [0] * (LOWEST - 1)


def test_an_article_has_statements_and_anything_else_its_record() -> None:
    for one in facts_in(CORPUS):
        assert (one.statements is not None) == (one.head.kind == Article.__name__.lower()) == (one.record is None)


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[0].code}-{case[0].name}-{case[1]}")
def test_what_is_remembered_comes_back_as_it_was(case: tuple[Rule, int, tuple[Example, ...]], tmp_path: Path) -> None:
    lay(tuple(example for example in case[2] if example.kind != "run"), tmp_path)
    for path in source.find(tmp_path)[0]:
        checked = check_file(tmp_path, path, RULES, Copies(tmp_path / TEXTS))
        for said in checked.said:
            assert decoded(encoded(said.problem), Problem) == said.problem
        if checked.facts:
            assert decoded(encoded(checked.facts), Facts) == checked.facts
    facts = facts_in(tmp_path)
    for found in by_slice(facts, registry_of(facts)).values():
        for said in found:
            assert decoded(encoded(said.problem), Problem) == said.problem
