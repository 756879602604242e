"""The two engines of JSON Schema say the same: the one that decides, and the one that judges it here and is asked for the rest."""

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from dateline.loading import compiled, interpreted, schemas, wording
from dateline.loading.document import Document, document_at
from dateline.loading.mismatch import Mismatch
from dateline.loading.source import Source, find, kind_of
from dateline.model import standard
from dateline.model.fault import Fault
from jsonschema_rs import Draft202012Validator

from tests.laid import CORPUS, HERE, MINIMAL, copy_of, spoil
from tests.mutants import mutant

Engine = Callable[[Any, str, str], Any]
Told = tuple[Any, ...]

FOLDER = standard.folder() / standard.VERSION
CASES = [case for kind in standard.KINDS for case in json.loads((FOLDER / "cases" / f"{kind}.json").read_text("utf-8"))]
CHUNKS, SIZE = 40, 500


def document_of(data: Any, text: str = "") -> Document:  # noqa: ANN401 - data of any shape
    return Document(Source("articles/x.yaml", b""), text, data)


def records() -> list[tuple[str, Any]]:
    found = []
    for root in (CORPUS, MINIMAL):
        for path in find(root)[0]:
            document = document_at(root, path)
            assert isinstance(document, Document)
            found.append((kind_of(path), document.data))
    return found


RECORDS = records()


def said(mismatch: Mismatch) -> Told:
    """A mismatch without the schema, of which one engine has the references written out."""
    branches = tuple(tuple(map(said, branch)) for branch in mismatch.branches)
    return (mismatch.keyword, mismatch.steps, repr(mismatch.instance), mismatch.of_key, mismatch.field, branches)


def told(engine: Engine, data: Any, kind: str) -> tuple[list[Told], list[Fault]]:  # noqa: ANN401 - as above
    """What an engine says, and what comes of it."""
    found = list(engine(data, kind, standard.VERSION))
    return [said(mismatch) for mismatch in found], list(wording.faults(found, document_of(deepcopy(data))))


def is_judged_alike(data: Any, kind: str) -> bool:  # noqa: ANN401 - as above
    """Whether data is valid, to both engines; and if not, they tell the same, in the same order."""
    is_valid = compiled.is_surely_valid(data, kind, standard.VERSION)
    if schemas.can_be_told_by_the_fast_one(document_of(data)):
        assert told(compiled.mismatches, data, kind) == (slowly := told(interpreted.mismatches, data, kind))
        assert is_valid == (not slowly[0])
    else:
        assert is_valid == (next(interpreted.mismatches(data, kind, standard.VERSION), None) is None)
    return is_valid


@pytest.mark.parametrize("kind", standard.KINDS)
def test_cases_and_records_are_judged_alike(kind: str) -> None:
    for case in CASES:
        if case["kind"] == kind:
            assert is_judged_alike(case["data"], kind) == case["valid"], case["description"]
    assert all(is_judged_alike(data, kind) for own, data in RECORDS if own == kind)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_mutants_are_judged_alike(chunk: int) -> None:
    chance = random.Random(chunk)  # noqa: S311 - the same mutants at every run
    # whole articles take jsonschema ten times as long as cases
    pool = [(case["kind"], case["data"]) for case in CASES]
    verdicts = []
    for n in range(SIZE):
        kind, record = chance.choice(RECORDS if n % 10 == 0 else pool)
        spoilt = mutant(record, chance)
        if isinstance(spoilt, dict):
            verdicts.append(is_judged_alike(spoilt, kind))
    assert SIZE / 50 < sum(verdicts) < SIZE / 2


def patterns() -> Iterator[str]:
    left: list[Any] = [standard.document(f"{standard.VERSION}/{name}.schema.json") for name in (*standard.KINDS, "common")]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            if isinstance(node.get("pattern"), str):
                yield node["pattern"]
            left += node.values()
        elif isinstance(node, list):
            left += node


def near(text: str) -> Iterator[str]:
    """A text, and texts that differ from it by a character."""
    yield text
    for at in range(len(text) + 1):
        for character in "aZ0_-/.:~?X \n\r\t\0\u0660\uff11\u2028é😀":
            yield text[:at] + character + text[at:]
            yield text[:at] + character + text[at + 1 :]


def test_patterns_take_the_same_texts() -> None:
    parts = standard.document(f"{standard.VERSION}/common.schema.json")["$defs"].values()
    examples = [example for part in parts for example in part.get("examples", ()) if isinstance(example, str)]
    texts = sorted({text for example in examples for text in near(example[:24])} | {"a" * 200, "a-" * 9})
    for pattern in set(patterns()):
        validator = Draft202012Validator({"pattern": pattern})
        known = re.compile(pattern)
        taken = [text for text in texts if known.search(text)]
        assert taken == [text for text in texts if validator.is_valid(text)], pattern


