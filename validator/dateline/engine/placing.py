"""Gives problems their lines: from a place in the data to line, column and context."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.engine.causes import Said
from dateline.engine.selecting import Selection
from dateline.loading import source
from dateline.loading.document import Document, document_at
from dateline.loading.edits import placed
from dateline.model.fault import Fault
from dateline.model.finding import Finding, PlacedEdit, PlacedFix, Problem, RelatedSpan, Rewrite
from dateline.model.place import Mark, Place, Span

_LONGEST_MESSAGE = 600  # characters


def clipped(text: str) -> str:
    """A message of a length that people read; what hostile or broken data puts into it can be of any."""
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]}..."


class Placer:
    """Gives problems their lines: the one place that does. A file is parsed again only if something is told of it."""

    def __init__(self, root: Path, chosen: Selection) -> None:
        self.root = root
        self._chosen = chosen
        self._documents: dict[str, Document | None] = {}
        self._seen: Counter[str] = Counter()

    def finding(self, said: Said) -> Finding:
        """What is told of a problem, with its line and its fingerprint."""
        problem, at = said.problem, said.problem.at
        record = said.told_of
        identity = f"{said.rule.name}\0{record or at.file}\0{problem.message}"
        self._seen[identity] += 1
        identity += f"\0{self._seen[identity]}"
        return Finding(
            said.rule.name,
            said.rule.code,
            self._chosen.severity(said.rule),
            clipped(problem.message),
            at.file,
            self._span(at),
            pointer=said.pointer,
            record=record,
            help=clipped(problem.help),
            related=tuple(RelatedSpan(r.at.file, self._span(r.at), r.message, self._line(r.at)) for r in problem.related),
            fix=None if said.rule.code in self._chosen.unchosen else self._fix(problem),
            fingerprint=hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:16],
            context=self._line(at),
        )

    def _document(self, path: str) -> Document | None:
        if path not in self._documents:
            document = document_at(self.root, path)
            self._documents[path] = document if isinstance(document, Document) else None
        return self._documents[path]

    def _span(self, at: Place | Mark) -> Span:
        if isinstance(at, Mark):
            return at.span
        document = self._document(at.file)
        return document.span(at) if document else source.TOP

    def _line(self, at: Place | Mark) -> str:
        """The line itself, as far as the file can be read at all."""
        document = self._document(at.file)
        lines = document.lines if document else self._raw_lines(at.file)
        number = self._span(at).line
        return lines[number - 1] if number <= len(lines) else ""

    def _raw_lines(self, path: str) -> list[str]:
        read = source.read(self.root, path)
        return [] if isinstance(read, Fault) else read.data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")

    def _fix(self, problem: Problem) -> PlacedFix | None:
        if problem.fix is None:
            return None
        edits = tuple(self._edits(problem))
        return PlacedFix(problem.fix.safe, edits) if len(edits) == len(problem.fix.edits) else None

    def _edits(self, problem: Problem) -> Iterator[PlacedEdit]:
        for edit in problem.fix.edits if problem.fix else ():
            if isinstance(edit, Rewrite):
                yield PlacedEdit(edit.at.file, edit.at.span, edit.text)
            elif document := self._document(edit.at.file):
                yield placed(edit, document)
