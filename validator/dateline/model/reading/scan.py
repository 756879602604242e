"""Finds in running text the expressions that are certainly times: a careful few, since every one has to be answered for."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.model.reading.lexicon import LANGUAGES, file_of, tokenised

_CLOCK = re.compile(r"(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?(?![0-9:])")
_PLACES = {"year": "(?:1[89]|20)[0-9]{2}", "day": "[0-3]?[0-9](?:st|nd|rd|th)?"}
_YEAR = re.compile(_PLACES["year"])


def times_in(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where an expression stands that is a time and nothing else, by the forms that the file of the language lists.

    Code points, half-open. Names of months alone and bare years without a preposition are no such forms.
    """
    if language in LANGUAGES:
        yield from (match.span() for match in _pattern(language).finditer(text))


def may_hold_time(text: str, language: str) -> bool:
    """Whether a text holds a year or one of the signs without which no form of the language is: a tenth of the search."""
    if language not in LANGUAGES:
        return False
    return any(map(text.__contains__, file_of(language)["scan_signs"])) or _YEAR.search(text) is not None


def clocks_in(text: str, language: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The times of day in figures, with their hour and minute."""
    for match in _CLOCK.finditer(text):
        for tokens in tokenised(match[0], language):
            yield from ((match[0], token.value) for token in tokens if token.kind == "c")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = file_of(language)
    places = dict(_PLACES)
    for name in ("months", "weekdays"):
        # abbreviations of weekdays are words of their own: sun, sat, wed
        forms = [form.title() for names in words[name] for form in (names if name == "months" else names[:1])]
        # the first letters spare most words the search through the names
        first = "".join(sorted({form[0] for form in forms}))
        places[name] = f"(?=[{first}])(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})"
    forms = [re.sub(r"\{(\w+)\}", lambda match: places[match[1]], form) for form in words["scan"]]
    return re.compile(words["scan_within"].replace("FORMS", "|".join(forms)))
