"""The measured rows as a table, and as the page docs/performance.md."""

import os
import platform
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.goals import Goal
from benchmarks.pairs import Paired

REASONS = Path(__file__).parent / "reasons.toml"


@dataclass(frozen=True, slots=True)
class Row:
    """A goal and what was measured."""

    goal: Goal
    paired: Paired

    @property
    def is_met(self) -> bool | None:
        """Whether it is as it must be; none where nothing must be."""
        return None if self.goal.must is None else self.paired.ratio <= self.goal.must

    @property
    def met(self) -> str:
        """The same in a word."""
        if self.goal.must is None or self.goal.aim is None:
            return "-"
        return "aim" if self.paired.ratio <= self.goal.aim else "must" if self.is_met else "**no**"


class NoReasonError(Exception):
    """A goal is missed, and nobody has said why."""


def unmet(rows: Iterable[Row]) -> list[Row]:
    """The rows that are not as they must be."""
    return [row for row in rows if row.is_met is False]


def reasons(rows: Iterable[Row], known: Mapping[str, str]) -> str:
    """Why what is not met is not.

    Raises:
        NoReasonError: if there is no reason for one of them.

    """
    missed = unmet(rows)
    if absent := [row.goal.key for row in missed if not known.get(row.goal.key, "").strip()]:
        raise NoReasonError(f"measure why, and say it in benchmarks/{REASONS.name}: {', '.join(absent)}")
    if not missed:
        return "Every goal is met."
    return "\n".join(f"* {row.goal.what}, against {row.goal.against}: {' '.join(known[row.goal.key].split())}" for row in missed)


def known_reasons(path: Path = REASONS) -> dict[str, str]:
    """The reasons that were written down, by the key of the row."""
    found: dict[str, str] = tomllib.loads(path.read_text("utf-8"))
    return found


def ratio(value: float) -> str:
    """A ratio as people say it: 1.25, or 1/80."""
    return f"{value:.2f}" if value >= 0.5 else f"1/{1 / value:.3g}"  # noqa: PLR2004 - from there on a fraction reads better


def amount(values: Iterable[float], unit: str) -> str:
    """The median of one side."""
    ordered = sorted(values)
    middle = (ordered[len(ordered) // 2] + ordered[(len(ordered) - 1) // 2]) / 2
    return f"{middle * 1000:,.0f}" if unit == "ms" else f"{middle:,.0f} {unit}"


def table(rows: Iterable[Row]) -> str:
    """A row for each goal."""
    lines = [
        "| what | against | ours, ms | theirs, ms | ratio | spread | rounds | must | aim | met | what the other does not check |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|---|---|",
    ]
    lines += ["| " + " | ".join(_cells(row)) + " |" for row in rows]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    goal, measured = row.goal, row.paired
    least, greatest = measured.spread
    bounds = (ratio(bound) if bound else "-" for bound in (goal.must, goal.aim))
    return (
        *(goal.what, goal.against, amount(measured.ours, goal.unit), amount(measured.theirs, goal.unit)),
        *(ratio(measured.ratio), f"{ratio(least)} to {ratio(greatest)}", str(len(measured.ratios)), *bounds, row.met, goal.unseen),
    )


def machine() -> str:
    """What it was measured on: nothing that says whose it is."""
    info = Path("/proc/cpuinfo")
    models = [line for line in info.read_text("utf-8").splitlines() if line.startswith("model name")] if info.exists() else []
    model = models[0].partition(":")[2].strip() if models else platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system, python = platform.system(), platform.python_version()
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GiB, {system}, Python {python}"


def page(rows: list[Row], on: str, versions: Mapping[str, str], known: Mapping[str, str]) -> str:
    """The whole page."""
    listed = ", ".join(f"{name} {number}" for name, number in sorted(versions.items()))
    return _PAGE.format(machine=on, versions=listed, table=table(rows), reasons=reasons(rows, known))


_PAGE = """# How fast it is

Written by `make bench`: do not edit.

Every figure is a ratio within paired runs: in each round both commands run by turns, on the same files. What counts is the median
of the ratios; the spread is the least and the greatest. A first run of each is not counted, but for those that take minutes. Lower
is better: 2.00 is twice as long as the other, 1/20 a twentieth.

Measured on {machine}.
Against {versions}.

The corpora are made up (`python -m benchmarks.corpora`): articles of some 13 KB with 49 mentions, 18 times, 14 quotes and 22 event
mentions, and actors and events that they refer to. All stable rules are asked, those across files too. *Cold*: no memory is there,
and it is written; *warm*: all was checked before. Memory is that of all processes together, pages that they share counted once
(PSS), sampled every 20 ms.

{table}

## What is not met, and why

{reasons}
"""
