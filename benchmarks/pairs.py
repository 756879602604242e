"""Paired runs: two commands by turns, a ratio for each round. Ratios hold where times do not: both sides meet the same machine."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

Command = Sequence[str | Path]


def nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is timed: commands, one after the other; what is done before each run, untimed; what they may return."""

    name: str
    commands: Sequence[Command]
    before: Callable[[], None] = nothing
    accepted: frozenset[int] = frozenset({0})
    times: float = 1.0  # of a sample: how often it goes into the whole
    cwd: Path | None = None


@dataclass(frozen=True, slots=True)
class Paired:
    """What was measured: one number of each side in every round."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Ours by theirs, round by round."""
        return tuple(one / other for one, other in zip(self.ours, self.theirs, strict=True))

    @property
    def ratio(self) -> float:
        """The median of the ratios."""
        return median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The least and the greatest ratio."""
        return min(self.ratios), max(self.ratios)


class CommandFailedError(Exception):
    """A command is not there, or did not do what was to be timed."""


def seconds(side: Side) -> float:
    """Run a side once.

    Raises:
        CommandFailedError: if a command is missing or returns what it should not.

    """
    side.before()
    spent = 0.0
    for command in side.commands:
        started = perf_counter()
        code, told = ran(command, side.cwd)
        spent += perf_counter() - started
        if code not in side.accepted:
            raise CommandFailedError(f"{side.name}: {' '.join(map(str, command[:8]))} returned {code}\n{told[-2000:]}")
    return spent * side.times


def ran(command: Command, cwd: Path | None = None) -> tuple[int, str]:
    """Run a command; give its code and what it said on the error stream.

    Raises:
        CommandFailedError: if it is not there.

    """
    try:
        done = subprocess.run(  # noqa: S603 - commands of this program
            list(map(str, command)),
            cwd=cwd,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
    except FileNotFoundError as error:
        raise CommandFailedError(f"{command[0]} is not there: run it by way of make bench") from error
    return done.returncode, done.stderr.decode("utf-8", "replace")


def paired(ours: Side, theirs: Side, rounds: int, *, warm_up: bool = True) -> Paired:
    """Run both sides by turns, each first in every other round; a first run of each is not counted."""
    for side in (ours, theirs) if warm_up else ():
        seconds(side)
    measured: dict[str, list[float]] = {"ours": [], "theirs": []}
    for number in range(rounds):
        turns = (("ours", ours), ("theirs", theirs))
        for name, side in turns if number % 2 == 0 else turns[::-1]:
            measured[name].append(seconds(side))
    return Paired(tuple(measured["ours"]), tuple(measured["theirs"]))


def told(line: str) -> None:
    """Say how far it is."""
    print(line, file=sys.stderr, flush=True)
