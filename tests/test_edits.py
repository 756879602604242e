"""Edits of the data, written into a file: what is taken away is gone, and everything else is as it was."""

import copy
import random
from typing import Any

import pytest
from dateline.loading.document import Document, parse
from dateline.loading.edits import placed
from dateline.loading.source import Source
from dateline.loading.writing import edited
from dateline.model.finding import PlacedEdit, Remove, Rename, Replace
from dateline.model.place import Place, Span
from hypothesis import given
from hypothesis import strategies as st

BLOCK = """\
# a record
title: One
quotes:
  - id: q1  # the first
    in: p1
    content:
      - that [...] go
      - {in: p2, text: on, nth: 1}
    about: {a: plans, b: seeks}
  - in: p2

  - id: q3
    note: |
      Two lines

      and more
    within: q1
  -
    id: q4
    to: [kor, jpn, chn]
nested:
- - one
  - two
- - three
- alone: {only: {deep: 1}}
wide: [
  {a: 1},  # with a comment
  b,
  c
]
many: {
  a: 1, "b": ,
  c: [2]
}
unnamed:
  _official:
    role: official
list:
- last
empty:
end: 3
"""
FLOW = "{a: {b: 1}, c: [x, {d: 2, e: 3}, [y]], f}"
ALONE = "only: 1"
LAST_LINE = "a: 1\nb:\n  - c: 1\n    d: 2"


def document(text: str) -> Document:
    parsed = parse(Source("a.yaml", text.encode()))
    assert isinstance(parsed, Document), parsed
    return parsed


def places(data: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:  # noqa: ANN401 - data of any shape
    """The steps to every key and item, at any depth."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [place for step, value in entries for place in ((*steps, step), *places(value, (*steps, step)))]


def without(data: Any, steps: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - as above
    data = copy.deepcopy(data)
    parent = data
    for step in steps[:-1]:
        parent = parent[step]
    del parent[steps[-1]]
    return data


CASES = [(text, steps) for text in (BLOCK, FLOW, ALONE, LAST_LINE) for steps in places(document(text).data)]


@pytest.mark.parametrize(("text", "steps"), CASES, ids=lambda value: "/".join(map(str, value)) if isinstance(value, tuple) else "")
def test_what_is_removed_is_gone_and_nothing_beside_it(text: str, steps: tuple[str | int, ...]) -> None:
    before = document(text)
    after = edited(text, [placed(Remove(Place("a.yaml", steps)), before)])
    assert document(after).data == without(before.data, steps), after


def test_the_next_key_moves_up_behind_the_dash() -> None:
    text = "quotes:\n  - id: q1  # gone\n    in: p1  # kept\n"
    edit = placed(Remove(Place("a.yaml", ("quotes", 0, "id"))), document(text))
    assert edited(text, [edit]) == "quotes:\n  - in: p1  # kept\n"


def test_of_a_line_of_its_own_nothing_is_left() -> None:
    text = "# kept\na: 1\nb: 2  # gone\nc: [x, y]\n"
    assert edited(text, [placed(Remove(Place("a.yaml", ("b",))), document(text))]) == "# kept\na: 1\nc: [x, y]\n"
    assert edited(text, [placed(Remove(Place("a.yaml", ("c", 1))), document(text))]) == "# kept\na: 1\nb: 2  # gone\nc: [x]\n"


def test_a_value_or_a_key_is_replaced_in_its_place() -> None:
    text = "a: {b: 1, c: x}  # kept\n"
    assert edited(text, [placed(Replace(Place("a.yaml", ("a", "c")), "yes"), document(text))]) == 'a: {b: 1, c: "yes"}  # kept\n'
    assert edited(text, [placed(Rename(Place("a.yaml", ("a", "b")), "d"), document(text))]) == "a: {d: 1, c: x}  # kept\n"


def span_of(text: str, start: int, end: int) -> Span:
    lines = [text[:offset].split("\n") for offset in (start, end)]
    (line, column), (end_line, end_column) = ((len(before), len(before[-1]) + 1) for before in lines)
    return Span(line, column, end_line, end_column)


@given(
    st.text("ab\n\r\u2028", max_size=30),
    st.lists(st.tuples(st.integers(0, 9), st.text("xy\n", max_size=2)), max_size=8),
    st.randoms(),
)
def test_edits_in_any_order_change_their_places_and_no_other(text: str, cuts: list[tuple[int, str]], chance: random.Random) -> None:
    edits: list[PlacedEdit] = []
    expected, at = "", 0
    for n, (length, put) in enumerate(cuts):
        is_kept, end = n % 2 == 0 and length, min(len(text), at + length)
        if is_kept or any(edit.span == span_of(text, at, end) for edit in edits):
            expected += text[at:end]
        else:
            edits.append(PlacedEdit("a.yaml", span_of(text, at, end), put))
            expected += put
        at = end
    chance.shuffle(edits)
    assert edited(text, edits) == expected + text[at:]


def test_a_file_of_which_every_line_is_changed_takes_no_longer_than_its_length() -> None:
    text, ends = "#\r\n" * 300_000, [Span(line, 2, line, 3) for line in range(1, 300_001)]
    assert edited(text, [PlacedEdit("a.yaml", span, "") for span in ends]) == "#\n" * 300_000
