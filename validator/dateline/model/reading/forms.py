"""Forms of time expressions: regular expressions over the kinds of their words, each with what it makes of them.

A form may hold a shorter expression ("late" and *last year*): it asks ``readings_of`` for that one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from dateline.model.edtf import EdtfDate, Precision
from dateline.model.reading.lexicon import Tokens
from dateline.model.reading.values import Context, Reading

Groups = dict[str, Tokens]
Make = Callable[[Groups, Context], Iterable[Reading]]

_forms: list[tuple[re.Pattern[str], Make]] = []
_MOST_TOKENS = 16  # no expression of newswire has more; bounds the work on a hostile one


def form(*patterns: str) -> Callable[[Make], Make]:
    """Let a function read every expression whose kinds match one of the patterns, wholly."""

    def register(make: Make) -> Make:
        _forms.extend((re.compile(pattern), make) for pattern in patterns)
        return make

    return register


@lru_cache(maxsize=8192)
def readings_of(tokens: Tokens, context: Context) -> tuple[Reading, ...]:
    """All meanings of an expression; none if no form has it."""
    if len(tokens) > _MOST_TOKENS:
        return ()
    kinds = "".join(token.kind for token in tokens)
    found: list[Reading] = []
    for pattern, make in _forms:
        if match := pattern.fullmatch(kinds):
            spans = {name: match.span(name) for name in match.groupdict()}
            groups = {name: tokens[start:end] for name, (start, end) in spans.items() if 0 <= start < end}
            groups["all"] = tokens
            found += make(groups, context)
    return tuple(dict.fromkeys(found))


def dates_of(tokens: Tokens, context: Context, *grains: Precision) -> Iterator[tuple[Reading, EdtfDate]]:
    """The meanings of an expression that are one date, of these grains if any are named, each with the date."""
    for reading in readings_of(tokens, context):
        if isinstance(reading.value, EdtfDate) and not reading.loose and (not grains or reading.value.precision in grains):
            yield reading, reading.value


def splits(tokens: Tokens, separators: str) -> Iterator[tuple[Tokens, Tokens]]:
    """The two sides of every word of those kinds that has words on both."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].kind in separators:
            yield tokens[:at], tokens[at + 1 :]
