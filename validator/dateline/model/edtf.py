"""Dates as the corpus writes them: a subset of the Extended Date/Time Format, levels 0 and 1, with bounds.

Covered: years, months, days and date-times; ``201X``, ``2018-XX`` and ``2018-05-XX``; seasons ``2018-21`` to ``-24``; one
qualifier ``?``, ``~`` or ``%`` after the whole date; intervals ``A/B``, where a side may be empty (unknown) or ``..`` (open).

Source: https://www.loc.gov/standards/datetime/ (EDTF, levels 0 and 1).
"""

import calendar
import re
from datetime import UTC, date, datetime
from enum import IntEnum
from functools import lru_cache

from msgspec import Struct


class Precision(IntEnum):
    """How much of a date is known, from coarse to fine."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    HALF = 4
    SEASON = 5
    QUARTER = 6
    MONTH = 7
    WEEK = 8
    WEEKEND = 9
    DAY = 10
    PART_OF_DAY = 11
    TIME = 12


_DAY = Precision.DAY  # Python 3.11 looks a member up in ten times the time of a name


class ImpossibleDateError(ValueError):
    """The text has the form of a date, and no calendar has it. The message says why."""


class EdtfDate(Struct, frozen=True, array_like=True, tag=True):
    """One date of some precision. ``first`` and ``last`` are the earliest and the latest day that it can mean."""

    text: str
    precision: Precision
    first: date
    last: date
    qualifier: str = ""
    moment: datetime | None = None

    @property
    def is_day(self) -> bool:
        """Whether the date is one day (or a time on it)."""
        return self.first == self.last

    def __str__(self) -> str:
        """Give the date as it is written."""
        return self.text


class EdtfInterval(Struct, frozen=True, array_like=True, tag=True):
    """From one date to another, both included. ``None`` is an unknown bound; an open one is ``None`` with ``open_end``."""

    text: str
    start: EdtfDate | None
    end: EdtfDate | None
    open_start: bool = False
    open_end: bool = False

    @property
    def first(self) -> date | None:
        """The earliest day that belongs to the interval, if that is known."""
        return self.start.first if self.start else None

    @property
    def last(self) -> date | None:
        """The latest day that belongs to the interval, if that is known."""
        return self.end.last if self.end else None

    @property
    def qualifier(self) -> str:
        """The qualifiers of both sides."""
        return (self.start.qualifier if self.start else "") + (self.end.qualifier if self.end else "")

    @property
    def is_reversed(self) -> bool:
        """Whether the interval ends before it can have begun."""
        if self.start is None or self.end is None:
            return False
        if self.start.moment and self.end.moment and _comparable(self.start.moment, self.end.moment):
            return self.end.moment < self.start.moment
        return self.end.last < self.start.first

    def __str__(self) -> str:
        """Give the interval as it is written."""
        return self.text


Edtf = EdtfDate | EdtfInterval
EVER = EdtfInterval("../..", None, None, open_start=True, open_end=True)  # bounds nothing

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<qualifier>[?~%]?)",
)
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?",
)
_NAMED = re.compile(r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
# by how many days the dates of one moment can differ: while it is Tuesday evening in Washington, it is Wednesday in Seoul
ZONES = 1
_SEASONS = range(21, 25)
_MONTHS = range(1, 13)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read an EDTF date, date-time or interval.

    Raises:
        ImpossibleDateError: for a day, month or hour that no calendar or clock has.
        ValueError: for text that is not of the form.

    """
    if "/" not in text:
        return _moment(text) if "T" in text else date_of(text)
    start, _, end = text.partition("/")
    sides = (start, end)
    if all(side in ("", "..") for side in sides):
        message = f"{text!r} names no day on either side"
        raise ValueError(message)
    parsed = [None if side in ("", "..") else parse(side) for side in sides]
    lower, upper = (side if isinstance(side, EdtfDate) else None for side in parsed)
    return EdtfInterval(text, lower, upper, open_start=start == "..", open_end=end == "..")


def is_edtf(text: str) -> bool:
    """Whether the text is a date or an interval of the subset that a calendar has."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def surely_before(one: Edtf, other: Edtf, days: int = 0) -> bool:
    """Whether every day of ``one`` lies before every day of ``other``, by more than ``days``; unsure dates never do."""
    if one.qualifier or other.qualifier or one.last is None or other.first is None:
        return False
    return (other.first - one.last).days > days


def can_agree(one: Edtf, other: Edtf, days: int = 0) -> bool:
    """Whether some day belongs to both, or they lie no more than ``days`` apart; dates with a qualifier agree with everything."""
    return not (surely_before(one, other, days) or surely_before(other, one, days))


def starts_surely_before(one: Edtf, other: Edtf) -> bool:
    """Whether ``one`` begins on an earlier day than ``other`` can; unknown and qualified beginnings never do."""
    begins, other_begins = _start(one), _start(other)
    if begins is None or other_begins is None:
        return False
    return surely_before(begins, other_begins)


def can_lie_within(inner: Edtf, outer: Edtf) -> bool:
    """Whether ``inner`` can lie within ``outer``: each bound of an interval has to, a single date somewhere in it."""
    sides = (inner.start, inner.end) if isinstance(inner, EdtfInterval) else (inner,)
    return all(side is None or can_agree(side, outer) for side in sides)


def in_months(day: date, months: int) -> date | None:
    """The same day of the month, so many months on; the last of the month where it is shorter; none where the calendar ends."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, length_of_month(year, month + 1)))


