"""The published schemas: sound in themselves, described throughout, and held to the cases that any implementation can run."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dateline.loading import interpreted
from dateline.model import standard
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

SCHEMA = standard.folder()
FILES = sorted(SCHEMA.glob("1.0/*.schema.json")) + sorted(SCHEMA.glob("vocabulary/*.json")) + sorted(SCHEMA.glob("*.schema.json"))
CASES = [case for path in sorted(SCHEMA.glob("1.0/cases/*.json")) for case in json.loads(path.read_text("utf-8"))]

NARROWING = {"if", "then", "else", "not"}


def name_of(path: Path) -> str:
    return path.relative_to(SCHEMA).as_posix()


@cache
def read(path: Path) -> Any:  # noqa: ANN401 - JSON of any shape
    return json.loads(path.read_text("utf-8"))


def nodes(schema: object, at: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every map in a schema, with its path; the values of examples, enums and the like are data, and left out."""
    if isinstance(schema, dict):
        yield at, schema
        for key, value in schema.items():
            if key not in ("examples", "enum", "const", "default"):
                yield from nodes(value, f"{at}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from nodes(value, f"{at}/{index}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['description']}")
def test_case_is_judged_as_it_says(case: dict[str, Any]) -> None:
    errors = list(interpreted.validator(case["kind"]).iter_errors(case["data"]))
    assert (not errors) == case["valid"], [error.message for error in errors]


def followed(reference: str, base: Path) -> tuple[dict[str, Any], Path]:
    """What a reference leads to, and the file that it stands in."""
    file, _, pointer = reference.partition("#")
    target = (base.parent / file).resolve() if file else base
    found = read(target)
    for step in pointer.strip("/").split("/") if pointer else ():
        found = found[step]
    return found, target


def properties(schema: dict[str, Any], base: Path, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of all properties that a record can have: names, ``[]`` for an item and ``*`` for a key of one's own."""
    if "$ref" in schema:
        yield from properties(*followed(schema["$ref"], base), at)
    for name, inner in schema.get("properties", {}).items():
        yield (*at, name)
        if isinstance(inner, dict):
            yield from properties(inner, base, (*at, name))
    for key, step in (("items", "[]"), ("additionalProperties", "*")):
        if isinstance(schema.get(key), dict):
            yield from properties(schema[key], base, (*at, step))
    parts = [inner for key in ("anyOf", "oneOf", "allOf") for inner in schema.get(key, ())]
    for inner in [*parts, *(schema[key] for key in ("then", "else") if isinstance(schema.get(key), dict))]:
        yield from properties(inner, base, at)


def held(data: object, at: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of the values in a case, with ``[]`` for the place in a list."""
    yield at
    pairs = data.items() if isinstance(data, dict) else (("[]", item) for item in data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from held(value, (*at, key))


def refused(error: ValidationError) -> Iterator[tuple[str, ...]]:
    """The paths that an error is about: where it lies, and the field that is missing or needs another."""
    at = tuple("[]" if isinstance(step, int) else step for step in error.absolute_path)
    yield at
    for name in re.findall(r"'([^']+)'", error.message) if error.validator in ("required", "dependentRequired") else ():
        yield (*at, name)
    for inner in error.context or ():
        yield from refused(inner)


def like(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    return len(path) == len(pattern) and all(want in ("*", step) for step, want in zip(path, pattern, strict=True))


@pytest.mark.parametrize("kind", standard.KINDS)
def test_every_property_has_a_valid_and_an_invalid_case(kind: str) -> None:
    path = SCHEMA / "1.0" / f"{kind}.schema.json"
    validator = interpreted.validator(kind)
    cases = [case for case in CASES if case["kind"] == kind]
    right = {at for case in cases if case["valid"] for at in held(case["data"])}
    wrong = {at for case in cases if not case["valid"] for error in validator.iter_errors(case["data"]) for at in refused(error)}
    wanted = sorted(set(properties(read(path), path)))
    assert len(wanted) > 4
    assert [at for at in wanted if not any(like(have, at) for have in right)] == []
    assert [at for at in wanted if not any(like(have, at) for have in wrong)] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_schema_is_a_schema_and_its_id_is_its_path(path: Path) -> None:
    Draft202012Validator.check_schema(read(path))
    assert read(path)["$id"] == standard.BASE + name_of(path)
    assert path.read_text("utf-8").endswith("}\n")


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_references_stay_in_the_folder(path: Path) -> None:
    for at, node in nodes(read(path)):
        if isinstance(reference := node.get("$ref"), str):
            assert followed(reference, path)[1].is_relative_to(SCHEMA.resolve()), at


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_property_is_described(path: Path) -> None:
    bare = [
        f"{at}/{name}"
        for at, node in nodes(read(path))
        for name, inner in node.get("properties", {}).items()
        if not NARROWING & set(at.split("/"))  # these only narrow what is described elsewhere
        and isinstance(inner, dict)
        and len(inner.get("description", "")) < len("ab.")
    ]
    assert bare == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_term_is_described(path: Path) -> None:
    for at, node in nodes(read(path)):
        if "enum" in node and not NARROWING & set(at.split("/")):
            for key in ("enumDescriptions", "markdownEnumDescriptions"):
                assert len(node.get(key, ())) == len(set(node["enum"])), f"{at}: {key}"


@pytest.mark.parametrize("kind", [*standard.KINDS, "common"])
def test_examples_and_defaults_are_valid(kind: str) -> None:
    validator = interpreted.validator("article")  # for its registry of schemas
    name = standard.BASE + f"1.0/{kind}.schema.json"
    tried = 0
    for at, node in nodes(read(SCHEMA / "1.0" / f"{kind}.schema.json")):
        for example in [*node.get("examples", ()), *([node["default"]] if "default" in node else [])]:
            tried += 1
            validator.evolve(schema={"$ref": f"{name}#{at}"}).validate(example)
    assert tried


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_patterns_take_ascii_digits_and_no_newline_at_the_end(path: Path) -> None:
    for at, node in nodes(read(path)):
        if isinstance(pattern := node.get("pattern"), str):
            assert "\\d" not in pattern, at
            for example in node.get("examples", ()):
                assert re.search(pattern, example), f"{at}: {example}"
                assert not re.search(pattern, example + "\n"), at
                wide = re.sub("[0-9]", lambda digit: chr(ord(digit[0]) + 0xFEE0), example)
                assert wide == example or not re.search(pattern, wide), at
