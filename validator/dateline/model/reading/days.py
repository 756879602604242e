"""Forms that name days: today, Tuesday, May 21, the 21st, 2019-05-21, Christmas."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from msgspec.structs import replace

from dateline.model.edtf import EdtfDate, Precision, day_value, shifted
from dateline.model.reading import periods
from dateline.model.reading.forms import Groups, dates_of, form
from dateline.model.reading.values import ANY_MOD, Context, Reading
from dateline.model.timex import Reference

_WEEK = 7
_CENTURY = 100


@form("[ba]?r")
def deictic_day(groups: Groups, context: Context) -> Iterator[Reading]:
    """Today, yesterday, earlier today."""
    offset = int(groups["all"][-1].value)
    if context.day and (day := shifted(context.day, offset)):
        yield Reading(day_value(day), "relative", ANY_MOD, deictic=True)
    if offset == 0:
        yield Reading(Reference("present"), "reference", deictic=True)


@form("w", "t?(?P<which>[lsvtxf])w")
def weekday(groups: Groups, context: Context) -> Iterator[Reading]:
    """Tuesday, last Tuesday, next Tuesday: the nearest on either side, and that of the week before or after."""
    named, which = groups["all"][-1].value, groups["which"][0].kind if "which" in groups else ""
    near = [day for day in _weekdays(context.day, named, which, context) if day] if context.day else []
    beside = _weekdays_beside(context, named) if which in ("", "v", "f", "x") else []
    for day in dict.fromkeys([*near, *beside]):
        # beside another day of the text, a weekday does not count from the moment of speech
        yield Reading(day_value(day), "relative", ANY_MOD, weekday=named, deictic=day in near)


def _weekdays_beside(context: Context, named: int) -> Iterator[date]:
    """The day of that name on either side of every other day of the text, or that day itself.

    A day within seven days of the day itself tells nothing new: a weekday beside it counts from the day, as any other does.
    """
    found: dict[int, None] = {}  # ordinals: the days of a text mostly lie in a few weeks
    today = context.day.toordinal() if context.day else None
    for other in context.others:
        if other.first and other.first == other.last and isinstance(other, EdtfDate):
            ordinal = other.first.toordinal()
            if today is not None and abs(ordinal - today) <= _WEEK:
                continue
            ahead = (named + 1 - ordinal) % _WEEK  # 1 is a Monday
            found[ordinal + ahead] = None
            if ahead:
                found[ordinal + ahead - _WEEK] = None
    return (date.fromordinal(ordinal) for ordinal in found if 1 <= ordinal <= date.max.toordinal())


def _weekdays(day: date, named: int, which: str, context: Context) -> Iterator[date | None]:
    in_week = shifted(day, named - day.weekday())
    if which in ("", "t", "l", "s", "v") and (context.looks_back or which):
        yield _stepped_to(day, named, -1, 1 if which in ("l", "s", "v") else 0)
    if which in ("", "t", "x", "f") and (context.looks_ahead or which):
        yield _stepped_to(day, named, 1, 0 if which == "t" else 1)
    if in_week and which in ("l", "s", "v"):
        yield shifted(in_week, -_WEEK)
    if in_week and which in ("x", "f"):
        yield shifted(in_week, _WEEK)


def _stepped_to(day: date, named: int, sign: int, least: int) -> date | None:
    """The nearest day of that name, at least so many days away."""
    away = (named - day.weekday()) * sign % _WEEK
    return shifted(day, sign * (away if away >= least else away + _WEEK))


@form("w,?(?P<rest>[^wTFB&,-].*)", "(?P<rest>.*[^wTFB&,-]),?w")
def weekday_and_date(groups: Groups, context: Context) -> Iterator[Reading]:
    """Tuesday, May 21; Tuesday of last week."""
    named = next(token.value for token in groups["all"] if token.kind == "w")
    for reading, day in dates_of(groups["rest"], context, Precision.DAY):
        # what is spelled out stands, whether or not it is that weekday: the text may err, and T303 tells
        if reading.basis == "spelled" or day.first.weekday() == named:
            yield replace(reading, weekday=named)
    for reading, week in dates_of(groups["rest"], context, Precision.WEEK):
        if found := shifted(week.first, named):
            yield replace(reading, value=day_value(found), weekday=named)


@form(
    "M(?P<day>[do]),?(?P<year>y)?", "(?P<day>[do])-?M,?(?P<year>y)?", "(?P<year>y),?M(?P<day>[do])", "(?P<year>y),?(?P<day>[do])M"
)
def day_of_month(groups: Groups, context: Context) -> Iterator[Reading]:
    """Dec. 31, 2015; 31 December; the 3rd of June."""
    month = next(token.value for token in groups["all"] if token.kind == "M")
    day = f"{month:02}-{groups['day'][0].value:02}"
    yield from in_year(groups, context, lambda year: periods.value(f"{year:04}-{day}"))


@form("M,?(?P<year>y)?", "(?P<year>y),?M")
def month(groups: Groups, context: Context) -> Iterator[Reading]:
    """May 2018; May."""
    number = next(token.value for token in groups["all"] if token.kind == "M")
    yield from in_year(groups, context, lambda year: periods.value(f"{year:04}-{number:02}"))


@form("L,?(?P<year>y)?")
def holiday(groups: Groups, context: Context) -> Iterator[Reading]:
    """Christmas Day, New Year's Eve 2018."""
    yield from in_year(groups, context, lambda year: periods.value(f"{year:04}-{groups['all'][0].value}"))


