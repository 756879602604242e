"""Durations on the calendar: how many days a length can have, and which day it reaches."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from fractions import Fraction
from math import ceil, floor

from dateline.model.edtf import Edtf, Precision, shifted
from dateline.model.timex import Duration

DAY = 24 * 60 * 60  # in seconds, which everything in time is counted in
_MONTH = Fraction(146097, 400 * 12) * DAY  # on average: 400 years of the calendar have that many days
_UNEVEN = 3 * DAY  # no run of months is longer or shorter by more than its number times the average


def seconds_in(length: Duration) -> tuple[int, int]:
    """The least and the most that a duration can last if its smallest unit is rounded up or down."""
    months, days, seconds = length.size
    unit_months, unit_days, unit_seconds = unit_of(length).size
    middle = months * _MONTH + days * DAY + seconds
    leeway = unit_months * _MONTH + unit_days * DAY + unit_seconds + (_UNEVEN if months else 0)
    return floor(middle - leeway), ceil(middle + leeway)


def unit_of(length: Duration) -> Duration:
    """The smallest unit that a duration names, once: for two years and four months a month."""
    return Duration("", ((length.parts[-1][0], Fraction(1)),))


def reached(day: date, length: Duration, leeway: int, *, late: bool) -> date | None:
    """The day that a duration, ``leeway`` of its smallest units longer, reaches from a day; none where no calendar has it.

    From the end of a month it reaches the end of a shorter one. Parts of months and days count whole if that is ``late``.
    """
    one = unit_of(length).size
    months, days, seconds = (number + leeway * more for number, more in zip(length.size, one, strict=True))
    rounded = ceil if late else floor
    year, month = divmod(day.year * 12 + day.month - 1 + rounded(months), 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    on = date(year, month + 1, min(day.day, _days_in(year, month + 1)))
    return shifted(on, rounded(days + Fraction(seconds, DAY)))


def whole_days(value: Edtf, precision: Precision) -> tuple[date, date] | None:
    """The first and the last day that a date can mean if nothing finer than ``precision`` is looked at."""
    first, last = value.first, value.last
    if first is None or last is None:
        return None
    if precision < Precision.MONTH:
        return first.replace(month=1, day=1), last.replace(month=12, day=31)
    if precision == Precision.MONTH:
        return first.replace(day=1), last.replace(day=_days_in(last.year, last.month))
    return first, last


def _days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1]
