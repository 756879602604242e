"""The corpus that faults are made in: its files as text, as data and as records, and the ways to change one place."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from dateline.loading import source
from dateline.loading.build import build
from dateline.loading.document import Document, parse
from dateline.loading.edits import placed, scalar
from dateline.loading.texts import Copies
from dateline.model.article import Article, Words
from dateline.model.facts.references import Reference, references_of
from dateline.model.fault import Fault as FileFault
from dateline.model.finding import Remove, Rename
from dateline.model.place import Place
from dateline.model.records import Actor, Event, Manifest, Record
from dateline.model.text import Range, occurrences

from benchmarks.operators.fault import Change, Fault

_WORD = re.compile(r"\w+(?:['-]\w+)*")


class Ground:
    """A clean corpus. Whatever is asked of it is what stands there before any fault."""

    def __init__(self, root: Path, texts: Path | None) -> None:
        self.root, self.texts = root, texts
        self.documents: dict[str, Document] = {}
        self.records: dict[str, Record] = {}
        copies = Copies(texts)
        for path in source.find(root)[0]:
            read = source.read(root, path)
            document = (read,) if isinstance(read, FileFault) else parse(read)
            if not isinstance(document, Document) or not isinstance(document.data, dict):
                message = f"{path} cannot be read: faults are made in a clean corpus only"
                raise TypeError(message)
            self.documents[path] = document
            name = document.data.get("id")
            copy = copies.text_of(name) if isinstance(name, str) else None
            self.records[path], _ = build(document, source.kind_of(path), copy)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id by which a record names another one."""
        return tuple(reference for record in self.records.values() for reference in references_of(record))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Every article."""
        return tuple(record for record in self.records.values() if isinstance(record, Article))

    @cached_property
    def readable(self) -> tuple[Article, ...]:
        """The articles of which every word is at hand."""
        return tuple(a for a in self.articles if all(block.words is not None for block in a.text.blocks))

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Every actor, by id."""
        return {record.id: record for record in self.records.values() if isinstance(record, Actor)}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every event, by id."""
        return {record.id: record for record in self.records.values() if isinstance(record, Event)}

    @property
    def manifest(self) -> Manifest:
        """The manifest."""
        record = self.records[source.MANIFEST]
        if not isinstance(record, Manifest):
            raise TypeError(source.MANIFEST)
        return record

    def text(self, file: str) -> str:
        """A file as it stands."""
        return self.documents[file].text

    def data(self, at: Place) -> Any:  # noqa: ANN401 - whatever YAML holds
        """The data at a place; none where the file has no such place."""
        found: Any = self.documents[at.file].data
        for step in at.steps:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found

    def nodes(self, file: str) -> Iterator[tuple[Place, Any]]:
        """Every value of a file with its place, from the top down."""

        def walk(at: Place, value: object) -> Iterator[tuple[Place, Any]]:
            yield at, value
            if isinstance(value, dict):
                for key, inner in value.items():
                    yield from walk(at / key, inner)
            if isinstance(value, list):
                for number, inner in enumerate(value):
                    yield from walk(at / number, inner)

        yield from walk(Place(file), self.documents[file].data)

    def top(self, file: str) -> Iterator[Place]:
        """The places of a file's top keys."""
        data = self.documents[file].data
        return (Place(file) / key for key in data) if isinstance(data, dict) else iter(())

    # -- changes ---------------------------------------------------------------------------------------------------

    def stretch(self, at: Place) -> tuple[int, int]:
        """Where the value (or key) of a place begins and ends, in characters of the file."""
        span = self.documents[at.file].span(at)
        return self._offset(at.file, span.line, span.column), self._offset(at.file, span.end_line, span.end_column)

    def splice(self, file: str, start: int, end: int, new: str) -> Change:
        """Put other characters between two characters of a file."""
        return Change(file, start, self.text(file)[start:end], new)

    def written(self, at: Place) -> str:
        """The value of a place as it is written, quotes and brackets included."""
        start, end = self.stretch(at)
        return self.text(at.file)[start:end]

    def raw(self, at: Place, new: str) -> Change:
        """Write another YAML value at a place."""
        return self.splice(at.file, *self.stretch(at), new)

    def put(self, at: Place, value: str | int, *, quoted: bool = False) -> Change:
        """Write another scalar at a place (or another key)."""
        if at.on_key:
            return self.rename(at, str(value))
        # a year alone would be read as a number
        return self.raw(at, scalar(value, quoted=quoted or (isinstance(value, str) and value.isdecimal())))

    def rename(self, at: Place, key: str) -> Change:
        """Write another key."""
        return self._edited(at.file, Rename(at, key))

    def drop(self, at: Place) -> Change:
        """Take away a key with its value, or an item."""
        keys = list(self.data(Place(at.file, at.steps[:-1])))
        start, _ = self.stretch(at.key)
        line = self.text(at.file)[self.text(at.file).rfind("\n", 0, start) + 1 : start]
        if at.steps[-1] == keys[0] and line.strip() == "-":
            # the dash of the item stays, and the next field moves up to it
            return self.splice(at.file, start, self.stretch((Place(at.file, at.steps[:-1]) / keys[1]).key)[0], "")
        return self._edited(at.file, Remove(at))

    def add(self, at: Place, line: str) -> Change:
        """Write one more field into a map: in brackets behind the others, else before the second field."""
        start, end = self.stretch(at)
        text = self.text(at.file)
        if text[start] == "{":
            return self.splice(at.file, end - 1, end - 1, f", {line}")
        second = list(self.data(at))[1]
        start, _ = self.stretch((at / second).key)
        indent = " " * (start - text.rfind("\n", 0, start) - 1)
        return self.splice(at.file, start, start, f"{line}\n{indent}")

    def add_first(self, at: Place, line: str) -> Change:
        """Write one more entry before the first of a map that has its own lines."""
        start, _ = self.stretch((at / next(iter(self.data(at)))).key)
        indent = " " * (start - self.text(at.file).rfind("\n", 0, start) - 1)
        return self.splice(at.file, start, start, f"{line}\n{indent}")

    def repeat(self, at: Place, item: str) -> Change:
        """Write one more item behind an item of a list that has its own lines."""
        text = self.text(at.file)
        start, end = self.stretch(at)
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        dash = text.rfind("-", 0, start)
        indent = " " * (dash - text.rfind("\n", 0, dash) - 1)
        return self.splice(at.file, line_end, line_end, f"\n{indent}- {item}")

    def new_file(self, path: str, text: str, *rules: str, at: tuple[Place, ...] = ()) -> Fault:
        """Put a file beside the others."""
        return Fault(path, 0, "", text, rules, at, new_file=True)

    def _edited(self, file: str, edit: Rename | Remove) -> Change:
        done = placed(edit, self.documents[file])
        span = done.span
        start, end = self._offset(file, span.line, span.column), self._offset(file, span.end_line, span.end_column)
        return self.splice(file, start, end, done.text)

    def _offset(self, file: str, line: int, column: int) -> int:
        lines = self.documents[file].lines
        return sum(len(one) + 1 for one in lines[: line - 1]) + column - 1

    # -- words -----------------------------------------------------------------------------------------------------

    def holder(self, words: Words) -> Place:
        """The map, or the plain text, that an anchor is written as."""
        steps = words.at.steps
        return Place(words.at.file, steps[:-1] if steps[-1] == "text" else steps)

    def is_map(self, words: Words) -> bool:
        """Whether an anchor is written as a map, with its own ``text``."""
        return words.at.steps[-1] == "text"

    def free_words(self, article: Article, block: str) -> Iterator[Range]:
        """The words of a block, each once there, that no annotation touches."""
        taken = [found for words in article.anchors if (found := words.range)]
        return (found for found in words_of(article, block) if not any(found.overlaps(other) for other in taken))


def next_item(at: Place) -> Place:
    """The item behind one of a list."""
    return Place(at.file, (*at.steps[:-1], int(at.steps[-1]) + 1))


def words_of(article: Article, block: str) -> Iterator[Range]:
    """The words of a block that stand there once: an anchor on them needs no ``nth``."""
    found = article.text.block(block)
    text = (found and found.words) or ""
    for match in _WORD.finditer(text):
        if len(occurrences(text, match[0])) == 1:
            yield Range(block, match.start(), match.end())
