"""What a change does to the standard: compatible, minor or major, and why."""

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
from dateline.engine.settings import UsageError
from dateline.model import standard
from dateline.model.comparison import Comparison, Verdict, compared, shape
from dateline.model.comparison.narrowing import narrowings
from dateline.model.comparison.nodes import CONSTRAINTS, Node, parts
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError

from tests.program import run

OPEN: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"enum": ["x", "y"]}}, "required": ["a"]}
CLOSED = OPEN | {"additionalProperties": False}
WITH_DEFS: dict[str, Any] = {"$defs": {"id": {"type": "string", "pattern": "^a"}}, "properties": {"a": {"$ref": "#/$defs/id"}}}


def put(schema: dict[str, Any], pointer: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON of any shape
    """A schema with another value at a pointer; ``None`` takes the key away."""
    changed = copy.deepcopy(schema)
    *steps, last = pointer.split("/")
    inner = changed
    for step in steps:
        inner = inner[step]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return changed


def between(old: Any, new: Any, folder: Path) -> Comparison:  # noqa: ANN401 - JSON of any shape
    for name, schema in (("old", old), ("new", new)):
        (folder / name).mkdir()
        (folder / name / "x.schema.json").write_text(json.dumps(schema), "utf-8")
    return compared(folder / "old", folder / "new")


PAIRS: dict[str, tuple[Any, Any, str, str]] = {
    "nothing changed": (CLOSED, CLOSED, "compatible", ""),
    "a description": (CLOSED, CLOSED | {"description": "A thing."}, "compatible", "only words for people changed"),
    "a default": (CLOSED, put(CLOSED, "properties/a/default", "z"), "compatible", "only words for people changed"),
    "a definition moved": (
        WITH_DEFS,
        {"properties": {"a": {"$ref": "#/$defs/c"}}, "$defs": {"c": {"allOf": [{"type": "string"}, {"pattern": "^a"}]}}},
        "compatible",
        "only words for people changed",
    ),
    "an optional field": (CLOSED, put(CLOSED, "properties/c", {"type": "string"}), "minor", 'the new field "c"'),
    "a required field": (
        CLOSED,
        put(CLOSED, "properties/c", {}) | {"required": ["a", "c"]},
        "major",
        'the field "c" is required; the new field "c"',
    ),
    "required of an old field": (CLOSED, CLOSED | {"required": ["a", "b"]}, "major", 'the field "b" is required'),
    "no longer required": (CLOSED, CLOSED | {"required": []}, "minor", 'the field "a" is no longer required'),
    "a removed field": (CLOSED, put(CLOSED, "properties/b", None), "major", 'the field "b" is gone'),
    "a renamed field": (
        CLOSED,
        put(put(CLOSED, "properties/b", None), "properties/c", {}),
        "major",
        'the field "b" is gone; the new field "c"',
    ),
    "closed": (OPEN, CLOSED, "major", "other fields are no longer taken"),
    "opened": (CLOSED, OPEN, "minor", "other fields are taken"),
    "constrained where it was open": (OPEN, put(OPEN, "properties/c", {"type": "string"}), "major", "the type array is no longer"),
    "a new term": (CLOSED, put(CLOSED, "properties/b/enum", ["x", "y", "z"]), "minor", 'the new term "z"'),
    "a lost term": (CLOSED, put(CLOSED, "properties/b/enum", ["x"]), "major", 'the term "y" is gone'),
    "terms where there were none": (CLOSED, put(CLOSED, "properties/a/enum", ["x"]), "major", 'only ["x"] is taken'),
    "a term of one": ({"enum": ["x", "y"]}, {"const": "x"}, "major", 'the term "y" is gone'),
    "one term more": ({"const": "x"}, {"enum": ["x", "y"]}, "minor", 'the new term "y"'),
    "another type": ({"type": "string"}, {"type": ["string", "array"]}, "minor", "the type array is taken, too"),
    "a lost type": ({"type": ["string", "array"]}, {"type": "string"}, "major", "the type array is no longer taken"),
    "whole numbers only": ({"type": "number"}, {"type": "integer"}, "major", "the type number is no longer taken"),
    "any number": ({"type": "integer"}, {"type": "number"}, "minor", "the type number is taken, too"),
    "an alternative": (
        {"type": "string"},
        {"anyOf": [{"type": "string"}, {"type": "array"}]},
        "minor",
        "the type array is taken, too",
    ),
    "a lost alternative": (
        {"anyOf": [{"type": "string"}, {"type": "array"}]},
        {"anyOf": [{"type": "string"}]},
        "major",
        "the type array is no longer taken",
    ),
    "inside an alternative": (
        {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 2}]},
        {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 3}]},
        "major",
        "minItems rose from 2 to 3",
    ),
    "a longer list owed": ({"minItems": 1}, {"minItems": 2}, "major", "minItems rose from 1 to 2"),
    "a shorter list owed": ({"minItems": 2}, {"minItems": 1}, "minor", "minItems fell from 2 to 1"),
    "a bound where none was": ({"type": "string"}, {"type": "string", "maxLength": 9}, "major", "maxLength is new: 9"),
    "a bound of another type": ({"type": "string"}, {"type": "string", "minItems": 9}, "compatible", "only words"),
    "a bound that says nothing": ({"type": "string"}, {"type": "string", "minLength": 0}, "compatible", "only words"),
    "the lowest number": ({"minimum": 0}, {"minimum": 1}, "major", "minimum rose from 0 to 1"),
    "a pattern": (
        WITH_DEFS,
        put(WITH_DEFS, "$defs/id/pattern", "^b"),
        "major",
        'pattern was "^a" and is "^b", which',
    ),
    "a pattern less": (WITH_DEFS, put(WITH_DEFS, "$defs/id/pattern", None), "minor", 'pattern is gone: "^a"'),
    "a pattern that all terms have": ({"enum": ["ab"]}, {"type": "string", "pattern": "^a"}, "minor", "not only"),
    "a format": ({"type": "string"}, {"type": "string", "format": "uri"}, "major", 'format is new: "uri"'),
    "twice in a list": ({"uniqueItems": True}, {"uniqueItems": False}, "minor", "an item may stand twice"),
    "once in a list": ({"type": "array"}, {"type": "array", "uniqueItems": True}, "major", "an item may no longer stand twice"),
    "items": ({"items": {"minLength": 1}}, {"items": {"minLength": 2}}, "major", "minLength rose from 1 to 2"),
    "fewer of a list counted": (
        {"contains": {"const": 1}, "minContains": 0},
        {"contains": {"const": 1}},
        "major",
        "contains was",
    ),
    "free keys": (
        {"propertyNames": {"enum": ["a", "b"]}, "additionalProperties": {"type": "string"}},
        {"propertyNames": {"enum": ["a"]}, "additionalProperties": {"type": "string"}},
        "major",
        'the term "b" is gone',
    ),
    "free keys listed": (
        {"propertyNames": {"enum": ["a", "b"]}, "additionalProperties": {"type": "string"}},
        {"properties": {"a": True, "b": True}, "additionalProperties": False},
        "minor",
        "the type",
    ),
    "a condition more": (
        {"type": "object"},
        {"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}},
        "major",
        'the field "b" is required',
    ),
    "a condition less": (
        {"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}},
        {"type": "object"},
        "minor",
        'the field "b" is no longer required',
    ),
    "a condition that asks for less": (
        {"if": {"required": ["a"]}, "then": {"required": ["b", "c"]}, "else": {"required": ["d"]}},
        {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["d"]}},
        "minor",
        'the field "c" is no longer required',
    ),
    "needed beside another": (
        {"dependentRequired": {"a": ["b"]}},
        {"dependentRequired": {"a": ["b", "c"]}},
        "major",
        'the field "a" needs "c"',
    ),
    "refused": ({"type": "object"}, {"type": "object", "not": {"required": ["a"]}}, "major", "not is new"),
    "refused less": (
        {"not": {"required": ["a"]}},
        {"not": {"required": ["a", "b"]}},
        "minor",
        'not was {"required": ["a"]}',
    ),
    "exactly one of more": (
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}]},
        "major",
        "oneOf was",
    ),
    "exactly one beside any": (
        {"anyOf": [{"type": "string"}]},
        {"anyOf": [{"type": "string"}], "oneOf": [{"const": "x"}]},
        "major",
        'only ["x"] is taken',
    ),
    "any beside exactly one": (
        {"oneOf": [{"type": "string"}]},
        {"oneOf": [{"type": "string"}], "anyOf": [{"const": "x"}]},
        "major",
        'only ["x"] is taken',
    ),
    "a list of itself": (
        {"$defs": {"t": {"type": "array", "items": {"$ref": "#/$defs/t"}}}, "$ref": "#/$defs/t"},
        {"$defs": {"t": {"type": "array", "items": {"$ref": "#/$defs/t"}, "minItems": 1}}, "$ref": "#/$defs/t"},
        "major",
        "minItems is new: 1",
    ),
    "patterns of keys": (
        {"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": False},
        {"patternProperties": {"^y": {"type": "string"}}, "additionalProperties": False},
        "major",
        "patternProperties was",
    ),
    "the same patterns of keys": (
        {"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": False},
        {"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": False, "maxProperties": 3},
        "major",
        "maxProperties is new: 3",
    ),
    "the version line": (
        {"properties": {"schema": {"const": "event/1.0"}}, "additionalProperties": False},
        {"properties": {"schema": {"const": "event/1.1"}}, "additionalProperties": False},
        "compatible",
        "only words for people changed",
    ),
    "nothing is taken any more": (True, False, "major", "nothing is taken any more"),
}


