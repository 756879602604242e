"""The canonical layout of a record: the order of fields, indentation, empty lines and quotation marks.

It is written from the marks of the parser and from the words of the file, and not by a library that writes YAML: of a value
that is well as it is, no character changes, and a comment goes where the line goes that it stands at.
"""

import re
from collections.abc import Mapping

from msgspec import Struct

from dateline.loading import scalars
from dateline.loading.document import Document
from dateline.loading.edits import data_at, is_flow, scalar
from dateline.loading.events import Steps
from dateline.loading.margins import Entry, Margins, is_nest, margins_of
from dateline.loading.property_order import keys_at
from dateline.loading.schemas import version_of
from dateline.model.article import LAYERS
from dateline.model.place import Place

# an empty line stands above each of these, and above no other field of an article
SECTIONS = ("text", "unnamed", *LAYERS)

_HEADER = re.compile(r"[|>](?P<keeps>[-+0-9]*\+[-+0-9]*)?(?P<digits>[-+]?[0-9])?")
_STEP = 2  # columns


class LayoutError(Exception):
    """The file has a form that is not written anew: the message says which."""


def laid_out(document: Document, kind: str, orders: Mapping[str, list[int]]) -> tuple[str, Margins]:
    """Give the text of a record in canonical layout, and what stood around its entries.

    ``orders`` says of a list at the top in which order its items are to stand.

    Raises:
        LayoutError: for a file that is better left as it is.

    """
    margins = margins_of(document)
    if not is_nest(document, ()):
        message = "its data is no map that begins on a line of its own"
        raise LayoutError(message)
    return _Writer(document, kind, orders, margins).text(), margins


class _Lines(Struct):
    """Lines of an entry: what stands above it, without indentation, and the entry itself, with it."""

    above: list[str]
    own: list[str]


