"""How well the reader of time expressions agrees with values that people annotated.

    python benchmarks/time_reader.py TABLE [--notes NOTES]

TABLE is tab-separated, with the columns document, document_time, words, timex3_type and timex3_value. For every row: do we
understand the words; is the value among our readings; and if the value is shifted by one unit of its own grain, either way,
do we notice? NOTES (document_time, words, value, why) explains each disagreement; one without a note makes the run fail.
"""

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from dateline.model.edtf import Edtf, EdtfDate, Precision, shifted
from dateline.model.reading import Context, Reading, Verdict, judged, read
from dateline.model.reading.periods import GRAIN, around, value
from dateline.model.timex import Duration, TimeValue, length, time_value

_REFERENCES = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_RIGHT = (Verdict.AGREES, Verdict.OTHER_PART)  # a table of TIMEX3 values has no mod to compare


@dataclass(frozen=True)
class Row:
    """An expression of the table, with its value in our dialect; none where TIMEX3's says nothing."""

    document: str
    time: str
    words: str
    written: str
    value: TimeValue | None


def rows_of(table: Path) -> list[Row]:
    """Read the table."""
    with table.open(encoding="utf-8", newline="") as file:
        return [
            Row(row["document"], row["document_time"], row["words"], row["timex3_value"], our_value(row["timex3_value"]))
            for row in csv.DictReader(file, delimiter="\t")
        ]


def our_value(timex3: str) -> TimeValue | None:
    """A TIMEX3 value as the standard writes it; none for one that names nothing."""
    text = _REFERENCES.get(timex3, timex3)
    text = re.sub("-(SP|SU|FA|WI)$", lambda match: f"-{_SEASONS[match[1]]}", text)
    text = re.sub(r"^[0-9]{2,3}$", lambda match: match[0].ljust(len("20XX"), "X"), text)
    text = {"P1Q": "P3M", "P1DE": "P10Y"}.get(text, text)
    try:
        return time_value(text)
    except ValueError:
        return None


def context_of(row: Row, rows: list[Row]) -> Context:
    """What the words of a row count from: the document's day, and the dates of the other rows of its document."""
    others = {
        other.value.text: other.value
        for other in rows
        if other.document == row.document and other is not row and isinstance(other.value, EdtfDate)
    }
    anchor = time_value(row.time)
    return Context(anchor if isinstance(anchor, Edtf) else None, tuple(others[text] for text in sorted(others)))


def off_by_one(found: TimeValue | None) -> Iterator[TimeValue]:
    """The value one unit of its own grain earlier and later; nothing where a value has no unit."""
    if isinstance(found, Duration) and not found.is_vague and found.parts:
        *rest, (unit, number) = found.parts
        for step in (-1, 1):
            yield length(**dict(rest), **{unit: (number or Fraction(0)) + step})
    elif isinstance(found, EdtfDate):
        yield from _shifted_date(found)


def _shifted_date(found: EdtfDate) -> Iterator[TimeValue]:
    unit = next((unit for unit, grain in GRAIN.items() if grain == found.precision), None)
    for step in (-1, 1):
        if unit:
            moved = around(unit, found, step)
        elif found.precision == Precision.SEASON:
            moved = value(f"{found.first.year + step}{found.text[4:]}")
        else:
            moved = value(f"{shifted(found.first, step)}T{found.text.partition('T')[2]}")
        if moved:
            yield moved


def main() -> int:
    """Print the shares and every disagreement."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--notes", type=Path, default=Path(__file__).with_name("time_reader_notes.tsv"))
    asked = parser.parse_args()
    with asked.notes.open(encoding="utf-8", newline="") as file:
        notes = {
            (note["document_time"], note["words"], note["value"]): note["why"] for note in csv.DictReader(file, delimiter="\t")
        }
    rows, count = rows_of(asked.table), Counter[str]()
    for row in rows:
        _judge(row, read(row.words, context_of(row, rows)), notes.get((row.time, row.words, row.written)), count)
    print(f"expressions {len(rows)}; understood {_share(count['understood'], len(rows))}")
    print(f"value among the readings {_share(count['agreed'], len(rows))}; without a note {count['unexplained']}")
    print(f"shifted by one unit {count['made']}; noticed {_share(count['noticed'], count['made'])}")
    return 1 if count["unexplained"] else 0


def _judge(row: Row, readings: tuple[Reading, ...], note: str | None, count: Counter[str]) -> None:
    """Count one row, and print it if we disagree or do not notice a shift."""
    holds = bool(readings) and (row.value is None or judged(row.value, None, readings) in _RIGHT)
    count.update(understood=bool(readings), agreed=holds, unexplained=not holds and note is None)
    if not holds:
        print(f"{row.time}  {row.words!r} = {row.written}; {_shown(readings)}: {note or 'NOT EXPLAINED'}")
        return
    for wrong in off_by_one(row.value):
        is_noticed = judged(wrong, None, readings) not in _RIGHT
        count.update(made=1, noticed=is_noticed)
        if not is_noticed:
            print(f"{row.time}  {row.words!r} = {wrong}, shifted from {row.written}, is not noticed: {_shown(readings)}")


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.1f} %)" if whole else "0"


def _shown(readings: tuple[Reading, ...]) -> str:
    values = [reading.value.text for reading in readings]
    return f"read as {', '.join(values[:6])}" if values else "not understood"


if __name__ == "__main__":
    sys.exit(main())
