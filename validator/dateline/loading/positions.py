"""Where every key and value of a file stands: a second parse, of files of which something is told.

The first has found nothing that closes the file: nothing is judged again.
"""

from typing import Any

import yaml

from dateline.loading.events import Steps, end_of, events_of, span
from dateline.model.place import Span

Spans = dict[tuple[Steps, bool], Span]


def spans_of(text: str) -> Spans:
    """Where every value, and every key (marked true), stands."""
    reader = _Reader(text)
    reader.read()
    return reader.spans


class _Reader:
    """One pass over the events of a file; each part of it gives where it ends."""

    def __init__(self, text: str) -> None:
        self.spans: Spans = {}
        self._text = text
        self._next = events_of(text)

    def read(self) -> None:
        while (event := self._next()) is not None:
            if type(event) in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent):
                self._node(event, (), None)

    def _node(self, event: Any, steps: Steps, key_end: Any) -> Any:  # noqa: ANN401 - PyYAML has no types for events and marks
        kind, start = type(event), event.start_mark
        if kind is yaml.MappingStartEvent:
            end = self._map(event, steps)
        elif kind is yaml.SequenceStartEvent:
            end = self._list(event, steps)
        elif key_end is not None and not event.style and not event.value:
            start = end = key_end  # the parsers put what is not there in different places: here it is behind its key
        else:
            end = end_of(event, self._text)
        self.spans[steps, False] = span(start, end)
        return end

    def _map(self, start: Any, steps: Steps) -> Any:  # noqa: ANN401 - as above
        following, last = self._next, None
        while type(event := following()) is not yaml.MappingEndEvent:
            within, key_end = (*steps, event.value), end_of(event, self._text)
            self.spans[within, True] = span(event.start_mark, key_end)
            last = self._node(following(), within, key_end)
        return event.end_mark if start.flow_style or last is None else last

    def _list(self, start: Any, steps: Steps) -> Any:  # noqa: ANN401 - as above
        following, last, number = self._next, None, 0
        while type(event := following()) is not yaml.SequenceEndEvent:
            last = self._node(event, (*steps, number), None)
            number += 1
        return event.end_mark if start.flow_style or last is None else last
