"""Measures Dateline against others, and against itself.

``python -m benchmarks.bench [--quick] [--only KEY ...] [--write PAGE]``
"""

import argparse
import sys
from pathlib import Path

from benchmarks import peers
from benchmarks.goals import DATELINE, FULL, QUICK, goals
from benchmarks.grounds import Ground, schemas
from benchmarks.pairs import CommandFailedError, told
from benchmarks.performance import NoReasonError, Row, known_reasons, machine, page, table

_OPTIONS = ("--jobs", "--no-cache")


def main() -> int:
    """Measure every row, print the table, write the page if asked to."""
    asked = _arguments().parse_args()
    sizes = QUICK if asked.quick else FULL
    try:
        _needed()
        versions = peers.versions()
        schemas()
        for size in (sizes.small, sizes.large):
            Ground(size).made()
        rows = []
        for goal in goals(sizes):
            if asked.only and goal.key not in asked.only:
                continue
            told(f"{goal.key}: {goal.what} / {goal.against}")
            rows.append(Row(goal, goal.run()))
            told(f"  {rows[-1].paired.ratio:.3f}")
            if asked.write and (failed := _written(rows, versions, asked.write)):  # what is stopped was not for nothing
                return failed
    except CommandFailedError as error:
        print(error, file=sys.stderr)
        return 1
    print(table(rows))
    return 0


def _needed() -> None:
    """Tell of an option that is not there before half an hour has gone by.

    Raises:
        CommandFailedError: if one is missing.

    """
    import subprocess  # noqa: PLC0415 - this alone reads what a command prints

    helped = subprocess.run([DATELINE, "check", "--help"], capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours
    if missing := [option for option in _OPTIONS if option not in helped]:
        raise CommandFailedError(f"dateline check has no {' and no '.join(missing)}")


def _written(rows: list[Row], versions: dict[str, str], path: Path) -> int:
    try:
        path.write_text(page(rows, machine(), versions, known_reasons()), "utf-8")
    except NoReasonError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer articles and rounds, and nothing of a hundred thousand")
    parser.add_argument("--only", nargs="*", default=[], metavar="KEY", help="these rows alone")
    parser.add_argument("--write", type=Path, help="write the page docs/performance.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
