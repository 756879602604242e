"""``dateline anchor``."""

from dateline.cli.article import Named, article_named
from dateline.cli.console import copies_in, path_here, tell_lines
from dateline.cli.options import Texts
from dateline.engine.anchoring import anchor as anchor_article


def anchor(article: Named, *, texts: Texts = None) -> None:
    """Fill in what a withheld article keeps of its text.

    Digests, counts and fingerprints are made from your own copy of the text; nothing else is touched.
    """
    root, path = article_named(article)
    is_changed = anchor_article(root, path, copies_in(texts))
    tell_lines([f"{path_here(root, path)}: {'filled in' if is_changed else 'up to date'}"])
