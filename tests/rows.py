"""Rows of a release made for a test: every table, with keys, references and terms that hold, and words that are hostile."""

from random import Random
from typing import Any

from dateline.engine.opening import Opened, Whole
from dateline.exporters import rows as flattening
from dateline.exporters import splits
from dateline.exporters.columns import Column, Row, Rows, Table, Value
from dateline.exporters.references import Reference, references_of
from dateline.exporters.tables import RELEASED
from dateline.exporters.values import terms_of
from hypothesis import strategies as st

HOSTILE = (
    '=HYPERLINK("https://example.org";"x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",  # noqa: RUF001 - a wide sign, which is run as well
    "she said \"no\", twice\nand then: 'no'",
    "one\r\ntwo",
    "one\rtwo",
    "a\tb",
    " spaces ",
    "NA",
    "null",
    "None",
    "true",
    "0123",
    "1e5",
    "2019-05-21",
    "[]",
    '["a"]',
    "a|b;c,d",
    "'); DROP TABLE actors; --",
    "<script>alert(1)</script>",
    "🇺🇳 👩‍👩‍👧 🖋️",
    "외무성 대변인",
    "e\u0301 é",
    "\u2028\u2029\u0085",
    "\u202egnp",
    "\ufeffbom",
    "::error::x",
    '\\N \\" \\u0041',
)
WORDS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


def made(words: list[str], seed: int, *, least: int = 0, most: int = 4) -> Rows:
    """Give rows for every table, of these words; the seed decides which goes where."""
    choice = Random(seed)  # noqa: S311 - no secret
    rows: Rows = {}
    for table in RELEASED:
        drawn = [_row(table, number, words, choice, rows) for number in range(1, choice.randint(least, most) + 1)]
        kept = {key_of(table, row): row for row in drawn if row is not None}
        rows[table.name] = sorted(kept.values(), key=lambda row, table=table: key_of(table, row))  # type: ignore[misc]
    return rows


@st.composite
def releases(draw: st.DrawFn) -> Rows:
    """Rows for every table."""
    return made(draw(st.lists(WORDS, min_size=1, max_size=6)), draw(st.integers(0, 2**32)))


def key_of(table: Table, row: Row) -> tuple[Value, ...]:
    """What makes a row unique in its table."""
    names = [column.name for column in table.columns]
    return tuple(row[names.index(name)] for name in table.key)


def _row(table: Table, number: int, words: list[str], choice: Random, rows: Rows) -> Row | None:
    cells: list[Value] = []
    within = {reference.columns[1]: reference for reference in references_of(table) if len(reference.columns) == 2}
    for column in table.columns:
        if table.key == (column.name,):
            cell: Value = f"{choice.choice(words)}{number}"
        elif column.refers and column.required and not rows.get(column.refers):
            return None
        elif column.name in within:
            cell = _part(within[column.name], cells[0], choice, rows)
            if column.required and cell is None:
                return None
        else:
            cell = _cell(column, words, choice, rows)
        cells.append(cell)
    return tuple(cells)


def _part(reference: Reference, article: Value, choice: Random, rows: Rows) -> Value:
    """The id of a part of that article, or none."""
    table = next(table for table in RELEASED if table.name == reference.table)
    ids: list[Value] = [key_of(table, row)[1] for row in rows.get(table.name, []) if row[0] == article]
    return choice.choice([None, *(key for key in ids if key)])  # an optional cell without characters is none


def _cell(column: Column, words: list[str], choice: Random, rows: Rows) -> Value:
    if not column.required and column.kind != "list" and column.name != "split" and choice.random() < 0.3:
        return None
    if column.refers:
        known = [row[0] for row in rows.get(column.refers, [])]
        return choice.choice(known) if known else None
    chosen = terms_of(column) or (list(splits.PARTS) if column.name == "split" else words)
    match column.kind:
        case "integer":
            return choice.choice((0, 1, 7, 2**31, 2**53))
        case "boolean":
            return choice.random() < 0.5
        case "list":
            return tuple(choice.choices(chosen, k=choice.randint(0, 3)))
    if column.required and not column.terms:
        return choice.choice([*chosen, ""])  # as the quote of what the author holds
    return choice.choice(chosen)


def rows_of(whole: Whole) -> Rows:
    """The rows of a corpus, as a release has them."""
    records: list[Opened[Any]] = [*whole.articles, *whole.actors, *whole.events]
    return flattening.rows_of([flattening.share_of(one, whole.known) for one in records])