class _Writer:
    def __init__(self, document: Document, kind: str, orders: Mapping[str, list[int]], margins: Margins) -> None:
        self._document = document
        self._kind = kind
        self._version = version_of(document)
        self._orders = orders
        self._margins = margins
        self._entries = {entry.steps: entry for entry in margins.entries}

    def text(self) -> str:
        nest = self._nest((), 0)
        return "".join(f"{line}\n" for line in (*nest.above, *nest.own))

    def _nest(self, steps: Steps, indent: int) -> _Lines:
        """A map or list on lines of its own."""
        above: list[str] = []
        own: list[str] = []
        for n, child in enumerate(self._ordered(steps)):
            entry = self._entry(self._entries[child], indent)
            margin = _tidy(entry.above, is_first=n == 0)
            if not steps and self._kind == "article":
                while margin[:1] == [""]:
                    margin = margin[1:]
                margin = ["", *margin] if n and child[0] in SECTIONS else margin
            if n == 0:
                above = margin
            else:
                own += _indented(margin, indent)
            own += entry.own
        own += _indented(_tidy(self._margins.below.get(steps, []), is_first=False), indent)
        return _Lines(above, own)

    def _ordered(self, steps: Steps) -> list[Steps]:
        data = data_at(self._document, Place(self._document.path, steps))
        if isinstance(data, dict):
            return [(*steps, key) for key in self._keys(steps, list(data))]
        moved = self._orders.get(str(steps[0])) if len(steps) == 1 else None
        return [(*steps, n) for n in moved or range(len(data))]

    def _keys(self, steps: Steps, keys: list[str]) -> list[str]:
        """Keys in the order of the schema; those that it does not list follow, as they stood."""
        order = {key: n for n, key in enumerate(keys_at(self._kind, self._version, steps))}
        return sorted(keys, key=lambda key: order.get(key, len(order)))

    def _entry(self, entry: Entry, indent: int) -> _Lines:
        above = list(self._margins.above.get(entry.steps, ()))
        behind = self._margins.behind.get(entry.steps, "")
        is_item = isinstance(entry.steps[-1], int)
        head = " " * indent + ("-" if is_item else f"{self._scalar(entry.steps, on_key=True)}:")
        if not entry.is_nest:
            first, *rest = self._value(entry, indent)
            last = f"{head} {first}" if first else head
            return _Lines(above, [*[last, *rest][:-1], [last, *rest][-1] + behind])
        nest = self._nest(entry.steps, indent + _STEP)
        if is_item:  # what the item holds begins behind its dash
            return _Lines([*above, *nest.above], [head + nest.own[0][len(head) :], *nest.own[1:]])
        return _Lines(above, [head + behind, *_indented(nest.above, indent + _STEP), *nest.own])

    def _value(self, entry: Entry, indent: int) -> list[str]:
        """The lines of a value that begins behind its key or dash, the first of them without indentation."""
        at = Place(self._document.path, entry.steps)
        lines = self._source(entry.steps)
        if is_flow(self._document, at):
            if not self._margins.inside.get(entry.steps):
                return [self._flow(entry.steps)]
            shift = indent - (entry.start[1] - 1)
            return [lines[0].rstrip(), *(_shifted(line.rstrip(), shift) for line in lines[1:])]
        if len(lines) == 1:
            return [self._scalar(entry.steps)]
        if lines[0][0] in "|>":
            return [lines[0].rstrip(), *_text_lines(lines, indent, entry.start[1] - 1)]
        return [lines[0].rstrip(), *(f"{' ' * (indent + _STEP)}{line.strip()}".rstrip() for line in lines[1:])]

    def _flow(self, steps: Steps) -> str:
        """A value inside brackets, or one that is in brackets, on one line."""
        at = Place(self._document.path, steps)
        data = data_at(self._document, at)
        if isinstance(data, dict | list) and not is_flow(self._document, at):
            message = f"a map without braces stands in a list in brackets, in line {self._document.span(at).line}"
            raise LayoutError(message)
        if isinstance(data, dict):
            keys = self._keys(steps, list(data))
            pairs = (f"{self._scalar((*steps, key), on_key=True)}: {self._flow((*steps, key))}" for key in keys)
            return "{" + ", ".join(pairs) + "}"
        if isinstance(data, list):
            return "[" + ", ".join(self._flow((*steps, n)) for n in range(len(data))) + "]"
        return self._scalar(steps)

    def _scalar(self, steps: Steps, *, on_key: bool = False) -> str:
        """A key or value on one line, in quotation marks where it needs them and not elsewhere."""
        lines = self._source(steps, on_key=on_key)
        value = steps[-1] if on_key else data_at(self._document, Place(self._document.path, steps))
        if not isinstance(value, str):
            return " ".join(line.strip() for line in lines)
        if len(lines) > 1:
            return scalar(value)
        return _quoted(lines[0], value)

    def _source(self, steps: Steps, *, on_key: bool = False) -> list[str]:
        """The words of the file at a place, by line."""
        at = Place(self._document.path, steps, on_key)
        span = self._document.span(at)
        if on_key and not re.match(r"\s*:", self._document.lines[span.end_line - 1][span.end_column - 1 :]):
            message = f"a key is written with a question mark, in line {span.line}"
            raise LayoutError(message)
        lines = self._document.lines[span.line - 1 : span.end_line]
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        return lines


def _quoted(written: str, value: str) -> str:
    if written[:1] not in ('"', "'"):
        return scalar(value, quoted=True) if scalars.ambiguity(value) else written
    if scalar(value) == value and scalars.plain(value) == value and not scalars.ambiguity(value):
        return value
    if written[0] == "'" and value.isprintable() and not set(value) & {'"', "\\"}:
        return scalar(value, quoted=True)
    return written


def _text_lines(lines: list[str], indent: int, was: int) -> list[str]:
    """The lines of a block of text, moved with their key; only they keep spaces at their ends."""
    header = _HEADER.match(lines[0])
    if header and header["keeps"]:
        message = "a block of text keeps the empty lines behind it"
        raise LayoutError(message)
    first = next((line for line in lines[1:] if line.strip()), "")
    shift = indent - was
    if not (header and header["digits"]):
        shift = indent + _STEP - (len(first) - len(first.lstrip(" ")))
    return [_shifted(line, shift) if line.strip() else "" for line in lines[1:]]


def _shifted(line: str, columns: int) -> str:
    if columns >= 0:
        return " " * columns + line if line else line
    return line[min(-columns, len(line) - len(line.lstrip(" "))) :]


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _tidy(lines: list[str], *, is_first: bool) -> list[str]:
    """Lines with at most one empty line at a time, and none above the first entry."""
    kept: list[str] = []
    for line in lines:
        if line or (kept[-1:] != [""] and (kept or not is_first)):
            kept.append(line)
    return kept
