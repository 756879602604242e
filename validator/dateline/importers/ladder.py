"""The ladder: every span of a tool is found again by the words that it covers.

Rungs, in this order: the offsets as they stand; counted in UTF-16, or in code points where the tool counts UTF-16; counted with
other line ends; counted in a text in another normal form; each of these before a byte-order mark was added; the only place nearby
where the words stand. Where all spans of a text stand on one rung, that is what happened to
it; else each climbs alone. Positions are code points of the text, half-open.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial

from msgspec import Struct

EXACT, UTF16, LINE_FEEDS, RETURNS, NFC, NEARBY = "exact", "utf-16", "line feeds", "carriage returns", "nfc", "nearby"
CODE_POINTS, MARKED = "code points", "byte-order mark"
_TOLD = {
    UTF16: "counted in UTF-16: shifted by the characters beyond U+FFFF before it",
    CODE_POINTS: "counted in characters (code points), not in UTF-16 units as the tool does: shifted by those beyond U+FFFF",
    LINE_FEEDS: "CRLF drift: counted without the carriage returns before it, which the text has",
    RETURNS: "CRLF drift: counted with carriage returns before it, which the text does not have",
    f"{UTF16}, {LINE_FEEDS}": "CRLF drift and UTF-16: shifted by the carriage returns and the characters beyond U+FFFF before it",
    f"{UTF16}, {RETURNS}": "CRLF drift and UTF-16: counted with carriage returns that the text does not have",
    f"{CODE_POINTS}, {LINE_FEEDS}": "CRLF drift: counted in characters (code points), without the carriage returns before it",
    f"{CODE_POINTS}, {RETURNS}": "CRLF drift: counted in characters (code points), with carriage returns that the text has not",
    MARKED: "counted without the byte-order mark with which the text begins, and which was added later",
    NFC: "the words are the same in NFC alone: the text or the offsets are in another normal form",
    NEARBY: "the words stand elsewhere, in one place nearby alone",
}
_REACH = 100  # code points on either side in which words are looked for
_MOST_SHOWN = 60

Positions = Sequence[int | None]  # of each offset of the tool, the position in the text; none inside a character


class Sought(Struct, frozen=True):
    """A span as the tool has it: none of ``words`` means that it does not say what it covers."""

    start: int
    end: int
    words: str | None = None


class Found(Struct, frozen=True):
    """Where a span stands, and the rung on which it was found."""

    start: int
    end: int
    rung: str = EXACT


class Lost(Struct, frozen=True):
    """A span that nobody can place, and why."""

    why: str


def located(text: str, spans: Sequence[Sought], unit: str = CODE_POINTS) -> list[Found | Lost]:
    """Find every span; ``unit`` is what the tool is known to count, which is then the first rung."""
    ladder = _ladder(text, unit)
    if not any(span.words for span in spans):
        return [_at(ladder[0], span) or _lost(text, span, unit) for span in spans]
    for rung in ladder:
        found = [_standing(text, span, rung) for span in spans]
        if all(found):
            return [place for place in found if place]
    return [_climbed(text, span, ladder) for span in spans]


def diagnosis(found: Sequence[Found | Lost]) -> str | None:
    """What happened to the text as a whole, where all spans stand on one rung that is not the first."""
    rungs = {place.rung for place in found if isinstance(place, Found)}
    rung = next(iter(rungs)) if len(rungs) == 1 else EXACT
    return repair_of(rung) if rung not in (EXACT, NEARBY) else None


def repair_of(rung: str) -> str:
    """What happened to a span that stands on a rung."""
    mark, _, behind = rung.partition(": ")
    return f"{_TOLD[mark]}; {_TOLD[behind]}" if behind else _TOLD[rung]


_Rung = tuple[str, Callable[[], Positions]]


def _ladder(text: str, unit: str) -> list[_Rung]:
    rungs = _rungs(text, unit)
    if text.startswith("\ufeff"):
        before = _rungs(text[1:], unit)
        rungs += [(MARKED if name == EXACT else f"{MARKED}: {name}", cache(partial(_behind_mark, rung))) for name, rung in before]
    return rungs


def _rungs(text: str, unit: str) -> list[_Rung]:
    """What is known of a tool is no repair: where it counts UTF-16, that is the first rung, and code points are the second."""
    plain: list[Callable[[], Positions]] = [
        partial(range, len(text) + 1),
        partial(_without_returns, text),
        partial(_with_returns, text),
    ]
    utf16: list[Callable[[], Positions]] = [
        partial(utf16_positions, text),
        partial(_utf16_without_returns, text),
        partial(_utf16_with_returns, text),
    ]
    own, other, name = (utf16, plain, CODE_POINTS) if unit == UTF16 else (plain, utf16, UTF16)
    forms: list[Callable[[], Positions]] = [plain[0], partial(_in_form, text, "NFC"), partial(_in_form, text, "NFD")]
    names = (EXACT, name, LINE_FEEDS, RETURNS, f"{name}, {LINE_FEEDS}", f"{name}, {RETURNS}", NFC, NFC, NFC)
    return list(zip(names, (own[0], other[0], *own[1:], *other[1:], *forms), strict=True))


def _behind_mark(rung: Callable[[], Positions]) -> Positions:
    """Positions in the text without its first character, in the whole text."""
    return [None if at is None else at + 1 for at in rung()]


def _at(rung: _Rung, span: Sought) -> Found | None:
    positions = rung[1]()
    if not 0 <= span.start <= span.end < len(positions):
        return None
    start, end = positions[span.start], positions[span.end]
    return Found(start, end, rung[0]) if start is not None and end is not None and start < end else None


def _standing(text: str, span: Sought, rung: _Rung) -> Found | None:
    found = _at(rung, span)
    if found is None or span.words is None:
        return found
    there = text[found.start : found.end]
    # tools write a line break, or two spaces, as one; in the files of a corpus each is a space
    is_same = there.split() == span.words.split() or (rung[0].endswith(NFC) and _nfc(there) == _nfc(span.words))
    return found if is_same else None


def _climbed(text: str, span: Sought, ladder: Sequence[_Rung]) -> Found | Lost:
    for rung in ladder:
        if found := _standing(text, span, rung):
            return found
    return _nearby(text, span) if span.words else _lost(text, span, "characters")


def _nearby(text: str, span: Sought) -> Found | Lost:
    words = span.words or ""
    low = max(0, span.start - _REACH)
    places = [at for at in _places(text, words, low) if at <= span.start + _REACH]
    if len(places) == 1:
        return Found(places[0], places[0] + len(words), NEARBY)
    if places:
        return Lost(f'"{shown(words)}" is not at {span.start}-{span.end}, and stands {len(places)} times nearby: which is meant?')
    return _lost(text, span, "characters")


def _places(text: str, words: str, low: int) -> Iterator[int]:
    """Where the words stand from a place on, as far as anybody looks."""
    at = text.find(words, low, low + 2 * _REACH + len(words) + 1)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, low + 2 * _REACH + len(words) + 1)


def _lost(text: str, span: Sought, unit: str) -> Lost:
    if span.start < 0 or span.end <= span.start:
        return Lost(f"offsets {span.start}-{span.end} cover nothing")
    if span.end > len(utf16_positions(text)) - 1:
        return Lost(f"offsets {span.start}-{span.end} lie past the end of the text, which has {len(text)} characters")
    if span.words is None:
        return Lost(f"offsets {span.start}-{span.end}, in {unit}, cut a character in two")
    there = shown(text[span.start : span.end])
    return Lost(f'"{shown(span.words)}" is not at {span.start}-{span.end}, where "{there}" stands, nor near it')


def shown(words: str) -> str:
    """Words as a message of one line has them."""
    return " ".join(words[:_MOST_SHOWN].split())


def _nfc(words: str) -> str:
    return unicodedata.normalize("NFC", words)


@lru_cache(maxsize=4)  # every span of a text asks
def utf16_positions(text: str) -> Positions:
    """The position of every offset in UTF-16."""
    found: list[int | None] = []
    for n, character in enumerate(text):
        found += [n, None] if ord(character) > 0xFFFF else [n]  # noqa: PLR2004 - the last plane of one unit
    return [*found, len(text)]


@lru_cache(maxsize=4)
def _without_returns(text: str) -> Positions:
    """Offsets in the text with line feeds alone, where the text has returns before them; what ends there ends before both."""
    pairs = {n + 1 for n in range(len(text) - 1) if text[n : n + 2] == "\r\n"}
    return [n for n in range(len(text) + 1) if n not in pairs]


@lru_cache(maxsize=4)
def _with_returns(text: str) -> Positions:
    """Offsets in the text with a return before every line feed, where the text itself has none."""
    found: list[int] = []
    for n, character in enumerate(text):
        found += [n, n] if character == "\n" else [n]
    return [*found, len(text)]


@lru_cache(maxsize=4)
def _utf16_without_returns(text: str) -> Positions:
    return _composed(text.replace("\r\n", "\n"), _without_returns(text))


@lru_cache(maxsize=4)
def _utf16_with_returns(text: str) -> Positions:
    return _composed(text.replace("\n", "\r\n"), _with_returns(text))


def _composed(other: str, positions: Positions) -> Positions:
    """Offsets in UTF-16 of the other text, whose code points have these positions."""
    return [None if at is None or at >= len(positions) else positions[at] for at in utf16_positions(other)]


@lru_cache(maxsize=4)
def _in_form(text: str, form: str) -> Positions:
    """Offsets in the text in a normal form."""
    found: list[int | None] = []
    start = 0
    for end in [*(n for n in range(1, len(text)) if _begins(text[n])), len(text)]:
        size = len(unicodedata.normalize("NFC" if form == "NFC" else "NFD", text[start:end]))
        # in a cluster that keeps its length, every character has its place
        inner = range(start, end) if size == end - start else [start, *[None] * (size - 1)]
        found += inner if size else []
        start = end
    return [*found, len(text)]


def _begins(character: str) -> bool:
    """Whether nothing before a character is composed with it: no mark, and no vowel or final of Hangul."""
    is_jamo = "\u1160" <= character <= "\u11ff"
    return not is_jamo and not unicodedata.category(character).startswith("M")
