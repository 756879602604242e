"""``dateline show``."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.check import names_in
from dateline.cli.console import Color, copies_in, corpus_at, tell, wants_colour
from dateline.engine.article import article_at, path_of_article
from dateline.engine.settings import UsageError
from dateline.reporters.article import View, lines
from dateline.reporters.labels import LAYERS
from dateline.reporters.pieces import Piece

_STYLES = {"mentions": "36", "times": "33", "quotes": "32", "events": "35"}


def show(
    article: Annotated[str, typer.Argument(help="The file of an article, or its id, from within the corpus.")],
    *,
    texts: Annotated[
        Path | None, typer.Option(envvar="DATELINE_TEXTS", help="Folder of your own copies, <article id>.txt.")
    ] = None,
    layers: Annotated[str, typer.Option(help="Which of them to show, with commas.")] = ",".join(LAYERS),
    color: Annotated[Color, typer.Option(help="When to use colour.")] = Color.AUTO,
) -> None:
    """Show an article with its annotations."""
    view = View(_layers(layers), shutil.get_terminal_size().columns)
    root, path = _found(article)
    record = article_at(root, path, copies_in(texts))
    paint = _painted if wants_colour(color) else _plain
    for line in lines(record, view):
        tell("".join(map(paint, line)).rstrip() + "\n")


def _plain(piece: Piece) -> str:
    return piece.text


def _painted(piece: Piece) -> str:
    return f"\x1b[{_STYLES[piece.layer]}m{piece.text}\x1b[0m" if piece.layer else piece.text


def _layers(written: str) -> tuple[str, ...]:
    wanted = names_in(written)
    if unknown := [name for name in wanted if name not in LAYERS]:
        raise UsageError(f'there is no layer "{unknown[0]}": name some of {", ".join(LAYERS)}')
    return wanted


def _found(article: str) -> tuple[Path, str]:
    """The corpus, and the path in it of a file, or of an id in the corpus around."""
    path = Path(article)
    if path.is_dir():
        raise UsageError(f"{article} is a folder: name the file of an article")
    if path.exists() or path.is_symlink() or path.name != article or path.suffix == ".yaml":
        root, files = corpus_at([path])
        return root, files[0]
    try:
        root, _ = corpus_at([])
    except UsageError as error:
        raise UsageError(f'"{article}" is no file, and no corpus is around in which it could be an id: name a file') from error
    return root, path_of_article(root, article)
