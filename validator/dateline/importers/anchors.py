"""How a range of a block is written as an anchor: few words, and ``nth`` only where no longer ends do without it."""

from collections.abc import Iterator

from dateline.model.text import GAP, Range, occurrences, word_spans

Anchor = tuple[str, int | None]  # the words, and which occurrence of them is meant

_WHOLE = 3  # words that are written out; longer ranges show their ends
_LONGEST = 4  # words of a head or a tail; both together show at most the eight that the rules allow


def anchored(text: str, at: Range, *, whole: bool = False) -> Anchor | None:
    """The shortest anchor that means exactly this range; none if none is short enough. ``whole``: all words are written out."""
    if whole:
        return meaning(text, at, text[at.start : at.end])
    spans = [(at.start + start, at.start + end) for start, end in word_spans(text[at.start : at.end])]
    if len(spans) <= _WHOLE:
        return meaning(text, at, text[at.start : at.end])
    ways = [found for words in _gapped(text, at, spans) if (found := meaning(text, at, words))]
    # nobody counts by eye how often "that [...] talks" stands in a paragraph
    if len(spans) <= 2 * _LONGEST and (written := meaning(text, at, text[at.start : at.end])):
        ways.append(written)
    return next((found for found in ways if found[1] is None), ways[0] if ways else None)


def _gapped(text: str, at: Range, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Heads and tails of growing length, at the edges of words."""
    lengths = range(1, _LONGEST + 1)
    sizes = [(head, tail) for head in lengths for tail in lengths if head + tail < len(spans)]
    for head, tail in sorted(sizes, key=sum):
        start, end = spans[head - 1][1], spans[-tail][0]
        if text[start:end].strip():
            yield f"{text[at.start : start]}{GAP}{text[end : at.end]}"


def meaning(text: str, at: Range, words: str) -> Anchor | None:
    """These words as an anchor of the range; none if they do not mean exactly it."""
    found = list(occurrences(text, words))
    if (at.start, at.end) not in found:
        return None
    return words, found.index((at.start, at.end)) + 1 if len(found) > 1 else None
