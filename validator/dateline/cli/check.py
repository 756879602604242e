"""``dateline check``."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from dateline.cli.console import Color, copies_in, corpus_at, painted
from dateline.cli.options import AsOf, Coloured, Ignore, Preview, Select, Texts, settings_of
from dateline.cli.output import deliver, folder_for, target
from dateline.cli.progress import progress
from dateline.cli.watch import again_and_again
from dateline.engine.baseline import base_at, compared
from dateline.engine.check import BrokenManifestError
from dateline.engine.check import check as check_corpus
from dateline.engine.settings import UsageError
from dateline.reporters import FOR_TERMINALS, REPORTERS
from dateline.reporters.summary import headline, statistics, summary

Format = StrEnum("Format", {name.upper(): name for name in REPORTERS})  # type: ignore[misc] # the names are the reporters'

FULL = Format("full")


class FailOn(StrEnum):
    """From which severity on a finding ends the run with 1."""

    ERROR = "error"
    WARNING = "warning"


def check(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="A corpus, or files of one: they limit what is told, not what is looked at."),
    ] = None,
    *,
    texts: Texts = None,
    select: Select = "",
    ignore: Ignore = "",
    preview: Preview = False,
    as_of: AsOf = "",
    against: Annotated[
        str | None,
        typer.Option(metavar="REF", help="A revision, such as origin/main: what it already has does not fail."),
    ] = None,
    output_format: Annotated[Format, typer.Option(help="How to print the findings.")] = FULL,
    output_file: Annotated[Path | None, typer.Option(help="The file to write them into, instead of stdout.")] = None,
    statistics_only: Annotated[bool, typer.Option("--statistics", help="Count by rule instead (full, concise).")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="The least that ends with 1.")] = FailOn.ERROR,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever is found.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    color: Coloured = Color.AUTO,
) -> None:
    """Check a corpus and tell what is wrong, at the line."""
    if statistics_only and output_format not in FOR_TERMINALS:
        message = f"--statistics goes with --output-format {' or '.join(FOR_TERMINALS)}: the others count nothing"
        raise UsageError(message)
    root, only = corpus_at(paths or [])
    if watch:
        again_and_again(partial(_check_once, context), root, texts)
    file = target(output_file, texts)
    settings, copies = settings_of(select, ignore, preview=preview, as_of=as_of), copies_in(texts)
    base = base_at(root, against) if against is not None else None
    broken: BrokenManifestError | None = None
    with progress(1, "checking") as shown:
        try:
            report = check_corpus(root, settings, copies, only, over=shown.over)
        except BrokenManifestError as error:
            broken, report = error, error.report
        report = compared(report, base, settings, copies) if base and not broken else report
    report = replace(report, folder=folder_for(root, in_terminal=output_format in FOR_TERMINALS))
    rendered = REPORTERS[output_format](report)
    if output_format in FOR_TERMINALS and file is None:
        rendered = painted(rendered, color)
    if statistics_only and not broken:
        rendered = f"{statistics(report)}{summary(report, in_terminal=True)}\n"
    deliver(rendered, file, headline(report))
    if broken:
        raise broken
    if report.crashed:
        raise typer.Exit(3)
    raise typer.Exit(1 if report.fails_from(fail_on.value) and not exit_zero else 0)


def _check_once(context: typer.Context) -> None:
    """Check with all that was asked for, but without waiting for a change."""
    if context.command.callback:
        context.command.callback(**{**context.params, "watch": False})
