"""``dateline show``."""

import shutil
from typing import Annotated

import typer

from dateline.cli.article import Named, article_named
from dateline.cli.console import Color, copies_in
from dateline.cli.options import Coloured, Texts, names_in
from dateline.cli.painting import tell_pieces
from dateline.engine.settings import UsageError

# of the layers in their order (``model.article.LAYERS``, which takes longer to load than Typer)
_STYLES = {"mentions": "36", "times": "33", "quotes": "32", "events": "35"}


def show(
    article: Named,
    *,
    texts: Texts = None,
    layers: Annotated[str, typer.Option(help="Which of them to show, with commas.")] = ",".join(_STYLES),
    color: Coloured = Color.AUTO,
) -> None:
    """Show an article with its annotations."""
    from dateline.engine.article import article_at  # noqa: PLC0415 - what other commands do not need
    from dateline.reporters.article import View, lines  # noqa: PLC0415 - as above

    view = View(_layers(layers), shutil.get_terminal_size().columns)
    root, path = article_named(article)
    record = article_at(root, path, copies_in(texts))
    tell_pieces(lines(record, view), _STYLES, color)


def _layers(written: str) -> tuple[str, ...]:
    wanted = names_in(written)
    if unknown := [name for name in wanted if name not in _STYLES]:
        raise UsageError(f'there is no layer "{unknown[0]}": name some of {", ".join(_STYLES)}')
    return wanted
