"""Where the comments and empty lines of a file stand, and to which entry of its data each belongs.

An entry is a key with its value, or an item of a list, that stands on lines of its own. What is said above it or behind it
goes where it goes; what is said after the last of its neighbours, indented as they are, stays at their end.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct, field

from dateline.loading.document import Document
from dateline.loading.edits import data_at, is_flow, start_of
from dateline.loading.events import Data, Steps
from dateline.model.place import Place, Span

_BLOCK = ("|", ">")


class Entry(Struct, frozen=True):
    """A key with its value, or an item: where it begins, where its value stands, and on which line a comment is its own.

    ``line`` is that line: of the key, where the value begins below it, otherwise the last line of the value; none for an item
    that holds a map or list, whose first line belongs to what it holds.
    """

    steps: Steps
    start: tuple[int, int]
    value: Span
    line: int | None
    is_nest: bool


class Margins(Struct):
    """What stands around the entries: lines above them, a comment behind them, lines after the last of a map or list.

    An empty line is an empty string; a comment behind an entry keeps the space before it.
    """

    entries: list[Entry]
    above: dict[Steps, list[str]] = field(default_factory=lambda: defaultdict(list))
    behind: dict[Steps, str] = field(default_factory=dict)
    below: dict[Steps, list[str]] = field(default_factory=lambda: defaultdict(list))
    inside: dict[Steps, list[str]] = field(default_factory=lambda: defaultdict(list))

    def comments(self) -> list[str]:
        """Every comment, sorted: the same before and after, or one is lost."""
        lines = [line for part in (self.above, self.below, self.inside) for lines in part.values() for line in lines]
        return sorted(line.strip() for line in (*lines, *self.behind.values()) if line.strip())


def margins_of(document: Document) -> Margins:
    """Gather the comments and empty lines of a file."""
    found = _entries(document, ()) if is_nest(document, ()) else ()
    entries = sorted(found, key=lambda entry: (entry.start, len(entry.steps)))
    return _Reader(document, Margins(entries)).read()


def is_nest(document: Document, steps: Steps) -> bool:
    """Whether a map or list stands there that is not in brackets."""
    at = Place(document.path, steps)
    return isinstance(data_at(document, at), dict | list) and not is_flow(document, at)


def _entries(document: Document, steps: Steps) -> Iterator[Entry]:
    whole = Place(document.path, steps)
    data: Data = data_at(document, whole)
    for step in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        at = whole / step
        value, nested = document.span(at), is_nest(document, at.steps)
        own = value.end_line if not nested else document.span(at.key).line if isinstance(step, str) else None
        yield Entry(at.steps, start_of(document, at), value, own, nested)
        if nested:
            yield from _entries(document, at.steps)


class _Reader:
    """Goes through the lines of a file once."""

    def __init__(self, document: Document, margins: Margins) -> None:
        self._lines = document.lines
        self._margins = margins
        self._starts = [entry.start for entry in margins.entries]
        self._columns = {entry.steps: entry.start[1] for entry in margins.entries}
        self._owners = {entry.line: entry for entry in margins.entries if entry.line}
        self._filled: dict[int, int] = defaultdict(int)  # by line, the column behind the last word on it
        self._within: set[int] = set()  # the lines that are words of a value from their beginning
        self._whole: set[int] = set()  # the lines that are words of a value to their end
        # the lines after the first of a value; of a value in brackets, they may hold comments
        self._around = {
            number: entry
            for entry in margins.entries
            if not entry.is_nest
            for number in range(entry.value.line + 1, entry.value.end_line + 1)
        }
        for (steps, on_key), span in document.spans.items():
            if on_key or not isinstance(data_at(document, Place(document.path, steps)), dict | list):
                self._fill(span)

    def _fill(self, span: Span) -> None:
        self._filled[span.end_line] = max(self._filled[span.end_line], span.end_column)
        if span.end_line > span.line:
            self._within |= set(range(span.line + 1, span.end_line + 1))
            self._whole |= set(range(span.line, span.end_line))
        if self._lines[span.line - 1][span.column - 1 : span.column] in _BLOCK:
            self._whole.add(span.line)

    def read(self) -> Margins:
        run: list[tuple[int, str]] = []
        following = iter(self._first_of_lines())
        entry = next(following, None)
        for number, line in enumerate(self._lines[:-1] if self._lines[-1] == "" else self._lines, 1):
            if entry and entry.start[0] == number:
                self._share_out(run, entry)
                run, entry = [], next(following, None)
            is_comment = number not in self._within and line.lstrip().startswith("#")
            if (is_comment or not line.strip()) and number not in self._within:
                if inner := self._around.get(number):
                    self._margins.inside[inner.steps] += [line.strip()] if is_comment else []
                else:
                    run.append((number, line))
            elif number not in self._whole and (behind := _behind(line, max(0, self._filled[number] - 1))):
                self._put_behind(number, behind)
        self._share_out(run, None)
        return self._margins

    def _first_of_lines(self) -> Iterator[Entry]:
        """The entries with which a line begins."""
        last = 0
        for entry in self._margins.entries:
            if entry.start[0] != last:
                last = entry.start[0]
                yield entry

    def _put_behind(self, number: int, comment: str) -> None:
        if around := self._around.get(number + 1):
            self._margins.inside[around.steps].append(comment.strip())
        elif owner := self._owners.get(number):
            self._margins.behind[owner.steps] = comment
        else:  # behind a dash, or a key whose value stands below it
            following = islice(self._margins.entries, bisect(self._starts, (number, 0)), None)
            place = next((e for e in following if e.start[0] > number or (not e.is_nest and e.value.end_line > number)), None)
            (self._margins.above[place.steps] if place else self._margins.below[()]).append(comment.strip())

    def _share_out(self, run: list[tuple[int, str]], following: Entry | None) -> None:
        """Give lines to the entry that follows, or to the end of what went before where they are indented as that is."""
        if not run:
            return
        outer = following.start[1] if following else 0
        open_ = dict(self._open(run[0][0]))
        waiting: list[str] = []
        deepest = max(len(line) for _, line in run) + 1
        for n, (_, line) in enumerate(run):
            text = line.strip()
            if not text:
                waiting.append("")
                continue
            column = min(deepest, len(line) - len(line.lstrip()) + 1)
            ends = [(where, steps) for steps, where in open_.items() if outer < where <= column]
            if not ends:
                waiting += [line.strip() for _, line in run[n:]]
                break
            deepest, steps = max(ends, key=lambda end: (end[0], len(end[1])))
            self._margins.below[steps] += [*waiting, text]
            waiting = []
        if following:
            self._margins.above[following.steps] += waiting
        else:
            self._margins.below[()] += [line for line in waiting if line]

    def _open(self, before: int) -> Iterator[tuple[Steps, int]]:
        """The maps and lists in which the last entry before a line stands, with their columns."""
        n = bisect(self._starts, (before, 0))
        last = self._margins.entries[n - 1].steps if n else ()
        outer = None
        for depth in range(1, len(last) + 1):
            column = self._columns[last[:depth]]
            # a list may stand no further to the right than its key: what is further is the list's
            yield last[: depth - 1], column + 1 if outer == column else column
            outer = column


def _behind(line: str, column: int) -> str:
    """The comment that stands on a line from a column on, with the space before it; none that is only space."""
    rest = line[column:].rstrip()
    before, mark, words = rest.partition("#")
    space = before[len(before.rstrip()) :]
    return f"{space}{mark}{words}" if mark and space else ""