def length_of_month(year: int, month: int) -> int:
    """How many days a month has."""
    return _DAYS[month - 1] + (month == 2 and calendar.isleap(year))  # noqa: PLR2004 - February


def shifted(day: date, days: int) -> date | None:
    """The day that many days later; none where the calendar ends."""
    try:
        return date.fromordinal(day.toordinal() + days)  # half the time of a timedelta
    except (ValueError, OverflowError):
        return None


def _start(value: Edtf) -> EdtfDate | None:
    return value.start if isinstance(value, EdtfInterval) else value


def _comparable(one: datetime, other: datetime) -> bool:
    return (one.tzinfo is None) == (other.tzinfo is None)


def date_of(text: str) -> EdtfDate:
    """Read a year, month, season or day.

    Raises:
        ImpossibleDateError: for a day or month that no calendar has.
        ValueError: for text that is not of the form.

    """
    if len(text) == len("2019-05-21") and text[4] == text[7] == "-":  # most are days, read here in a quarter of the time
        try:
            return _day(text, date.fromisoformat(text))
        except ValueError:
            pass  # what follows finds out why
    match = _DATE.fullmatch(text)
    if match is None:
        message = f"{text!r} is no date of the form 2019-05-21, 2019-05 or 2019"
        raise ValueError(message)
    year, month, day, qualifier = match["year"], match["month"], match["day"], match["qualifier"]
    if year.startswith("0000") or (year.endswith("X") and not year.strip("0X")):
        message = "there is no year 0000"
        raise ImpossibleDateError(message)
    if year.endswith("X"):
        if month is not None:
            message = f"{text!r} has a month in an unspecified year"
            raise ValueError(message)
        return _unspecified_year(text, year, qualifier)
    return _calendar_date(text, int(year), month, day, qualifier)


def day_value(day: date) -> EdtfDate:
    """A day as a date."""
    return _day(day.isoformat(), day)


def day_in(name: str) -> date | None:
    """The first day that an id names, if the calendar has it."""
    found = _NAMED.search(name)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _day(text: str, day: date) -> EdtfDate:
    return EdtfDate(text, _DAY, day, day)


def _unspecified_year(text: str, year: str, qualifier: str) -> EdtfDate:
    precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
    first = date(int(year.replace("X", "0")), 1, 1)
    return EdtfDate(text, precision, first, date(int(year.replace("X", "9")), 12, 31), qualifier)


def _calendar_date(text: str, year: int, month: str | None, day: str | None, qualifier: str) -> EdtfDate:
    if month is None or month == "XX":
        if day is not None and day != "XX":
            message = f"{text!r} has a day in an unspecified month"
            raise ValueError(message)
        return EdtfDate(text, Precision.YEAR, date(year, 1, 1), date(year, 12, 31), qualifier)
    if int(month) in _SEASONS and day is None:
        if qualifier:  # levels 0 and 1 qualify years, months and days alone
            message = f"a season takes no {qualifier}"
            raise ImpossibleDateError(message)
        # a season of either hemisphere: December belongs to the winter of its year or to that of the next
        last = date(year + 1, 2, 28) if year < date.max.year else date.max
        return EdtfDate(text, Precision.SEASON, date(year, 1, 1), last, qualifier)
    if int(month) not in _MONTHS:
        message = f"there is no month {month}"
        raise ImpossibleDateError(message)
    length = length_of_month(year, int(month))
    if day is None or day == "XX":
        return EdtfDate(text, Precision.MONTH, date(year, int(month), 1), date(year, int(month), length), qualifier)
    if not 1 <= int(day) <= length:
        message = f"{calendar.month_name[int(month)]} {year} has {length} days"
        raise ImpossibleDateError(message)
    only = date(year, int(month), int(day))
    return EdtfDate(text, _DAY, only, only, qualifier)


def _moment(text: str) -> EdtfDate:
    match = _MOMENT.fullmatch(text)
    if match is None:
        message = f"{text!r} is no time of the form 2019-05-21T17:28:00+09:00"
        raise ValueError(message)
    day = date_of(match["day"])
    zone = match["zone"] or ""
    try:
        moment = datetime.fromisoformat(f"{match['day']}T{match['hour']}:{match['minute']}:{match['second'] or '00'}{zone}")
    except ValueError as error:
        message = f"no clock shows {text.partition('T')[2]}"
        raise ImpossibleDateError(message) from error
    try:
        _ = moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError as error:
        message = "the calendar ends before that moment"
        raise ImpossibleDateError(message) from error
    return EdtfDate(text, Precision.TIME, day.first, day.last, "", moment)
