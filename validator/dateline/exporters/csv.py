"""Tables as comma-separated values, for R, Stata and spreadsheets.

As RFC 4180 says, with two decisions of our own: lines end with a line feed alone, and the text is UTF-8 without a byte
order mark. A value that is missing is an empty cell, a text without characters an empty pair of quotation marks. A list is
a JSON array of strings: names hold commas, bars and semicolons, so that no sign could part them.

A spreadsheet runs a cell that begins with one of = + - @ as a formula. What is published is published as it stands, since
a sign put before it would be read as part of the words by everything else; whoever wants to open the tables in a
spreadsheet asks for ``excel_safe``, and an apostrophe before such cells keeps them text.

Source: https://www.ietf.org/rfc/rfc4180.txt; for cells that are run, https://asvs.emil.hemdal.se/1.2.10 (of OWASP's ASVS)
"""

from collections.abc import Iterable

from dateline.exporters.columns import Row, Rows, Table, Value
from dateline.exporters.tables import RELEASED
from dateline.exporters.values import as_array

_TO_BE_QUOTED = frozenset('",\r\n')
_RUN = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")  # noqa: RUF001 - the wide forms are run as well


def files(rows: Rows, tables: Iterable[Table] = RELEASED, *, excel_safe: bool = False) -> dict[str, bytes]:
    """``tables/<table>.csv``, each with a line of names first."""
    return {path_of(table): _written(table, rows[table.name], excel_safe=excel_safe) for table in tables}


def path_of(table: Table) -> str:
    """Where a table lies in the release."""
    return f"tables/{table.name}.csv"


def unmarked(cell: str) -> str:
    """A text without the apostrophe that made it safe for a spreadsheet."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_RUN) else cell


def _written(table: Table, rows: list[Row], *, excel_safe: bool) -> bytes:
    lines = [",".join(column.name for column in table.columns)]
    lines += [",".join(_cell(value, excel_safe=excel_safe) for value in row) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode()


def _cell(value: Value, *, excel_safe: bool) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case tuple():
            text = as_array(value)
        case _:
            text = f"'{value}" if excel_safe and value.startswith(_RUN) else value
    quoted = not text or not _TO_BE_QUOTED.isdisjoint(text)
    return '"{}"'.format(text.replace('"', '""')) if quoted else text
