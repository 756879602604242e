"""Tables as Parquet, for pandas, polars, DuckDB and Hugging Face; pyarrow writes it, and is brought by the extra ``parquet``.

Every column carries its description in the metadata of its field. Parquet names the version of the library that wrote it:
the same version makes the same bytes.

Source: https://arrow.apache.org/docs/python/generated/pyarrow.parquet.write_table.html
"""

from collections.abc import Iterable
from typing import Any

from dateline.engine import extras
from dateline.exporters.columns import Column, Rows, Table
from dateline.exporters.nesting import PARTS, columns_within, nested
from dateline.exporters.tables import ARTICLES, RELEASED


def files(rows: Rows, tables: Iterable[Table] = RELEASED) -> dict[str, bytes]:
    """``data/<table>.parquet``, where an article holds its parts as lists of structs; the other tables are flat.

    Raises:
        UsageError: if pyarrow is not installed.

    """
    arrow, writer = extras.pyarrow()
    written = {}
    for table in tables:
        kept = nested(rows) if table is ARTICLES else list(table.records(rows))
        stored = arrow.Table.from_pylist(kept, schema=_schema(arrow, table))
        sink = arrow.BufferOutputStream()
        writer.write_table(stored, sink, compression="snappy")  # every reader has it
        written[path_of(table)] = sink.getvalue().to_pybytes()
    return written


def path_of(table: Table) -> str:
    """Where a table lies in the release."""
    return f"data/{table.name}.parquet"


def _schema(arrow: Any, table: Table) -> Any:  # noqa: ANN401 - pyarrow has no types
    fields = [_field(arrow, column) for column in table.columns]
    if table is ARTICLES:
        fields += [_part(arrow, part) for part in PARTS]
    return arrow.schema(fields, metadata={"description": table.meaning})


def _part(arrow: Any, part: Table) -> Any:  # noqa: ANN401 - as above
    inside = arrow.struct([_field(arrow, column) for column in columns_within(part)])
    return arrow.field(part.name, arrow.list_(inside), metadata={"description": f"each: {part.meaning}"})


def _field(arrow: Any, column: Column) -> Any:  # noqa: ANN401 - as above
    types = {"string": arrow.string(), "integer": arrow.int64(), "boolean": arrow.bool_(), "list": arrow.list_(arrow.string())}
    return arrow.field(column.name, types[column.kind], metadata={"description": column.described})
