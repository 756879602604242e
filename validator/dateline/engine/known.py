"""What a run has to know of each file, and of all of them together, to go on from where a former run ended."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from msgspec import Struct, field

from dateline.engine.causes import Said
from dateline.engine.inputs import ARTICLES
from dateline.model.corpus import Name
from dateline.model.facts import Head
from dateline.model.facts.references import Reference
from dateline.model.finding import Problem, Skipped
from dateline.rules import Rule

Key = TypeVar("Key")

UNJUDGED = "unjudged"  # files that were not judged as records, among what is counted


class Told(Struct, frozen=True, array_like=True):
    """A problem, the code of the rule that said it, and the record that it is told of."""

    code: str
    problem: Problem
    record: str | None

    @classmethod
    def of(cls, said: Iterable[Said]) -> "tuple[Told, ...]":
        """What was said, without the rules themselves."""
        return tuple(cls(one.rule.code, one.problem, one.record) for one in said)

    def said(self, rules: dict[str, Rule]) -> Said:
        """What was said, with its rule."""
        return Said(rules[self.code], self.problem, self.record)


class Known(Struct, frozen=True, array_like=True):
    """What is known of a file beside what was told of it. One that could not be read has no head, and is ``unread`` by its name."""

    unread: Name | None
    head: Head | None
    counts: dict[str, int]
    skipped: tuple[Skipped, ...]
    is_textless: bool
    referred: frozenset[Name]
    outcomes: frozenset[str]
    loose: tuple[Reference, ...]


class Sums(Struct):
    """What is known of all files together. Each file can be added, and taken away again."""

    counts: dict[str, int] = field(default_factory=dict)
    unread: dict[str, Name] = field(default_factory=dict)  # by path, as what follows
    textless: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, tuple[Skipped, ...]] = field(default_factory=dict)
    loose: dict[str, tuple[Reference, ...]] = field(default_factory=dict)
    astray: dict[str, str] = field(default_factory=dict)  # articles elsewhere than among the articles
    referred: dict[str, int] = field(default_factory=dict)  # by ``actor:roh-jae-chun``: how many articles do
    outcomes: dict[str, int] = field(default_factory=dict)
    annotated: dict[date, int] = field(default_factory=dict)

    def add(self, path: str, known: Known) -> None:
        """Add a file that was not there."""
        self._count(known, 1)
        if known.unread:
            self.unread[path] = known.unread
        if known.is_textless and known.head:
            self.textless[path] = known.head.id
        if known.skipped:
            self.skipped[path] = known.skipped
        if known.loose:
            self.loose[path] = known.loose
        if known.head and known.head.kind == "article" and not path.startswith(ARTICLES):
            self.astray[path] = known.head.id

    def remove(self, path: str, known: Known) -> None:
        """Take a file away that was added."""
        self._count(known, -1)
        for by_path in (self.unread, self.textless, self.skipped, self.loose, self.astray):
            by_path.pop(path, None)

    def _count(self, known: Known, sign: int) -> None:
        _add(self.counts, known.counts, sign)
        _add(self.referred, {":".join(name): 1 for name in known.referred}, sign)
        _add(self.outcomes, dict.fromkeys(known.outcomes, 1), sign)
        if known.head and known.head.annotated:
            _add(self.annotated, {known.head.annotated: 1}, sign)


def _add(sums: dict[Key, int], numbers: dict[Key, int], sign: int) -> None:
    for key, number in numbers.items():
        sums[key] = sums.get(key, 0) + sign * number
        if not sums[key]:
            del sums[key]
