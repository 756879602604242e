"""``dateline fmt``."""

from typing import Annotated

import typer

from dateline.cli.changing import changed
from dateline.cli.console import corpus_at, note
from dateline.cli.options import Changed, Diff
from dateline.cli.progress import progress
from dateline.reporters.summary import counted


def fmt(
    paths: Changed = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 if a file would be changed.")] = False,
    diff: Diff = False,
) -> None:
    """Bring records into canonical layout, and keep what they mean.

    That is the order of fields and of items, indentation and quotation marks. Comments stay where they belong.
    """
    from dateline.engine.formatting import formatted  # noqa: PLC0415 - what other commands do not need

    root, only = corpus_at(paths or [])
    with progress(1, "formatting") as shown:
        found = list(formatted(root, only, shown.over))
    outcome = changed(root, found, diff=diff, check=check)
    note(f"{counted(len(outcome.done), 'files')} {'would be formatted' if check or diff else 'formatted'}")
    raise typer.Exit(1 if outcome.fails else 0)
