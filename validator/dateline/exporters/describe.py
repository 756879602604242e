"""The tables of a release as a page for people: ``docs/data.md``, and ``DATA.md`` in every release."""

from dateline.exporters.columns import Column, Table
from dateline.exporters.tables import RELEASED

NAME = "DATA.md"
_HEAD = """# The tables of a release

Printed by `dateline tables`: do not edit. CSV, Parquet and SQLite hold these tables, with these columns in this order.
`articles.jsonl` holds an article a line: its row, and the rows of its parts in lists named after their tables. In Parquet,
`articles` has these lists, too.

* **Kinds**: `string`, `integer`, `boolean`, and `list`, which holds strings in the order of the record.
* In CSV, which is UTF-8, a list is a JSON array (`[]` if it is empty), a boolean `true` or `false`, and what is missing an empty
  cell; in SQLite a list is a JSON array, too, and a boolean 1 or 0.
* A column that is **derived** is reckoned from what annotators wrote; all others are what they wrote.
* A column that is **required** is never missing; only the `quote` of `factuality` may be a text without characters.
* Dates are written in EDTF (ISO 8601-2); days (`_earliest`, `_latest`) are `YYYY-MM-DD`.
* Places in a text count from 0, the end exclusive, in the canonical text: paragraphs in the normal form `dl-norm-1`, joined by
  line feeds.
* The words of an article that somebody else owns are withheld: its `text` is empty, its digests and lengths are there; the
  places of words in it are there if the release was made with a copy of the text at hand.
* Rows are sorted by the article, actor or event that they are of, and stand there in its own order.
"""


def as_page() -> str:
    """Every table and column of a release, as one page."""
    lines = [_HEAD, "| table | a row is |", "|---|---|"]
    lines += [f"| [`{table.name}`](#{table.name}) | {table.meaning} |" for table in RELEASED]
    return "\n".join([*lines, *(line for table in RELEASED for line in _section(table))]) + "\n"


def _section(table: Table) -> list[str]:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = ["", f"## {table.name}", "", f"A row is {table.meaning}. Key: {key}.", ""]
    return [*lines, "| column | kind | meaning |", "|---|---|---|", *map(_line, table.columns)]


def _line(column: Column) -> str:
    kind = column.kind + (", required" if column.required else "") + (", derived" if column.derived else "")
    meaning = column.meaning.replace("|", r"\|")
    refers = f" → [`{column.refers}`](#{column.refers})" if column.refers else ""
    terms = f" (terms: `{column.terms}`)" if column.terms else ""
    return f"| `{column.name}` | {kind} | {meaning}{terms}{refers} |"
