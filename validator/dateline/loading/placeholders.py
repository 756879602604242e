"""Values that stand for others: what an annotator writes who means to come back."""

import re
from collections.abc import Iterator

from dateline.loading.document import Document
from dateline.loading.events import Data
from dateline.model.fault import PlaceholderValue
from dateline.model.place import Place

# in capitals, as programmers write them: Todo is a Japanese surname
_PLACEHOLDER = re.compile(r"TODO|TBD|FIXME|(?i:xxx+|n/a)|\?\?+")
# most files hold no placeholder: to search the bytes for one takes a fifteenth of the time of a look at every value
_SIGNS = (b"TODO", b"TBD", b"FIXME", b"??")
_SIGNS_IN_SMALL_LETTERS = (b"xxx", b"n/a")
# in double quotes, a part of one can be written as an escape, and a line broken in its midst: at what libyaml takes for a break
_ESCAPED = re.compile(rb"\\(?:[xuU/\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9])")
# words of the text are as they stand there: "todo" is Spanish for everything
_WORDS_OF_TEXT = ("text", "source", "cue", "content", "insertions", "verbatim")


def faults(document: Document) -> Iterator[PlaceholderValue]:
    """Give every value of a document that is a placeholder and nothing else."""
    if may_be_in(document.source.data):
        yield from _within(document.data, Place(document.path), "")


def may_be_in(written: bytes) -> bool:
    """Whether the bytes of a file can hold a placeholder."""
    small = written.lower()
    return (
        any([sign in written for sign in _SIGNS])  # noqa: C419 - a third faster than a generator
        or any([sign in small for sign in _SIGNS_IN_SMALL_LETTERS])  # noqa: C419 - as above
        or (b"\\" in written and _ESCAPED.search(written) is not None)
    )


def _within(data: Data, at: Place, field: str) -> Iterator[PlaceholderValue]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _within(value, at / name, name)
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _within(value, at / n, field)
    elif isinstance(data, str) and field not in _WORDS_OF_TEXT and _PLACEHOLDER.fullmatch(data.strip()):
        yield PlaceholderValue(at, data.strip())