@pytest.mark.parametrize("length", [100_000, 3_000_000])
@pytest.mark.parametrize("end", ["", "-"], ids=["right", "wrong"])
def test_a_long_text_is_matched_to_its_end(length: int, end: str) -> None:
    record = deepcopy(next(data for kind, data in RECORDS if kind == "article" and data.get("quotes")))
    for word in ("-a" * (length // 2), "a" * length, "a-a" * (length // 3), "a-" * length + "a"):
        record["quotes"][0]["as"] = f"a{word}"[: length - len(end)].rstrip("-") + end
        if length == 100_000:
            assert is_judged_alike(record, "article") == (not end)
        assert bool(schemas.check(document_of(deepcopy(record)))[1]) == bool(end)


UNWRITABLE: tuple[Any, ...] = ("\ud800", ["\ud800", "\ud801"], {"\ud800": 1}, {1: 1}, {None: 1}, b"a", float("nan"), 1j)


@pytest.mark.parametrize("kind", standard.KINDS)
@pytest.mark.parametrize("value", UNWRITABLE, ids=repr)
def test_what_no_json_can_hold_is_judged_by_the_other_engine(kind: str, value: object) -> None:
    whole = next(case["data"] for case in CASES if case["kind"] == kind and case["valid"])
    for name in (*whole, "sources", "aliases", "unnamed", "renames", "participants", "strange"):
        data = deepcopy(whole) | {name: value, "schema": f"{kind}/{standard.VERSION}"}
        is_valid = next(interpreted.mismatches(data, kind, standard.VERSION), None) is None
        assert is_valid or not compiled.is_surely_valid(data, kind, standard.VERSION)
        assert is_valid == (not schemas.check(document_of(data))[1])


def nested(depth: int) -> Any:  # noqa: ANN401 - data of any shape
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("depth", [1, 32, 250, 260, 500])
def test_depth_is_no_crash(depth: int) -> None:
    data = next(case["data"] for case in CASES if case["kind"] == "actor" and case["valid"]) | {"note": nested(depth)}
    (fault,) = schemas.check(document_of(data))[1]
    assert fault.at.steps == ("note",) if hasattr(fault.at, "steps") else False


def faulty_sources(names: list[str]) -> dict[str, Any]:
    """An article whose unnamed sources are all wrong, in their names and in their fields."""
    whole: dict[str, Any] = deepcopy(next(case["data"] for case in CASES if case["kind"] == "article" and case["valid"]))
    return whole | {"unnamed": {name: {} for name in names}}


@pytest.mark.parametrize("names", [[f"k{n}" for n in range(3000)], [*map(str, range(3000))]], ids=["wide", "numbers"])
def test_a_map_that_would_be_copied_for_each_of_its_keys_is_told_by_the_lazy_engine(
    names: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(compiled, "mismatches")
    data = faulty_sources(names)
    faults = schemas.check(document_of(data, json.dumps(data)))[1]
    assert [getattr(fault.at, "steps", None) for fault in faults] == [("unnamed", name) for name in names[: schemas.MOST]]


def test_fields_of_free_names_are_told_in_the_order_of_the_file() -> None:
    names = [f"_{'abcdefgh'[n % 8]}{n}" for n in range(40)]
    data = faulty_sources(names)
    for engine in (compiled.mismatches, interpreted.mismatches):
        found: list[Mismatch] = list(engine(data, "article", standard.VERSION))
        assert [each.steps[1] for each in found] == [name for name in names for _ in ("role", "number")]


def test_what_is_written_out_refers_to_nothing() -> None:
    for kind in standard.KINDS:
        text = json.dumps(compiled.written_out(f"{standard.VERSION}/{kind}.schema.json"))
        assert not re.search(r'"\$(?:ref|id|schema|defs|dynamicRef|anchor)":', text), kind


def test_what_stands_beside_a_reference_says_nothing_of_the_shape() -> None:
    left: list[Any] = [json.loads(path.read_text("utf-8")) for path in standard.folder().glob("*/*.json")]
    beside = set()
    while left:
        node = left.pop()
        if isinstance(node, dict):
            beside |= set(node) if isinstance(node.get("$ref"), str) else set()
            left += node.values()
        elif isinstance(node, list):
            left += node
    assert beside <= {"$ref", "description", "examples", "default", "deprecated", "replacedBy", "since"}


LOADED = """
import sys
from dateline.cli import main
try:
    main()
except SystemExit:
    sys.stderr.write("\\n".join(sys.modules))
"""


@pytest.mark.parametrize("is_faulty", [False, True], ids=["sound", "faulty"])
def test_a_check_asks_one_engine(is_faulty: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a parameter of the test
    root = copy_of(MINIMAL, tmp_path / "corpus")
    if is_faulty:
        spoil(root, "actors/kor-mnd.yaml", "kind:", "kimd:")
    around = os.environ | {"PYTHONPATH": str(HERE.parent / "validator")}
    run = subprocess.run([sys.executable, "-c", LOADED, "check", root], capture_output=True, text=True, env=around, check=False)
    assert ("unknown-field" in run.stdout) == is_faulty
    loaded = {name.partition(".")[0] for name in run.stderr.split()}
    assert "jsonschema_rs" in loaded
    assert not loaded & {"jsonschema", "referencing"}
