"""Words as tokens: what each word of a time expression is, by the file of its language.

A kind is one letter, so that a form of expression is a regular expression over the kinds (see ``forms``).
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.model.text import normalised

_WORDS = Path(__file__).parent.parent / "words"
LANGUAGES = tuple(sorted(path.stem for path in _WORDS.glob("*.json")))
LONGEST = 100  # characters; no time expression of newswire is longer
_MOST_WAYS = 32  # in which the words of one expression can be taken
_LAST_DAY = 31
_FIRST_YEAR = 1000
_SHORT_YEARS = range(10, 50)  # "19년" is 2019, or nineteen years

# w weekday, M month, u unit, U units, n number, d number that can be a day, o ordinal, y year, Y decade, A article
_KINDS = {
    "article": "A",
    "half": "H",
    "few": "X",
    "last": "l",
    "past": "s",
    "previous": "v",
    "this": "t",
    "next": "x",
    "following": "f",
    "same": "e",
    "recent": "R",
    "ago": "g",
    "before": "b",
    "after": "a",
    "from now": "h",
    "within": "N",
    "since": "@",
    "every": "E",
    "other": "O",
    "to": "T",
    "and": "&",
    "from": "F",
    "between": "B",
    "long": "K",
    "fiscal": "$",
    "plural times": "#",
    "turn of the year": "J",
    "any": "*",
    "skip": " ",
}
_TABLES = {"day": "r", "parts_of_day": "p", "seasons": "S", "parts": "m", "references": "P", "holidays": "L", "eras": "G"}
_TABLES |= {"recurring": "j", "zones": "z", "parts_of_day_plurals": "Q"}


class Token(Struct, frozen=True):
    """A word of a time expression: its kind and what it is worth."""

    kind: str
    value: Any = None


Tokens = tuple[Token, ...]


@cache
def file_of(language: str) -> dict[str, Any]:
    """The file of a language."""
    loaded: dict[str, Any] = json.loads((_WORDS / f"{language}.json").read_text("utf-8"))
    return loaded


@cache
def _phrases(language: str) -> dict[str, tuple[Token, ...]]:
    """Every phrase of a language, with all that it can be."""
    found: dict[str, list[Token]] = {}
    for phrase, token in _listed(file_of(language)):
        found.setdefault(phrase, []).append(token)
    return {phrase: tuple(tokens) for phrase, tokens in found.items()}


def _listed(words: dict[str, Any]) -> Iterator[tuple[str, Token]]:
    for kind, forms in (("w", words["weekdays"]), ("M", words["months"])):
        for number, names in enumerate(forms, kind == "M"):
            yield from ((name, Token(kind, number)) for name in names)
    yield from ((name, Token("W", number)) for number, name in enumerate(words["weekday_plurals"]))
    for unit, (singular, plural) in words["units"].items():
        yield from ((name, Token("u", unit)) for name in singular)
        yield from ((name, Token("U", unit)) for name in plural)
    yield from ((name, Token("n", number)) for name, number in words["numbers"].items())
    yield from ((name, Token("o", number)) for name, number in words["ordinals"].items())
    yield from ((name, Token("c", tuple(map(int, time.split(":"))))) for name, time in words["clock"].items())
    for table, kind in _TABLES.items():
        yield from ((name, Token(kind, value)) for value, names in words[table].items() for name in names)
    yield from ((name, Token("V", number)) for name, number in words["multiples"].items())
    for table, kind in (("about", "k"), ("bounds", "<")):  # worth the mods that can be written for them, the likeliest first
        yield from ((name, Token(kind, tuple(mods.split()))) for mods, names in words[table].items() for name in names)
    for name, kind in _KINDS.items():
        yield from ((phrase, Token(kind)) for phrase in words["words"][name])


@cache
def _means(language: str) -> tuple[tuple[str, str], ...]:
    """The phrases that are read as others, the longest first."""
    return tuple(sorted(file_of(language)["means"].items(), key=lambda pair: -len(pair[0])))


@cache
def _scanner(language: str) -> re.Pattern[str]:
    """One token of a text, by the group that matches."""
    words = file_of(language)
    phrases = "|".join(sorted(map(re.escape, _phrases(language)), key=len, reverse=True))
    counters = "|".join(sorted(map(re.escape, words["counters"]), key=len, reverse=True)) or r"(?!)"
    endings = "|".join(words["ordinal_endings"]) or r"(?!)"
    meridian = "|".join(map(re.escape, words["meridians"])) or r"(?!)"
    return re.compile(
        r"(?P<moment>[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:z|[+-][0-9]{2}:[0-9]{2})?)"
        r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])|(?P<isomonth>[12][0-9]{3}-(?:0[1-9]|1[0-2]))(?![0-9-])"
        r"|(?P<slashed>[0-9]{1,4}([/.])[0-9]{1,2}\5[0-9]{2,4})(?![0-9])"
        r"|(?P<clock>(?P<hour>[0-9]{1,2})"
        rf"(?::(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?(?: ?(?P<m1>{meridian}))?| ?(?P<m2>{meridian})))"
        r"(?![0-9a-z])"
        r"|(?P<decade>[12][0-9]{2}0s|'?[0-9]0s)(?![a-z])"
        rf"|(?P<ordinal>[0-9]{{1,2}})(?:{endings})(?![a-z])"
        rf"|(?P<counted>[0-9]+) ?(?P<counter>{counters})"
        r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?)"
        rf"|(?P<phrase>{phrases})(?![a-z])"
        r"|(?P<mark>[,-])|(?P<nothing>[\s.()]+|'s?(?![a-z]))",
    )


@lru_cache(maxsize=4096)
def tokenised(text: str, language: str) -> tuple[Tokens, ...]:
    """The ways in which the words of an expression can be taken; none if one of them is not known."""
    plain = normalised(text).lower()
    if language not in LANGUAGES or len(plain) > LONGEST:
        return ()
    for phrase, meaning in _means(language):
        if phrase in plain:
            plain = re.sub(rf"(?<![a-z0-9/]){re.escape(phrase)}(?![a-z0-9/])", meaning, plain)
    ways: list[list[Tokens]] = []
    at, scanner = 0, _scanner(language)
    while at < len(plain):
        match = scanner.match(plain, at)
        if match is None:
            return ()
        if match.lastgroup is not None:
            ways.append(_taken(match, language))
        at = match.end()
    return _combined(ways)


def mods_of_bound(text: str, language: str) -> tuple[str, ...]:
    """The mods that words like "more than" or "about" call for, if an expression begins with such; the likeliest first."""
    ways = (tokens[0] for tokens in tokenised(text, language) if tokens[0].kind in "k<")
    return next((token.value for token in ways), ())


def heads_of(text: str, language: str) -> Iterator[str]:
    """What stands before the name of an event: "two weeks before" his letter, "the morning" of the vote."""
    plain = normalised(text).lower()
    if language not in LANGUAGES or len(plain) > LONGEST:
        return
    links = file_of(language)["links"]
    words = plain.split(" ")
    for at, word in enumerate(words[:-1]):
        if word in links:
            yield " ".join(words[: at + links[word]])


def _combined(ways: list[list[Tokens]]) -> tuple[Tokens, ...]:
    count = 1
    for way in ways:
        count *= len(way)
    if count > _MOST_WAYS:
        return ()
    if count == 1:
        tokens = tuple([token for (parts,) in ways for token in parts if token.kind != " "])
        return (tokens,) if tokens else ()
    found = (tuple(token for part in parts for token in part if token.kind != " ") for parts in product(*ways))
    return tuple(dict.fromkeys(tokens for tokens in found if tokens))


def _taken(match: re.Match[str], language: str) -> list[Tokens]:
    """What one match can be: mostly one token, for what is counted sometimes two."""
    if match["phrase"]:
        return [(token,) for token in _phrases(language)[match["phrase"]]]
    if match["counted"]:
        calendar, unit = file_of(language)["counters"][match["counter"]]
        return _counted(int(match["counted"]), calendar, unit)
    if match["number"]:
        return [(_number(match["number"]),)]
    if match["ordinal"]:
        return [(Token("o", int(match["ordinal"])),)]
    if match["clock"]:
        return _clock(match, language)
    if match["decade"]:
        return [(Token("Y", match["decade"].strip("'s")),)]
    for group, kind in (("moment", "I"), ("iso", "i"), ("isomonth", "i"), ("slashed", "/")):
        if match[group]:
            return [(Token(kind, match[group]),)]
    return [(Token(match["mark"]),)] if match["mark"] else [()]


def _number(written: str) -> Token:
    plain = written.replace(",", "")
    if re.fullmatch("[12][0-9]{3}", written):
        return Token("y", int(plain))
    is_day = plain.isdecimal() and 1 <= int(plain) <= _LAST_DAY and len(plain) <= len("31")
    return Token("d" if is_day else "n", float(plain) if "." in plain else int(plain))


def _counted(number: int, calendar: str, unit: str) -> list[Tokens]:
    """Digits with a counter behind them, as Korean writes both dates and lengths."""
    kinds = {"month": "M", "day": "o", "ordinal": "o", "quarter": "o"}
    found: list[Tokens] = []
    if calendar in ("ordinal", "quarter"):
        found.append((Token("o", number), Token("u", unit or calendar)))
    elif calendar == "year":
        if number >= _FIRST_YEAR or number in _SHORT_YEARS:
            found.append((Token("y", number if number >= _FIRST_YEAR else 2000 + number),))
    elif calendar and (calendar != "month" or 1 <= number <= 12):  # noqa: PLR2004 - months of a year
        found.append((Token(kinds[calendar], number),))
    if unit and calendar != "ordinal":
        found.append((Token("n", number), Token("U", unit)))
    return found


def _clock(match: re.Match[str], language: str) -> list[Tokens]:
    """A time of day; with seconds, it may also be how long a race took."""
    hour, minute, meridian = int(match["hour"]), int(match["minute"] or 0), match["m1"] or match["m2"]
    if meridian:
        hour = hour % 12 + file_of(language)["meridians"][meridian]
    found: list[Tokens] = [(Token("c", (hour, minute)),)]
    if not meridian and hour < 12 and len(match["hour"]) == 1:  # noqa: PLR2004 - "6:30" may be half past eighteen
        found.append((Token("c", (hour + 12, minute)),))
    if match["second"] and not meridian:
        parts = (("hour", hour), ("minute", minute), ("second", int(match["second"])))
        found.append(tuple(token for unit, number in parts for token in (Token("n", number), Token("U", unit))))
    return found