@pytest.mark.parametrize(("old", "new", "verdict", "why"), PAIRS.values(), ids=PAIRS)
def test_a_change_is_told_for_what_it_is(old: Any, new: Any, verdict: str, why: str, tmp_path: Path) -> None:  # noqa: ANN401 - as above
    told = between(old, new, tmp_path)
    assert str(told.verdict) == verdict
    assert why in "; ".join(reason.words for reason in told.reasons)
    assert len(told.reasons) == 0 or why


def test_the_standard_is_the_same_as_itself() -> None:
    assert compared(standard.folder() / "1.0", standard.folder() / "1.0") == Comparison(())


def test_a_change_behind_references_is_told_once_and_where_it_stands(tmp_path: Path) -> None:
    for name, pattern in (("old", "^a"), ("new", "^b")):
        (tmp_path / name / "1.0").mkdir(parents=True)
        (tmp_path / name / "vocabulary").mkdir()
        (tmp_path / name / "vocabulary/x-1.0.json").write_text(json.dumps({"enum": ["x", pattern]}), "utf-8")
        common = {"$defs": {"id": {"type": "string", "pattern": pattern}}}
        (tmp_path / name / "1.0/common.schema.json").write_text(json.dumps(common), "utf-8")
        ref = {"$ref": "common.schema.json#/$defs/id"}
        actor = {"properties": {"a": ref, "b": ref, "c": {"items": ref}, "d": {"$ref": "../vocabulary/x-1.0.json"}}}
        (tmp_path / name / "1.0/actor.schema.json").write_text(json.dumps(actor), "utf-8")
    told = compared(tmp_path / "old/1.0", tmp_path / "new/1.0")
    assert [(str(reason.verdict), reason.at) for reason in told.reasons] == [
        ("major", "common.schema.json /$defs/id"),
        ("major", "x-1.0.json"),
        ("minor", "x-1.0.json"),
    ]


