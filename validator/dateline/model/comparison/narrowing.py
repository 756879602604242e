"""Where one schema takes less than another: each place at which a value that the old one takes might fail the new one.

Sound and not complete: where nothing is told, whatever the old schema takes the new one takes; where nobody can tell, as
with two different patterns, it is told.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from dateline.model.comparison import nodes
from dateline.model.comparison.nodes import Node, Parts, parts, plain, types_named, values


class Difference(Struct, frozen=True):
    """What the new schema takes less than the old one; ``widened`` says it of the way back."""

    at: str
    narrowed: str
    widened: str


Told = Iterator[Difference]

_ALONE = {  # the keywords that say nothing of values of other types
    "string": ("pattern", "format", "minLength", "maxLength"),
    "array": ("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"),
    "object": ("properties", "additionalProperties", "propertyNames", "required", "minProperties", "maxProperties"),
}
_TYPE_OF = {keyword: name for name, keywords in _ALONE.items() for keyword in keywords}
_LOWEST = ("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties")
_HIGHEST = ("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties")
_TOGETHER = {  # what a keyword means depends on those that stand beside it
    "contains": ("contains", "minContains", "maxContains"),
    "items": ("items", "prefixItems"),
    "if": ("if", "then", "else"),
    "unevaluatedItems": ("unevaluatedItems", *sorted(nodes.CONSTRAINTS - {"unevaluatedItems"})),
    "unevaluatedProperties": ("unevaluatedProperties", *sorted(nodes.CONSTRAINTS - {"unevaluatedProperties"})),
    "additionalProperties": ("additionalProperties", "patternProperties", "properties"),
}


def narrowings(olds: Parts, new: Node, stack: frozenset[tuple[str, ...]] = frozenset()) -> list[Difference]:
    """Where a value for which all of ``olds`` hold might fail ``new``; empty if it surely does not."""
    key = (new.key, *sorted({old.key for old in olds}))
    if key in stack or nodes.is_nothing(olds):  # a schema inside itself: its parts decide
        return []
    if nodes.is_nothing(parts(new)):
        return [Difference(new.name, "nothing is taken any more", "something is taken")]
    stack |= {key}
    told = [found for part in parts(new) for found in _in_part(olds, part, stack)]
    known = {old.key for old in olds}
    splits = ((old, keyword) for old in olds for keyword in ("anyOf", "oneOf") if keyword in old.schema)
    split = next(((old, keyword) for old, keyword in splits if f"{old.key}/split/{keyword}" not in known), None)
    if not told or split is None:
        return list(dict.fromkeys(told))
    # each alternative by itself: it knows more of the value
    mark = split[0].saying({}, f"split/{split[1]}")
    cases = [narrowings((*olds, mark, *parts(branch)), new, stack) for branch in _alternatives(*split)]
    return list(dict.fromkeys(found for case in cases for found in case))


def _alternatives(node: Node, keyword: str) -> list[Node]:
    return [node.child(keyword, n) for n in range(len(node.schema.get(keyword, ())))]


def _in_part(olds: Parts, new: Node, stack: frozenset[tuple[str, ...]]) -> Told:
    allowed = nodes.types(olds)
    for keyword in nodes.CONSTRAINTS & set(new.schema):
        is_said_of_these = _TYPE_OF.get(keyword, "any") in {*allowed, "any"}
        if is_said_of_these and not _is_alike(olds, new, *_TOGETHER.get(keyword, (keyword,))):
            yield from _judge_of(keyword)(olds, new, keyword, stack)


_Judge = Callable[[Parts, Node, str, frozenset[tuple[str, ...]]], Told]


def _judge_of(keyword: str) -> _Judge:
    if keyword in _LOWEST or keyword in _HIGHEST:
        return _bound
    return _JUDGES.get(keyword, _unchanged)


def _unchanged(olds: Parts, new: Node, keyword: str, _: frozenset[tuple[str, ...]]) -> Told:
    """A keyword that nothing is known of is implied by the same one alone, or where each value can be tried."""
    if not _holds_for_all(olds, new, keyword):
        before = next((old.schema[keyword] for old in olds if keyword in old.schema), None)
        after = new.schema[keyword]
        if before is None:
            yield Difference(new.name, f"{keyword} is new: {_short(after)}", f"{keyword} is gone: {_short(after)}")
        else:
            words = f"{keyword} was {{}} and is {{}}, which may take {{}}"
            narrowed = words.format(_short(before), _short(after), "less")
            yield Difference(new.name, narrowed, words.format(_short(after), _short(before), "more"))


def _is_alike(olds: Parts, new: Node, *keywords: str) -> bool:
    """Whether an old schema says the same by these keywords, the first of which must be there."""
    said = plain(_only(new, *keywords))
    return any(keywords[0] in old.schema and plain(_only(old, *keywords)) == said for old in olds)


def _only(node: Node, *keywords: str) -> Node:
    return Node({key: node.schema[key] for key in keywords if key in node.schema}, node.document, node.file, node.pointer)


def _holds_for_all(olds: Parts, new: Node, keyword: str) -> bool:
    """Whether the values are so few that each can be tried."""
    finite, want = values(olds), new.schema[keyword]
    if finite is None or keyword not in ("pattern", "minLength", "maxLength"):
        return False
    texts = [value for value in finite if isinstance(value, str)]
    if keyword == "pattern":
        return all(re.search(want, text) for text in texts)
    return all(len(text) >= want if keyword == "minLength" else len(text) <= want for text in texts)


def _bound(olds: Parts, new: Node, keyword: str, _: frozenset[tuple[str, ...]]) -> Told:
    after = new.schema[keyword]
    bounds = [old.schema[keyword] for old in olds if keyword in old.schema]
    is_lowest = keyword in _LOWEST
    if is_lowest and keyword.startswith("min") and keyword != "minimum" and after <= 0:
        return
    if _holds_for_all(olds, new, keyword) or any(bound >= after if is_lowest else bound <= after for bound in bounds):
        return
    if not bounds:
        yield Difference(new.name, f"{keyword} is new: {after}", f"{keyword} is gone: {after}")
        return
    before = max(bounds) if is_lowest else min(bounds)
    rose, fell = ("rose", "fell") if is_lowest else ("fell", "rose")
    yield Difference(new.name, f"{keyword} {rose} from {before} to {after}", f"{keyword} {fell} from {after} to {before}")


def _type(olds: Parts, new: Node, *_: object) -> Told:
    for name in sorted(nodes.types(olds) - types_named(new.schema["type"])):
        if name != "integer" or "number" not in nodes.types(olds):
            yield Difference(new.name, f"the type {name} is no longer taken", f"the type {name} is taken, too")


def _terms(olds: Parts, new: Node, keyword: str, _: frozenset[tuple[str, ...]]) -> Told:
    wanted = [new.schema["const"]] if keyword == "const" else new.schema["enum"]
    finite, known = values(olds), {json.dumps(term, sort_keys=True) for term in wanted}
    if finite is None:
        yield Difference(new.name, f"only {_short(wanted)} is taken", f"not only {_short(wanted)} is taken")
        return
    allowed = nodes.types(olds)
    for term in finite:
        written = json.dumps(term, sort_keys=True)
        if written not in known and nodes.type_of(term) in allowed:
            yield Difference(new.name, f"the term {_short(term)} is gone", f"the new term {_short(term)}")


def _unique(olds: Parts, new: Node, *_: object) -> Told:
    if new.schema["uniqueItems"] and not any(old.schema.get("uniqueItems") for old in olds):
        yield Difference(new.name, "an item may no longer stand twice", "an item may stand twice")


def _required(olds: Parts, new: Node, *_: object) -> Told:
    owed = {name for old in olds for name in old.schema.get("required", ())}
    for name in sorted(set(new.schema["required"]) - owed):
        yield Difference(new.name, f'the field "{name}" is required', f'the field "{name}" is no longer required')


def _dependent(olds: Parts, new: Node, *_: object) -> Told:
    owed = {name for old in olds for name in old.schema.get("required", ())}
    for given, names in new.schema["dependentRequired"].items():
        more = {name for old in olds for name in old.schema.get("dependentRequired", {}).get(given, ())}
        for name in sorted(set(names) - owed - more):
            words = f'the field "{given}" {{}} "{name}"'
            yield Difference(new.name, words.format("needs"), words.format("no longer needs"))


def _properties(olds: Parts, new: Node, _: str, stack: frozenset[tuple[str, ...]]) -> Told:
    for name in new.schema["properties"]:
        yield from _field(nodes.field(olds, name), new, new.child("properties", name), name, stack)


def _field(before: Parts, at: Node, after: Node, name: str, stack: frozenset[tuple[str, ...]]) -> Told:
    if nodes.is_nothing(before):
        return
    if nodes.is_nothing(parts(after)):
        yield Difference(at.name, f'the field "{name}" is gone', f'the new field "{name}"')
    else:
        yield from narrowings(before, after, stack)


def _additional(olds: Parts, new: Node, _: str, stack: frozenset[tuple[str, ...]]) -> Told:
    """Fields that the new schema does not list: those that the old one lists, and those whose names stand nowhere."""
    after = new.child("additionalProperties")
    for name in nodes.known_fields(olds):
        if name not in new.schema.get("properties", {}):
            yield from _field(nodes.field(olds, name), new, after, name, stack)
    others = nodes.other_fields(olds)
    if nodes.is_nothing(others) or values(nodes.names_of_fields(olds)) is not None:
        return
    if nodes.is_nothing(parts(after)):
        yield Difference(new.name, "other fields are no longer taken", "other fields are taken")
    else:
        yield from narrowings(others, after, stack)


def _names(olds: Parts, new: Node, _: str, stack: frozenset[tuple[str, ...]]) -> Told:
    after, text = new.child("propertyNames"), new.saying({"type": "string"}, "name")
    for name in nodes.known_fields(olds):
        if not nodes.is_nothing(nodes.field(olds, name)):
            yield from narrowings((new.saying({"const": name}, f"named/{name}"),), after, stack)
    if not nodes.is_nothing(nodes.other_fields(olds)) and values(nodes.names_of_fields(olds)) is None:
        yield from narrowings((text, *nodes.names_of_fields(olds)), after, stack)


def _items(olds: Parts, new: Node, keyword: str, stack: frozenset[tuple[str, ...]]) -> Told:
    if any("prefixItems" in node.schema for node in (*olds, new)):
        yield from _unchanged(olds, new, keyword, stack)
        return
    yield from narrowings(nodes.items(olds), new.child("items"), stack)


def _any(olds: Parts, new: Node, keyword: str, stack: frozenset[tuple[str, ...]]) -> Told:
    """One of the alternatives takes all that was taken; if none does, what the nearest lacks is told."""
    allowed, branches = nodes.types(olds), _alternatives(new, keyword)
    cases = [(not allowed & nodes.types(parts(branch)), narrowings(olds, branch, stack)) for branch in branches]
    yield from min(cases, key=lambda case: (bool(case[1]), case[0], len(case[1])))[1]


def _one(olds: Parts, new: Node, keyword: str, stack: frozenset[tuple[str, ...]]) -> Told:
    """Exactly one: where no two alternatives take values of one type, any; otherwise the same ones as before."""
    kinds = [nodes.types(parts(branch)) for branch in _alternatives(new, keyword)]
    if sum(map(len, kinds)) == len(frozenset().union(*kinds)):
        yield from _any(olds, new, keyword, stack)
    else:
        yield from _unchanged(olds, new, keyword, stack)


def _not(olds: Parts, new: Node, keyword: str, stack: frozenset[tuple[str, ...]]) -> Told:
    """What was refused includes what is refused now."""
    refused = parts(new.child("not"))
    if nodes.types(olds) & nodes.types(refused) and not any(
        not narrowings(refused, old.child("not"), stack) for old in olds if "not" in old.schema
    ):
        yield from _unchanged(olds, new, keyword, stack)


def _if(olds: Parts, new: Node, _: str, stack: frozenset[tuple[str, ...]]) -> Told:
    condition = new.child("if")
    alike = [old for old in olds if "if" in old.schema and plain(old.child("if")) == plain(condition)]
    cases = {"then": parts(condition), "else": (new.saying({"not": condition.schema}, "unless"),)}
    for branch, known in cases.items():
        if branch in new.schema:
            before = [part for old in alike if branch in old.schema for part in parts(old.child(branch))]
            yield from narrowings((*olds, *known, *before), new.child(branch), stack)


def _nothing(*_: object) -> Told:
    """Judged with another keyword, or taken apart before."""
    return iter(())


_JUDGES: dict[str, _Judge] = {
    "$ref": _nothing,
    "allOf": _nothing,
    "then": _nothing,
    "else": _nothing,
    "minContains": _nothing,
    "maxContains": _nothing,
    "type": _type,
    "enum": _terms,
    "const": _terms,
    "uniqueItems": _unique,
    "required": _required,
    "dependentRequired": _dependent,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "items": _items,
    "anyOf": _any,
    "oneOf": _one,
    "not": _not,
    "if": _if,
}


def _short(value: Any, most: int = 80) -> str:  # noqa: ANN401 - JSON of any shape
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else f"{text[:most]}..."
