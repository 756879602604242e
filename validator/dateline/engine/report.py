"""The report: all that a reporter needs, as plain data."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from dateline.model.corpus import Skipped
from dateline.model.finding import Finding

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


@dataclass(frozen=True, slots=True)
class Card:
    """A rule as a reporter shows it."""

    code: str
    name: str
    severity: str
    summary: str


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a run, in order, and how much was checked."""

    root: str
    as_of: date
    findings: tuple[Finding, ...]
    cards: dict[str, Card]
    checked: dict[str, int]
    skipped: tuple[Skipped, ...] = ()
    unread: int = 0
    crashed: bool = False
    by_severity: Counter[str] = field(default_factory=Counter)

    @property
    def fails(self) -> bool:
        """Whether a finding blocks a merge."""
        return any(f.severity == "error" and f.waived is None and not f.baseline for f in self.findings)
