"""Durations on the calendar: how many days a length can have, and which day it reaches."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from math import ceil, floor

from dateline.model.edtf import Edtf, Precision, in_months, shifted
from dateline.model.timex import Duration

DAY = 24 * 60 * 60  # in seconds, which everything in time is counted in
AVERAGE_MONTH = Fraction(146097, 400 * 12)  # in days: 400 years of the calendar have that many
_UNEVEN = 3 * DAY  # no run of months is longer or shorter than so many average ones by more than that
# multiples of ten are said of what lies near them, "twenty years" of eighteen and of twenty-three; chosen, not measured
_ROUND = 10


def seconds_in(length: Duration) -> tuple[int, int]:
    """The least and the most that a duration can last if its smallest unit is rounded."""
    leeway = leeway_of(length)
    middle, unit = _average(length), _average(_unit_of(length))
    uneven = _UNEVEN if length.size[0] else 0
    return floor(middle - leeway * unit - uneven), ceil(middle + leeway * unit + uneven)


def leeway_of(length: Duration) -> int:
    """By how many of its smallest units a duration may be longer or shorter than it says."""
    number = length.parts[-1][1]
    return _ROUND // 2 if len(length.parts) == 1 and number and number % _ROUND == 0 else 1


def _unit_of(length: Duration) -> Duration:
    return Duration("", ((length.parts[-1][0], Fraction(1)),))


def _average(length: Duration) -> Fraction:
    months, days, seconds = length.size
    return months * AVERAGE_MONTH * DAY + days * DAY + seconds


def reached(day: date, length: Duration, leeway: int, *, late: bool) -> date | None:
    """The day that a duration, ``leeway`` of its smallest units longer, reaches from a day; none where no calendar has it.

    From the end of a month it reaches the end of a shorter one. Parts of months and days count whole if that is ``late``.
    """
    one = _unit_of(length).size
    months, days, seconds = (number + leeway * more for number, more in zip(length.size, one, strict=True))
    rounded = ceil if late else floor
    on = in_months(day, rounded(months))
    return shifted(on, rounded(days + Fraction(seconds, DAY))) if on else None


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