def test_a_schema_that_is_gone_or_new_is_told(tmp_path: Path) -> None:
    told = between(CLOSED, CLOSED, tmp_path)
    (tmp_path / "new/x.schema.json").rename(tmp_path / "new/y.schema.json")
    told = compared(tmp_path / "old", tmp_path / "new")
    assert [(reason.verdict, reason.words) for reason in told.reasons] == [
        (Verdict.MAJOR, "the schema is gone"),
        (Verdict.MINOR, "a new schema"),
    ]


def test_words_are_told_of_every_file_in_which_nothing_else_changed(tmp_path: Path) -> None:
    between(CLOSED, CLOSED | {"required": []}, tmp_path)
    for folder, schema in (("old", OPEN), ("new", OPEN | {"title": "A thing"})):
        for name in ("w", "y"):
            (tmp_path / folder / f"{name}.schema.json").write_text(json.dumps(schema), "utf-8")
    told = compared(tmp_path / "old", tmp_path / "new")
    assert [(reason.verdict, reason.at) for reason in told.reasons] == [
        (Verdict.MINOR, "x.schema.json"),
        (Verdict.COMPATIBLE, "w.schema.json"),
        (Verdict.COMPATIBLE, "y.schema.json"),
    ]


@pytest.mark.parametrize(("at_most", "code"), [("compatible", 1), ("minor", 1), ("major", 0)])
def test_the_command_prints_the_verdict_and_fails_above_what_is_allowed(at_most: str, code: int, tmp_path: Path) -> None:
    between(CLOSED, CLOSED | {"required": ["b"]}, tmp_path)
    done = run("schema", "--compare", tmp_path / "old", tmp_path / "new", "--at-most", at_most)
    assert done.exit_code == code
    assert done.output.split("\n") == [
        "major: a file that was taken may fail",
        '  major       x.schema.json: the field "b" is required',
        '  minor       x.schema.json: the field "a" is no longer required',
        "",
    ]


