"""The data of an ordinary file, and of no other: the fast road, which explains nothing.

Nearly every file has nothing wrong in it. It is read here in a third of the time that it takes to be ready to explain;
whatever could be a fault, or is merely rare, is left to the road that explains (``explaining``).
"""

import re
from functools import lru_cache
from typing import Any, Never

import yaml

from dateline.loading import blocks, characters, scalars
from dateline.loading.events import Data, events_of
from dateline.loading.syntax import DEEPEST

# where the two parsers of YAML differ: a colon without a space in brackets, a comment at the sign of a block of text
_READ_DIFFERENTLY = re.compile(r":[?,\[\]{}]")
_BARE_HASH = re.compile(r"[|>][-+0-9]*#")
# all that is looked for in a block of text has a hyphen before a space or the end of a line
_HYPHEN = re.compile(r"-\s")
_NO_KEYS = ("", "<<")
_WORD = 6  # characters: a plain scalar of so many that begins with a letter is text to every reader of YAML
_LONG = 40  # characters: sentences that begin with a number do not come again, and would fill the memory


class _UnusualError(Exception):
    """There is something in the file that this road does not judge."""


def data_of(text: str) -> dict[str, Data] | None:
    """The data of a text whose characters are in order, or nothing if there is anything unusual in it."""
    try:
        return _Reader(text).read()
    except (_UnusualError, yaml.YAMLError):
        return None


def _refuse() -> Never:
    raise _UnusualError


def _plain(value: str) -> scalars.Scalar:
    """What a scalar without quotation marks is."""
    return _refuse() if scalars.ambiguity(value) else scalars.plain(value)


_remembered = lru_cache(maxsize=8192)(_plain)  # ids and days come again in file after file


class _Reader:
    """One pass over the events of a file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._comments = scalars.lines_with_hash(text)
        if _READ_DIFFERENTLY.search(text) or any(map(_BARE_HASH.search, self._comments.values())):
            _refuse()
        self._has_escapes = "\\" in text
        self._is_plain = "&" not in text and "!" not in text  # without them there is no anchor and no tag
        self._next = events_of(text)

    def read(self) -> dict[str, Data]:
        following = self._next
        following()  # the beginning of the stream
        document = following()
        if type(document) is not yaml.DocumentStartEvent or document.version or document.tags:
            _refuse()
        root = following()
        if type(root) is not yaml.MappingStartEvent:
            _refuse()
        data = self._map(root, 1)
        if type(following()) is not yaml.DocumentEndEvent or type(following()) is not yaml.StreamEndEvent:
            _refuse()
        return data

    def _map(self, start: Any, depth: int) -> dict[str, Data]:  # noqa: ANN401 - PyYAML has no types for events
        if depth > DEEPEST or self._is_marked(start):
            _refuse()
        data: dict[str, Data] = {}
        following, scalar, is_plain = self._next, self._scalar, self._is_plain and not self._comments
        while type(event := following()) is yaml.ScalarEvent:
            key = event.value
            if key in data or (not event.style and key in _NO_KEYS):
                _refuse()
            if event.style or not is_plain:
                scalar(event)
            else:  # as nearly every key: a call of a method for each would be a tenth of this road's own time
                _remembered(key)
            event = following()
            data[key] = scalar(event) if type(event) is yaml.ScalarEvent else self._nest(event, depth + 1)
        return data if type(event) is yaml.MappingEndEvent else _refuse()

    def _list(self, start: Any, depth: int) -> list[Data]:  # noqa: ANN401 - as above
        if depth > DEEPEST or self._is_marked(start):
            _refuse()
        data: list[Data] = []
        following, scalar = self._next, self._scalar
        while type(event := following()) is not yaml.SequenceEndEvent:
            data.append(scalar(event) if type(event) is yaml.ScalarEvent else self._nest(event, depth + 1))
        return data

    def _nest(self, event: Any, depth: int) -> dict[str, Data] | list[Data]:  # noqa: ANN401 - as above
        if type(event) is yaml.MappingStartEvent:
            return self._map(event, depth)
        return self._list(event, depth) if type(event) is yaml.SequenceStartEvent else _refuse()

    def _is_marked(self, event: Any) -> bool:  # noqa: ANN401 - as above
        return not self._is_plain and (event.anchor is not None or event.tag is not None)

    def _scalar(self, event: Any) -> scalars.Scalar:  # noqa: ANN401 - as above
        if not self._is_plain and (event.anchor is not None or event.tag is not None):
            _refuse()
        value: str = event.value
        if event.style:
            self._judge_quoted(event)
            return value
        if self._comments and event.end_mark.line in self._comments:
            rest = self._comments[event.end_mark.line][event.end_mark.column :]
            if scalars.lost_to_comment(value, rest):
                _refuse()
        if len(value) >= _WORD and value[0] > "9":
            return value
        return _remembered(value) if len(value) < _LONG else _plain(value)

    def _judge_quoted(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.style == '"':
            if self._has_escapes and characters.hidden_in(event.value):
                _refuse()
        elif event.style != "'" and _HYPHEN.search(event.value):
            raw = self._text[event.start_mark.index : event.end_mark.index]
            if next(blocks.faults("", raw, 0), None):
                _refuse()
