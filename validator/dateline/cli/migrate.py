"""``dateline migrate``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import complain, corpus_at, note, tell
from dateline.engine.changes import Change, LeftAlone, carry_out
from dateline.engine.migration import migrated
from dateline.model import standard
from dateline.reporters.diff import render
from dateline.reporters.safe import safe
from dateline.reporters.summary import counted


def migrate(
    path: Annotated[Path | None, typer.Argument(help="A corpus, or a file of one: no other is touched.")] = None,
    *,
    to: Annotated[str, typer.Option(help="The version of the schema to bring records to; the newest if left out.")] = "",
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be changed, and write nothing.")] = False,
) -> None:
    """Bring records to a newer version of the schema; comments and layout stay as they are."""
    root, only = corpus_at([path] if path else [])
    version = to or standard.VERSION
    found = list(migrated(root, version, only))
    changes = [one for one in found if isinstance(one, Change)]
    alone = [one for one in found if isinstance(one, LeftAlone)]
    for file in alone:
        note(f"{file.path} is left as it is: {file.why}")
    troubles = {} if diff else carry_out(root, changes)
    for name, why in troubles.items():
        complain(f"{name} was not changed: {why}")
    if diff:
        tell(render(line for change in changes for line in change.diff()))
    else:
        tell("".join(f"{safe(change.path)}\n" for change in changes if change.path not in troubles))
    if changes:
        note(f"{counted(len(changes) - len(troubles), 'files')} {'would be brought' if diff else 'brought'} to version {version}")
    elif not alone:
        newest = ", the newest" if version == standard.VERSION else " or a newer one"
        note(f"nothing to do: everything is at version {version}{newest}")
    raise typer.Exit(1 if alone or troubles or (diff and changes) else 0)