def in_year(groups: Groups, context: Context, dated: Callable[[int], EdtfDate | None]) -> Iterator[Reading]:
    """What is dated within a year: the one that the words name, else those that they may mean."""
    years = [groups["year"][0].value] if "year" in groups else near_years(context, dated)
    for year in years:
        if found := dated(year):
            yield Reading(found, "spelled")


def near_years(context: Context, dated: Callable[[int], EdtfDate | None]) -> list[int]:
    """The years in which the date comes nearest before and after the day, and those that the text speaks of, each once."""
    return list(dict.fromkeys(_near_years(context, dated)))


def _near_years(context: Context, dated: Callable[[int], EdtfDate | None]) -> Iterator[int]:
    if context.anchor and context.anchor.first and context.anchor.last:
        first, last = context.anchor.first, context.anchor.last
        known = {year: found for year in range(first.year - 1, last.year + 2) if (found := dated(year))}
        if context.looks_back:
            yield max((year for year, found in known.items() if found.first <= last), default=first.year)
        if context.looks_ahead:
            yield min((year for year, found in known.items() if found.last >= first), default=last.year)
    for other in context.others:
        begins, ends = other.first, other.last
        if begins and ends and begins.year == ends.year:
            yield begins.year
        else:
            yield from {bound.year for bound in (begins, ends) if bound}


@form("(?P<which>[lvtxf])(?P<month>M)", "(?P<month>M[do]?|[do]M|L|S),?(?P<rest>[lsvtxfeu].*|nUg|nUb)")
def in_relative_year(groups: Groups, context: Context) -> Iterator[Reading]:
    """Last May; May last year; December of that year."""
    if "rest" in groups:
        for reading, year in dates_of(groups["rest"], context, Precision.YEAR):
            for found, inside in dates_of(groups["month"], Context(year, language=context.language)):
                if inside.first.year == year.first.year:
                    yield replace(found, basis="relative", deictic=reading.deictic)
        return
    steps = {"l": (0, -1), "v": (0, -1), "t": (0, -1, 1), "x": (0, 1), "f": (0, 1)}[groups["which"][0].kind]
    number = groups["month"][0].value
    for near in (context.anchor.first.year + step for step in steps if context.anchor and context.anchor.first):
        if month_then := periods.value(f"{near:04}-{number:02}"):
            yield Reading(month_then, "relative", deictic=True)


@form("(?P<rest>[lvtxf]u)(?P<day>o)", "(?P<day>o)(?P<rest>[lvtxf]u)")
def day_of_relative_month(groups: Groups, context: Context) -> Iterator[Reading]:
    """The 20th of last month, as Korean writes it too."""
    for reading, month_then in dates_of(groups["rest"], context, Precision.MONTH):
        if (number := groups["day"][0].value) > 0 and (found := periods.value(f"{month_then}-{number:02}")):
            yield replace(reading, value=found)


@form("[ltx]?o")
def day_alone(groups: Groups, context: Context) -> Iterator[Reading]:
    """The 21st: of the month of the day, or of those beside it."""
    number = groups["all"][-1].value
    for anchor in context.anchors:
        for step in (-1, 0, 1):
            month = periods.around("month", anchor, step)
            if month and number > 0 and (found := periods.value(f"{month.text}-{number:02}")):
                yield Reading(found, "relative")


@form("i", "I")
def iso(groups: Groups, _: Context) -> Iterator[Reading]:
    """2019-05-21, 2019-05, 2019-05-21T17:28."""
    if found := periods.value(groups["all"][0].value.upper()):
        yield Reading(found, "spelled")


@form(r"/")
def slashed(groups: Groups, _: Context) -> Iterator[Reading]:
    """05/06/2019: the sixth of May and the fifth of June."""
    for day in both_readings(groups["all"][0].value):
        yield Reading(day_value(day), "spelled")


def both_readings(written: str) -> list[date]:
    """The days that a date in figures can mean, month first and day first; the year may also lead."""
    one, two, three = (int(part) for part in re.split("[/.]", written))
    if one > periods.MOST_DAYS:
        orders = [(one, two, three)]
    else:
        year = three if three >= _CENTURY else three + (2000 if three < 70 else 1900)  # noqa: PLR2004 - POSIX's pivot
        orders = [(year, one, two), (year, two, one)]
    days = []
    for year, month_number, day in orders:
        try:
            days.append(date(year, month_number, day))
        except ValueError:
            continue
    return list(dict.fromkeys(days))


@form("[BF]?M(?P<one>[do])(?:T|-|&)(?P<two>[do]),?(?P<year>y)?", "[BF]?(?P<one>[do])(?:T|-|&)(?P<two>[do])M,?(?P<year>y)?")
def days_of_month(groups: Groups, context: Context) -> Iterator[Reading]:
    """May 5-7; between 5 and 7 May 2019."""
    number = next(token.value for token in groups["all"] if token.kind == "M")
    one, two = (f"{number:02}-{groups[side][0].value:02}" for side in ("one", "two"))
    years = [groups["year"][0].value] if "year" in groups else near_years(context, lambda year: periods.value(f"{year:04}-{one}"))
    for year in years:
        if found := periods.interval(periods.value(f"{year:04}-{one}"), periods.value(f"{year:04}-{two}")):
            yield Reading(found, "spelled")
