"""Forms of time expressions: regular expressions over the kinds of their words, each with what it makes of them.

A form may hold a shorter expression ("late" and *last year*): it asks ``readings_of`` for that one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from dateline.model.edtf import EdtfDate, Precision
from dateline.model.reading.lexicon import Tokens
from dateline.model.reading.values import Context, Reading

Groups = dict[str, Tokens]
Make = Callable[[Groups, Context], Iterable[Reading]]

PATTERNS: list[tuple[str, frozenset[str] | None, Make]] = []  # with the only kinds that can match, where a form names them all
_GROUP = re.compile(r"\?P<\w+>")
_MOST_TOKENS = 16  # no expression of newswire has more; bounds the work on a hostile one


def form(*patterns: str) -> Callable[[Make], Make]:
    """Let a function read every expression whose kinds match one of the patterns, wholly."""

    def register(make: Make) -> Make:
        for pattern in patterns:
            plain = _GROUP.sub("", pattern)
            PATTERNS.append((pattern, None if "." in plain or "[^" in plain else frozenset(plain), make))
        return make

    return register


@lru_cache(maxsize=4096)  # a corpus has a few hundred
def matching(kinds: str) -> list[tuple[Make, dict[str, slice]]]:
    """The forms that match the kinds of some words, with the words of each of their groups.

    A pattern is compiled when words of the right kinds are first met: all of them would take longer than to read an article.
    """
    found, given = [], frozenset(kinds)
    for pattern, known, make in PATTERNS:
        if (known is None or given <= known) and (match := _compiled(pattern).fullmatch(kinds)):
            spans = {name: match.span(name) for name in match.groupdict()}
            groups = {name: slice(start, end) for name, (start, end) in spans.items() if 0 <= start < end}
            found.append((make, groups | {"all": slice(None)}))
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def readings_of_whole(tokens: Tokens, context: Context) -> tuple[Reading, ...]:
    """All meanings of an expression; none if no form has it.

    A whole expression hardly ever comes again with all that it may count from: to remember it would take longer than it saves.
    """
    if len(tokens) > _MOST_TOKENS:
        return ()
    found: list[Reading] = []
    for make, groups in matching("".join([token.kind for token in tokens])):
        found += make({name: tokens[where] for name, where in groups.items()}, context)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


# a part is asked for by form after form; without a memory, the work would double with every word
readings_of = lru_cache(maxsize=2048)(readings_of_whole)


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
