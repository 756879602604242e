"""``dateline anchor``."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import complain, copies_in, corpus_at, tell
from dateline.engine.anchoring import anchored
from dateline.engine.changes import carry_out
from dateline.engine.settings import UsageError
from dateline.reporters.safe import safe


def anchor(
    article: Annotated[Path, typer.Argument(help="The file of an article with a withheld text.")],
    *,
    texts: Annotated[
        Path | None, typer.Option(envvar="DATELINE_TEXTS", help="Folder of your own copies, <article id>.txt.")
    ] = None,
) -> None:
    """Fill in the digests, counts and fingerprints of a withheld article from your own copy of its text."""
    root, files = corpus_at([article])
    if article.is_dir():
        message = f"{article} is a folder: name the file of an article"
        raise UsageError(message)
    change = anchored(root, files[0], copies_in(texts))
    troubles = carry_out(root, [change] if change else [])
    for path, why in troubles.items():
        complain(f"{path} was not changed: {why}")
    if troubles:
        raise typer.Exit(1)
    tell(f"{safe(files[0])}: {'filled in' if change else 'up to date'}\n")
