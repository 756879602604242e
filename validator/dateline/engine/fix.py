"""Applies the fixes of findings: tried on a copy, kept where the corpus is no worse for them, round after round."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct, field

from dateline.engine.changes import Change
from dateline.engine.settings import Settings
from dateline.engine.trial import Reports, Trial
from dateline.loading.texts import Copies
from dateline.model.finding import Finding, PlacedEdit
from dateline.model.place import Span

# an edit that overlaps another waits a round; so many of them in one place are no accident
_ROUNDS = 20


class Refused(Struct, frozen=True):
    """A fix that was thrown away, because the corpus would be the worse for it."""

    finding: Finding
    why: str


class Fixed(Struct):
    """What the fixes make of a corpus. Nothing of it is written yet."""

    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: dict[str, Refused] = field(default_factory=dict)


def fix(root: Path, settings: Settings, copies: Copies, only: Iterable[str] = (), *, unsafe: bool = False) -> Fixed:
    """Try the fixes of a corpus, or of ``only`` some files; those that are not safe only if they are asked for.

    Raises:
        UsageError: for a rule that does not exist, or a manifest that cannot be read.

    """
    fixed, wanted = Fixed(), frozenset(only)
    with TemporaryDirectory(prefix="dateline-") as folder:
        trial = Trial(root, Path(folder), settings, copies)
        for _ in range(_ROUNDS):
            before = trial.reports()
            fixable = [one for one in before.asked.findings if _is_wanted(one, wanted, unsafe=unsafe)]
            kept = _Round(trial, before, fixed.refused).kept(_apart(one for one in fixable if _name(one) not in fixed.refused))
            if not kept:
                break
            trial.put(kept)
            trial.settle()
            fixed.findings += kept
    fixed.changes = [
        Change(path, data, trial.settled[path]) for path, data in sorted(trial.read.items()) if data != trial.settled[path]
    ]
    return fixed


def _is_wanted(finding: Finding, wanted: frozenset[str], *, unsafe: bool) -> bool:
    if finding.fix is None or finding.waived is not None or finding.baseline:
        return False
    places = {finding.path, *(edit.path for edit in _edits(finding))}
    return (finding.fix.safe or unsafe) and (not wanted or places <= wanted)


def _name(finding: Finding) -> str:
    """What a fix is known by from round to round: lines move, and the line itself does not."""
    return f"{finding.code} {finding.path} {finding.message}\n{finding.context.text}"


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Those findings whose edits do not overlap those of one before them."""
    chosen: list[Finding] = []
    taken: dict[tuple[str, int], list[Span]] = defaultdict(list)  # by file and line
    for finding in findings:
        spans = [(line, edit.span) for edit in _edits(finding) for line in _lines(edit)]
        if not any(_overlap(span, other) for line, span in spans for other in taken[line]):
            chosen.append(finding)
            for line, span in spans:
                taken[line].append(span)
    return chosen


def _edits(finding: Finding) -> tuple[PlacedEdit, ...]:
    return finding.fix.edits if finding.fix else ()


def _lines(edit: PlacedEdit) -> list[tuple[str, int]]:
    return [(edit.path, number) for number in range(edit.span.line, edit.span.end_line + 1)]


def _overlap(one: Span, other: Span) -> bool:
    starts = (one.line, one.column), (other.line, other.column)
    ends = (one.end_line, one.end_column), (other.end_line, other.end_column)
    return starts[0] == starts[1] or max(starts) < min(ends)


class _Round:
    """One round: which of some fixes, all of them apart, the corpus is no worse for."""

    def __init__(self, trial: Trial, before: Reports, refused: dict[str, Refused]) -> None:
        self._trial = trial
        self._before = before
        self._refused = refused
        self._opened: frozenset[str] = frozenset()
        self._said: Counter[tuple[str, str]] = Counter()

    def kept(self, findings: list[Finding]) -> list[Finding]:
        """Sift fixes; those of files that cannot be judged come first and alone, for they bring things to light."""
        paths = {edit.path for finding in findings for edit in _edits(finding)}
        closed = {path for path in paths if self._trial.is_closed(path)}
        openers = [one for one in findings if closed & {edit.path for edit in _edits(one)}]
        self._opened, self._said = frozenset(closed), self._trial.said_of(paths)
        return self._sifted([], openers or findings)

    def _sifted(self, kept: list[Finding], part: list[Finding]) -> list[Finding]:
        """Add to the fixes that are kept those of a part that can be; one bad fix does not spoil the good ones."""
        if not part:
            return kept
        trouble = self._trial.trouble_with([*kept, *part], self._before, self._opened, self._said)
        if trouble is None:
            return [*kept, *part]
        if len(part) > 1:
            half = len(part) // 2
            return self._sifted(self._sifted(kept, part[:half]), part[half:])
        # what is bad only beside the others is asked again in the next round
        if not kept or (trouble := self._trial.trouble_with(part, self._before, self._opened, self._said)):
            self._refused[_name(part[0])] = Refused(part[0], trouble)
        return kept
