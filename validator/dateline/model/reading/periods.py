"""Reckoning with the periods of the calendar: which year, quarter, week or day a day lies in, and the one before or after."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval, Precision, day_value, in_months, is_edtf, shifted
from dateline.model.reckoning import AVERAGE_MONTH, DAY
from dateline.model.timex import Duration, time_value

_MONTHS = {"century": 1200, "decade": 120, "year": 12, "half": 6, "quarter": 3, "month": 1}
_DAYS = {"week": 7, "weekend": 7, "day": 1}
MONTHS_OF_SEASON = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
UNITS = (*_MONTHS, *_DAYS)
GRAIN = {
    "century": Precision.CENTURY,
    "decade": Precision.DECADE,
    "year": Precision.YEAR,
    "half": Precision.HALF,
    "quarter": Precision.QUARTER,
    "month": Precision.MONTH,
    "week": Precision.WEEK,
    "weekend": Precision.WEEKEND,
    "day": Precision.DAY,
}
MOST_DAYS = 31  # of a month


def value(text: str) -> EdtfDate | None:
    """The date of that text; none where the calendar has none."""
    try:
        found = time_value(text)
    except ValueError:
        return None
    return found if isinstance(found, EdtfDate) else None


def index_of(unit: str, day: date) -> int:
    """The number of the period of that unit in which a day lies; the next period has the next number."""
    if unit in _MONTHS:
        return (day.year * 12 + day.month - 1) // _MONTHS[unit]
    return (day.toordinal() - 1) // _DAYS[unit]


def period(unit: str, index: int) -> EdtfDate | None:
    """The period of that number; none where the calendar ends."""
    if unit in _MONTHS:
        year, month = divmod(index * _MONTHS[unit], 12)
        texts = {
            "century": f"{year // 100:02}XX",
            "decade": f"{year // 10:03}X",
            "year": f"{year:04}",
            "half": f"{year:04}-H{month // 6 + 1}",
            "quarter": f"{year:04}-Q{month // 3 + 1}",
            "month": f"{year:04}-{month + 1:02}",
        }
        return value(texts[unit]) if year > 0 else None
    try:
        monday = date.fromordinal(index * _DAYS[unit] + 1)
    except (ValueError, OverflowError):
        return None
    if unit == "day":
        return day_value(monday)
    year, week, _ = monday.isocalendar()
    return value(f"{year:04}-W{week:02}{'-WE' if unit == 'weekend' else ''}")


def around(unit: str, anchor: Edtf, steps: int) -> EdtfDate | None:
    """The period so many steps from the one in which the anchor lies, if the anchor lies in one."""
    if anchor.first is None or anchor.last is None:
        return None
    index = index_of(unit, anchor.first)
    return period(unit, index + steps) if index == index_of(unit, anchor.last) else None


def in_a_year(unit: str) -> int:
    """How many periods of that unit a year has; none for those that do not divide it."""
    return 12 // _MONTHS[unit] if unit in _MONTHS and _MONTHS[unit] <= _MONTHS["year"] else 0


def interval(first: Edtf | None, last: Edtf | None) -> EdtfInterval | None:
    """From one date to another, both included; none if the second ends before the first begins.

    An interval has sides that EDTF can write: quarters and halves are given by their months, weeks by their days.
    """
    if not isinstance(first, EdtfDate) or not isinstance(last, EdtfDate) or last.last < first.first:
        return None
    start, end = _edge(first, first.first), _edge(last, last.last)
    return EdtfInterval(f"{start}/{end}", start, end)


def since(side: EdtfDate) -> EdtfInterval:
    """From a date to no known end."""
    start = _edge(side, side.first)
    return EdtfInterval(f"{start}/..", start, None, open_end=True)


def until(side: EdtfDate) -> EdtfInterval:
    """From no known beginning to a date, included."""
    end = _edge(side, side.last)
    return EdtfInterval(f"../{end}", None, end, open_start=True)


def _edge(side: EdtfDate, day: date) -> EdtfDate:
    """A side of an interval, and if EDTF cannot write it, the month or the day at its edge."""
    if is_edtf(side.text):
        return side
    is_of_months = side.precision in (Precision.QUARTER, Precision.HALF)
    return period("month", index_of("month", day)) or day_value(day) if is_of_months else day_value(day)


def days_between(first: date, last: date) -> EdtfInterval | None:
    """From one day to another, both included."""
    return interval(day_value(first), day_value(last))


def days_of_week(first: date, number: int) -> EdtfInterval | None:
    """The seven days of that number from the first of a month: "the first week of June" may be June 1 to 7."""
    start, end = shifted(first, 7 * (number - 1)), shifted(first, 7 * number - 1)
    return days_between(start, end) if start and end and end.month == first.month else None


def seasons_near(season: int, years: Iterable[int]) -> Iterator[Edtf]:
    """A season of several years: by its own name, and as its months in the north."""
    first, last = MONTHS_OF_SEASON[season]
    for year in years:
        if found := value(f"{year:04}-{season}"):
            yield found
        end = value(f"{year + (last < first):04}-{last:02}")
        if months := interval(value(f"{year:04}-{first:02}"), end):
            yield months


def moved(anchor: Edtf, by: Duration, sign: int) -> Iterator[EdtfDate]:
    """Where a length of time leads from an anchor, at every grain that its words allow: "a year ago" is a year or a day."""
    if anchor.first is None or anchor.last is None:
        return
    months, days, seconds = (part * sign for part in by.size)
    is_fine = seconds or days.denominator > 1  # hours, or a day and a half
    if is_fine and not months and (moment := _by_seconds(anchor, days * DAY + seconds)):
        yield moment
        if seconds and abs(seconds) < DAY:  # "half an hour later" names no day, "48 hours later" may
            return
    grain = anchor.precision if isinstance(anchor, EdtfDate) else Precision.DAY
    candidates = [*_by_months(anchor, months, days), *_by_days(anchor.first, months, days, seconds)]
    seen = set()
    for found in candidates:
        # nothing is known more exactly than what it counts from
        if (
            found.text not in seen
            and found.precision <= max(grain, Precision.DAY)
            and (anchor.first == anchor.last or found.precision <= grain)
        ):
            seen.add(found.text)
            yield found


def _by_seconds(anchor: Edtf, seconds: Fraction) -> EdtfDate | None:
    """The moment so many seconds from one with an hour, on the same clock."""
    if not isinstance(anchor, EdtfDate) or anchor.moment is None:
        return None
    try:
        reached = anchor.moment + timedelta(seconds=round(seconds))
    except OverflowError:
        return None
    return value(reached.isoformat(timespec="seconds" if reached.second else "minutes").replace("+00:00", "Z"))


def _by_months(anchor: Edtf, months: Fraction, days: Fraction) -> Iterator[EdtfDate]:
    if not months or anchor.first is None:
        return
    units = ["month"] if days or months % 12 else ["year", "month"]
    units += ["decade"] if not days and months % 120 == 0 else []
    units += ["quarter"] if not days and months % 3 == 0 else []
    for whole in sorted({months.__floor__(), months.__ceil__()}):
        for unit in units:
            start = index_of("month", anchor.first) + whole
            if found := period(unit, start // _MONTHS[unit]):
                yield found


def _by_days(day: date, months: Fraction, days: Fraction, seconds: Fraction) -> Iterator[EdtfDate]:
    start = in_months(day, int(months))
    rest = (months - int(months)) * AVERAGE_MONTH + days + seconds / DAY
    for step in sorted({rest.__floor__(), rest.__ceil__()}):
        reached = shifted(start, step) if start else None
        if reached is None:
            continue
        yield day_value(reached)
        if days and days % 7 == 0 and (week := period("week", index_of("week", reached))):
            yield week
