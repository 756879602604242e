"""The last look at what is about to be released: whether a withheld text shows in it, by whichever way."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from urllib.parse import unquote

from dateline.engine.settings import UsageError
from dateline.exporters.columns import Rows, Table, Value
from dateline.exporters.shown import anchors, is_free, runs
from dateline.loading.source import MANIFEST
from dateline.model.article import Article
from dateline.model.text import JOINT, normalised, parted

_ESCAPED = re.compile(r"\\[nrtbf]")  # in JSON, a letter that is none


@dataclass(frozen=True, slots=True)
class Leak:
    """Eight running words of a withheld article, and where they show."""

    article: str
    where: str


class Withheld:
    """The words of the withheld texts, as far as those are at hand."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = [article for article in articles if not is_free(article.text)]
        texts = ((article.id, _text_of(article)) for article in self._articles)
        self._taken = {run: name for name, text in texts for run in runs(text)}

    def in_rows(self, rows: Rows, tables: Iterable[Table]) -> Iterator[Leak]:
        """The cells that repeat them; the row is told by the values of its key."""
        for table in tables:
            for record in table.records(rows) if self._taken else ():
                for column, value in record.items():
                    if article := self._repeated_in(_words_of(value)):
                        yield Leak(article, f"{column} of {' '.join(str(record[name]) for name in table.key)} in {table.name}")

    def in_pages(self, files: Mapping[str, bytes]) -> Iterator[Leak]:
        """The files that repeat them, or are named after them."""
        for name, content in files.items():
            words = _ESCAPED.sub(" ", content.decode("utf-8", "replace"))
            if article := self._repeated_in(name) or self._repeated_in(words):
                yield Leak(article, f"{name} (made of {MANIFEST} or of a page beside it)")

    def in_anchors(self) -> Iterator[Leak]:
        """The paragraphs whose anchors show them together, since each may go on where another ends."""
        for article in self._articles:
            blocks = article.text.blocks
            starts = [0, *accumulate(len(block.words or "") + len(JOINT) for block in blocks)]
            begins = {block.id: start for block, start in zip(blocks, starts, strict=False)}
            for start, words in _pieces(_text_of(article), _stretches(article, begins)):
                if runs(words):
                    block = next(block.id for block, end in zip(blocks, starts[1:], strict=True) if start < end)
                    yield Leak(article.id, f"all that anchors show, side by side, from {block} of {article.id} on")

    def _repeated_in(self, words: str) -> str | None:
        found = runs(unquote(unescape(words))) if self._taken and words else ()
        return next((self._taken[run] for run in found if run in self._taken), None)


def refuse(leaks: Iterable[Leak]) -> None:
    """Let nothing be released that shows a withheld text.

    Raises:
        UsageError: for the first leak.

    """
    for leak in leaks:
        raise UsageError(f"{leak.where} repeats words of the withheld text of {leak.article}: nothing was exported; shorten it")


def _text_of(article: Article) -> str:
    return JOINT.join(block.words or "" for block in article.text.blocks)


def _words_of(value: Value) -> str:
    return " ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""


def _stretches(article: Article, begins: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """What each anchor shows of the text: all that it covers, or its head and its tail."""
    for anchor in article.anchors:
        if anchor.range and anchors(article, (anchor,)) is not None:
            head, tail = map(len, parted(normalised(anchor.text)))
            start, end = (begins[anchor.range.block] + place for place in (anchor.range.start, anchor.range.end))
            yield start, start + head
            yield end - tail, end


def _pieces(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """What can be read without a gap, each with its place: between its stretches stand marks alone."""
    start = end = 0
    for begin, stop in sorted(stretches):
        if any(map(str.isalnum, text[end:begin])):
            yield start, text[start:end]
            start = begin
        end = max(end, stop)
    yield start, text[start:end]
