"""Values of time expressions, after TIMEX3: EDTF dates, ISO 8601 durations, and references to past, present, future.

Beside EDTF, what newswire names and EDTF's levels 0 and 1 lack: quarters ``2018-Q4``, halves ``2018-H1``, weeks
``2018-W21`` (from Monday, ISO 8601), weekends ``2018-W21-WE``, parts of a day ``2018-05-21TNI``, and what recurs:
``XXXX-WXX-2`` every Tuesday, ``XXXX-12`` every December.

Source: ISO 24617-1 (TIMEX3) as in https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html, for these, for
``X`` in durations ("a few months" is ``PXM``) and for the references, which TIMEX3 writes PAST_REF, PRESENT_REF, FUTURE_REF.
"""

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from dateline.model.edtf import Edtf, EdtfDate, ImpossibleDateError, Precision, date_of, parse

REFERENCES = ("past", "present", "future")
# morning, midday, afternoon, evening, night, the time of daylight
PARTS_OF_DAY = ("MO", "MI", "AF", "EV", "NI", "DT")

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}  # of TIMEX3, and of EDTF

_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_NUMBER = r"([0-9]+(?:\.[0-9]+)?|X)"
_DURATION = re.compile(
    rf"P(?=.)(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=.)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?",
)


class Reference(Struct, frozen=True, array_like=True, tag=True):
    """A time that is only said to be past, present or future."""

    text: str


class Duration(Struct, frozen=True, array_like=True, tag=True):
    """A length of time: for each named unit its number, ``None`` for a vague one ("a few")."""

    text: str
    parts: tuple[tuple[str, Fraction | None], ...]

    @property
    def is_vague(self) -> bool:
        """Whether a number in it is unknown."""
        return any(number is None for _, number in self.parts)

    @property
    def size(self) -> tuple[Fraction, Fraction, Fraction]:
        """Months, days and seconds: years are months and weeks are days; nothing else can be turned into another."""
        numbers = {unit: number or Fraction(0) for unit, number in self.parts}
        months = numbers.get("years", 0) * 12 + numbers.get("months", 0)
        days = numbers.get("weeks", 0) * 7 + numbers.get("days", 0)
        seconds = numbers.get("hours", 0) * 3600 + numbers.get("minutes", 0) * 60 + numbers.get("seconds", 0)
        return (Fraction(months), Fraction(days), Fraction(seconds))

    def __str__(self) -> str:
        """Give the duration as it is written."""
        return self.text


class Recurrence(Struct, frozen=True, array_like=True, tag=True):
    """A day or month that comes again: every Tuesday, every December, every 25 December."""

    text: str

    def __str__(self) -> str:
        """Give it as it is written."""
        return self.text


TimeValue = Edtf | Duration | Reference | Recurrence

_QUARTER = re.compile(r"(?P<year>[0-9]{4})-(?P<unit>[QH])(?P<number>[0-9])")
_WEEK = re.compile(r"(?P<year>[0-9]{4})-W(?P<week>[0-9]{2})(?P<weekend>-WE)?")
_PART_OF_DAY = re.compile(rf"(?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})T(?:{'|'.join(PARTS_OF_DAY)})")
_RECURRENCE = re.compile(r"XXXX-(?:WXX-[1-7]|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)")
_LEAP_YEAR = 2000  # has every day that a year can have


def length(**parts: Fraction | None) -> Duration:
    """A duration of so many of each unit, ``None`` for an unknown number: ``length(years=Fraction(2), months=None)``."""
    letters = {"years": "Y", "months": "M", "weeks": "W", "days": "D", "hours": "H", "minutes": "M", "seconds": "S"}
    written = {unit: f"{_decimal(parts[unit])}{letters[unit]}" for unit in _UNITS if unit in parts}
    clock = "".join(text for unit, text in written.items() if unit in _UNITS[4:])
    text = "".join(text for unit, text in written.items() if unit in _UNITS[:4])
    return Duration(f"P{text}{'T' if clock else ''}{clock}", tuple((unit, parts[unit]) for unit in _UNITS if unit in parts))


def _decimal(number: Fraction | None) -> str:
    if number is None:
        return "X"
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def duration(text: str) -> Duration:
    """Read an ISO 8601 duration, ``P2Y4M`` or ``PXM``.

    Raises:
        ValueError: for text that is not of the form.

    """
    match = _DURATION.fullmatch(text)
    if match is None:
        message = f"{text!r} is no duration of the form P2Y4M"
        raise ValueError(message)
    pairs = zip(_UNITS, match.groups(), strict=True)
    return Duration(text, tuple((unit, None if number == "X" else Fraction(number)) for unit, number in pairs if number))


@lru_cache(maxsize=4096)  # the days of an article come again and again, in it and in what its words can mean
def time_value(text: str) -> TimeValue:
    """Read the value of a time expression.

    Raises:
        dateline.model.edtf.ImpossibleDateError: for a day, month or hour that does not exist.
        ValueError: for text that is not of the form.

    """
    if text in REFERENCES:
        return Reference(text)
    if text.startswith("P"):
        return duration(text)
    unit = text[5:6]
    if unit in ("Q", "H") and (match := _QUARTER.fullmatch(text)):
        return _part_of_year(text, int(match["year"]), match["unit"], int(match["number"]))
    if unit == "W" and (match := _WEEK.fullmatch(text)):
        return _week(text, int(match["year"]), int(match["week"]), weekend=match["weekend"] is not None)
    if "T" in text and (match := _PART_OF_DAY.fullmatch(text)):
        day = date_of(match["day"])
        return EdtfDate(text, Precision.PART_OF_DAY, day.first, day.last)
    if text.startswith("XXXX") and (match := _RECURRENCE.fullmatch(text)):
        if match["month"]:
            parse(f"{_LEAP_YEAR}{text[4:]}")
        return Recurrence(text)
    return parse(text)


def _part_of_year(text: str, year: int, unit: str, number: int) -> EdtfDate:
    count, precision = (4, Precision.QUARTER) if unit == "Q" else (2, Precision.HALF)
    if not 1 <= number <= count or year == 0:
        message = f"a year has {count} {'quarters' if unit == 'Q' else 'halves'}"
        raise ImpossibleDateError(message)
    months = 12 // count
    first = date_of(f"{year:04}-{(number - 1) * months + 1:02}")
    last = date_of(f"{year:04}-{number * months:02}")
    return EdtfDate(text, precision, first.first, last.last)


def _week(text: str, year: int, week: int, *, weekend: bool) -> EdtfDate:
    try:
        monday = date.fromisocalendar(year, week, 1)
        sunday = monday + timedelta(days=6)
    except (ValueError, OverflowError) as error:
        message = f"there is no week {week} in {year}"
        raise ImpossibleDateError(message) from error
    if weekend:
        return EdtfDate(text, Precision.WEEKEND, sunday - timedelta(days=1), sunday)
    return EdtfDate(text, Precision.WEEK, monday, sunday)
