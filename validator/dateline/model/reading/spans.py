"""Forms that name stretches of the calendar: last year, the third quarter, late May, the 1990s, from May to July."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from dateline.model.edtf import EVER, Edtf, EdtfDate, Precision, day_value, shifted
from dateline.model.reading import periods
from dateline.model.reading.days import near_years
from dateline.model.reading.forms import Groups, dates_of, form, readings_of, splits
from dateline.model.reading.lexicon import Tokens
from dateline.model.reading.values import ANY_MOD, NO_MOD, Basis, Context, Mods, Reading
from dateline.model.timex import Reference, TimeValue, length

_STEPS = {"l": (-1,), "s": (-1,), "t": (0,), "x": (1,), "v": (-1,), "f": (1,), "e": (0,)}
_ANAPHORIC = "vfe"
_CENTURY = 100
_MIDDLE = 15  # of a month
_LENGTHS = ("year", "month", "week", "day")  # in which a stretch of time is counted
_LEEWAY = 5  # "about two weeks" may be a fifth more or less; chosen, not measured
_LONGEST_RANGE = 2 * 366  # days, of one that is written in days


def _basis(unit: str) -> Basis:
    return "part" if unit in ("quarter", "half") else "relative"


@form("t?(?P<which>[lstxvfe])(?P<unit>u)", "(?P<unit>u)(?P<which>[vb])", "(?P<unit>u)")
def unit_near(groups: Groups, context: Context) -> Iterator[Reading]:
    """Last year, this week, the following day, the year before, the day."""
    unit, which = groups["unit"][0].value, groups["which"][0].kind if "which" in groups else "e"
    which = "v" if which == "b" else which
    if unit not in periods.UNITS or context.holds(which, unit):
        return
    steps = (-1, 0) if unit == "weekend" and which in "lste" else (0, 1) if unit == "weekend" and which == "x" else _STEPS[which]
    is_loose_anchor = which in _ANAPHORIC or (unit == "day" and which == "x")
    anchors = context.anchors if is_loose_anchor else context.anchors[: context.anchor is not None]
    mods: Mods = ANY_MOD if which == "e" else NO_MOD
    is_told = context.others or (context.named and context.day)
    if which == "e" and "which" in groups and not is_told:  # "that year" points at something that no time tells of
        yield Reading(EVER, "reference", loose=True)
    for anchor in anchors:
        for step in steps:
            for found in _forms_of(unit, anchor, step):
                yield Reading(found, _basis(unit), mods, deictic=which not in _ANAPHORIC)


def _forms_of(unit: str, anchor: Edtf, step: int) -> Iterator[Edtf]:
    """A period near the anchor in all the ways in which it is written."""
    found = periods.around(unit, anchor, step)
    if found is None:
        return
    yield found
    if unit in ("week", "weekend") and (days := periods.days_between(found.first, found.last)):
        yield days
    if unit == "week":  # weeks of newswire begin on Sunday in America, and a week may be the seven days to or from today
        first, end = shifted(found.first, -1), shifted(found.last, -1)
        if first and end and (sundays := periods.days_between(first, end)):
            yield sundays


@form("(?P<which>[ol])-?(?P<unit>u),?(?P<rest>[^TFB&-].*)?", "(?P<rest>[lstxvfe]u|y)(?P<which>o)-?(?P<unit>u)")
def ordinal_unit(groups: Groups, context: Context) -> Iterator[Reading]:
    """The third quarter, the last week of March, the 21st century."""
    unit, number = groups["unit"][0].value, groups["which"][0].value or -1
    if unit == "century" and number > 0 and "rest" not in groups:
        if found := periods.period("century", number - 1):
            yield Reading(found, "spelled")
        return
    if unit not in periods.UNITS:
        return
    if "rest" in groups:
        for reading, whole in dates_of(groups["rest"], context):
            yield from (replace(reading, value=found, basis=_basis(unit)) for found in _parts_of(unit, number, whole))
    elif unit in ("quarter", "half") and "o" in {token.kind for token in groups["which"]}:
        letter, count = ("Q", 4) if unit == "quarter" else ("H", 2)
        place = number if number > 0 else count
        for of in near_years(context, lambda year: periods.value(f"{year:04}-{letter}{place}")):
            if found := periods.value(f"{of:04}-{letter}{place}"):
                yield Reading(found, "part")


def _parts_of(unit: str, number: int, whole: EdtfDate) -> Iterator[Edtf]:
    """What the part of that number of a whole may be."""
    if unit in ("half", "quarter") and whole.precision != Precision.YEAR:
        yield from _halves(number, whole) if unit == "half" else ()
    elif periods.GRAIN[unit] > whole.precision:
        yield from _nth(unit, number, whole)
    if unit == "week" and number > 0 and (days := periods.days_of_week(whole.first, number)):
        yield days


def _nth(unit: str, number: int, whole: EdtfDate) -> Iterator[EdtfDate]:
    """The period of that number within a whole; of weeks those that begin in it, and those that reach into it."""
    first, last = periods.index_of(unit, whole.first), periods.index_of(unit, whole.last)
    starts = {first}
    begun = periods.period(unit, first)
    if begun and begun.first < whole.first:
        starts.add(first + 1)
    ends = {last}
    ended = periods.period(unit, last)
    if ended and ended.last > whole.last:
        ends.add(last - 1)
    indexes = {end + number + 1 for end in ends} if number < 0 else {start + number - 1 for start in starts}
    for index in sorted(indexes):
        if first <= index <= last and (found := periods.period(unit, index)):
            yield found


def _halves(number: int, whole: EdtfDate) -> Iterator[Edtf]:
    """The first or the second half of a decade or a month."""
    if whole.precision == Precision.DECADE:
        middle = whole.first.year + 5
        years = (whole.first.year, middle - 1) if number == 1 else (middle, whole.last.year)
        found = periods.interval(*(periods.value(f"{year:04}") for year in years))
    elif whole.precision == Precision.MONTH:
        middle_day = whole.first.replace(day=_MIDDLE)
        found = periods.days_between(*((whole.first, middle_day) if number == 1 else (middle_day, whole.last)))
    else:
        return
    if found:
        yield found


@form("(?P<which>[ol])(?P<unit>u)")
def unit_of_anchor(groups: Groups, context: Context) -> Iterator[Reading]:
    """The last day, the second week: of the stretch that the annotation names."""
    anchor, unit = context.anchor, groups["unit"][0].value
    if not context.named or anchor is None or anchor.first is None or anchor.last is None or unit not in _LENGTHS:
        return
    if anchor.first != anchor.last or unit == "day":  # what is over within a day has that first and last day
        whole = EdtfDate(anchor.text, Precision.YEAR, anchor.first, anchor.last)
        yield from (Reading(found, "relative") for found in _nth(unit, groups["which"][0].value or -1, whole))


@form("(?P<which>[ol])(?P<count>[nd])U(?P<rest>.+)?")
def several_units(groups: Groups, context: Context) -> Iterator[Reading]:
    """The first three months of 2018."""
    unit = next(token.value for token in groups["all"] if token.kind == "U")
    if unit not in periods.UNITS:
        return
    count = int(groups["count"][0].value)
    if "rest" not in groups:
        yield (
            Reading(length(**{f"{unit}s": Fraction(count)}), "length")
            if unit in _LENGTHS
            else Reading(Reference("past"), "reference")
        )
    for reading, whole in dates_of(groups["rest"], context) if "rest" in groups else _years_near(context):
        from_end = groups["which"][0].kind == "l" or groups["which"][0].value < 0
        edge = periods.index_of(unit, whole.last if from_end else whole.first)
        one, other = (edge - count + 1, edge) if from_end else (edge, edge + count - 1)
        if found := periods.interval(periods.period(unit, one), periods.period(unit, other)):
            yield replace(reading, value=found)


def _years_near(context: Context) -> Iterator[tuple[Reading, EdtfDate]]:
    """The year of the day and the one before, as what "the first nine months" are of."""
    for step in (0, -1):
        if context.anchor and (found := periods.around("year", context.anchor, step)):
            yield Reading(found, "relative"), found


@form("(?P<by>A?u)-?(?P<way>[bg])(?P<unit>u)?")
def compared(groups: Groups, context: Context) -> Iterator[Reading]:
    """The year-earlier quarter, year-ago: the period that the text speaks of, a year before."""
    by = groups["by"][-1].value
    units = [groups["unit"][0].value] if "unit" in groups else ["quarter", "half", "month", "year"]
    if by != "year":
        return
    for anchor in context.anchors:
        for unit in units:
            period = periods.around(unit, anchor, 0) if unit in periods.UNITS else None
            if period and (found := periods.around(unit, day_value(period.first), -periods.in_a_year(unit))):
                yield Reading(found, "part")


@form("(?P<part>[mba])-?N?(?P<rest>[^T&,-].*)", "(?P<rest>.*[^T&,-])-?(?P<part>m)")
def part_of(groups: Groups, context: Context) -> Iterator[Reading]:
    """Late last year, mid-May, the end of the week; earlier this year."""
    part = groups["part"][0]
    for reading in readings_of(groups["rest"], context):
        if reading.loose or not isinstance(reading.value, EdtfDate):
            continue
        is_fine = reading.value.precision >= Precision.WEEKEND or part.kind != "m"
        yield replace(reading, mods=ANY_MOD if is_fine else (part.value,))


@form("[FB]?(?P<range>.+[T&-].+)")
def ranges(groups: Groups, context: Context) -> Iterator[Reading]:
    """May 31 to June 2; between 2014 and 2016; from Monday until Friday."""
    for one, other in splits(groups["range"], "T&-"):
        for reading, last in dates_of(other, context):
            for beginning, first in _beginnings(one, context, last):
                if _are_alike(first, last) and (found := periods.interval(first, last)):
                    yield replace(reading, value=found, weekday=None, basis=beginning.basis)
                    yield from _years_long(first, last)


def _beginnings(tokens: Tokens, context: Context, last: EdtfDate) -> list[tuple[Reading, EdtfDate]]:
    """What may begin a range that ends there: nearest before its end, or, if it counts from the day itself, as it stands."""
    inside = Context(last, direction="past", language=context.language)
    found = [pair for pair in dates_of(tokens, inside) if not pair[0].deictic or pair[0].weekday is not None]
    return found or list(dates_of(tokens, context))


def _years_long(first: EdtfDate, last: EdtfDate) -> Iterator[Reading]:
    """From 2009 to 2011: two years, or three."""
    if first.precision == Precision.YEAR:
        years = last.first.year - first.first.year
        yield from (Reading(length(years=Fraction(number)), "length") for number in (years, years + 1))


def _are_alike(first: EdtfDate, last: EdtfDate) -> bool:
    """Whether two dates are of one grain, and near enough to be the ends of one range."""
    return first.precision == last.precision and (
        first.precision < Precision.WEEK or (last.last - first.first).days <= _LONGEST_RANGE
    )


@form("k(?P<rest>.+)", "N(?P<rest>.+)")
def with_a_word_before(groups: Groups, context: Context) -> Iterator[Reading]:
    """About 2016; in the first half of May; nearly three hours later, which lies near what it would be without "nearly"."""
    is_rough = groups["all"][0].kind == "k" and any(token.kind in "uU" for token in groups["rest"])
    for reading in readings_of(groups["rest"], context):
        yield reading
        if is_rough and reading.basis == "relative" and (near := _near(reading.value, context)):
            yield replace(reading, value=near, loose=True)


def _near(reached: TimeValue, context: Context) -> Edtf | None:
    """The days around one that is counted: the one beside it, and of a longer way a part of it."""
    if not isinstance(reached, EdtfDate) or reached.precision < Precision.DAY:
        return None
    away = min((abs((reached.first - anchor.first).days) for anchor in context.anchors if anchor.first), default=0)
    leeway = max(1, away // _LEEWAY)
    first, last = shifted(reached.first, -leeway), shifted(reached.first, leeway)
    return periods.days_between(first, last) if first and last else None


@form(r"\*(?P<rest>.+)")
def some_time_in(groups: Groups, context: Context) -> Iterator[Reading]:
    """The same period last year: the year, or whatever lies in it."""
    for reading in readings_of(groups["rest"], context):
        yield reading
        if isinstance(reading.value, EdtfDate):
            yield replace(reading, loose=True)


@form("(?P<from>[@Fa])(?P<rest>.+)", "(?P<to>[Tb])(?P<rest>.+)")
def open_interval(groups: Groups, context: Context) -> Iterator[Reading]:
    """Since 2016, until June 2, before 2020: the date, and an interval that begins or ends there, or beside it."""
    for reading, date in dates_of(groups["rest"], context):
        yield replace(reading, mods=ANY_MOD)
        unit = next((unit for unit, grain in periods.GRAIN.items() if grain == date.precision), None)
        sides = [date, periods.around(unit, date, 1 if "from" in groups else -1) if unit else None]
        for side in sides:
            if side:
                yield replace(reading, value=periods.since(side) if "from" in groups else periods.until(side))
