"""The report: all that a reporter needs, as plain data."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from dateline.engine.settings import UsageError
from dateline.model.finding import SEVERITIES, Finding, Severity, Skipped

COUNTED = (
    "files",
    "articles",
    "actors",
    "events",
    "mentions",
    "times",
    "quotes",
    "event_mentions",
    "anchors",
    "anchors_verified",
)


class Card(Struct, frozen=True):
    """A rule as a reporter shows it."""

    code: str
    name: str
    severity: str
    summary: str
    why: str = ""


class Report(Struct, frozen=True):
    """The findings of a run, in order, and how much was checked.

    ``root`` is the name of the corpus's folder, ``folder`` its way from where its reader stands (a terminal's
    working folder, the top of the repository that a host of code shows), empty for that place itself. ``renames`` are the
    records that have other names by now, each with its new one.
    """

    root: str
    as_of: date
    findings: tuple[Finding, ...]
    cards: dict[str, Card]
    checked: dict[str, int]
    skipped: tuple[Skipped, ...] = ()
    unread: int = 0
    crashed: bool = False
    against: str | None = None
    folder: str = ""
    renames: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings that somebody has to look at: neither waived nor already in the base of a comparison."""
        return tuple(finding for finding in self.findings if finding.waived is None and not finding.baseline)

    @property
    def by_severity(self) -> Counter[str]:
        """How many findings of each severity are told."""
        return Counter(finding.severity for finding in self.told)

    @property
    def fails(self) -> bool:
        """Whether a finding blocks a merge."""
        return self.fails_from("error")

    def fails_from(self, least: Severity) -> bool:
        """Whether a finding that is told weighs at least so much."""
        return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(least) for finding in self.told)

    def at(self, path: str) -> str:
        """Where a file of the corpus lies in its repository."""
        return f"{self.folder}/{path}" if self.folder else path


class BrokenManifestError(UsageError):
    """The manifest cannot be read; ``report`` says where."""

    def __init__(self, report: Report) -> None:
        super().__init__("dateline.yaml is broken: nothing else was checked")
        self.report = report
