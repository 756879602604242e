"""Gives problems their lines: from a place in the data to line, column and context."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from dateline.engine.causes import Said
from dateline.engine.inputs import digest
from dateline.engine.selecting import Selection
from dateline.loading import source
from dateline.loading.document import Document, parse
from dateline.loading.edits import placed
from dateline.model.fault import Fault
from dateline.model.finding import Edit, Excerpt, Finding, PlacedEdit, PlacedFix, Problem, RelatedSpan, Rewrite
from dateline.model.place import Mark, Place, Span

_LONGEST_MESSAGE = 600  # characters
_SHOWN = 160  # characters of a line: a longer one is cut around the place
_BEFORE = 20  # characters of it before the place
_AT_HAND = 8  # documents: problems come file by file, each with a few others beside it


def clipped(text: str) -> str:
    """A message of a length that people read; what hostile or broken data puts into it can be of any."""
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]}..."


def files_of(problem: Problem) -> Iterator[str]:
    """The files in which a finding has lines."""
    edits: tuple[Edit, ...] = problem.fix.edits if problem.fix else ()
    return (at.file for at in (problem.at, *(related.at for related in problem.related), *(edit.at for edit in edits)))


class Placer:
    """Gives problems their lines: the one place that does. A file is parsed again only if something is told of it."""

    def __init__(self, root: Path, chosen: Selection) -> None:
        self.root = root
        self._chosen = chosen
        self._document = lru_cache(_AT_HAND)(self._parsed)
        self._raw_lines = lru_cache(_AT_HAND)(self._split)
        self._read: dict[str, bytes] = {}

    def findings(self, all_said: Iterable[Said]) -> list[Finding]:
        """What is told of problems, in the order of their lines; each is known again by its fingerprint."""
        return identified(map(self.finding, sorted(all_said, key=lambda said: said.problem.at.file)))

    def newly_read(self) -> dict[str, bytes]:
        """The digests of the files that were read since this was asked last, for whoever remembers their lines."""
        read, self._read = self._read, {}
        return read

    def finding(self, said: Said) -> Finding:
        """What is told of a problem, with its line."""
        problem, at = said.problem, said.problem.at
        return Finding(
            said.rule.name,
            said.rule.code,
            self._chosen.severity(said.rule),
            clipped(problem.message),
            at.file,
            self._span(at),
            pointer=said.pointer,
            record=said.told_of,
            help=clipped(problem.help),
            related=tuple(RelatedSpan(r.at.file, self._span(r.at), r.message, self._excerpt(r.at)) for r in problem.related),
            fix=None if said.rule.code in self._chosen.unchosen else self._fix(problem),
            context=self._excerpt(at),
        )

    def _parsed(self, path: str) -> Document | None:
        read = source.read(self.root, path)
        document = None if isinstance(read, Fault) else parse(read)
        self._read[path] = b"" if isinstance(read, Fault) else digest(read.data)
        return document if isinstance(document, Document) else None

    def _span(self, at: Place | Mark) -> Span:
        if isinstance(at, Mark):
            return at.span
        document = self._document(at.file)
        return document.span(at) if document else source.TOP

    def _excerpt(self, at: Place | Mark) -> Excerpt:
        """What is shown of the line, as far as the file can be read at all."""
        document = self._document(at.file)
        lines = document.lines if document else self._raw_lines(at.file)
        span = self._span(at)
        line = lines[span.line - 1] if span.line <= len(lines) else ""
        cut = max(0, min(span.column - 1 - _BEFORE, len(line) - _SHOWN))
        return Excerpt(line[cut : cut + _SHOWN], cut)

    def _split(self, path: str) -> list[str]:
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


def identified(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order, each with what it is known by from run to run: rule, record and message, and of several its number."""
    number: Counter[str] = Counter()
    known = []
    for finding in sorted(findings, key=lambda finding: finding.order):
        identity = f"{finding.rule}\0{finding.record or finding.path}\0{finding.message}"
        number[identity] += 1
        identity += f"\0{number[identity]}"
        known.append(replace(finding, fingerprint=hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:16]))
    return known
