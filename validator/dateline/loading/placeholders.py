"""Values that stand for others: what an annotator writes who means to come back."""

import re
from collections.abc import Iterator

from dateline.loading.document import Document
from dateline.loading.events import Data
from dateline.model.fault import PlaceholderValue
from dateline.model.place import Place

# in capitals, as programmers write them: Todo is a Japanese surname
_PLACEHOLDER = re.compile(r"TODO|TBD|FIXME|(?i:xxx+|n/a)|\?\?+")
# words of the text are as they stand there: "todo" is Spanish for everything
_WORDS_OF_TEXT = ("text", "source", "cue", "content", "insertions", "verbatim")


def faults(document: Document) -> Iterator[PlaceholderValue]:
    """Give every value of a document that is a placeholder and nothing else."""
    yield from _within(document.data, Place(document.path), "")


def _within(data: Data, at: Place, field: str) -> Iterator[PlaceholderValue]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _within(value, at / name, name)
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _within(value, at / n, field)
    elif isinstance(data, str) and field not in _WORDS_OF_TEXT and _PLACEHOLDER.fullmatch(data.strip()):
        yield PlaceholderValue(at, data.strip())
