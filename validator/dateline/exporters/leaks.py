"""The last look at what is about to be released: whether a withheld text shows in it, by whichever way."""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from msgspec import Struct

from dateline.engine.settings import UsageError
from dateline.exporters.columns import Record, Rows, Table, Value
from dateline.exporters.shown import at_hand, is_free, runs
from dateline.loading.source import MANIFEST
from dateline.model.article import Article

_ADDRESSES = ("url", "archived_url", "sources")  # they may be made of the headline
_ESCAPED = re.compile(r"\\[nrtbf]")  # in JSON, a letter that is none


class Leak(Struct, frozen=True):
    """Eight running words of a withheld article, and where they show."""

    article: str
    where: str


class Hidden(Struct, frozen=True):
    """What is to be looked for of an article: its text, as far as that is withheld and at hand; not where its headline has it."""

    article: str
    text: str
    headline: str

    @classmethod
    def of(cls, article: Article) -> "Hidden":
        """What of an article is not to be shown."""
        return cls(article.id, "" if is_free(article.text) else at_hand(article.text), article.headline)


class WithheldWords:
    """The words of the withheld texts, as far as those are at hand."""

    def __init__(self, articles: Collection[Hidden]) -> None:
        self._taken = {run: article.article for article in articles for run in runs(article.text)}
        self._headlines = {run for article in articles for run in runs(article.headline)} if self._taken else set()

    def in_rows(self, rows: Rows, tables: Iterable[Table]) -> Iterator[Leak]:
        """The cells that repeat them, and the columns that do if their rows are read one after another."""
        for table in tables if self._taken else ():
            for number, column in enumerate(table.columns):
                cells = [_words_of(row[number]) for row in rows[table.name]]
                free = self._headlines if column.name in _ADDRESSES else ()
                if article := self._repeated_in(" ".join(cells), free):
                    found = [(row, self._repeated_in(cell, free)) for row, cell in zip(table.records(rows), cells, strict=True)]
                    whole = [Leak(name, f"{column.name} of {_named(table, row)} in {table.name}") for row, name in found if name]
                    yield from whole or [Leak(article, f"{column.name} of rows in {table.name}, one after another,")]

    def in_pages(self, files: Mapping[str, bytes]) -> Iterator[Leak]:
        """The files that repeat them, or are named after them."""
        for name, content in files.items() if self._taken else ():
            words = _ESCAPED.sub(" ", content.decode("utf-8", "replace"))
            if article := self._repeated_in(name) or self._repeated_in(words):
                yield Leak(article, f"{name} (made of {MANIFEST} or of a page beside it)")

    def _repeated_in(self, words: str, free: Container[tuple[str, ...]] = ()) -> str | None:
        found = runs(unquote(unescape(words))) if words else ()
        return next((self._taken[run] for run in found if run in self._taken and run not in free), None)


def refuse(leaks: Iterable[Leak]) -> None:
    """Let nothing be released that shows a withheld text.

    Raises:
        UsageError: for the first leak.

    """
    for leak in leaks:
        raise UsageError(f"{leak.where} repeats words of the withheld text of {leak.article}: nothing was exported; shorten it")


def _named(table: Table, row: Record) -> str:
    return " ".join(str(row[name]) for name in table.key)


def _words_of(value: Value) -> str:
    return " ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""
