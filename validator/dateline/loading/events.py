"""The events of the YAML parser: libyaml, or PyYAML's own parser where that is missing; and where they stand."""

from collections.abc import Callable
from typing import Any

import yaml
from msgspec import Struct

from dateline.loading import scalars
from dateline.model.place import Span

Data = dict[str, "Data"] | list["Data"] | scalars.Scalar
Steps = tuple[str | int, ...]


class _PurePython(yaml.BaseLoader):
    """PyYAML's own parser, taking a question mark inside a word in brackets as libyaml does: ``{end: 2019-05-01?}``."""

    _in_plain_scalar = False

    def scan_plain(self) -> Any:  # noqa: ANN401 - PyYAML has no types for tokens
        self._in_plain_scalar = True
        try:
            return super().scan_plain()
        finally:
            self._in_plain_scalar = False

    def peek(self, index: int = 0) -> str:
        """The character there; that which ends a word is looked for by this, and what the word holds is not."""
        character: str = super().peek(index)
        return "_" if self._in_plain_scalar and character == "?" else character


def events_of(text: str) -> Callable[[], Any]:
    """What gives the next event of a text at each call, and nothing behind the last; it raises ``yaml.YAMLError``.

    Of what libyaml can give, events are the cheapest. Its tokens take a half more. Its nodes take a quarter more (as much, if the
    garbage collector is off), show no anchors, and are composed recursively: brackets within brackets can crash it.
    """
    # libyaml is ten times as fast, and PyYAML is not everywhere built with it
    following: Callable[[], Any] = getattr(yaml, "CBaseLoader", _PurePython)(text).get_event
    return following


class Point(Struct, frozen=True):
    """A mark of our own, from 0 as the parser's are."""

    line: int
    column: int


def end_of(event: Any, text: str) -> Any:  # noqa: ANN401 - PyYAML has no types for events and marks
    """Where a scalar ends: for a block scalar, after its last line that is not empty."""
    if event.style not in ("|", ">"):
        return event.end_mark
    lines = text[event.start_mark.index : event.end_mark.index].rstrip("\n ").split("\n")
    line = event.start_mark.line + len(lines) - 1
    column = len(lines[-1]) + (event.start_mark.column if len(lines) == 1 else 0)
    return Point(line, column)


def span(start: Any, end: Any) -> Span:  # noqa: ANN401 - marks of the parser or our own
    """The stretch between two marks."""
    line, column, end_line, end_column = start.line + 1, start.column + 1, end.line + 1, end.column + 1
    if end_line < line or (end_line == line and end_column < column):
        end_line, end_column = line, column
    return Span(line, column, end_line, end_column)