def test_the_command_compares_with_the_newest_version_and_says_nothing_more_of_the_same() -> None:
    done = run("schema", "--compare", standard.folder() / standard.VERSION, "--at-most", "compatible")
    assert (done.exit_code, done.output) == (0, "compatible: the same files are taken\n")


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        (None, "holds no schema"),
        ("{", "line 1"),
        ('{"$ref": "y.json"}', "y.json"),
        ('{"$ref": "#/$defs/x"}', "$defs"),
        ('{"$ref": "#/type/0", "type": "string"}', "#/type/0 leads nowhere"),
        ('{"$ref": "#/enum/0", "enum": [{"type": 5}]}', "x.schema.json /enum/0/type must be one or several of"),
        ("[]", "x.schema.json is no schema"),
        (r'{"properties": {"a": {"pattern": "^\\p{L}+$"}}}', "x.schema.json /properties/a/pattern must be a pattern that Python"),
        ('{"type": 5}', "x.schema.json /type must be one or several of array, boolean"),
        ('{"properties": []}', "x.schema.json /properties must be a map of schemas"),
    ],
)
def test_folders_that_cannot_be_compared_are_an_error_of_use(schema: str | None, says: str, tmp_path: Path) -> None:
    if schema is not None:
        (tmp_path / "x.schema.json").write_text(schema, "utf-8")
    done = run("schema", "--compare", tmp_path, tmp_path)
    assert isinstance(done.exception, UsageError)
    assert says in str(done.exception)


FORMATS = FormatChecker(["regex"])  # those of Python
SHAPES: list[Any] = [5, 0, -1, 1.5, 2.0, "x", "string", "(", [], {}, None, True]
SHAPES += (
    [[shape] for shape in SHAPES] + [{"a": shape} for shape in SHAPES] + [["x", "x"], [True, {}], {"a": ["b"]}, {"a": ["b", "b"]}]
)
KEYWORDS = sorted(CONSTRAINTS | {"$defs"})


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_what_is_no_schema_is_told_from_what_is_one(keyword: str) -> None:
    for value in SHAPES:
        schema = {"not": {keyword: value}}
        try:
            Draft202012Validator.check_schema(schema, FORMATS)
        except SchemaError:
            with pytest.raises(ValueError, match=rf"^x /not/{re.escape(keyword)}"):
                shape.check(schema, "x ")
        else:
            shape.check(schema, "x ")


def test_a_limit_without_a_comparison_is_an_error_of_use() -> None:
    done = run("schema", "--at-most", "minor")
    assert isinstance(done.exception, UsageError)
    assert "--at-most goes with --compare" in str(done.exception)


NAMES = st.sampled_from(["a", "b", "c"])
SCALARS = st.sampled_from(["", "a", "ab", "b", 0, 1, 2, 1.5, True, None])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
SMALL = st.integers(0, 3)
TYPE_NAMES = st.sampled_from(["string", "integer", "number", "boolean", "array", "object", "null"])


def schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Maps of the keywords that the standard uses, and some more."""
    named = st.dictionaries(NAMES, inner, max_size=2)
    listed = st.lists(inner, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {},
        optional={
            "type": st.lists(TYPE_NAMES, min_size=1, max_size=4, unique=True),
            "enum": st.lists(SCALARS, min_size=1, max_size=4),
            "pattern": st.sampled_from(["^a", "b$", "^$"]),
            **dict.fromkeys(("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "minProperties"), SMALL),
            "exclusiveMinimum": SMALL,
            "uniqueItems": st.booleans(),
            "required": st.lists(NAMES, max_size=2, unique=True),
            "properties": named,
            "patternProperties": st.dictionaries(st.sampled_from(["^a", "[bc]"]), inner, max_size=1),
            **dict.fromkeys(("additionalProperties", "propertyNames", "items", "contains", "not", "if", "then", "else"), inner),
            **dict.fromkeys(("anyOf", "oneOf", "allOf", "prefixItems"), listed),
            "minContains": SMALL,
            "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, max_size=2, unique=True), max_size=1),
        },
    ).map(lambda schema: dict(list(schema.items())[:4]) if len(schema) > 4 else schema)


@st.composite
def subset(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> Any:  # noqa: ANN401 - as above
    """A schema of at most four keywords, any of them; now and then with both kinds of alternatives at one node."""
    schema = draw(schemas(inner))
    few = {key: schema[key] for key in draw(st.permutations(sorted(schema)))[:4]}
    if draw(st.integers(0, 3)) == 0:
        listed = st.lists(inner, min_size=1, max_size=3)
        few |= {"anyOf": draw(listed), "oneOf": draw(listed)}
    return few


ANY_SCHEMA = st.recursive(st.booleans() | subset(st.booleans()), subset, max_leaves=6)


@st.composite
def changed(draw: st.DrawFn, schema: Any) -> Any:  # noqa: ANN401 - as above
    """A schema like another: at each map, a keyword may be left out, put in, or changed further down."""
    if not isinstance(schema, dict) or draw(st.integers(0, 9)) == 0:
        return draw(ANY_SCHEMA) if draw(st.booleans()) else schema
    kept = {key: value for key, value in schema.items() if draw(st.integers(0, 5))}
    for key in ("additionalProperties", "items", "not", "then", "else", "propertyNames", "if"):
        if key in kept and draw(st.booleans()):
            kept[key] = draw(changed(kept[key]))
    for key in ("properties", "anyOf", "oneOf", "allOf"):
        if key in kept and draw(st.booleans()):
            inner = kept[key]
            pairs = inner.items() if isinstance(inner, dict) else enumerate(inner)
            new = [(name, draw(changed(value))) for name, value in pairs]
            kept[key] = dict(new) if isinstance(inner, dict) else [value for _, value in new]
    if draw(st.booleans()):
        kept |= draw(subset(st.booleans()))
    return kept


PAIRS_OF_SCHEMAS = ANY_SCHEMA.flatmap(lambda old: st.tuples(st.just(old), st.just(old) | changed(old) | ANY_SCHEMA))


def node(schema: Any, name: str) -> Node:  # noqa: ANN401 - as above
    return Node(schema, schema, Path(f"/{name}/x.schema.json"))


@settings(max_examples=300, deadline=None)
@given(PAIRS_OF_SCHEMAS, st.lists(VALUES, min_size=20, max_size=40))
def test_where_nothing_is_narrowed_whatever_was_taken_is_taken(pair: tuple[Any, Any], tried: list[Any]) -> None:
    old, new = pair
    if narrowings(parts(node(old, "old")), node(new, "new")):
        return
    before, after = Draft202012Validator(old), Draft202012Validator(new)
    for value in tried:
        assert not before.is_valid(value) or after.is_valid(value), value


@settings(max_examples=100, deadline=None)
@given(ANY_SCHEMA)
def test_a_schema_narrows_itself_nowhere(schema: Any) -> None:  # noqa: ANN401 - as above
    assert narrowings(parts(node(schema, "old")), node(schema, "new")) == []


@pytest.mark.parametrize("referred", ["/dev/null", "long.json"])
def test_a_reference_to_what_is_no_ordinary_file_is_not_followed(referred: str, tmp_path: Path) -> None:
    (tmp_path / "long.json").write_text("{}" + " " * (1 << 20), "utf-8")
    (tmp_path / "x.schema.json").write_text(json.dumps({"$ref": referred}), "utf-8")
    done = run("schema", "--compare", tmp_path, tmp_path)
    assert isinstance(done.exception, UsageError)
    assert "is no ordinary file of at most 1 MiB" in str(done.exception)
