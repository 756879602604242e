"""Checks a copy of the corpus once for every fault, and says what was noticed."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from dateline.engine.check import check
from dateline.engine.keeping import Keeper
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.settings import Settings
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.model.finding import Finding
from dateline.rules import rulebook

from benchmarks.operators import Fault, Ground, Operator

_AT_ONCE = 100  # faults that a process is handed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the checker said of one fault: all new findings as (rule, file, line), and whether one was right."""

    fault: Fault
    lines: frozenset[tuple[str, int]]
    told: tuple[tuple[str, str, int], ...]
    line: int = 1  # the first that the change touches

    @property
    def noticed(self) -> bool:
        """Whether anything was said at all."""
        return bool(self.told)

    @property
    def right(self) -> bool:
        """Whether a right rule spoke at a right line."""
        return any(rule in self.fault.rules and (file, line) in self.lines for rule, file, line in self.told)


@dataclass(frozen=True, slots=True)
class Result:
    """All that was measured of one operator; ``possible`` counts the faults that it can make."""

    operator: Operator
    outcomes: tuple[Outcome, ...]
    possible: int

    @property
    def rules(self) -> list[str]:
        """The rules that are right for its faults, in the order in which they are named."""
        return list(dict.fromkeys(rule for outcome in self.outcomes for rule in outcome.fault.rules))

    @property
    def misses(self) -> list[Outcome]:
        """The faults that no right rule noticed at a right line."""
        return [outcome for outcome in self.outcomes if not outcome.right]

    def others(self) -> Counter[str]:
        """In how many faults each other rule spoke."""
        return Counter(
            rule for outcome in self.outcomes for rule in {rule for rule, _, _ in outcome.told} - set(outcome.fault.rules)
        )


class _Copy:
    """A copy of the corpus into which faults are put, and taken out again."""

    def __init__(self, root: Path, ground: Ground) -> None:
        self.root, self._copies, self._ground = root, Copies(ground.texts), ground
        self._clean = {finding.fingerprint for finding in self._findings()}

    def outcome(self, fault: Fault) -> Outcome:
        """Put a fault in, check, take it out."""
        path = self.root / fault.file
        before = "" if fault.new_file else self._ground.text(fault.file)
        after = fault.applied(before)
        path.write_text(after, "utf-8", errors="surrogateescape", newline="")
        try:
            found = [finding for finding in self._findings() if finding.fingerprint not in self._clean]
        finally:
            path.unlink()
            if not fault.new_file:
                path.write_text(before, "utf-8", newline="")
        told = tuple((finding.rule, finding.path, finding.span.line) for finding in found)
        return Outcome(fault, frozenset(self._lines(fault, after)), told, fault.touched(after).start)

    def _findings(self) -> tuple[Finding, ...]:
        try:
            return check(self.root, Settings(), self._copies, keeper=Keeper(self.root)).findings
        except BrokenManifestError as broken:
            return broken.report.findings

    def _lines(self, fault: Fault, after: str) -> Iterator[tuple[str, int]]:
        """Where a right rule may speak: at the places that the fault names, else at the lines that it touches."""
        if not fault.at:
            yield from ((fault.file, line) for line in fault.touched(after))
            return
        data = after.encode("utf-8", "surrogateescape")
        changed = parse(Source(fault.file, data))
        for place in fault.at:
            document = changed if place.file == fault.file else self._ground.documents.get(place.file)
            if isinstance(document, Document):
                yield place.file, document.span(place).line


@contextmanager
def _copied(corpus: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        root = Path(folder) / "corpus"
        shutil.copytree(corpus, root)
        yield root


def clean(corpus: Path, texts: Path | None) -> Report:
    """What the checker says of the corpus as it is."""
    return check(corpus, Settings(), Copies(texts))


def spread(every: list[Fault], most: int | None) -> list[Fault]:
    """At most so many faults, spread evenly over all of them."""
    return every if most is None or len(every) <= most else [every[n * len(every) // most] for n in range(most)]


def measured(ground: Ground, operators: list[Operator], *, most: int | None = None, jobs: int = 2) -> list[Result]:
    """Make faults, those too that nobody can know, ``most`` of each operator, and check the corpus after each."""
    every = {operator.name: list(operator.make(ground)) for operator in operators}
    made = [(name, fault) for name, faults in every.items() for fault in spread(faults, most)]
    parts = [[fault for _, fault in made[n : n + _AT_ONCE]] for n in range(0, len(made), _AT_ONCE)]
    rulebook()  # found once, before the processes part
    if jobs > 1:
        with get_context("fork").Pool(jobs, _start, (ground,)) as pool:
            outcomes = [outcome for part in pool.imap(_outcomes, parts) for outcome in part]
    else:
        _start(ground)
        outcomes = [outcome for part in parts for outcome in _outcomes(part)]
    by_name: dict[str, list[Outcome]] = {}
    for (name, _), outcome in zip(made, outcomes, strict=True):
        by_name.setdefault(name, []).append(outcome)
    return [Result(operator, tuple(by_name.get(operator.name, ())), len(every[operator.name])) for operator in operators]


_WORKER: list[Ground] = []


def _start(ground: Ground) -> None:
    _WORKER[:] = [ground]


def _outcomes(faults: list[Fault]) -> list[Outcome]:
    ground = _WORKER[0]
    with _copied(ground.root) as root:
        copy = _Copy(root, ground)
        return [copy.outcome(fault) for fault in faults]
