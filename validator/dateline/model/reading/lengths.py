"""Forms that say how long, how long ago, how often, or only that it is past, present or future."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from dateline.model.edtf import EVER, EdtfDate, EdtfInterval, Precision, day_value
from dateline.model.reading import periods
from dateline.model.reading.forms import Groups, dates_of, form, readings_of, splits
from dateline.model.reading.lexicon import Tokens
from dateline.model.reading.values import Context, Reading
from dateline.model.timex import Duration, Recurrence, Reference, duration, length

# a unit as one that durations are written in, and how many of it
_WRITTEN = {
    "century": ("years", 100),
    "decade": ("years", 10),
    "year": ("years", 1),
    "half": ("months", 6),
    "quarter": ("months", 3),
    "month": ("months", 1),
    "fortnight": ("weeks", 2),
    "week": ("weeks", 1),
    "weekend": ("days", 2),
    "day": ("days", 1),
    "hour": ("hours", 1),
    "minute": ("minutes", 1),
    "second": ("seconds", 1),
}
_NUMBER = "(?:[And]?V(?:&?n(?:-?[nd])?|&?d)?|A?n-[nd]|A?[ndy]|A|X)"
_POINTED_AT = ("decade", "year", "month", "fortnight", "week", "weekend", "day", "hour", "minute", "second")
_OF_A_YEAR, _OF_YEARS = {"half", "quarter"}, {"year", "decade", "century"}
_HALF_MONTH = {"weeks": Fraction(2), "days": Fraction(15)}


def _lengths_of(tokens: Tokens, context: Context) -> Iterator[Duration]:
    if len(tokens) == 1 and tokens[0].kind == "u":  # "the year" may be a length, but none that leads anywhere
        return
    for reading in readings_of(tokens, context):
        if isinstance(reading.value, Duration) and reading.basis == "length":
            yield reading.value


def _length(number: Fraction | None, unit: str) -> Duration:
    written, factor = _WRITTEN[unit]
    return length(**{written: None if number is None else number * factor})


def _number(tokens: Tokens) -> Fraction | None:
    """What a number is worth: two, twenty-one, two hundred; none for a vague one."""
    total = Fraction(0)
    for token in tokens:
        if token.kind == "X":
            return None
        if token.kind == "A":
            total += len(tokens) == 1  # "a 12-year" is twelve
        elif token.kind == "V":
            total = (total or 1) * token.value
        elif token.kind in "ndy":
            total += Fraction(token.value)
    return total


@form(
    f"(?P<number>{_NUMBER})-?(?P<unit>[uU])-?K?", "(?P<unit>U)(?:-?K)?", "(?P<one>u)(?:-?K)?", "(?P<half>HA?|AH)-?(?P<unit>u)-?K?"
)
def counted(groups: Groups, _: Context) -> Iterator[Reading]:
    """Two years, 12-year, a few months, decades-long, half a year."""
    unit = (groups.get("unit") or groups["one"])[0].value
    number = _number(groups["number"]) if "number" in groups else Fraction(1, 2) if "half" in groups else None
    if "one" in groups:
        number = Fraction(1)
    yield Reading(_length(number, unit), "length")


@form(f"(?P<number>{_NUMBER})(?P<unit>[uU])&A?H", f"(?P<number>{_NUMBER})&A?H-?(?P<unit>[uU])")
def and_a_half(groups: Groups, _: Context) -> Iterator[Reading]:
    """A month and a half; two and a half years."""
    number, unit = _number(groups["number"]), groups["unit"][0].value
    if number is None:
        return
    yield Reading(_length(number + Fraction(1, 2), unit), "length")
    if unit == "month":
        for smaller, count in _HALF_MONTH.items():
            yield Reading(length(months=number, **{smaller: count}), "length")
            yield Reading(length(**{smaller: number * (4 if smaller == "weeks" else 30) + count}), "length")


@form("(?P<sum>.*[uU].+[uU].*)")
def summed(groups: Groups, context: Context) -> Iterator[Reading]:
    """Two years and four months."""
    if any(token.kind in "lstxvf" for token in groups["sum"]):  # "last month" is no length to be added to
        return
    units = {token.value for token in groups["sum"] if token.kind in "uU"}
    if units & _OF_A_YEAR and units - _OF_A_YEAR - _OF_YEARS:  # the half of "an hour and a half" is none of a year
        return
    for one, other in [*splits(groups["sum"], "&,"), *_after_units(groups["sum"])]:
        for first in _lengths_of(one, context):
            for second in _lengths_of(other, context):
                parts = dict(first.parts)
                if not parts.keys() & dict(second.parts).keys():
                    yield Reading(length(**parts, **dict(second.parts)), "length")


def _after_units(tokens: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """The two sides after every unit: 2 years 4 months."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].kind in "uU":
            yield tokens[: at + 1], tokens[at + 1 :]


