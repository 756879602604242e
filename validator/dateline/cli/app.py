"""The command line as a whole."""

from typing import Annotated

import typer

from dateline import __version__
from dateline.cli.agree import agree
from dateline.cli.anchor import anchor
from dateline.cli.check import check
from dateline.cli.confirm import confirm
from dateline.cli.console import tell
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.fix import fix
from dateline.cli.fmt import fmt
from dateline.cli.hydrate import hydrate
from dateline.cli.import_ import import_
from dateline.cli.migrate import migrate
from dateline.cli.new import new
from dateline.cli.rules import rules
from dateline.cli.schema import schema
from dateline.cli.show import show
from dateline.cli.stats import stats
from dateline.cli.tables import tables

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        tell(f"dateline {__version__}\n")
        raise typer.Exit


@app.callback()
def dateline(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Check an annotated corpus of diplomatic news: dates, speakers, references."""


for command in (check, fix, fmt, confirm, explain, rules, schema, anchor, show, migrate, export, hydrate, tables, stats, agree):
    app.command()(command)
app.command("import")(import_)
app.add_typer(new, name="new", short_help="Begin an article, an actor or an event.")
