"""Records that somebody spoilt: at random, and the same for the same number."""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

Steps = tuple[str | int, ...]

# what stands where something else should: near misses of ids, dates and addresses, other types, sizes beyond any limit
_VALUES: tuple[Any, ...] = (
    *("", None, True, False, 0, 1, -1, 2**63, 2**64, 10**30, 1.0, 1.5, float("inf"), [], {}, [[]], [None], {"a": 1}),
    *("a", "ab", "kor-mnd", "_official", "Kor", "x" * 121, "a-" * 80 + "a", "é", "\u2028", "a\n", "p1\n", "p1", "t1", "q1", "q1 "),
    *("2019-05-21", "2019-13-99", "2019-05-21\n", "2019", "201\u0669-05-21", "P1Y", "P", "PT", "XXXX-WXX-1", "article/1.0", "\0"),
    *("https://example.org", "https://ex.org/é", "mailto:x", "http:", "https://example.org/\n", "inline", "withheld", "mixed"),
    *(
        ["kor", "kor"],
        ["kor", "jpn"],
        ["kor"],
        ["a", "A", 1, True],
        [1, True, 1.0],
        [0, False],
        [{"a": 1, "b": 2}, {"b": 2, "a": 1}],
    ),
    *({"text": "a"}, {"text": "a", "nth": 0}, [{"text": ""}], {"kor": "denies"}, {"Bad Key": "denies"}, {"x" * 130 + "_": 1}),
)
_KEYS = (
    *("foo", "in", "text", "id", "note", "nth", "type", "_official", "Official", "kor-jpn-2018", "status", "x" * 130, "X" * 130),
    *("", "a b", "a/b", "a~b", "~1", "%20", "#", "-", "+", "1", "007", "+1", "-1", "1a", "1.0", "ünï", "then", "items", "$ref"),
)
_CHARACTERS = "aA0-_ \n\té.XZ"


def mutant(record: Any, chance: random.Random) -> Any:  # noqa: ANN401 - data of any shape
    """A copy of a record with one to six faults."""
    whole = copy.deepcopy(record)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        at = chance.choice(list(_places(whole)))
        node = at_place(whole, at)
        inner = _within_map if isinstance(node, dict) else _within_list if isinstance(node, list) else None
        if inner is not None and chance.random() < 0.75:
            inner(node, lambda: _value(whole, chance), chance)
        elif at:
            is_text = isinstance(node, str) and node and chance.random() < 0.5
            at_place(whole, at[:-1])[at[-1]] = _misspelt(node, chance) if is_text else _value(whole, chance)
    return whole


def at_place(data: Any, steps: Steps) -> Any:  # noqa: ANN401 - as above
    """The value at a place."""
    for step in steps:
        data = data[step]
    return data


def _places(data: Any, at: Steps = ()) -> Iterator[Steps]:  # noqa: ANN401 - as above
    yield at
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield from _places(value, (*at, step))


def _value(whole: Any, chance: random.Random) -> Any:  # noqa: ANN401 - as above
    """Something that stands elsewhere in the record, or anything."""
    if chance.random() < 0.3:
        return copy.deepcopy(at_place(whole, chance.choice(list(_places(whole)))))
    return copy.deepcopy(chance.choice(_VALUES))


def _within_map(node: dict[str, Any], value: Callable[[], Any], chance: random.Random) -> None:
    match chance.choice(("drop", "rename", "misspell", "add", "add")) if node else "add":
        case "drop":
            del node[chance.choice(list(node))]
        case "rename":
            node[chance.choice(_KEYS)] = node.pop(chance.choice(list(node)))
        case "misspell":
            name = chance.choice(list(node))
            node[_misspelt(name, chance) if name else "x"] = node.pop(name)
        case _:
            node[chance.choice(_KEYS)] = value()


def _within_list(node: list[Any], value: Callable[[], Any], chance: random.Random) -> None:
    match chance.choice(("drop", "twice", "clear", "insert", "insert")) if node else "insert":
        case "drop":
            del node[chance.randrange(len(node))]
        case "twice":
            node.append(copy.deepcopy(chance.choice(node)))
        case "clear":
            node.clear()
        case _:
            node.insert(chance.randrange(len(node) + 1), value())


def _misspelt(text: str, chance: random.Random) -> str:
    at, character = chance.randrange(len(text)), chance.choice(_CHARACTERS)
    before, after = text[:at], text[at + 1 :]
    forms = (
        before + character + text[at:],
        before + after,
        before + character + after,
        f"{text}\n",
        f" {text}",
        text.upper(),
        text * 50,
    )
    return chance.choice(forms)
