"""Columns that several tables have."""

from msgspec.structs import replace

from dateline.exporters.columns import Column

OF_ARTICLE = Column("article", "string", "id of the article", required=True, refers="articles")
SUGGESTED = Column("suggested", "boolean", "proposed by a program, and confirmed by nobody", required=True)
AT = (
    Column("block", "string", "paragraph in which the words stand", refers="blocks"),
    Column("text", "string", "the words as annotated; a gap is written [...]; none where the words may not be shown"),
    Column("char_start", "integer", "first character, counted from 0 in code points of the canonical text", derived=True),
    Column("char_end", "integer", "end, exclusive, in code points of the canonical text", derived=True),
    Column("utf16_start", "integer", "first character in UTF-16 code units, as JavaScript, Java and UIMA count", derived=True),
    Column("utf16_end", "integer", "end, exclusive, in UTF-16 code units", derived=True),
)


def span(of: str) -> tuple[Column, ...]:
    """The place of a part of a quote: the same columns, named after the part."""
    return tuple(replace(column, name=f"{of}_{column.name}", meaning=f"{of}: {column.meaning}") for column in AT)


def dates(of: str, meaning: str | None = None) -> tuple[Column, ...]:
    """A date as written, and the days between which it surely lies."""
    return (
        Column(of, "string", f"{meaning or of} (EDTF, ISO 8601-2), as written"),
        Column(f"{of}_earliest", "string", f"first day that {of} can mean; none if unknown, unsure or open", derived=True),
        Column(f"{of}_latest", "string", f"last day that {of} can mean; none if unknown, unsure or open", derived=True),
    )


PRECISION = (
    Column("date_precision", "string", "day, month, year, interval or open", derived=True),
    Column(
        "acled_time_precision",
        "integer",
        "time_precision of ACLED: 1 day, 2 week, 3 month; several days count as inexact, though an event may fill them",
        derived=True,
    ),
    Column(
        "ucdp_date_prec",
        "integer",
        "date_prec of UCDP: 1 day, 2 to six days, 3 week, 4 month, 5 year; several days as above",
        derived=True,
    ),
)
