"""An article for a terminal: its paragraphs with their annotations in brackets, and beneath each what these mean.

It takes a record and is no exporter: what it gives is for reading, made safe as reports are. A line is a list of pieces, each of
a layer or of none; whether a layer becomes a colour is the terminal's matter, and the text is the same without.
"""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import LAYERS, Article
from dateline.model.blocks import Block
from dateline.reporters.brackets import bracketed
from dateline.reporters.labels import Label, labels_of
from dateline.reporters.pieces import Line, Piece, wrapped
from dateline.reporters.safe import safe
from dateline.reporters.summary import counted

_NO_COPY = "the text is withheld, and there is no copy at hand: name the folder of your own copies with --texts DIR"
_NARROWEST = 40  # cells: in fewer, nothing can be read


class View(Struct, frozen=True):
    """What of an article is shown, and in how many cells."""

    layers: tuple[str, ...] = LAYERS
    cells: int = 80


def lines(article: Article, view: View) -> Iterator[Line]:
    """Give the article line by line: what it is, then each paragraph with its annotations."""
    cells = max(view.cells, _NARROWEST)
    labels = [label for label in labels_of(article) if label.layer in view.layers]
    for text in _head(article):
        yield from wrapped([Piece(safe(text))], cells, "", "  ")
    margin = max(len(safe(block.id)) for block in article.text.blocks)
    for block in article.text.blocks:
        own = [label for label in labels if label.words.block == block.id]
        yield []
        yield from wrapped(_text(block, own), cells, f"{safe(block.id):>{margin}} | ", f"{'':>{margin}} | ")
        yield from _legend(own, block, margin, cells)
    known = {block.id for block in article.text.blocks}
    if lost := [label for label in labels if label.words.block not in known]:
        yield []
        yield [Piece("in no paragraph of this text")]
        yield from _legend(lost, None, margin, cells)


def _head(article: Article) -> Iterator[str]:
    yield article.headline
    day = f", {article.published}" if article.published else ""
    yield f"{article.id}, {article.publisher}{day}; annotated by {', '.join(ref.id for ref in article.annotation.by)}"
    if article.document_time and article.document_time.at.steps[-1] == "document_time":
        yield f"written as of {article.document_time.value}"
    if all(block.words is None for block in article.text.blocks):
        yield _NO_COPY


def _text(block: Block, labels: list[Label]) -> list[Piece]:
    if block.words is not None:
        return bracketed(block.words, labels)
    counts = ((block.word_count, "words"), (block.chars, "characters"))
    told = ", ".join(counted(number, noun) for number, noun in counts if number is not None)
    return [Piece(f"({told or 'a paragraph'}, not at hand)")]


def _legend(labels: list[Label], block: Block | None, margin: int, cells: int) -> Iterator[Line]:
    """A line for each annotation that has something to tell: parts of a quote are told by their brackets, if they have any."""
    told = [label for label in labels if label.meaning or label.words.range is None]
    size = max((len(safe(label.name)) for label in told), default=0)
    for label in told:
        meaning = f": {label.meaning}" if label.meaning else ""
        name = Piece(f"{safe(label.name):<{size}}", label.layer)
        rest = Piece(safe(f'  "{label.words.text}"{meaning}{_doubt(label, block)}'))
        yield from wrapped([name, rest], cells, f"{'':>{margin}}   ", f"{'':>{margin + size}}       ")


def _doubt(label: Label, block: Block | None) -> str:
    """Why words that have a text show no bracket in it."""
    if block is None:
        return f" (in {label.words.block})"
    if block.words is None or label.words.range is not None:
        return ""
    return " (not placed in this text)" if block.is_as_annotated else " (not placed: this copy is not the one annotated)"
