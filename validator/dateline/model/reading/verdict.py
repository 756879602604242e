"""How a written value stands to what its words can mean."""

from collections.abc import Sequence
from enum import IntEnum

from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval, Precision
from dateline.model.reading.values import ANY_MOD, Reading
from dateline.model.reckoning import DAY
from dateline.model.timex import Duration, Recurrence, Reference, TimeValue


class Verdict(IntEnum):
    """From agreement to contradiction; of several readings the best counts."""

    AGREES = 0
    OTHER_PART = 1
    COARSER = 2
    FINER = 3
    CONTRADICTS = 4


# Python 3.11 looks a member up in ten times the time of a name
_AGREES, _OTHER_PART, _COARSER, _FINER, _CONTRADICTS = Verdict
_SEASON, _WEEK, _DAY = Precision.SEASON, Precision.WEEK, Precision.DAY


def judged(value: TimeValue, mod: str | None, readings: Sequence[Reading]) -> Verdict:
    """The best verdict of a value, with the part of the period that is written beside it, against all readings."""
    found = None
    for reading in readings:
        verdict = against(value, mod, reading)
        if verdict is _AGREES:  # nothing is better
            return verdict
        found = verdict if found is None else min(found, verdict)
    if found is None:
        return _AGREES
    if found is _FINER and isinstance(value, EdtfDate) and value.precision >= _DAY:
        # "Saturday night" names the day and its part, "a week ago" the week and its day: another one is no finer way to write it
        dates = [r.value for r in readings if isinstance(r.value, EdtfDate) and not r.loose]
        named = any(date.precision == value.precision for date in dates)
        holds = all(date.precision >= _WEEK for date in dates)
        return _CONTRADICTS if named and holds else found
    return found


def against(value: TimeValue, mod: str | None, reading: Reading) -> Verdict:
    """How a value stands to one reading."""
    verdict = _of_values(value, reading)
    part = mod if mod in ANY_MOD else None
    if verdict is _AGREES and not reading.loose and part not in reading.mods:
        return _OTHER_PART
    if verdict is _FINER and None not in reading.mods:  # within "late 2018": the text names no month
        return _OTHER_PART
    return verdict


def _of_values(value: TimeValue, reading: Reading) -> Verdict:
    meant = reading.value
    if reading.loose and reading.basis == "reference":  # then, at the time: whatever was told before
        return _AGREES
    if isinstance(value, Edtf) and isinstance(meant, Edtf):
        return _of_dates(value, meant, loose=reading.loose)
    if isinstance(value, Duration) and isinstance(meant, Duration):
        return _of_lengths(value, meant)
    if isinstance(value, Recurrence | Reference) and type(value) is type(meant):
        return _AGREES if value.text == meant.text else _CONTRADICTS
    # what is only called past or future is not wrong, and says less than the words
    is_vague = isinstance(value, Reference) and isinstance(meant, Edtf) and not reading.loose
    return _COARSER if is_vague else _CONTRADICTS


def _of_dates(value: Edtf, meant: Edtf, *, loose: bool) -> Verdict:
    if value.qualifier:
        return _AGREES
    if loose:
        return _AGREES if _touch(value, meant) else _CONTRADICTS
    if isinstance(value, EdtfDate) and isinstance(meant, EdtfDate):
        if _SEASON in (value.precision, meant.precision) and value.precision == meant.precision:
            return _AGREES if value.text == meant.text else _CONTRADICTS
        if value.moment and meant.moment:
            return _AGREES if _same_moment(value, meant) else _CONTRADICTS
        if value.first == meant.first and value.last == meant.last and value.precision >= _DAY:
            return _by_grain(value.precision, meant.precision, _part(value) == _part(meant))
    if isinstance(value, EdtfInterval) and isinstance(meant, EdtfInterval):
        return _of_intervals(value, meant)
    return _of_bounds(value, meant)


def _of_intervals(value: EdtfInterval, meant: EdtfInterval) -> Verdict:
    """Side by side, the worse counts; an interval that only holds the other is no coarser way to write it."""
    if (value.first, value.last) == (meant.first, meant.last):
        return _AGREES
    sides = [(one, other) for one, other in ((value.start, meant.start), (value.end, meant.end)) if one and other]
    return max((_of_bounds(one, other) for one, other in sides), default=_CONTRADICTS)


def _of_bounds(value: Edtf, meant: Edtf) -> Verdict:
    if value.first is None or value.last is None:  # since 2016, to no known end
        return _AGREES if value.first in (None, meant.first) and value.last in (None, meant.last) else _CONTRADICTS
    if meant.first is None or meant.last is None:
        return _CONTRADICTS
    if (value.first, value.last) == (meant.first, meant.last):
        return _AGREES
    if meant.first <= value.first and value.last <= meant.last:
        return _FINER
    holds = value.first <= meant.first and meant.last <= value.last
    return _COARSER if holds and isinstance(value, EdtfDate) else _CONTRADICTS


def _part(date: EdtfDate) -> str:
    """The part of a day, evening and night being one: English has no border between them."""
    return date.text.replace("TEV", "TNI")


def _by_grain(value: Precision, meant: Precision, same: bool) -> Verdict:  # noqa: FBT001 - of three arguments, in one place
    if value == meant:
        return _AGREES if same or value == _DAY else _CONTRADICTS
    return _FINER if value > meant else _COARSER


def _same_moment(value: EdtfDate, meant: EdtfDate) -> bool:
    one, other = value.moment, meant.moment
    if one is None or other is None:
        return False
    if one.tzinfo is not None and other.tzinfo is not None:
        return one == other
    return one.replace(tzinfo=None, second=0) == other.replace(tzinfo=None, second=0)


def _touch(value: Edtf, meant: Edtf) -> bool:
    begins_before = value.first is None or meant.last is None or value.first <= meant.last
    return begins_before and (value.last is None or meant.first is None or meant.first <= value.last)


def _of_lengths(value: Duration, meant: Duration) -> Verdict:
    if meant.is_vague:
        if not value.is_vague:
            return _FINER
        return _AGREES if {unit for unit, _ in value.parts} == {unit for unit, _ in meant.parts} else _CONTRADICTS
    if value.is_vague:
        return _COARSER
    return _AGREES if _in_days(value) == _in_days(meant) else _CONTRADICTS


def _in_days(duration: Duration) -> tuple[object, object]:
    """Months, and days with what is less than a day: neither can be turned into the other."""
    months, days, seconds = duration.size
    return (months, days + seconds / DAY)
