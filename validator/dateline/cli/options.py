"""What several commands take, said once: their options, and what is made of them."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import Color
from dateline.engine.settings import Settings, UsageError


class Format(StrEnum):
    """How to print numbers: for people, or for programs."""

    FULL = "full"
    JSON = "json"


Corpus = Annotated[Path, typer.Option(metavar="DIR", help="The corpus, or a folder in it.")]
Changed = Annotated[list[Path] | None, typer.Argument(help="A corpus, or files of one: no others are touched.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would be changed, and end with 1 if anything.")]
Texts = Annotated[
    Path | None,
    typer.Option(envvar="DATELINE_TEXTS", help="Folder of your own copies of withheld texts, <article id>.txt."),
]
Select = Annotated[str, typer.Option(help="Only these rules, by name or beginning of the code, with commas.")]
Ignore = Annotated[str, typer.Option(help="Not these rules; what keeps a file from being judged is told all the same.")]
Preview = Annotated[bool, typer.Option("--preview", help="The rules on trial, too.")]
AsOf = Annotated[str, typer.Option(help="The day to call today, such as 2026-11-23.")]
Jobs = Annotated[int, typer.Option(min=0, help="How many processes; 0 for one on every core.")]
Coloured = Annotated[Color, typer.Option("--color", help="When to use colour.")]


def settings_of(select: str, ignore: str, *, preview: bool, as_of: str) -> Settings:
    """What the options of rules and of today ask for.

    Raises:
        UsageError: if today is no day.

    """
    return Settings(names_in(select), names_in(ignore), preview=preview, as_of=_day_of(as_of))


def names_in(written: str) -> tuple[str, ...]:
    """The names of a list with commas."""
    return tuple(name for part in written.split(",") if (name := part.strip()))


def _day_of(written: str) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        message = f'--as-of "{written}" is no day: write one such as 2026-11-23'
        raise UsageError(message) from error
