"""``dateline fmt``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import complain, corpus_at, note, tell
from dateline.engine.changes import Change, LeftAlone, carry_out
from dateline.engine.formatting import formatted
from dateline.reporters.diff import render
from dateline.reporters.safe import safe
from dateline.reporters.summary import counted


def fmt(
    paths: Annotated[list[Path] | None, typer.Argument(help="A corpus, or files of one: no others are touched.")] = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 if a file would be changed.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be changed, and write nothing.")] = False,
) -> None:
    """Bring records into canonical layout: order of fields, indentation, quotation marks; never their meaning."""
    root, only = corpus_at(paths or [])
    found = list(formatted(root, only))
    changes = [one for one in found if isinstance(one, Change)]
    alone = [one for one in found if isinstance(one, LeftAlone)]
    for file in alone:
        note(f"{file.path} is left as it is: {file.why}")
    troubles: dict[str, str] = {}
    if diff:
        tell(render(line for change in changes for line in change.diff()))
    elif not check:
        troubles = carry_out(root, changes)
    for path, why in troubles.items():
        complain(f"{path} was not changed: {why}")
    done = [change.path for change in changes if change.path not in troubles]
    if not diff:
        tell("".join(f"{safe(path)}\n" for path in done))
    note(f"{counted(len(done), 'files')} {'would be formatted' if check or diff else 'formatted'}")
    fails = troubles or any(file.fails for file in alone) or (changes and (check or diff))
    raise typer.Exit(1 if fails else 0)
