"""``dateline check``."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import Color, copies_in, corpus_at, painted
from dateline.cli.output import deliver, folder_in_repository, target
from dateline.engine.check import BrokenManifestError
from dateline.engine.check import check as check_corpus
from dateline.engine.settings import Settings, UsageError
from dateline.reporters import FOR_TERMINALS, REPORTERS
from dateline.reporters.summary import headline, statistics, summary

Format = StrEnum("Format", {name.upper(): name for name in REPORTERS})  # type: ignore[misc] # the names are the reporters'

FULL = Format("full")


def check(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="A corpus, or files of one: they limit what is told, not what is looked at."),
    ] = None,
    *,
    texts: Annotated[
        Path | None,
        typer.Option(envvar="DATELINE_TEXTS", help="Folder of your own copies of withheld texts, <article id>.txt."),
    ] = None,
    select: Annotated[str, typer.Option(help="Rules to ask, by name or beginning of the code, with commas.")] = "",
    ignore: Annotated[str, typer.Option(help="Rules not to ask.")] = "",
    preview: Annotated[bool, typer.Option("--preview", help="Ask the rules on trial, too.")] = False,
    as_of: Annotated[str, typer.Option(help="The day to call today, such as 2026-11-23.")] = "",
    output_format: Annotated[Format, typer.Option(help="How to print the findings.")] = FULL,
    output_file: Annotated[Path | None, typer.Option(help="The file to write them into, instead of stdout.")] = None,
    statistics_only: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule instead.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever is found.")] = False,
    color: Annotated[Color, typer.Option(help="When to use colour.")] = Color.AUTO,
) -> None:
    """Check a corpus and tell what is wrong, at the line."""
    root, only = corpus_at(paths or [])
    file = target(output_file, root)
    settings = Settings(_names(select), _names(ignore), preview=preview, as_of=_day(as_of))
    broken: BrokenManifestError | None = None
    try:
        report = check_corpus(root, settings, copies_in(texts), only)
    except BrokenManifestError as error:
        broken, report = error, error.report
    report = replace(report, folder=folder_in_repository(root))
    rendered = REPORTERS[output_format](report)
    if output_format in FOR_TERMINALS and file is None:
        rendered = painted(rendered, color)
    if statistics_only and output_format in FOR_TERMINALS and not broken:
        rendered = f"{statistics(report)}{summary(report)}\n"
    deliver(rendered, file, headline(report))
    if broken:
        raise broken
    if report.crashed:
        raise typer.Exit(3)
    raise typer.Exit(1 if report.fails and not exit_zero else 0)


def _names(written: str) -> tuple[str, ...]:
    return tuple(name for part in written.split(",") if (name := part.strip()))


def _day(written: str) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f'--as-of "{written}" is no day: write one such as 2026-11-23'
        raise UsageError(message) from error
