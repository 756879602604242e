"""Reads the plain time expressions of English newswire: weekdays, dates, ranges of days, counted durations.

What it does not understand it says nothing of. The words of a language lie in ``words/``.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.model.text import normalised

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date as words name it: what they leave out is none."""

    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class NamedRange:
    """From one named date to another."""

    start: NamedDate
    end: NamedDate


@cache
def _words(language: str = "en") -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / "words" / f"{language}.json").read_text("utf-8"))
    return loaded


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = _words()
    weekday = rf"(?P<weekday>{_any([form for forms in words['weekdays'] for form in forms])})\.?"
    months = rf"(?:{_any([form for forms in words['months'] for form in forms])})"
    day, year = r"[0-9]{1,2}(?:st|nd|rd|th)?", r"[12][0-9]{3}"
    month_first = rf"(?P<m1>{months})\.?(?: (?P<d1>{day}))?(?:,? (?P<y1>{year}))?"
    day_first = rf"(?P<d2>{day}) (?:of )?(?P<m2>{months})\.?(?:,? (?P<y2>{year}))?"
    iso = rf"(?P<y3>{year})(?:-(?P<m3>0[1-9]|1[0-2])(?:-(?P<d3>[0-9]{{2}}))?)?"
    date = rf"(?:{month_first}|{day_first}|{iso})"
    number = rf"[0-9]+|(?:{_any(list(words['numbers']))})(?:-(?:{_any(list(words['numbers']))}))?"
    before, after = _any(words["before_weekday"]), _any(words["after_weekday"])
    return {
        "weekday": re.compile(rf"(?:(?:{before}) )*{weekday}(?: (?:{after}))?(?:,? {date.replace('?P<', '?P<x')})?"),
        "date": re.compile(rf"(?:on |in )?(?:{_any([f for forms in words['weekdays'] for f in forms])})?\.?,? ?{date}"),
        "range": re.compile(r"(?:from |between )?(?P<one>.+?)(?: to | until | and | - |-)(?P<other>.+)"),
        "days": re.compile(rf"(?P<month>{months})\.? (?P<one>{day})(?: to |-| - )(?P<other>{day})(?:,? (?P<year>{year}))?"),
        "length": re.compile(rf"(?P<number>{number})[ -](?P<unit>{_any(list(words['units']))})"),
        "about": re.compile(rf"(?:{_any(words['about'])}) "),
    }


def _plain(text: str) -> str:
    return normalised(text).lower().removeprefix("the ")


def weekday_named_in(text: str) -> int | None:
    """The weekday (Monday is 0) on which a plain expression puts its day; none if it names none, or several."""
    match = _patterns()["weekday"].fullmatch(_plain(text))
    if match is None:
        return None
    return next(n for n, forms in enumerate(_words()["weekdays"]) if match["weekday"] in forms)


def date_named_in(text: str) -> NamedDate | NamedRange | None:
    """The date, or range of days, that a plain expression names; none where it counts from something or is not understood."""
    plain = _plain(text)
    if match := _patterns()["date"].fullmatch(plain):
        return _named(match)
    if match := _patterns()["days"].fullmatch(plain):
        month, year = _month(match["month"]), int(match["year"]) if match["year"] else None
        return NamedRange(NamedDate(year, month, _number(match["one"])), NamedDate(year, month, _number(match["other"])))
    if match := _patterns()["range"].fullmatch(plain):
        one, other = (_patterns()["date"].fullmatch(match[side]) for side in ("one", "other"))
        if one and other:
            return NamedRange(_named(one), _named(other))
    return None


def length_named_in(text: str) -> dict[str, int] | None:
    """The counted duration that words name, as numbers of units: two years and four months; none if not understood."""
    plain = _patterns()["about"].sub("", _plain(text), count=1)
    found: dict[str, int] = {}
    for part in re.split(r" and |, ", plain):
        match = _patterns()["length"].fullmatch(part)
        unit = _words()["units"][match["unit"]] if match else ""
        if match is None or unit in found:
            return None
        found[unit] = _count(match["number"])
    return found


def _named(match: re.Match[str]) -> NamedDate:
    year = next((match[f"y{n}"] for n in "123" if match[f"y{n}"]), None)
    month = next((match[f"m{n}"] for n in "123" if match[f"m{n}"]), None)
    day = next((match[f"d{n}"] for n in "123" if match[f"d{n}"]), None)
    return NamedDate(int(year) if year else None, _month(month) if month else None, _number(day) if day else None)


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return next(n for n, forms in enumerate(_words()["months"], 1) if word in forms)


def _number(word: str) -> int:
    return int(word.rstrip("sthndr"))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else sum(_words()["numbers"][part] for part in word.split("-"))
