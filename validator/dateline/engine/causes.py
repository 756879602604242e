"""Root causes only: a problem that rests on a place where a more basic rule has spoken is an echo, and is dropped."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec import Struct

from dateline.model import finding, place
from dateline.rules import Rule, rank


class Said(Struct, frozen=True):
    """A problem, and the rule that said it."""

    rule: Rule
    problem: finding.Problem
    record: str | None = None

    @property
    def told_of(self) -> str | None:
        """The id of the record that it is told of: of one that could not be read, the name of its file."""
        path = self.problem.at.file
        return self.record or (PurePosixPath(path).stem if path.endswith(".yaml") else None)

    @property
    def pointer(self) -> str | None:
        """Where in the data it is told, if that is known."""
        return self.problem.at.pointer if isinstance(self.problem.at, place.Place) else None


def only_roots(all_said: Iterable[Said]) -> list[Said]:
    """Keep what does not rest on something more basic; an echo of an echo is one too.

    A warning hides no error: what blocks a merge is told, however well a warning may explain it.
    """
    ordered = sorted(all_said, key=lambda said: (rank(said.rule.code), said.rule.code))
    spoken: dict[tuple[place.Place | place.Mark, bool], tuple[int, int]] = {}
    kept = []
    for said in ordered:
        own, is_error = rank(said.rule.code), said.rule.severity == "error"
        hiding = (True,) if is_error else (True, False)
        if not any(spoken.get((base, by), own) < own for base in said.problem.rests_on for by in hiding):
            kept.append(said)
        spoken.setdefault((said.problem.at, is_error), own)
    return kept
