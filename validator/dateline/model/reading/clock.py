"""Forms that name a time of day: 17:28, 5 p.m. Tuesday, Saturday night, the morning of May 5."""

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.model.edtf import EdtfDate, Precision, day_value, shifted
from dateline.model.reading import periods
from dateline.model.reading.forms import Groups, dates_of, form
from dateline.model.reading.values import ANY_MOD, Context, Reading

_LAST_HOUR = 24
# the days from that of a vote on which the evening before it or the morning after it may be: a vote may be at any hour
_BESIDE = {
    "b": {"MO": (0, -1), "MI": (0, -1), "AF": (0, -1), "DT": (0, -1), "EV": (-1,), "NI": (-1,)},
    "a": {"MO": (1,), "MI": (0, 1), "AF": (0, 1), "DT": (0, 1), "EV": (0, 1), "NI": (0, 1)},
}


@form(
    "(?P<clock>c)(?P<zone>z)?",
    "(?P<clock>c)(?P<zone>z)?,?(?P<rest>[^,TFB&-].*)",
    "(?P<rest>.*[^,T&-])[,-]?(?P<clock>c)(?P<zone>z)?",
)
def clock(groups: Groups, context: Context) -> Iterator[Reading]:
    """17:28; 5 p.m. Tuesday; May 21, 2019 - 17:28."""
    hour, minute = groups["clock"][0].value
    zone = groups["zone"][0].value if "zone" in groups else ""
    days = dates_of(groups["rest"], context, Precision.DAY) if "rest" in groups else _days_near(context)
    for reading, day in days:
        if hour != _LAST_HOUR and (found := periods.value(f"{day}T{hour:02}:{minute:02}{zone}")):
            yield replace(reading, value=found, mods=ANY_MOD)


def _days_near(context: Context) -> Iterator[tuple[Reading, EdtfDate]]:
    """The days that a clock alone may be of: the day, the one before, and those that the text speaks of."""
    days = [context.day, shifted(context.day, -1), shifted(context.day, 1)] if context.day else []
    days += [other.first for other in context.others if isinstance(other, EdtfDate) and other.is_day]
    for day in dict.fromkeys(days):
        if day:
            yield Reading(day_value(day), "relative"), day_value(day)


@form("(?P<rest>.*[^,T&-]),?(?P<part>p)", "(?P<part>p),?(?P<rest>[^,TFB&ab-].*)")
def part_of_day(groups: Groups, context: Context) -> Iterator[Reading]:
    """Saturday night; the evening of May 5: the part of the day, or the day itself."""
    for reading, day in dates_of(groups["rest"], context, Precision.DAY):
        yield replace(reading, mods=ANY_MOD)
        if found := periods.value(f"{day}T{groups['part'][0].value}"):
            yield replace(reading, value=found, mods=ANY_MOD)


@form("(?P<which>[ltsxvfe])?(?P<part>p)")
def part_alone(groups: Groups, context: Context) -> Iterator[Reading]:
    """The next evening, this morning, overnight."""
    which = groups["which"][0].kind if "which" in groups else ""
    is_night = groups["part"][0].value == "NI"  # which reaches into the day before
    steps = {"t": (0,), "x": (1,), "f": (1,), "l": (-1,), "v": (-1,)}.get(
        which, (0,) if context.named and not is_night else (0, -1)
    )
    for anchor in context.anchors if which in ("x", "f", "v", "e", "") else context.anchors[:1]:
        for step in steps:
            if day := periods.around("day", anchor, step):
                yield Reading(day, "relative", ANY_MOD, deictic=True)
                if found := periods.value(f"{day}T{groups['part'][0].value}"):
                    yield Reading(found, "relative", ANY_MOD, deictic=True)


@form("(?P<part>p)(?P<way>[ba])(?P<rest>.+)?")
def part_beside(groups: Groups, context: Context) -> Iterator[Reading]:
    """The evening before, the morning after; the night before May 5."""
    part = groups["part"][0].value
    steps = _BESIDE[groups["way"][0].kind][part]
    anchors = [day for _, day in dates_of(groups["rest"], context, Precision.DAY)] if "rest" in groups else context.anchors
    for anchor in anchors:
        for day in (periods.around("day", anchor, step) for step in steps):
            if day:
                yield Reading(day, "relative", ANY_MOD)
            if day and (found := periods.value(f"{day}T{part}")):
                yield Reading(found, "relative", ANY_MOD)
