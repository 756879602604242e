"""Values of time expressions, after TIMEX3: EDTF dates, ISO 8601 durations, and references to past, present, future.

Source: ISO 24617-1 (TIMEX3) as in https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html, for ``X`` in
durations ("a few months" is ``PXM``) and for the references, which TIMEX3 writes PAST_REF, PRESENT_REF, FUTURE_REF.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from dateline.model.edtf import Edtf, parse

REFERENCES = ("past", "present", "future")

_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_NUMBER = r"([0-9]+(?:\.[0-9]+)?|X)"
_DURATION = re.compile(
    rf"P(?=.)(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=.)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?",
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A time that is only said to be past, present or future."""

    text: str


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: for each named unit its number, ``None`` for a vague one ("a few")."""

    text: str
    parts: tuple[tuple[str, Fraction | None], ...]

    @property
    def is_vague(self) -> bool:
        """Whether a number in it is unknown."""
        return any(number is None for _, number in self.parts)

    @property
    def size(self) -> tuple[Fraction, Fraction, Fraction]:
        """Months, days and seconds: years are months and weeks are days; nothing else can be turned into another."""
        numbers = {unit: number or Fraction(0) for unit, number in self.parts}
        months = numbers.get("years", 0) * 12 + numbers.get("months", 0)
        days = numbers.get("weeks", 0) * 7 + numbers.get("days", 0)
        seconds = numbers.get("hours", 0) * 3600 + numbers.get("minutes", 0) * 60 + numbers.get("seconds", 0)
        return (Fraction(months), Fraction(days), Fraction(seconds))

    def __str__(self) -> str:
        """Give the duration as it is written."""
        return self.text


TimeValue = Edtf | Duration | Reference


def duration(text: str) -> Duration:
    """Read an ISO 8601 duration, ``P2Y4M`` or ``PXM``.

    Raises:
        ValueError: for text that is not of the form.

    """
    match = _DURATION.fullmatch(text)
    if match is None:
        message = f"{text!r} is no duration of the form P2Y4M"
        raise ValueError(message)
    pairs = zip(_UNITS, match.groups(), strict=True)
    return Duration(text, tuple((unit, None if number == "X" else Fraction(number)) for unit, number in pairs if number))


def time_value(text: str) -> TimeValue:
    """Read the value of a time expression.

    Raises:
        dateline.model.edtf.ImpossibleDateError: for a day, month or hour that does not exist.
        ValueError: for text that is not of the form.

    """
    if text in REFERENCES:
        return Reference(text)
    return duration(text) if text.startswith("P") else parse(text)
