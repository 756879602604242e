"""The text of a tool as the blocks of an article: every line that holds anything is one, and no annotation loses its place."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.engine.settings import UsageError
from dateline.importers.draft import Passage
from dateline.importers.text import MOST_PASSAGES
from dateline.loading.characters import hidden_in
from dateline.model.text import Range, normalised

_LONGEST = 20_000  # code points of a line; a paragraph of newswire has some hundreds
_SHORT = 25  # words of a headline
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")  # a return alone ends the lines of old Macs
_FINAL = (".", '."', ".'", '!"', '?"')


class Paragraph(Struct, frozen=True):
    """A block, the line of the tool's text that it was, and where that begins."""

    passage: Passage
    raw: str
    start: int


def paragraphs_of(name: str, text: str) -> tuple[Paragraph, ...]:
    """The blocks of a text: a short first line without a final stop is its headline.

    Raises:
        UsageError: for a text that holds none, or what no article has.

    """
    found: list[Paragraph] = []
    counts = {"h": 0, "p": 0}
    for number, line in enumerate(_LINE.finditer(text), 1):
        raw = line[1]
        if words := normalised(raw):
            _judge(f"{name}, line {number} of the text", words)
            kind = "h" if not found and len(words.split()) <= _SHORT and not words.endswith(_FINAL) else "p"
            counts[kind] += 1
            found.append(Paragraph(Passage(f"{kind}{counts[kind]}", words), raw, line.start()))
    if not found or len(found) > MOST_PASSAGES:
        message = f"{name}: the text has {len(found)} paragraphs: is it one article?"
        raise UsageError(message)
    return tuple(found)


def _judge(at: str, words: str) -> None:
    if len(words) > _LONGEST:
        message = f"{at}: {len(words):,} characters are no paragraph"
        raise UsageError(message)
    if hidden := hidden_in(words):
        message = f"{at}: it holds U+{ord(hidden):04X}, which nobody sees: take it out of the text"
        raise UsageError(message)


def ranges_in(paragraphs: tuple[Paragraph, ...], start: int, end: int) -> Iterator[Range | None]:
    """The ranges of blocks that a stretch of the tool's text is; none for one that ends inside what became one character."""
    for paragraph in paragraphs:
        low, high = max(0, start - paragraph.start), min(len(paragraph.raw), end - paragraph.start)
        words = paragraph.raw[low:high] if low < high else ""
        if normalised(words):
            low += len(words) - len(words.lstrip())
            high -= len(words) - len(words.rstrip())
            yield _range(paragraph, low, high)


def _range(paragraph: Paragraph, low: int, high: int) -> Range | None:
    """The range in the normalised block, from the length of what stands before and after; none if other words are left."""
    raw, whole = paragraph.raw, paragraph.passage.words
    # a letter at the edge keeps the space there
    start = len(normalised(raw[:low] + "x")) - 1
    end = len(whole) - (len(normalised("x" + raw[high:])) - 1)
    return Range(paragraph.passage.id, start, end) if whole[start:end] == normalised(raw[low:high]) else None
