"""``dateline migrate``."""

from typing import Annotated

import typer

from dateline.cli.changing import changed
from dateline.cli.console import corpus_at, note
from dateline.cli.options import Changed, Diff
from dateline.model import standard
from dateline.reporters.summary import counted


def migrate(
    paths: Changed = None,
    *,
    to: Annotated[str, typer.Option(help="The version of the schema to bring records to; the newest if left out.")] = "",
    diff: Diff = False,
) -> None:
    """Bring records to a newer version of the schema.

    Comments and layout stay as they are.
    """
    from dateline.engine.migration import migrated  # noqa: PLC0415 - what other commands do not need

    root, only = corpus_at(paths or [])
    version = to or standard.VERSION
    outcome = changed(root, migrated(root, version, only), diff=diff)
    if outcome.done:
        note(f"{counted(len(outcome.done), 'files')} {'would be brought' if diff else 'brought'} to version {version}")
    elif not outcome.fails:
        newest = ", the newest" if version == standard.VERSION else " or a newer one"
        note(f"nothing to do: everything is at version {version}{newest}")
    raise typer.Exit(1 if outcome.fails else 0)