@form(f"B?(?P<one>{_NUMBER})(?:T|-|&)(?P<two>{_NUMBER})-?(?P<unit>[uU])-?K?")
def between_numbers(groups: Groups, _: Context) -> Iterator[Reading]:
    """Two to three weeks: either, or a number that is not known."""
    if groups["one"][-1].kind == "V":  # "a hundred and twenty" is one number
        return
    for side in ("one", "two"):
        yield Reading(_length(_number(groups[side]), groups["unit"][0].value), "length")
    yield Reading(_length(None, groups["unit"][0].value), "length")


@form("t?(?P<way>[lsxtRvf])(?P<length>.*[uU].*)", "(?P<way>e)(?P<length>[ndX].*[uU].*)")
def rolling(groups: Groups, context: Context) -> Iterator[Reading]:
    """The past few months, the next three days, the past decade: a length, and the stretch of it to or from the day."""
    ahead = groups["way"][0].kind in "xf"
    tokens = groups["length"]
    lengths = list(_lengths_of(tokens, context))
    is_part = False
    if len(tokens) == 1 and tokens[0].kind == "u" and groups["way"][0].kind in "lsxf":
        lengths = [_length(Fraction(1), tokens[0].value)]
        is_part = context.holds(groups["way"][0].kind, tokens[0].value)
    for found in lengths:
        yield Reading(found, "length", deictic=True)
        if found.is_vague:
            yield Reading(Reference("future" if ahead else "past"), "reference", deictic=True)
            yield from _bounded(context, ahead=ahead)
            continue
        if not is_part:
            yield from (Reading(stretch, "relative", deictic=True) for stretch in _stretches(context, found, ahead=ahead))


def _stretches(context: Context, by: Duration, *, ahead: bool) -> Iterator[EdtfInterval]:
    if context.anchor is None or context.day is None:
        return
    for far in periods.moved(context.anchor, by, 1 if ahead else -1):
        unit = next((unit for unit, grain in periods.GRAIN.items() if grain == far.precision), "day")
        for step in (0, 1 if ahead else -1):  # with the period of the day itself, or without
            near = periods.around(unit, context.anchor, step)
            if found := periods.interval(*((near, far) if ahead else (far, near))):
                yield found


def _bounded(context: Context, *, ahead: bool) -> Iterator[Reading]:
    """Any date before or after the day."""
    if context.anchor is None:
        return
    day = day_value(context.anchor.last or context.anchor.first or date.max)
    bounds = periods.since(day) if ahead else periods.until(day)
    yield Reading(bounds, "relative", loose=True, deictic=True)


@form("(?P<length>.*[uU].*)(?P<way>[gh])", "N(?P<length>[ndyAXHk].*[uU][^gh]*|[uU])(?P<way>h)?")
def from_now(groups: Groups, context: Context) -> Iterator[Reading]:
    """Two days ago, a year from now, in two weeks."""
    back = "way" in groups and groups["way"][0].kind == "g"
    single = groups["length"] if groups["all"][-1].kind == "h" and len(groups["length"]) == 1 else ()
    for by in [*_lengths_of(groups["length"], context), *(_length(Fraction(1), token.value) for token in single)]:
        # a quarter or month that the text compares with the one "a year ago"
        wide = tuple(other for other in context.others if isinstance(other, EdtfDate) and not other.is_day)
        yield from _moved(by, -1 if back else 1, context, (*((context.anchor,) if context.anchor else ()), *(wide if back else ())))
        if groups["all"][0].kind == "N":
            yield Reading(by, "length")


@form(
    "(?P<length>.*[uUH])(?P<way>[bva])",
    "(?P<way>[ba])(?P<length>[ndyAXHk].*[uU].*|U)",
    "(?P<length>.*[uUH])(?P<way>[ba])(?P<rest>.+)",
)
def from_a_time(groups: Groups, context: Context) -> Iterator[Reading]:
    """Two days later, a year before; three weeks after June 2; the day after."""
    sign = 1 if groups["way"][0].kind == "a" else -1
    lengths = list(_lengths_of(groups["length"], context))
    if [token.value for token in groups["length"]] == ["day"] and ("rest" in groups or sign > 0):
        lengths = [_length(Fraction(1), "day")]
    for by in lengths:
        if "rest" in groups:
            anchors = tuple(date for _, date in dates_of(groups["rest"], context))
            yield from _moved(by, sign, context, anchors)
        else:
            starts = _starts(context, sign)
            reached = [replace(found, deictic=False) for found in _moved(by, sign, context, starts)]
            yield from reached
            if reached or not starts:  # of a month it tells no day after, and no length either
                yield Reading(by, "length")  # "after two years" may only say how long


def _starts(context: Context, sign: int) -> tuple[EdtfDate | EdtfInterval, ...]:
    """What "a day before" or "a day after" counts from: what goes on for days, from its beginning; after it, from its end, too."""
    ends = [anchor.last for anchor in context.anchors if isinstance(anchor, EdtfInterval) and anchor.last] if sign > 0 else []
    return (*context.anchors, *map(day_value, ends))


