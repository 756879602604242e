"""Edits as text: how a change to the data is written into the file, touching nothing beside it."""

import re
from typing import TYPE_CHECKING, Any

from dateline.loading.document import Document
from dateline.model.finding import PlacedEdit, Remove, Rename, Replace
from dateline.model.place import Place, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[int, int]  # line and column, from 1

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+-]+)*")
_NOT_TEXT = re.compile(r"(?i)[-+]?[0-9.][0-9_.:eE+xob]*|y|n|yes|no|on|off|true|false|null|")


def placed(edit: Replace | Rename | Remove, document: Document) -> PlacedEdit:
    """Give an edit of the data as characters for a span of the file."""
    match edit:
        case Replace(at, value, quoted):
            return PlacedEdit(at.file, document.span(at), scalar(value, quoted=quoted))
        case Rename(at, key):
            return PlacedEdit(at.file, document.span(at.key), key)
        case Remove(at):
            return _removal(document, at)


def scalar(value: str | int, *, quoted: bool = False) -> str:
    """Write a scalar so that every reader of YAML takes it for what it is, inside brackets too."""
    if isinstance(value, int):
        return str(value)
    is_plain = _PLAIN.fullmatch(value) and (not _NOT_TEXT.fullmatch(value) or value.count("-") == 2)  # noqa: PLR2004 - a day
    if is_plain and not quoted:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _removal(document: Document, at: Place) -> PlacedEdit:
    """A key with its value, or an item, with the comma, dash or lines that go with it. What held it alone is then empty."""
    whole = Place(at.file, at.steps[:-1])
    data = data_at(document, whole)
    # of a list, thousands are found without a search
    siblings: Sequence[str | int] = list(data) if isinstance(data, dict) else range(len(data))
    n = siblings.index(at.steps[-1])
    start, end = start_of(document, at), _end(document, at)
    if len(siblings) == 1:
        return _emptying(document, whole, end)
    if is_flow(document, whole):
        start, end = (start, start_of(document, whole / siblings[1])) if n == 0 else (_end(document, whole / siblings[n - 1]), end)
    elif document.lines[start[0] - 1][: start[1] - 1].strip():  # it stands behind a dash: the next one moves up
        end = start_of(document, whole / siblings[1])
    elif end[0] < len(document.lines):
        start, end = (start[0], 1), (end[0] + 1, 1)
    else:
        start, end = (start[0], 1), (end[0], len(document.lines[-1]) + 1)
    return PlacedEdit(at.file, Span(*start, *end), "")


def _emptying(document: Document, whole: Place, end: Point) -> PlacedEdit:
    """A mapping or list without its only entry, which ends there."""
    span = document.span(whole)
    is_map = isinstance(data_at(document, whole), dict)
    empty = "{}" if is_map else "[]"
    if is_flow(document, whole):
        return PlacedEdit(whole.file, span, empty)
    if whole.steps and isinstance(whole.steps[-1], str):  # below its key, it could stand too far to the left
        key = document.span(whole.key)
        return PlacedEdit(whole.file, Span(key.end_line, key.end_column, *end), f": {empty}")
    return PlacedEdit(whole.file, Span(span.line, span.column, *end), empty)


def data_at(document: Document, at: Place) -> Any:  # noqa: ANN401 - data of any shape
    """The data that stands at a place."""
    data: Any = document.data
    for step in at.steps:
        data = data[step]
    return data


def is_flow(document: Document, whole: Place) -> bool:
    """Whether a map or list stands in brackets of its own."""
    span = document.span(whole)
    return document.lines[span.line - 1][span.column - 1 : span.column] in ("{", "[")


def start_of(document: Document, at: Place) -> Point:
    """Where an entry begins: at its key, the question mark before it, or its dash."""
    if isinstance(at.steps[-1], str):
        key = document.span(at.key)
        before = document.lines[key.line - 1][: key.column - 1].rstrip()
        return key.line, len(before) if before.endswith("?") else key.column
    whole, value = Place(at.file, at.steps[:-1]), document.span(at)
    if is_flow(document, whole):
        return value.line, value.column
    line, column = value.line, document.span(whole).column
    while document.lines[line - 1][column - 1 : column] != "-":
        line -= 1
    return line, column


def _end(document: Document, at: Place) -> Point:
    """Where an entry ends: behind its value, or behind the colon where it has none."""
    span = document.span(at)
    colon = re.compile(r"\s*:").match(document.lines[span.end_line - 1], span.end_column - 1)
    is_empty = (span.line, span.column) == (span.end_line, span.end_column)
    return span.end_line, colon.end() + 1 if is_empty and colon else span.end_column
