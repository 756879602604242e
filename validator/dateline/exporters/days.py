"""What is reckoned from dates: the days that they can mean, and how exact event data sets would call them.

Source: https://rdrr.io/cran/mapme.biodiversity/man/fatalities_acled.html (time_precision of ACLED: day, week, month).
Source: https://github.com/mapme-initiative/mapme.biodiversity/blob/main/R/calc_fatalities_ucdp.R (date_prec of UCDP GED: day,
two to six days, week, month, year).
"""

from dateline.exporters.columns import Value
from dateline.model.edtf import Edtf, EdtfInterval, Precision

_ACLED = ((1, 1), (7, 2), (31, 3))  # up to so many days the code is that
_UCDP = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_PRECISIONS = {Precision.YEAR: "year", Precision.MONTH: "month"}


def bounds(value: Edtf | None) -> tuple[str | None, str | None]:
    """The first and the last day that a date can mean; an unsure or approximate one can mean any."""
    if value is None or value.qualifier:
        return None, None
    return value.first.isoformat() if value.first else None, value.last.isoformat() if value.last else None


def dated(of: str, written: str | None, value: Edtf | None) -> dict[str, Value]:
    """The columns of a date."""
    earliest, latest = bounds(value)
    return {of: written, f"{of}_earliest": earliest, f"{of}_latest": latest}


def precision(value: Edtf | None) -> dict[str, Value]:
    """The columns that tell how exact a date is."""
    return {
        "date_precision": _named(value),
        "acled_time_precision": _coded(value, _ACLED),
        "ucdp_date_prec": _coded(value, _UCDP),
    }


def _named(value: Edtf | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, EdtfInterval):
        return "interval" if value.start and value.end else "open"
    if value.precision >= Precision.DAY:
        return "day"
    return _PRECISIONS.get(value.precision, "interval")


def _coded(value: Edtf | None, codes: tuple[tuple[int, int], ...]) -> int | None:
    if value is None or value.qualifier or value.first is None or value.last is None:
        return None
    days = (value.last - value.first).days + 1
    return next((code for most, code in codes if 1 <= days <= most), None)
