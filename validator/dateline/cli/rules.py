"""``dateline rules``."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.console import tell
from dateline.engine.catalogue import as_json, as_page
from dateline.engine.settings import UsageError
from dateline.loading.source import why
from dateline.loading.writing import write as write_file
from dateline.model import standard
from dateline.rules import rulebook
from dateline.rules.discovery import CATALOGUE, as_module, discovered


class Format(StrEnum):
    """How to print the rules."""

    TEXT = "text"
    JSON = "json"


def rules(
    *,
    output_format: Annotated[Format, typer.Option(help="How to print them.")] = Format.TEXT,
    write: Annotated[bool, typer.Option("--write", help="Write them into the program and the schema folder.")] = False,
) -> None:
    """List the rules."""
    if write:
        try:
            found = discovered()
            write_file(CATALOGUE, as_module(found).encode())
            write_file(standard.folder() / "rules.json", as_json(found).encode())
            write_file(standard.folder() / "RULES.md", as_page(found).encode())
        except OSError as error:
            message = f"{standard.folder()} cannot be written to: {why(error)}"
            raise UsageError(message) from error
    elif output_format is Format.JSON:
        tell(as_json(rulebook()))
    else:
        for rule in rulebook():
            preview = " (preview)" if rule.preview else ""
            tell(f"{rule.code}  {rule.severity:7}  {rule.name:24}  {rule.page.summary}{preview}\n")
