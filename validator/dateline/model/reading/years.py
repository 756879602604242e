"""Forms that name years and their parts: 2016, 1998-99, the 1990s, winter 2018, fiscal 2019, Reiwa 1."""

from collections.abc import Iterator

from dateline.model.reading import periods
from dateline.model.reading.days import near_years
from dateline.model.reading.forms import Groups, form
from dateline.model.reading.values import ANY_MOD, Context, Reading

_CENTURY = 100
# the months in which states' fiscal years mostly begin: January, or April (Japan), July (Australia), October (United States).
# Source: https://www.calendarz.com/amp/blog/fiscal-new-year-worldwide-why-april-1-july-1-and-october-1-start-the-books
_FISCAL_STARTS = (1, 4, 7, 10)
_MONTHS = 12
_NEW = 3  # months for which a year is called new, and in which it is looked forward to
_STEPS = {"l": -1, "t": 0, "x": 1}


@form("y")
def year(groups: Groups, _: Context) -> Iterator[Reading]:
    """2016."""
    if found := periods.value(f"{groups['all'][0].value:04}"):
        yield Reading(found, "spelled")


@form("J,?(?P<year>y)?", "(?P<year>y)J")
def new_year(groups: Groups, context: Context) -> Iterator[Reading]:
    """The new year: the one that has just begun, or that is about to; in between either; or its first day."""
    named = [f"{groups['year'][0].value:04}"] if "year" in groups else _new_years(context)
    for written in named:
        for text in (written, f"{written}-01-01"):
            if found := periods.value(text):
                yield Reading(found, "spelled" if "year" in groups else "relative", ANY_MOD)


def _new_years(context: Context) -> Iterator[str]:
    for anchor in context.anchors:
        if anchor.first and anchor.last:
            steps = (0,) if anchor.last.month <= _NEW else (1,) if anchor.first.month > _MONTHS - _NEW else (0, 1)
            yield from (found.text for step in steps if (found := periods.around("year", anchor, step)))


@form("Y")
def decade(groups: Groups, context: Context) -> Iterator[Reading]:
    """The 1990s, the '90s."""
    written = groups["all"][0].value
    if written.endswith("00") and (whole := periods.value(f"{written[:2]}XX")):  # "the 1800s" is also the century
        yield Reading(whole, "spelled")
    centuries = [written[:2]] if len(written) > len("90") else ["18", "19", "20"]
    for century in centuries:
        found = periods.value(f"{century}{written[-2]}X")
        if found and (context.day is None or found.first <= context.day or len(written) > len("90")):
            yield Reading(found, "spelled")


@form("S,?(?P<year>y)?", "(?P<year>y)S", "(?P<which>[lvtxf])S")
def season(groups: Groups, context: Context) -> Iterator[Reading]:
    """Spring 2019, last winter."""
    number = next(int(token.value) for token in groups["all"] if token.kind == "S")
    if "year" in groups:
        years = list(range(groups["year"][0].value - (number == max(periods.MONTHS_OF_SEASON)), groups["year"][0].value + 1))
    elif "which" in groups and context.anchor and context.anchor.first:
        this = context.anchor.first.year
        # the winter of a year begins in December
        back = number == max(periods.MONTHS_OF_SEASON)
        years = [
            this + step for step in {"l": (-1, 0), "v": (-1, 0), "t": (-back, 0), "x": (0, 1), "f": (0, 1)}[groups["which"][0].kind]
        ]
    else:
        middle = periods.MONTHS_OF_SEASON[number][0] % 12 + 1
        years = sorted(near_years(context, lambda year: periods.value(f"{year:04}-{middle:02}")))
    for found in periods.seasons_near(number, years):
        yield Reading(found, "spelled" if "year" in groups else "relative")


@form(r"\$-?(?P<year>y)", r"(?P<year>y)\$", r"\$-?(?P<short>[dn])", r"(?P<which>[ltx])\$", r"\$", r"\$(?P<quarter>o-?u)", r"o\$-?u")
def fiscal_year(groups: Groups, context: Context) -> Iterator[Reading]:
    """Fiscal 2019, FY19, the last fiscal year, its first quarter: whichever state's or company's."""
    kinds = {token.kind for token in groups["all"]}
    if "u" in kinds:
        yield from _quarters_near(context)
        return
    if "which" in groups or len(groups["all"]) == 1:
        this = context.anchor.first.year if context.anchor and context.anchor.first else None
        step = _STEPS[groups["which"][0].kind] if "which" in groups else 0
        numbers = [this + step + more for more in (0, 1, -1)] if this else []
    else:
        number = int((groups.get("year") or groups["short"])[0].value)
        numbers = [number if number >= _CENTURY else number + 2000]
    for number in numbers:
        if plain := periods.value(f"{number:04}"):
            yield Reading(plain, "part")
        for start in _FISCAL_STARTS[1:]:
            for begins in (number - 1, number):
                first, last = periods.value(f"{begins:04}-{start:02}"), periods.value(f"{begins + 1:04}-{start - 1:02}")
                if found := periods.interval(first, last):
                    yield Reading(found, "part")


def _quarters_near(context: Context) -> Iterator[Reading]:
    """Every quarter of the year and of those beside it: which one is the first depends on whose year it is."""
    for step in range(-8, 9):
        if context.anchor and (found := periods.around("quarter", context.anchor, step)):
            yield Reading(found, "part")


@form("G(?P<number>[nod])u?", "(?P<number>o)uG")
def era_year(groups: Groups, _: Context) -> Iterator[Reading]:
    """Reiwa 1, Juche 108, Minguo 108."""
    base = next(int(token.value) for token in groups["all"] if token.kind == "G")
    if found := periods.value(f"{base + int(groups['number'][0].value):04}"):
        yield Reading(found, "era")


@form("(?P<one>y)-(?P<two>[nd])", "F(?P<one>y)T(?P<two>[nd])")
def short_range(groups: Groups, _: Context) -> Iterator[Reading]:
    """1998-99."""
    start, short = groups["one"][0].value, int(groups["two"][0].value)
    end = start - start % _CENTURY + short
    if short < _CENTURY and (found := periods.interval(periods.value(f"{start:04}"), periods.value(f"{end:04}"))):
        yield Reading(found, "spelled")
