"""``dateline stats``."""

import shutil
from pathlib import Path
from typing import Annotated

import typer
from msgspec import UNSET

from dateline.cli.console import Color, copies_in, corpus_at, tell
from dateline.cli.options import Coloured, Format, Texts
from dateline.cli.painting import tell_pieces
from dateline.cli.progress import progress
from dateline.engine.settings import UsageError

_STYLES = {"heading": "1", "disputed": "31", "claimed": "33", "planned": "36", "ongoing": "36"}


def stats(
    path: Annotated[Path | None, typer.Argument(help="A corpus.")] = None,
    *,
    texts: Texts = None,
    phenomena: Annotated[bool, typer.Option("--phenomena", help="And which of sixty phenomena occur, and where.")] = False,
    output_format: Annotated[Format, typer.Option(help="How to print the numbers.")] = Format.FULL,
    color: Coloured = Color.AUTO,
) -> None:
    """Count a corpus: items, coverage, speakers, events in time."""
    from dateline.engine.opening import opened  # noqa: PLC0415 - what other commands do not need
    from dateline.engine.phenomena import phenomena_of  # noqa: PLC0415 - as above
    from dateline.engine.tally import tally  # noqa: PLC0415 - as above
    from dateline.reporters import tally as reporter  # noqa: PLC0415 - as above

    root, files = corpus_at([path] if path else [])
    if files:
        raise UsageError(f"{path} is not a whole corpus: name its folder")
    copies = copies_in(texts)
    with progress(1, "reading") as shown:
        whole = opened(root, copies, shown.over)
    found = tally(whole, phenomena_of(whole, copies) if phenomena else UNSET)
    if output_format is Format.JSON:
        tell(reporter.render(found))
    else:
        tell_pieces(reporter.lines(found, shutil.get_terminal_size().columns), _STYLES, color)
