"""A reader's own copy of a withheld text: how its lines become the blocks that the record lists."""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct, field

from dateline.model.standard import vocabulary
from dateline.model.text import fingerprint, normalised


class Unaligned(Struct, frozen=True):
    """Blocks and lines of a copy between which nobody can tell what belongs to what. Lines count from 1."""

    blocks: tuple[str, ...]
    lines: tuple[int, ...]


class Alignment(Struct, frozen=True):
    """Which line of a copy is which block, and the stretches that could not be told."""

    texts: dict[str, str] = field(default_factory=dict)
    troubles: tuple[Unaligned, ...] = ()


# what a contributor writes before a caption, and is no part of it; hurried hands write it with a capital, or without the space
_CAPTION = re.compile(r"^\[caption\] ?", re.IGNORECASE)
_Line = tuple[int, str]
_LINE_END = re.compile(r"\r\n|\r|\n")  # of Windows, of old Macs, of all others


def aligned(copy: str, blocks: Sequence[tuple[str, str | None]]) -> Alignment:
    """Match a copy to ``blocks``, pairs of id and fingerprint: by line, or, where that fits better, by paragraph.

    Matches are by fingerprint; what is left between two matches is taken in order where the counts agree. Lines that no
    block claims are page furniture.
    """
    by_line = _matched(lines_of(copy, bare), blocks)
    if not by_line.troubles and len(by_line.texts) == len(blocks):
        return by_line
    by_paragraph = _matched(paragraphs_of(copy, bare), blocks)
    return by_paragraph if _known(by_paragraph, blocks) > _known(by_line, blocks) else by_line


def unmarked(line: str) -> str:
    """A line without the mark of a caption before it."""
    return _CAPTION.sub("", line)


def bare(line: str) -> str:
    """A line normalised, without that mark."""
    return unmarked(normalised(line))


def _known(alignment: Alignment, blocks: Sequence[tuple[str, str | None]]) -> int:
    return sum(fp is not None and fingerprint(alignment.texts.get(block, "")) == fp for block, fp in blocks)


def lines_of(copy: str, form: Callable[[str], str]) -> list[_Line]:
    """The lines of a copy that hold anything, each in that form and with its number."""
    return [(n, text) for n, line in enumerate(_LINE_END.split(copy), 1) if (text := form(line))]


def paragraphs_of(copy: str, form: Callable[[str], str]) -> list[_Line]:
    """The paragraphs of a copy between blank lines, each in that form and with the number of its first line."""
    found: list[_Line] = []
    gathered: list[str] = []
    start = 1
    for number, line in enumerate([*_LINE_END.split(copy), ""], 1):
        if line.strip():
            start = start if gathered else number
            gathered.append(line)
        elif gathered:
            found.append((start, form(" ".join(gathered))))
            gathered = []
    return found


def _matched(lines: list[_Line], blocks: Sequence[tuple[str, str | None]]) -> Alignment:
    """Align by fingerprint first, each match after the one before it, then what is left between matches."""
    texts: dict[str, str] = {}
    troubles: list[Unaligned] = []
    waiting: list[str] = []
    reached = 0
    prints = [fingerprint(text) for _, text in lines]
    for block, fp in [*blocks, ("", None)]:
        at = prints.index(fp, reached) if fp in prints[reached:] else len(lines) if not block else None
        if at is None:
            waiting.append(block)
            continue
        _take_in_order(waiting, lines[reached:at], texts, troubles)
        waiting = []
        if block:
            texts[block] = lines[at][1]
            reached = at + 1
    return Alignment(texts, tuple(troubles))


def _take_in_order(blocks: list[str], lines: list[_Line], texts: dict[str, str], troubles: list[Unaligned]) -> None:
    if not blocks:
        return
    if len(blocks) == len(lines):
        texts.update((block, text) for block, (_, text) in zip(blocks, lines, strict=True))
    else:
        troubles.append(Unaligned(tuple(blocks), tuple(number for number, _ in lines)))


def is_furniture(words: str) -> bool:
    """Whether words are those of a page around a story, and nothing more."""
    return words.casefold().strip(" .:") in vocabulary("furniture")["enum"]
