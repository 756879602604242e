"""``dateline anchor``."""

import typer

from dateline.cli.article import Named, article_named
from dateline.cli.changing import changed
from dateline.cli.console import copies_in, path_here, tell_lines
from dateline.cli.options import Texts


def anchor(article: Named, *, texts: Texts = None) -> None:
    """Fill in what a withheld article keeps of its text.

    Digests, counts and fingerprints are made from your own copy of the text; nothing else is touched.
    """
    from dateline.engine.anchoring import anchored  # noqa: PLC0415 - what other commands do not need

    root, path = article_named(article)
    change = anchored(root, path, copies_in(texts))
    outcome = changed(root, [change] if change else [], what=lambda _: ": filled in")
    if not change:
        tell_lines([f"{path_here(root, path)}: up to date"])
    raise typer.Exit(1 if outcome.fails else 0)
