"""Phenomena of time expressions: 35 to 46."""

import re
from collections.abc import Iterator

from dateline.engine.phenomena.sight import Sight, phenomenon
from dateline.model.article import Time
from dateline.model.edtf import EdtfDate, EdtfInterval, Precision
from dateline.model.timex import Duration, Reference

_WEEKDAY = re.compile(r"(?i:mon|tues|wednes|thurs|fri|satur|sun)day")
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_YEAR_BEFORE = re.compile(r"\b[12][0-9]{3} $")
_ORDINAL = re.compile(r"(?:[0-9]+(?:st|nd|rd|th)|[12][0-9]{3}) ")


def _dates(sight: Sight, precision: Precision) -> Iterator[tuple[Time, EdtfDate]]:
    for time in sight.article.times:
        if isinstance(time.value, EdtfDate) and time.value.precision == precision:
            yield time, time.value


def _durations(sight: Sight) -> Iterator[tuple[Time, Duration]]:
    for time in sight.article.times:
        if isinstance(time.value, Duration):
            yield time, time.value


@phenomenon(35)
def creation_time(sight: Sight) -> Iterator[str]:
    """Creation time on the page."""
    day = sight.article.day
    for time in sight.article.times:
        value = time.value
        if time.words.block in sight.headings and day and isinstance(value, EdtfDate) and value.first == day.first:
            yield time.words.block


def _weekdays(sight: Sight) -> Iterator[tuple[Time, int]]:
    """The weekdays, each with how many days it lies before the document's day."""
    day = sight.article.day
    for time, value in _dates(sight, Precision.DAY):
        if day and day.first and _WEEKDAY.fullmatch(time.words.text):
            yield time, (day.first - value.first).days


@phenomenon(36)
def weekday_today(sight: Sight) -> Iterator[str]:
    """Weekday for the same day."""
    yield from (time.words.block for time, days in _weekdays(sight) if days == 0)


@phenomenon(37)
def weekday_past(sight: Sight) -> Iterator[str]:
    """Weekday for a day past."""
    yield from (time.words.block for time, days in _weekdays(sight) if days > 0)


@phenomenon(38)
def vague_part(sight: Sight) -> Iterator[str]:
    """Vague part of a period, relative to the document's day."""
    for time in sight.article.times:
        if time.mod in ("start", "mid", "end") and not _YEAR.search(time.words.text):
            yield time.words.block


@phenomenon(39)
def exact_day(sight: Sight) -> Iterator[str]:
    """Exact day with its year."""
    yield from (time.words.block for time, _ in _dates(sight, Precision.DAY) if _YEAR.search(time.words.text))


@phenomenon(40)
def month(sight: Sight) -> Iterator[str]:
    """Month."""
    yield from (time.words.block for time, _ in _dates(sight, Precision.MONTH))


@phenomenon(41)
def bare_year(sight: Sight) -> Iterator[str]:
    """Bare year."""
    yield from (time.words.block for time, _ in _dates(sight, Precision.YEAR) if _YEAR.fullmatch(time.words.text))


@phenomenon(42)
def day_range(sight: Sight) -> Iterator[str]:
    """Range of days without a year."""
    for time in sight.article.times:
        if isinstance(time.value, EdtfInterval) and time.value.start and time.value.end and not _YEAR.search(time.words.text):
            yield time.words.block


@phenomenon(43)
def vague_duration(sight: Sight) -> Iterator[str]:
    """Vague duration."""
    for time, value in _durations(sight):
        if any(number is None for _, number in value.parts):
            yield time.words.block


@phenomenon(44)
def exact_duration(sight: Sight) -> Iterator[str]:
    """Exact duration that is reckoned from an event or a time."""
    for time, value in _durations(sight):
        if all(number is not None for _, number in value.parts) and (time.begin or time.end):
            yield time.words.block


@phenomenon(45)
def present(sight: Sight) -> Iterator[str]:
    """Present: now."""
    for time in sight.article.times:
        if isinstance(time.value, Reference) and time.value.text == "present":
            yield time.words.block


@phenomenon(46)
def number_in_name(sight: Sight) -> Iterator[str]:
    """Year or ordinal inside the name of an event."""
    for mention in sight.article.events:
        words = mention.words.text
        if _ORDINAL.match(words) or (_YEAR_BEFORE.search(sight.before(mention.words)) and words[0].isupper()):
            yield mention.words.block
