"""Reads the time expressions of newswire: all that the words can mean, as TIMEX3 values; a rule speaks if a value is none.

Covered: weekdays, deictic days, dates in all orders with and without year, ISO and slashed forms, months, quarters, halves,
seasons, years, decades, centuries, fiscal years, parts of periods, ranges, clock times, lengths, what is past or to come by
a length, sets, past, present and future, holidays with fixed dates, years of eras, and
"the morning of the vote" where the annotation names the vote. Not covered: holidays that move, times relative to events that
no annotation names, Hebrew, Islamic and lunar calendars, spelt-out years.

The words of a language lie in ``words/<language>.json``, the forms in this package. What is not understood has no reading.
"""

from itertools import chain

from dateline.model.reading import clock, days, lengths, spans, years
from dateline.model.reading.days import both_readings
from dateline.model.reading.forms import readings_of_whole
from dateline.model.reading.lexicon import heads_of, tokenised
from dateline.model.reading.values import Context, Reading
from dateline.model.reading.verdict import Verdict, judged

__all__ = ["FORMS", "Context", "Reading", "Verdict", "both_readings", "judged", "read"]

FORMS = (days, years, spans, lengths, clock)  # the rooms of the forms; importing them is what makes them known


def read(words: str, context: Context) -> tuple[Reading, ...]:
    """All meanings of a time expression; none if the reader does not understand it."""
    found = _read(words, context)
    if not found and context.named:  # the annotation says what is meant by the words behind "of", be they what they may
        heads = heads_of(words, context.language)
        return next((readings for head in heads if (readings := _read(head, context))), ())
    return found


def _read(words: str, context: Context) -> tuple[Reading, ...]:
    ways = [readings_of_whole(tokens, context) for tokens in tokenised(words, context.language)]
    return ways[0] if len(ways) == 1 else tuple(dict.fromkeys(chain.from_iterable(ways)))
