"""The data of any file, with what is wrong in it: one pass over the events of the YAML parser.

The loop sees everything that records do without (anchors, aliases, tags, several documents), counts the depth before
anything is built, and never recurses.
"""

import re
from typing import Any

import yaml
from msgspec import Struct, field

from dateline.loading import blocks, characters, scalars, syntax
from dateline.loading.events import Data, Steps, end_of, events_of, span
from dateline.model.fault import (
    AliasOrTag,
    AmbiguousScalar,
    DuplicateKey,
    Fault,
    HashTruncated,
    InvisibleCharacter,
)
from dateline.model.place import Mark, Place

_BARE_HASH = re.compile(r"[|>][-+0-9]*#")
_BARE_COLON = re.compile(r"\s*:[,\[\]{}]")


class _Open(Struct):
    """A mapping or list that is being built, and what is known of it until it ends."""

    value: Any
    steps: Steps
    flow: bool
    key: str | None = None
    keys: dict[str, Any] = field(default_factory=dict)
    last: Any = None


class Builder:
    """One pass over the events of a file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.data: Data = None
        self.faults: list[Fault] = []
        self._text = text
        self._open: list[_Open] = []
        self._documents = 0
        self._comments = scalars.lines_with_hash(text)

    def run(self) -> None:
        """Build the data, or gather the fault that stops it."""
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            for event in iter(events_of(self._text), None):
                handler = handlers.get(type(event))
                if handler is not None and not handler(event):
                    return
        except yaml.YAMLError as error:
            self.faults.append(syntax.explained(self.path, self._text, error))

    # each handler says whether to go on

    def _document(self, event: Any) -> bool:  # noqa: ANN401 - PyYAML has no types for events
        self._documents += 1
        if self._documents > 1 or event.version or event.tags:
            what = "a second document" if self._documents > 1 else "a directive"
            self.faults.append(AliasOrTag(self._mark(event.start_mark, event.end_mark), what))
            return False
        return True

    def _alias(self, event: Any) -> bool:  # noqa: ANN401 - as above
        self.faults.append(AliasOrTag(self._mark(event.start_mark, event.end_mark), f"the alias *{event.anchor}"))
        return False

    def _is_plain_node(self, event: Any) -> bool:  # noqa: ANN401 - as above
        if event.anchor is None and event.tag is None:
            return True
        what = f"the anchor &{event.anchor}" if event.anchor is not None else f"the tag {event.tag}"
        self.faults.append(AliasOrTag(self._mark(event.start_mark, event.start_mark), what))
        return False

    def _is_read_alike(self, event: Any) -> bool:  # noqa: ANN401 - as above
        """Whether both parsers take a scalar; each refuses something that the other does not."""
        start, end = event.start_mark, event.end_mark
        if event.style in ("|", ">") and _BARE_HASH.match(self._text, start.index):
            self.faults.append(syntax.bare_hash(self._mark(start, start)))
        elif event.style or not (self._open and self._open[-1].flow):
            return True
        elif event.value and (":?" in event.value or _BARE_COLON.match(self._text, end.index)):
            self.faults.append(syntax.bare_colon(self._mark(end, end)))
        else:
            return True
        return False

    def _start(self, event: Any) -> bool:  # noqa: ANN401 - as above
        if not self._is_plain_node(event):
            return False
        if len(self._open) == syntax.DEEPEST:
            self.faults.append(syntax.too_deep(self._mark(event.start_mark, event.start_mark)))
            return False
        if self._open and isinstance(self._open[-1].value, dict) and self._open[-1].key is None:
            mark = self._mark(event.start_mark, event.start_mark)
            self.faults.append(syntax.complex_key(mark))
            return False
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        steps = self._attach(value) if self._open else ()
        if not self._open:
            self.data = value
        self._open.append(_Open(value, steps, bool(event.flow_style)))
        return True

    def _end(self, event: Any) -> bool:  # noqa: ANN401 - as above
        closed = self._open.pop()
        end = event.end_mark if closed.flow or closed.last is None else closed.last
        if self._open:
            self._open[-1].last = end
        return True

    def _scalar(self, event: Any) -> bool:  # noqa: ANN401 - as above
        if not self._is_plain_node(event) or not self._is_read_alike(event):
            return False
        top = self._open[-1] if self._open else None
        start, end = event.start_mark, end_of(event, self._text)
        if not event.style and not event.value and top is not None and top.key is not None and top.last is not None:
            start = end = top.last  # the parsers put what is not there in different places: here it is behind its key
        if not event.style and event.value:
            self._judge_plain(event.value)
        elif event.style == '"' and (hidden := characters.hidden_in(event.value)):
            self.faults.append(InvisibleCharacter(self._mark(start, end), hidden, escaped=True, count=1))
        elif event.style in ("|", ">"):
            self.faults += blocks.faults(self.path, self._text[start.index : event.end_mark.index], start.line)
        if not event.style and end.line in self._comments:
            self._judge_comment(event, start, end)
        if top is not None and isinstance(top.value, dict) and top.key is None:
            return self._key(top, event, end)
        value = event.value if event.style else scalars.plain(event.value)
        if top is None:
            self.data = value
        else:
            self._attach(value)
            top.last = end
        return True

    def _key(self, top: _Open, event: Any, end: Any) -> bool:  # noqa: ANN401 - as above
        if event.value == "<<" and not event.style:
            self.faults.append(AliasOrTag(self._mark(event.start_mark, end), "the merge key <<"))
            return False
        if not event.value and not event.style:
            self.faults.append(syntax.no_key(self._mark(event.start_mark, end)))
            return False
        if event.value in top.keys:
            first = top.keys[event.value]
            mark = self._mark(event.start_mark, end)
            self.faults.append(DuplicateKey(mark, event.value, self._mark(first.start_mark, first.end_mark)))
            return False
        top.keys[event.value] = event
        top.key = event.value
        top.last = end
        return True

    def _attach(self, value: Any) -> Steps:  # noqa: ANN401 - data of any shape
        """Put a value into the collection that is open, and say where."""
        top = self._open[-1]
        if isinstance(top.value, list):
            top.value.append(value)
            return (*top.steps, len(top.value) - 1)
        key = top.key if top.key is not None else ""
        top.key = None
        top.value[key] = value
        return (*top.steps, key)

    def _judge_plain(self, value: str) -> None:
        if taken_for := scalars.ambiguity(value):
            self.faults.append(AmbiguousScalar(self._next(value), value, taken_for))

    def _next(self, value: str) -> Place:
        """The place of the scalar that comes: a key, a value, or an item."""
        top = self._open[-1] if self._open else None
        if top is None:
            return Place(self.path)
        if isinstance(top.value, list):
            return Place(self.path, (*top.steps, len(top.value)))
        is_key = top.key is None
        return Place(self.path, (*top.steps, value if is_key else top.key or ""), on_key=is_key)

    def _judge_comment(self, event: Any, start: Any, end: Any) -> None:  # noqa: ANN401 - as above
        rest = self._comments[end.line][end.column :]
        if lost := scalars.lost_to_comment(event.value, rest):
            self.faults.append(HashTruncated(self._mark(start, end), event.value, lost))

    def _mark(self, start: Any, end: Any) -> Mark:  # noqa: ANN401 - as above
        return Mark(self.path, span(start, end))