def _moved(by: Duration, sign: int, context: Context, anchors: tuple[EdtfDate | EdtfInterval, ...]) -> Iterator[Reading]:
    if by.is_vague:
        yield Reading(Reference("future" if sign > 0 else "past"), "reference", deictic=True)
        yield Reading(by, "length")
        if anchors and anchors[0] == context.anchor:
            yield from _bounded(context, ahead=sign > 0)
        return
    for anchor in anchors:
        is_part = isinstance(anchor, EdtfDate) and anchor.precision == Precision.PART_OF_DAY
        for found in periods.moved(anchor, by, sign):
            yield Reading(found, "relative", deictic=True)
            if is_part and by.size[2]:  # ten hours after a night is some part of a day
                yield Reading(found, "relative", loose=True, deictic=True)
            if found.precision == Precision.WEEK and (days := periods.days_between(found.first, found.last)):
                yield Reading(days, "relative", deictic=True)


@form(
    f"E(?P<number>{_NUMBER}|O)?(?P<unit>[uU])",
    "(?P<ever>j)u?",
    "(?:n?#|[nd]#|#)(?:A|E)?(?P<unit>u)",
    "E(?P<day>w)",
    "(?P<day>W)",
    "(?P<day>w)Q",
    "ES",
    "E(?P<month>M)",
    "Ep",
    "Q",
)
def recurring(groups: Groups, _: Context) -> Iterator[Reading]:
    """Every Tuesday, every two weeks, annual, twice a year."""
    if "ever" in groups:
        yield Reading(duration(groups["ever"][0].value), "length")
    elif "unit" in groups:
        number = Fraction(1)
        if "number" in groups:
            counted_as = _number(groups["number"])
            number = Fraction(2) if groups["number"][0].kind == "O" or counted_as is None else counted_as
        yield Reading(_length(number, groups["unit"][0].value), "length")
    elif "month" in groups:
        yield Reading(Recurrence(f"XXXX-{groups['month'][0].value:02}"), "length")
        yield Reading(length(years=Fraction(1)), "length")
    elif "day" in groups:
        yield Reading(Recurrence(f"XXXX-WXX-{groups['day'][0].value + 1}"), "length", weekday=groups["day"][0].value)
        yield Reading(length(weeks=Fraction(1)), "length")
    else:
        is_season = groups["all"][-1].kind == "S"
        yield Reading(length(years=Fraction(1)) if is_season else length(days=Fraction(1)), "length")


@form("k?P", "k?R", "[Pbv]U")
def reference(groups: Groups, context: Context) -> Iterator[Reading]:
    """Now, recently, in the future: and any date that is so."""
    when = next((token.value for token in groups["all"] if token.kind == "P"), "past")
    yield Reading(Reference(when), "reference", deictic=True)
    if when == "present" and context.anchor is not None:
        yield Reading(context.anchor, "relative", loose=True, deictic=True)
    elif when != "present":
        yield from _bounded(context, ahead=when == "future")
    if when in ("past", "future"):  # "later", "earlier" may count from what was told before
        yield from (Reading(other, "relative", loose=True) for other in context.others)


@form("<(?P<rest>.+)")
def bounded(groups: Groups, context: Context) -> Iterator[Reading]:
    """More than two years, less than a month ago: what is named, and, of dates, whatever lies beside it."""
    found = readings_of(groups["rest"], context)
    yield from found
    if any(isinstance(reading.value, EdtfDate) for reading in found):
        yield Reading(EVER, "relative", loose=True)


@form("[lte]?[*]", "(?P<way>[ab@T])", "X[*]?", "o(?P<unit>u)", "e?(?P<unit>u)")
def any_time(groups: Groups, context: Context) -> Iterator[Reading]:
    """Then, at the time, that day, the third day: whatever was told before; of a named anchor only what lies on its side."""
    is_ordinal = groups["all"][0].kind == "o"
    way = groups["way"][0].kind if "way" in groups else ""
    if way and (context.named or way in "@T"):  # a mere "since" or "until" is no time
        yield from _bounded(context, ahead=way in "a@") if context.named else ()
        return
    if context.named and "unit" in groups and _is_known(groups, context):  # that day and no other; the second one of these
        return
    if "unit" not in groups or groups["unit"][0].value in (_POINTED_AT if is_ordinal else ("day",)):
        yield Reading(EVER, "reference", loose=True)


def _is_known(groups: Groups, context: Context) -> bool:
    """Whether the anchor tells which one it is: of what is over within a day, the first and the last day alone."""
    first, unit = groups["all"][0], groups["unit"][0].value
    if context.day:
        return first.kind != "o" or (unit == "day" and first.value in (1, -1))
    return first.kind == "o" and context.anchor is not None
