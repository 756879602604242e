"""Edits as text: how a change to the data is written into the file, touching nothing beside it."""

import re

from dateline.loading.document import Document
from dateline.model.finding import PlacedEdit, Remove, Rename, Replace
from dateline.model.place import Place, Span

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
            return PlacedEdit(at.file, _whole(document, at), "")


def scalar(value: str | int, *, quoted: bool = False) -> str:
    """Write a scalar so that every reader of YAML takes it for what it is, inside brackets too."""
    if isinstance(value, int):
        return str(value)
    is_plain = _PLAIN.fullmatch(value) and (not _NOT_TEXT.fullmatch(value) or value.count("-") == 2)  # noqa: PLR2004 - a day
    if is_plain and not quoted:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _whole(document: Document, at: Place) -> Span:
    """A key with its value, or an item, with the comma or line that goes with it."""
    value = document.span(at)
    start = document.span(at.key) if isinstance(at.steps[-1], str) else value
    line = document.lines[start.line - 1]
    before, last = line[: start.column - 1], document.lines[value.end_line - 1]
    after = last[value.end_column - 1 :]
    if not before.strip(" -") and not after.split("#", 1)[0].strip():  # it has its lines for itself
        if value.end_line < len(document.lines):
            return Span(start.line, 1, value.end_line + 1, 1)
        return Span(start.line, 1, value.end_line, len(last) + 1)
    if before.rstrip().endswith(","):
        return Span(start.line, len(before.rstrip()), value.end_line, value.end_column)
    comma = re.match(r"\s*,\s*", after)
    return Span(start.line, start.column, value.end_line, value.end_column + (comma.end() if comma else 0))
