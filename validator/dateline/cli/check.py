"""``dateline check``."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.checking import Asked, checked
from dateline.cli.console import Color, corpus_at
from dateline.cli.options import AsOf, Coloured, Ignore, Jobs, Preview, Select, Texts, settings_of
from dateline.cli.watch import again_and_again
from dateline.reporters import REPORTERS

Format = StrEnum("Format", {name.upper(): name for name in REPORTERS})  # type: ignore[misc] # the names are the reporters'

FULL = Format("full")


class FailOn(StrEnum):
    """From which severity on a finding ends the run with 1."""

    ERROR = "error"
    WARNING = "warning"


def check(  # noqa: PLR0913 - one parameter an option
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
    jobs: Jobs = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Remember nothing, and use nothing that is remembered.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    color: Coloured = Color.AUTO,
) -> None:
    """Check a corpus and tell what is wrong, at the line."""
    asked = Asked(
        paths=tuple(paths or ()),
        texts=texts,
        settings=settings_of(select, ignore, preview=preview, as_of=as_of),
        against=against,
        output_format=output_format.value,
        output_file=output_file,
        statistics_only=statistics_only,
        fail_on=fail_on.value,
        exit_zero=exit_zero,
        color=color,
        jobs=jobs,
        remembers=not no_cache,
    )
    if watch:
        again_and_again(partial(checked, asked), corpus_at(paths or [])[0], texts)
    raise typer.Exit(checked(asked))
