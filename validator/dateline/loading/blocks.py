"""What is checked in the lines of a block of text (behind ``|`` or ``>``): whether they are all meant to be in it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.model.fault import Fault, FoldedHyphen, RecordInsideText
from dateline.model.place import Mark, Span

_HEAD = re.compile(r"[^\W\d_][\w-]*-$")
_TAIL = re.compile(r"[^\W\d_][\w'-]*")
# "long- and short-term": the hyphen stands for the rest of the word; these follow it in English, German, French, Spanish
_JOINING = frozenset({"and", "or", "nor", "to", "und", "oder", "bis", "et", "ou", "à", "y", "o"})
_RECORD = re.compile(r"- +\{? *(?:id|in): +[hsbpctq][0-9]+\b")


def faults(path: str, raw: str, first: int) -> Iterator[Fault]:
    """Give what is wrong in a block, from its sign to its end; ``first`` is the line of the sign, from 0."""
    lines = raw.split("\n")[1:]
    for number, line in enumerate(lines, first + 1):
        if _RECORD.match(bare := line.strip()):
            start = len(line) - len(line.lstrip())
            yield RecordInsideText(_mark(path, number, start, len(bare)), bare)
    for number, (line, following) in enumerate(pairwise(lines), first + 1):
        words = line.split()
        head, tail = _HEAD.match(words[-1]) if words else None, _TAIL.match(following.lstrip())
        if head and tail and tail[0] not in _JOINING:
            start = len(line.rstrip()) - len(head[0])
            yield FoldedHyphen(_mark(path, number, start, len(head[0])), head[0], tail[0])


def _mark(path: str, line: int, start: int, length: int) -> Mark:
    return Mark(path, Span(line + 1, start + 1, line + 1, start + length + 1))
