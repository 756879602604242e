"""The last look at what is about to be released: whether a withheld text shows in it, by whichever way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.engine.opening import Whole
from dateline.exporters.columns import Rows, Table, Value
from dateline.exporters.shown import is_free, runs


@dataclass(frozen=True, slots=True)
class Leak:
    """Eight running words of a withheld article in a cell; the row is told by the values of its key."""

    article: str
    table: str
    row: tuple[str, ...]
    column: str


def leaks_in(rows: Rows, tables: Iterable[Table], whole: Whole) -> Iterator[Leak]:
    """The cells that repeat eight running words of a withheld text, as far as texts are at hand."""
    taken = {
        run: opened.record.id
        for opened in whole.articles
        if not is_free(opened.record.text)
        for block in opened.record.text.blocks
        for run in runs(block.words or "")
    }
    for table in tables:
        for record in table.records(rows) if taken else ():
            for column, value in record.items():
                for run in _runs_of(value):
                    if run in taken:
                        yield Leak(taken[run], table.name, tuple(str(record[name]) for name in table.key), column)
                        break


def _runs_of(value: Value) -> Iterator[tuple[str, ...]]:
    for words in value if isinstance(value, tuple) else (value,):
        if isinstance(words, str):
            yield from runs(words)
