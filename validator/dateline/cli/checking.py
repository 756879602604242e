"""A check from its options to its exit code. Typer is not needed here: a plain ``dateline check`` starts sooner without."""

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.cli.console import Color, copies_in, corpus_at, note, painted
from dateline.cli.output import deliver, folder_for, target
from dateline.cli.progress import progress
from dateline.engine.check import check
from dateline.engine.keeping import Hits, Keeper
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.settings import Settings, UsageError
from dateline.loading.texts import Copies
from dateline.model.finding import Severity
from dateline.reporters import FOR_TERMINALS, REPORTERS
from dateline.reporters.summary import counted, headline, statistics, summary


class Asked(Struct, frozen=True, kw_only=True):
    """What the command line asks of a check; ``jobs`` is the number of processes, 0 for one on every core."""

    paths: tuple[Path, ...] = ()
    texts: Path | None = None
    settings: Settings = Settings()
    against: str | None = None
    output_format: str = "full"
    output_file: Path | None = None
    statistics_only: bool = False
    fail_on: Severity = "error"
    exit_zero: bool = False
    color: Color = Color.AUTO
    jobs: int = 0
    remembers: bool = True


def plainly_asked(words: list[str]) -> Asked | None:
    """What ``dateline check`` is asked by nothing but paths; none where Typer has to read the words."""
    is_plain = words[:1] == ["check"] and not any(word.startswith("-") for word in words) and "DATELINE_TEXTS" not in os.environ
    return Asked(paths=tuple(map(Path, words[1:]))) if is_plain else None


def checked(asked: Asked) -> int:
    """Check, tell what is wrong, and give the exit code.

    Raises:
        UsageError: if the run cannot start.

    """
    in_terminal = asked.output_format in FOR_TERMINALS
    if asked.statistics_only and not in_terminal:
        message = f"--statistics goes with --output-format {' or '.join(FOR_TERMINALS)}: the others count nothing"
        raise UsageError(message)
    root, only = corpus_at(list(asked.paths))
    file = target(asked.output_file, asked.texts)
    keeper = Keeper(root if asked.remembers else None)
    report, broken = _reported(asked, root, only, keeper)
    for told in keeper.notes:
        note(told)
    report = replace(report, folder=folder_for(root, in_terminal=in_terminal))
    rendered = REPORTERS[asked.output_format](report)
    if in_terminal and file is None:
        rendered = painted(rendered, asked.color)
    if asked.statistics_only and not broken:
        rendered = f"{statistics(report)}{summary(report, in_terminal=True)}\n{_remembered(keeper.hits)}"
    deliver(rendered, file, headline(report))
    if broken:
        raise broken
    if report.crashed:
        return 3
    return 1 if report.fails_from(asked.fail_on) and not asked.exit_zero else 0


def _reported(asked: Asked, root: Path, only: list[str], keeper: Keeper) -> tuple[Report, BrokenManifestError | None]:
    """The report; of a manifest that is broken, also what to end with."""
    copies = copies_in(asked.texts)
    compared = _comparison(asked, root, copies)
    with progress(1, "checking") as shown:
        try:
            report = check(root, asked.settings, copies, only, over=shown.over, jobs=asked.jobs or cores(), keeper=keeper)
        except BrokenManifestError as error:
            return error.report, error
        return compared(report), None


def _comparison(asked: Asked, root: Path, copies: Copies) -> Callable[[Report], Report]:
    """What marks the findings that a revision already has, if one is named. That it can be read is seen to before all else."""
    if asked.against is None:
        return lambda report: report
    from dateline.engine.baseline import base_at, compared  # noqa: PLC0415 - what a plain check does not need

    base = base_at(root, asked.against)
    return lambda report: compared(report, base, asked.settings, copies)


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _remembered(hits: Hits) -> str:
    """How much of the run was remembered."""
    known = hits.by_state + hits.by_bytes
    how = f" ({hits.by_state} by their state on the disk, {hits.by_bytes} by their bytes)" if known else ""
    return f"memory: {counted(known, 'files')} known from former runs{how}, {hits.checked} checked\n"
