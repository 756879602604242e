"""Time expressions with the attributes of TIMEX3."""

import re
from collections.abc import Iterator

from dateline.exporters.columns import Record, Rows, Value
from dateline.exporters.shared_columns import AT
from dateline.exporters.tables import TIMES
from dateline.model.timex import REFERENCES, SEASONS

_UNKNOWN = re.compile(r"(?:-XX)+\Z")  # TIMEX3 leaves out what is not known of a date
_DECADE = re.compile(r"([0-9]{2,3})X{1,2}")  # or a century
_SEASON = re.compile(r"([0-9]{4}-)(2[1-4])")
_SEASONS = {edtf: timex for timex, edtf in SEASONS.items()}
_TIME_ID = re.compile(r"t[0-9]+")


def timex3(rows: Rows) -> Iterator[Record]:
    """The time expressions of all articles."""
    for time in TIMES.records(rows):
        written = str(time["value"])
        vague = written.endswith(("~", "%"))
        yield {
            "article": time["article"],
            "tid": time["time"],
            "type": str(time["type"]).upper(),
            "value": _value(written),
            "mod": str(time["mod"]).upper().replace("-", "_") if time["mod"] else "APPROX" if vague else None,
            "anchor_time_id": _time(time["anchor"]),
            "begin_point": _time(time["begin"]),
            "end_point": _time(time["end"]),
            "edtf": written,
            **{column.name: time[column.name] for column in AT},
        }


def _value(written: str) -> str | None:
    if written in REFERENCES:
        return f"{written.upper()}_REF"
    if written.startswith(("P", "XXXX-")):
        return written
    plain = written.rstrip("?~%")
    if "/" in plain:
        return None
    if season := _SEASON.fullmatch(plain):
        return season[1] + _SEASONS[season[2]]
    return decade[1] if (decade := _DECADE.fullmatch(plain)) else _UNKNOWN.sub("", plain)


def _time(name: Value) -> Value:
    return name if isinstance(name, str) and _TIME_ID.fullmatch(name) else None
