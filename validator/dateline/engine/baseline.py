"""What the base of a comparison already has: findings that a change did not bring, counted so that they cannot be copied."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.check import check
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.settings import NOTHING_CHECKED, RULE_CRASHED, Settings, UsageError
from dateline.loading.base import NoBaseError, Repository, commit_of, repository_of, unpack
from dateline.loading.texts import Copies
from dateline.model.finding import Finding

# a rule that failed and a run that checked nothing are never excused: the one hides findings, the other is all of them
_NEVER_EXCUSED = frozenset({RULE_CRASHED, NOTHING_CHECKED})


class Base(Struct, frozen=True):
    """A revision that a corpus is compared with."""

    root: Path
    ref: str
    repository: Repository
    commit: str


def base_at(root: Path, ref: str) -> Base:
    """The revision that ``ref`` names.

    Raises:
        UsageError: if it cannot be read.

    """
    try:
        repository = repository_of(root)
        return Base(root, ref, repository, commit_of(repository, ref))
    except NoBaseError as error:
        raise UsageError(f"--against: {error}") from error


def compared(report: Report, base: Base, settings: Settings, copies: Copies) -> Report:
    """The report, with the findings marked that the base already has.

    A base without a corpus, or with a manifest that cannot be read, has none. A record that the manifest says is renamed
    takes its findings along.

    Raises:
        UsageError: if the base cannot be read.

    """
    report = replace(report, against=base.ref)
    if not report.told:
        return report
    before = _findings_at(base, report.as_of, settings, Copies(copies.folder))
    return replace(report, findings=tuple(_marked(report.findings, before, report.renames)))


def _findings_at(base: Base, today: date, settings: Settings, copies: Copies) -> tuple[Finding, ...]:
    with TemporaryDirectory(prefix="dateline-") as folder:
        try:
            if unpack(base.repository, base.commit, base.root, Path(folder)):
                return check(Path(folder), settings, copies, today=today).told
        except NoBaseError as error:
            raise UsageError(f"--against {base.ref}: {error}") from error
        except BrokenManifestError:
            return ()
    return ()


def _marked(findings: tuple[Finding, ...], before: Iterable[Finding], renames: Mapping[str, str]) -> list[Finding]:
    """Mark as many findings of a rule in a record as were there before: the very same first, then others in their order.

    One that is waived now was there before as well, and excuses no other.
    """
    before = [finding for finding in before if finding.code not in _NEVER_EXCUSED]
    same = Counter(finding.fingerprint for finding in before)
    left = Counter(_of(finding, renames) for finding in before)
    excused = set()
    for n, finding in enumerate(findings):
        if same[finding.fingerprint] and left[_of(finding)]:
            same[finding.fingerprint] -= 1
            left[_of(finding)] -= 1
            excused.add(n)
    for n, finding in enumerate(findings):
        if n not in excused and finding.waived is None and left[_of(finding)]:
            left[_of(finding)] -= 1
            excused.add(n)
    return [replace(finding, baseline=n in excused and finding.waived is None) for n, finding in enumerate(findings)]


def _of(finding: Finding, renames: Mapping[str, str] | None = None) -> tuple[str, str]:
    """What is counted: the rule, and the record, or the file of what is none; under the name that it has now."""
    name, seen = finding.record or finding.path, set()
    while renames and name in renames and name not in seen:
        seen.add(name)
        name = renames[name]
    return finding.code, name
