"""brat's standoff files: a text, and beside it lines of annotation.

Source: http://brat.nlplab.org/standoff.html
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from dateline.importers.files import MOST_ELEMENTS, bytes_of, fail, judge_number, text_in
from dateline.importers.ladder import utf16_positions
from dateline.model.standoff import Link, Mark, Standoff, Stretch

_ID = re.compile(r"(?:[TREAMN#][^\t]*|\*)\Z")
_SPAN = re.compile(r"(?P<label>\S+) (?P<spans>[0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\Z")
_RELATION = re.compile(r"(?P<label>\S+) [^\s:]+:(?P<start>\S+) [^\s:]+:(?P<end>\S+)\s*\Z")
_EVENT = re.compile(r"(?P<label>[^\s:]+):(?P<trigger>\S+)(?P<roles>(?: [^\s:]+:\S+)*)\s*\Z")
_ATTRIBUTE = re.compile(r"(?P<label>\S+) (?P<of>\S+)(?: (?P<value>.+))?\Z")
_NORMALISATION = re.compile(r"(?P<label>\S+) (?P<of>\S+) (?P<value>\S+)\Z")
_LARGEST_OFFSET = 9  # digits


def read(file: Path) -> list[Standoff]:
    """The document of a .ann file, or of the .txt file beside it.

    Raises:
        UsageError: for a file that is missing or broken, at its line.

    """
    if file.suffix not in (".ann", ".txt"):
        fail(str(file), "brat's files end in .ann and .txt")
    text, lines = file.with_suffix(".txt"), file.with_suffix(".ann")
    return [parsed(str(lines), text_in(str(text), bytes_of(text)), text_in(str(lines), bytes_of(lines)))]


def parsed(name: str, text: str, annotations: str) -> Standoff:
    """The document of a text and its lines of annotation."""
    reader = _Reader()
    # a line feed ends a line, and no other character does
    for number, line in enumerate(annotations.removeprefix("\ufeff").split("\n"), 1):
        judge_number(name, number, MOST_ELEMENTS)
        if line.strip():
            reader.take(f"{name}:{number}", line.removesuffix("\r"))
    return Standoff(name, text, tuple(reader.resolved()), tuple(reader.links()), dropped=tuple(reader.dropped))


class _Reader:
    """What the lines have said so far."""

    def __init__(self) -> None:
        self.marks: dict[str, Mark] = {}
        self._said: dict[str, list[tuple[str, str]]] = {}  # of each id, its attributes
        self._places: dict[str, str] = {}
        self._links: list[tuple[str, str, str, str]] = []
        self._triggers: dict[str, str] = {}
        self._events: dict[str, list[str]] = {}  # of each trigger
        self.dropped: list[str] = []

    def take(self, at: str, line: str) -> None:
        """Read a line."""
        name, tab, rest = line.partition("\t")
        if not tab or not _ID.match(name):
            fail(
                at, "it does not begin with an id and a tab: was a line broken in two, at a line feed in the words that it covers?"
            )
        kind = name[0]
        if kind in "TREN" and name in self._places:
            fail(at, f"{name} is there already, at {self._places[name]}")
        self._places[name] = at
        takers = {"T": self._span, "R": self._relation, "E": self._event, "N": self._normalisation, "#": self._note}
        taker = takers.get(kind, self._attribute)
        if kind == "*":
            self.dropped.append(f"{at}: an equivalence has no place in the standard")
        else:
            taker(at, name, rest)

    def _span(self, at: str, name: str, rest: str) -> None:
        head, tab, words = rest.partition("\t")
        match = _SPAN.match(head)
        if not match or not tab or any(len(number) > _LARGEST_OFFSET for number in re.findall("[0-9]+", match["spans"])):
            fail(at, "it is no span: a label, offsets and, behind a tab, the words; offsets are pairs, with ; between them")
        pairs = [span.split(" ") for span in match["spans"].split(";")]
        stretches = tuple((int(start), int(end)) for start, end in pairs)
        parts = words_of(words, stretches)
        if parts is None:
            fail(at, f'"{words[:60]}" is not as long as its offsets: was the line broken, at a line feed in the words?')
        self.marks[name] = Mark(name, match["label"], stretches, parts, at)

    def _relation(self, at: str, name: str, rest: str) -> None:
        match = _RELATION.match(rest) or fail(at, f"{name} is no relation: a label, and two ids, as in Arg1:T1 Arg2:T2")
        self._links.append((match["label"], match["start"], match["end"], at))

    def _event(self, at: str, name: str, rest: str) -> None:
        match = _EVENT.match(rest) or fail(
            at, f"{name} is no event: a label with its trigger, and roles, as in Attack:T1 Target:T2"
        )
        self._triggers[name] = match["trigger"]
        self._events.setdefault(match["trigger"], []).append(name)
        for role in match["roles"].split():
            label, _, target = role.partition(":")
            self._links.append((label, name, target, at))

    def _attribute(self, at: str, name: str, rest: str) -> None:
        match = _ATTRIBUTE.match(rest) or fail(at, f"{name} is no attribute: a label, an id and, mostly, a value")
        self._say(at, match["of"], match["label"], match["value"] or "true")

    def _normalisation(self, at: str, name: str, rest: str) -> None:
        match = _NORMALISATION.match(rest.partition("\t")[0])
        if not match or ":" not in match["value"]:
            fail(at, f"{name} is no reference: a label, an id, and a resource with what it means there")
        resource, _, value = match["value"].partition(":")
        self._say(at, match["of"], resource, value)

    def _note(self, at: str, name: str, rest: str) -> None:
        head, tab, words = rest.partition("\t")
        match = _ATTRIBUTE.match(head)
        if not match or not tab:
            fail(at, f"{name} is no note: a label, an id and, behind a tab, its words")
        self._say(at, match["of"], match["label"], words)

    def _say(self, at: str, of: str, label: str, value: str) -> None:
        self._said.setdefault(of, []).append((label, value))
        self._places.setdefault(f"of {of}", at)

    def resolved(self) -> Iterator[Mark]:
        """The marks with all that is said of them, and of the events that they trigger: a second event is a mark of its own."""
        for name, mark in self.marks.items():
            for event in self._events.get(name, [name]):
                said = [pair for of in dict.fromkeys((name, event)) for pair in self._said.get(of, ())]
                yield replace(mark, id=self._mark_of(event), attributes=tuple(said))
        for of in self._said:
            if of not in self.marks and of not in self._triggers:
                if of not in self._places:
                    fail(self._places[f"of {of}"], f"there is no {of}")
                self.dropped.append(f"{self._places[f'of {of}']}: what is said of {of} has no place: it is no span and no event")

    def _mark_of(self, name: str) -> str:
        """The mark of a span or an event: the first event of a trigger is its span."""
        trigger = self._triggers.get(name)
        return trigger if trigger and self._events[trigger][0] == name else name

    def links(self) -> Iterator[Link]:
        """The links, of events by their triggers."""
        for event, trigger in self._triggers.items():
            if trigger not in self.marks:
                fail(self._places[event], f"there is no {trigger}")
        for label, start, end, at in self._links:
            for name in (start, end):
                if self._triggers.get(name, name) not in self.marks:
                    fail(at, f"there is no {name}")
            yield Link(label, self._mark_of(start), self._mark_of(end), at)


def words_of(words: str, stretches: Sequence[Stretch]) -> tuple[str, ...] | None:
    """The words of each stretch: brat writes them with a space between; none where they are not as long as the offsets."""
    sizes = [end - start for start, end in stretches]
    if len(stretches) == 1:
        # of one stretch the ladder says what is wrong, except that words which a line feed cut off are far shorter
        return (words,) if words and len(words) * 2 >= sizes[0] else None
    for positions in (range(len(words) + 1), utf16_positions(words)):
        if sum(sizes) + len(sizes) - 1 == len(positions) - 1:
            return tuple(_sliced(words, sizes, positions))
    return None


def _sliced(words: str, sizes: Sequence[int], positions: Sequence[int | None]) -> Iterator[str]:
    start = 0
    for size in sizes:
        yield words[positions[start] : positions[start + size]]
        start += size + 1
