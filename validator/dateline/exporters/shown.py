"""Which words of an article may be shown. Nothing else in a release decides that.

A text that its record holds is free. Of a withheld one no eight running words leave: no paragraph, no anchor or headline so
long, no summary that repeats them.
"""

import re

from dateline.model.article import Article, Words
from dateline.model.blocks import Block, Text
from dateline.model.text import GAP, JOINT, normalised, shown_words

RUN = 8  # words; rule A212 lets annotators write as many, and a release shows fewer
_WORD = re.compile(r"\w+")


def is_free(text: Text) -> bool:
    """Whether the words of a text may be shown as they are."""
    return text.status == "inline"


def block(article: Article, of: Block) -> str | None:
    """The words of a paragraph."""
    return of.words if is_free(article.text) else None


def text(article: Article) -> str | None:
    """The canonical text."""
    return canonical(article.text) if is_free(article.text) else None


def canonical(of: Text) -> str | None:
    """The canonical text itself, to be measured: of a withheld one it may not be shown. None if it is not all at hand."""
    words = [each.words for each in of.blocks if each.words is not None and each.is_as_annotated]
    return JOINT.join(words) if len(words) == len(of.blocks) else None


def headline(article: Article) -> str | None:
    """The headline, which is a paragraph of the text too."""
    return _few(article.text, article.headline)


def anchors(article: Article, parts: tuple[Words, ...]) -> str | None:
    """The words of an anchor, or of one in several parts, as annotated: one part may go on where another ends."""
    return _few(article.text, GAP.join(part.text for part in parts)) if parts else None


def summary(article: Article, words: str | None) -> str | None:
    """What annotators wrote in their own words, unless it repeats the text, as far as that is at hand."""
    if words is None or is_free(article.text):
        return words
    taken = {run for each in article.text.blocks for run in runs(each.words or "")}
    return None if taken & set(runs(words)) else words


def runs(words: str) -> list[tuple[str, ...]]:
    """Every eight running words, without case and marks."""
    found = _WORD.findall(normalised(words).casefold())
    return [tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)]


def _few(text: Text, words: str) -> str | None:
    return words if is_free(text) or shown_words(words) < RUN else None
