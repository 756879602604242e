"""``dateline confirm``."""

from typing import Annotated

import typer

from dateline.cli.article import Named, article_named
from dateline.cli.changing import changed
from dateline.cli.console import note, path_here, tell_lines
from dateline.cli.options import Diff, names_in
from dateline.reporters.summary import counted

_LAYERS = "Only these, with commas: mentions, times, quotes."


def confirm(
    article: Named,
    *,
    layers: Annotated[str, typer.Option(metavar="LAYERS", help=_LAYERS)] = "",
    diff: Diff = False,
) -> None:
    """Confirm what was proposed for an article.

    Look at each item first, mend it or take it out; then this takes "suggested" away from all that are left.

    \b
    dateline confirm corpus/articles/ao-2019-05-21-talks.yaml --layers times
    """  # noqa: D301 - the mark by which an example keeps its lines
    from dateline.engine.confirming import confirmed  # noqa: PLC0415 - what other commands do not need

    root, path = article_named(article)
    found = confirmed(root, path, names_in(layers), path_here(root, path))
    items = ", ".join(counted(number, layer) for layer, number in found.counts.items())
    outcome = changed(root, [found.change] if found.change else [], diff=diff, what=lambda _: f": confirmed {items}")
    if diff and items:
        note(f"would confirm {items}")
    if not found.change:
        tell_lines([f"{path_here(root, path)}: nothing to confirm"])
    if found.left:
        note(f"{counted(found.left, 'items')} of other layers still to be confirmed")
    raise typer.Exit(1 if outcome.fails else 0)
