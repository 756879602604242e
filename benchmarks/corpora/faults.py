"""Mistakes that are put into a share of the articles, each the kind of slip that people make."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from benchmarks.corpora.records import earlier

_WEEKDAY = re.compile(r"(text: [A-Z][a-z]+day, type: date, value: )([0-9-]{10})")
_TERM = re.compile(r"(mentions:.*?as: )([a-z]+-minister)(?=\})", re.DOTALL)


def _another_day(text: str) -> str:
    return _WEEKDAY.sub(lambda found: f"{found[1]}{date.fromisoformat(found[2]) - timedelta(1)}", text, count=1)


def _office_not_held(text: str) -> str:
    return _TERM.sub(lambda found: found[1] + earlier(found[2]), text, count=1)


def _replaced(pattern: str, by: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, by, text, count=1, flags=re.DOTALL)


FAULTS: dict[str, Callable[[str], str]] = {
    "weekday": _another_day,
    "unknown actor": _replaced(r"(mentions:.*?actor: [a-z-]+)", r"\1-who"),
    "unknown event": _replaced(r"(events:.*?event: [a-z0-9-]+)", r"\1-no"),
    "wrong status": _replaced(r"status: (?!inline)[a-z]+", "status: happened"),
    "unknown field": _replaced(r"speaker: ", "speeker: "),
    "words that are not there": _replaced(r"(mentions:.*?text: [A-Z])", r"\1zz"),
    "office not held": _office_not_held,
    "impossible date": _replaced(r"published: ([0-9]{4})-[0-9]{2}-[0-9]{2}", r"published: \1-02-30"),
    "unknown annotator": _replaced(r"by: \[[a-z]+\]", "by: [nobody]"),
    "broken YAML": _replaced(r"\nmentions:\n", "\nmentions: [\n"),
}


def spoilt(text: str, rng: Random) -> str:
    """Put one mistake into an article: the first kind, by chance, that fits it."""
    for make in rng.sample(list(FAULTS.values()), len(FAULTS)):
        if (changed := make(text)) != text:
            return changed
    raise ValueError(text)
