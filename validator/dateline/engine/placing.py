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
from dateline.model.finding import Edit, Finding, PlacedEdit, PlacedFix, Problem, RelatedSpan, Rewrite
from dateline.model.place import Mark, Place, Span

_LONGEST_MESSAGE = 600  # characters
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
        self.read: dict[str, bytes] = {}  # the digest of what was read of each file, for whoever remembers its lines

    def findings(self, all_said: Iterable[Said]) -> list[Finding]:
        """What is told of problems, in the order of their lines; each is known again by its fingerprint."""
        return identified(map(self.finding, sorted(all_said, key=lambda said: said.problem.at.file)))

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
            related=tuple(RelatedSpan(r.at.file, self._span(r.at), r.message, self._line(r.at)) for r in problem.related),
            fix=None if said.rule.code in self._chosen.unchosen else self._fix(problem),
            context=self._line(at),
        )

    def _parsed(self, path: str) -> Document | None:
        read = source.read(self.root, path)
        document = None if isinstance(read, Fault) else parse(read)
        self.read[path] = b"" if isinstance(read, Fault) else digest(read.data)
        return document if isinstance(document, Document) else None

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
