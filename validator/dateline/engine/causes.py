"""Root causes only: a problem that rests on a place where a more basic rule has spoken is an echo, and is dropped."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import finding, place
from dateline.rules import Rule, rank


@dataclass(frozen=True, slots=True)
class Said:
    """A problem, and the rule that said it."""

    rule: Rule
    problem: finding.Problem
    record: str | None = None


def only_roots(all_said: Iterable[Said]) -> list[Said]:
    """Keep what does not rest on something more basic; an echo of an echo is one too."""
    ordered = sorted(all_said, key=lambda said: (rank(said.rule.code), said.rule.code))
    spoken: dict[place.Place | place.Mark, tuple[int, int]] = {}
    kept = []
    for said in ordered:
        own = rank(said.rule.code)
        if not any(spoken.get(base, own) < own for base in said.problem.rests_on):
            kept.append(said)
        spoken.setdefault(said.problem.at, own)
    return kept
