"""Faults of dates and times against the words that they resolve."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.model.article import Article, Time
from dateline.model.edtf import Edtf, EdtfDate, EdtfInterval
from dateline.model.place import Place
from dateline.model.timex import Duration, Reference

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile("[0-9]{4}-[0-9]{2}")
_YEAR = re.compile("[0-9]{4}")
# what the words say is read here once more, and plainly: a measure does not ask what it measures
_WEEKDAY = re.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_SPELT = r"(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?P<day> [0-9]{1,2}\b)?,? ?)"
_EXPLICIT = re.compile(rf"(?P<month>{_SPELT})?(?P<year>[12][0-9]{{3}})?(?P<clock> - [0-9:]+)?")
_RANGE = re.compile(rf"{_SPELT} ?to {_SPELT.replace('?P<day>', '')}")


def days_later(day: str, days: int) -> str:
    """A day of so many days later."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def months_later(month: str, months: int) -> str:
    """A month of so many months later."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 + months
    return f"{number // 12:04}-{number % 12 + 1:02}"


def years_later(value: str, years: int) -> str:
    """A date of so many years later."""
    return f"{int(value[:4]) + years:04}{value[4:]}"


def _times(ground: Ground) -> Iterator[tuple[Article, Time]]:
    return ((article, time) for article in ground.articles for time in article.times)


def _uses(article: Article, time: Time) -> tuple[Place, ...]:
    """The value, and where the time is that of an event or a quote."""
    return (time.at / "value", time.words.at, *_users(article, time))


def _users(article: Article, time: Time) -> list[Place]:
    """Where a time is named as that of an event, a quote or another time."""
    refs = [mention.time for mention in article.events] + [quote.time for quote in article.quotes]
    refs += [ref for other in article.times for ref in (other.anchor, other.begin, other.end)]
    return [ref.at for ref in refs if ref and ref.id == time.id]


def _relative(time: Time) -> bool:
    """Whether the words count from another day and name no weekday."""
    named = re.search(r"\b(?:last|next|this) (?:year|month)\b", time.words.text)
    return bool(named) and isinstance(time.value, EdtfDate)


@operator()
def weekday_off_by_a_day(ground: Ground) -> Iterator[Fault]:
    """A weekday resolved to the day before or after."""
    for _, time in _times(ground):
        if _WEEKDAY.fullmatch(time.words.text) and _DAY.fullmatch(time.written):
            for days in (-1, 1):
                yield ground.put(time.at / "value", days_later(time.written, days)).breaks("weekday-mismatch")


@operator()
def weekday_off_by_weeks(ground: Ground) -> Iterator[Fault]:
    """A weekday resolved to the right one of another fortnight."""
    for article, time in _times(ground):
        if _WEEKDAY.fullmatch(time.words.text) and _DAY.fullmatch(time.written):
            for days in (-14, 14, 28):
                change = ground.put(time.at / "value", days_later(time.written, days))
                yield change.breaks("relative-date-mismatch", "said-after-document", at=_uses(article, time))


def _explicit(ground: Ground) -> Iterator[tuple[Article, Time, re.Match[str]]]:
    """The times whose words spell out a date, with or without its day and year."""
    for article, time in _times(ground):
        named = _EXPLICIT.fullmatch(time.words.text)
        if named and isinstance(time.value, EdtfDate) and time.type == "date":
            yield article, time, named


@operator()
def day_off_by_one(ground: Ground) -> Iterator[Fault]:
    """A date spelt out in the text, resolved to the day before or after."""
    for _, time, named in _explicit(ground):
        if named["day"] and _DAY.fullmatch(time.written):
            for days in (-1, 1):
                yield ground.put(time.at / "value", days_later(time.written, days)).breaks("explicit-date-mismatch")


@operator()
def digits_exchanged(ground: Ground) -> Iterator[Fault]:
    """A date spelt out in the text, with the digits of its day exchanged."""
    for _, time, named in _explicit(ground):
        swapped = time.written[:8] + time.written[:7:-1]
        if named["day"] and _DAY.fullmatch(time.written) and swapped != time.written:
            rules = ("explicit-date-mismatch",) if "01" <= swapped[8:] <= "28" else ("impossible-date", "explicit-date-mismatch")
            yield ground.put(time.at / "value", swapped).breaks(*rules)


@operator()
def month_off_by_one(ground: Ground) -> Iterator[Fault]:
    """A date spelt out in the text, resolved to the month before or after."""
    for _, time, named in _explicit(ground):
        if named["month"] and len(time.written) in (7, 10):
            for months in (-1, 1):
                value = months_later(time.written[:7], months) + (min(time.written[7:], "-28"))
                yield ground.put(time.at / "value", value).breaks("explicit-date-mismatch")


@operator()
def year_off_by_one(ground: Ground) -> Iterator[Fault]:
    """A date spelt out in the text, resolved to the year before or after."""
    for article, time, named in _explicit(ground):
        rules = ("explicit-date-mismatch",) if named["year"] else ("relative-date-mismatch", "explicit-date-mismatch")
        for years in (-1, 1):
            yield ground.put(time.at / "value", years_later(time.written, years)).breaks(
                *rules, *(("date-against-time", "byline-date-differs") if not named["year"] else ()), at=_uses(article, time)
            )


@operator()
def range_end_off_by_one(ground: Ground) -> Iterator[Fault]:
    """A range of days spelt out in the text, with another first or last day."""
    for _, time in _times(ground):
        if _RANGE.fullmatch(time.words.text) and isinstance(time.value, EdtfInterval):
            start, _, end = time.written.partition("/")
            for days in (-1, 1):
                yield ground.put(time.at / "value", f"{days_later(start, days)}/{end}").breaks("explicit-date-mismatch")
                yield ground.put(time.at / "value", f"{start}/{days_later(end, days)}").breaks("explicit-date-mismatch")


@operator()
def relative_off_by_one(ground: Ground) -> Iterator[Fault]:
    """An expression such as "last year" resolved to the year, or the month, before or after."""
    for article, time in _times(ground):
        if not _relative(time):
            continue
        shifted = [years_later(time.written, years) for years in (-1, 1)]
        if _MONTH.fullmatch(time.written):
            shifted += [months_later(time.written, months) for months in (-1, 1)]
        for value in shifted:
            rules = ("relative-date-mismatch", "explicit-date-mismatch", "date-against-time")
            yield ground.put(time.at / "value", value, quoted=True).breaks(*rules, at=_uses(article, time))


@operator()
def precision_invented(ground: Ground) -> Iterator[Fault]:
    """A day or month that the words do not say."""
    for article, time in _times(ground):
        if time.type == "date" and _MONTH.fullmatch(time.written):
            finer = (f"{time.written}-01", f"{time.written}-15")
        elif time.type == "date" and _YEAR.fullmatch(time.written):
            finer = (f"{time.written}-12", f"{time.written}-12-31")
        else:
            continue
        for value in finer:
            rules = ("false-precision", "relative-date-mismatch", "date-against-time", "part-of-period-mismatch")
            yield ground.put(time.at / "value", value).breaks(*rules, at=_uses(article, time))


@operator()
def precision_lost(ground: Ground) -> Iterator[Fault]:
    """A value less exact than the words."""
    for _, time in _times(ground):
        if time.type == "date" and _DAY.fullmatch(time.written):
            yield ground.put(time.at / "value", time.written[:7]).breaks("lost-precision")
            yield ground.put(time.at / "value", time.written[:4]).breaks("lost-precision")
        elif time.type == "date" and _MONTH.fullmatch(time.written):
            yield ground.put(time.at / "value", time.written[:4]).breaks("lost-precision")


@operator()
def modifier_dropped(ground: Ground) -> Iterator[Fault]:
    """A "late" or "early" of the words that the value does not carry."""
    for _, time in _times(ground):
        if time.mod:
            places = (time.at / "value", time.words.at)
            yield ground.drop(time.at / "mod").breaks("part-of-period-mismatch", at=places)


@operator()
def modifier_flipped(ground: Ground) -> Iterator[Fault]:
    """A "late" of the words taken for early or middle."""
    for _, time in _times(ground):
        for mod in ("start", "mid") if time.mod == "end" else ():
            yield ground.put(time.at / "mod", mod).breaks("part-of-period-mismatch", at=(time.at / "mod", time.words.at))


@operator()
def modifier_invented(ground: Ground) -> Iterator[Fault]:
    """A month or year of the words taken for its end."""
    for _, time, named in _explicit(ground):
        if not named["day"] and time.mod is None:
            yield ground.add(time.at, "mod: end").breaks("part-of-period-mismatch")


@operator()
def duration_changed(ground: Ground) -> Iterator[Fault]:
    """A duration of another length than the words say."""
    for _, time in _times(ground):
        value = time.value
        if isinstance(value, Duration) and not value.is_vague:
            others = [re.sub(r"[0-9]+(?=M)", lambda m: str(int(m[0]) + 1), time.written), time.written.rstrip("0123456789M")]
            others += [time.written.replace("M", "W"), re.sub(r"[0-9]+(?=Y)", lambda m: str(int(m[0]) + 1), time.written)]
            for other in others:
                yield ground.put(time.at / "value", other).breaks("duration-mismatch")
        elif isinstance(value, Duration):
            yield ground.put(time.at / "value", time.written.replace("M", "W")).breaks("duration-mismatch")
            yield ground.put(time.at / "value", time.written.replace("X", "1")).breaks("false-precision", "duration-mismatch")


@operator()
def duration_between_others(ground: Ground) -> Iterator[Fault]:
    """A duration said to begin at an event that lies elsewhere."""
    for _, time in _times(ground):
        if time.begin and isinstance(time.value, Duration) and (right := ground.events.get(time.begin.id)):
            for event in ground.events.values():
                if event.date and right.date and _far_apart(event.date.value, right.date.value):
                    at = (time.begin.at, time.at / "value", *((time.end.at,) if time.end else ()))
                    yield ground.put(time.begin.at, event.id).breaks("duration-arithmetic", at=at)


def _far_apart(one: Edtf, other: Edtf) -> bool:
    if not (isinstance(one, EdtfDate) and isinstance(other, EdtfDate)):
        return False
    return abs((one.first - other.first).days) > 62  # noqa: PLR2004 - two months, beyond any rounding


@operator()
def another_type(ground: Ground) -> Iterator[Fault]:
    """A date called a duration, or a duration a date."""
    for _, time in _times(ground):
        if not isinstance(time.value, Reference):
            other = "date" if time.type == "duration" else "duration"
            yield ground.put(time.at / "type", other).breaks("value-kind", at=(time.at / "type", time.at / "value"))


@operator()
def another_reference(ground: Ground) -> Iterator[Fault]:
    """A "now" resolved to the past or the future."""
    for _, time in _times(ground):
        if isinstance(time.value, Reference):
            for other in {"past", "present", "future"} - {time.written}:
                yield ground.put(time.at / "value", other).breaks("relative-date-mismatch", "explicit-date-mismatch")


@operator()
def anchored_to_itself(ground: Ground) -> Iterator[Fault]:
    """A time that counts from itself."""
    for _, time in _times(ground):
        at = time.at / "anchor"
        change = ground.put(at, time.id) if time.anchor else ground.add(time.at, f"anchor: {time.id}")
        yield change.breaks("time-anchor-cycle")


@operator()
def anchored_in_a_circle(ground: Ground) -> Iterator[Fault]:
    """The time of a quote that counts from a time within that quote."""
    for article, time in _times(ground):
        quote = article.quote(time.anchor)
        said = article.time(quote.time) if quote else None
        if said and not said.anchor and quote:
            at = (said.at, time.at, quote.at / "time")
            yield ground.add(said.at, f"anchor: {time.id}").breaks("time-anchor-cycle", at=at)


@operator(needs_copy=True)
def utterance_forgotten(ground: Ground) -> Iterator[Fault]:
    """A time inside a direct quotation that is not anchored to it."""
    for article, time in _times(ground):
        quote = article.quote(time.anchor)
        if quote and quote.type == "direct" and article in ground.readable:
            yield ground.drop(time.at / "anchor").breaks("time-in-quote", at=(time.at, time.words.at))


@operator()
def time_unmarked(ground: Ground) -> Iterator[Fault]:
    """An expression of time that is not marked."""
    for article in ground.readable:
        for time in article.times:
            block = article.text.block(time.words.block)
            users = _users(article, time)
            rules = ("dangling-local-id",) if users else ("unmarked-time",)
            places = (block.at, block.at / "text") if block else ()
            layer = (article.at / "times", article.at / "annotation" / "complete", article.at / "text" / "blocks")
            readable = _EXPLICIT.fullmatch(time.words.text) or _WEEKDAY.fullmatch(time.words.text) or _relative(time)
            if users or readable:
                yield ground.drop(time.at).breaks(*rules, at=tuple(users) or (*places, *layer, article.times[0].at))
