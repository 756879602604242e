"""``dateline rules``."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.console import tell
from dateline.engine.settings import UsageError
from dateline.loading.source import why
from dateline.model import standard


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
    from dateline.rules import rulebook  # noqa: PLC0415 - what other commands do not need

    if write:
        try:
            _write()
        except OSError as error:
            message = f"{standard.folder()} cannot be written to: {why(error)}"
            raise UsageError(message) from error
    elif output_format is Format.JSON:
        from dateline.engine.catalogue import as_json  # noqa: PLC0415 - as above

        tell(as_json(rulebook()))
    else:
        for rule in rulebook():
            preview = " (preview)" if rule.preview else ""
            tell(f"{rule.code}  {rule.severity:7}  {rule.name:24}  {rule.page.summary}{preview}\n")


def _write() -> None:
    from dateline.engine.catalogue import as_json, as_page  # noqa: PLC0415 - what only this needs
    from dateline.loading.writing import write  # noqa: PLC0415 - as above
    from dateline.rules.discovery import CATALOGUE, as_module, discovered  # noqa: PLC0415 - as above

    found = discovered()
    write(CATALOGUE, as_module(found).encode())
    write(standard.folder() / "rules.json", as_json(found).encode())
    write(standard.folder() / "RULES.md", as_page(found).encode())
