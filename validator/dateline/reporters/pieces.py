"""Pieces of a line, each of a layer or of none, and how they are wrapped to the cells of a terminal."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from dateline.reporters.safe import UNSEEN, width

_UNSEEN = re.compile(UNSEEN)


class Piece(Struct, frozen=True):
    """Text that is safe to print, and the layer whose colour it takes."""

    text: str
    layer: str | None = None


Line = list[Piece]
Cell = tuple[str, str | None]  # a character and its layer


def wrapped(pieces: Iterable[Piece], cells: int, first: str, later: str) -> Iterator[Line]:
    """Give lines of at most so many cells, broken at spaces, between wide characters, or else anywhere.

    ``first`` begins the first line, ``later`` all others.
    """
    every, start, head = list(_apart(pieces)), 0, first
    while True:
        end = _fitting(every, start, max(2, cells - width(head)))
        yield [Piece(head), *_joined(every[start:end])]
        start, head = end, later
        if start < len(every) and every[start][0] == " ":
            start += 1
        if start >= len(every):
            return


def _apart(pieces: Iterable[Piece]) -> Iterator[Cell]:
    """The characters of the pieces, with what a runner takes for a command set apart.

    Two number signs would be one before a bracket of ours, two colons where a line is broken before them.
    """
    before = ""
    for piece in pieces:
        for character in piece.text:
            if character == before and character in "#:":
                yield " ", piece.layer
            yield character, piece.layer
            before = before if _UNSEEN.match(character) else character


def _fitting(every: list[Cell], start: int, room: int) -> int:
    """Where the line that begins there ends."""
    used, best = 0, start
    for at in range(start, len(every)):
        character = every[at][0]
        if character == " " or (at > start and width(character) == width(every[at - 1][0]) == 2):  # noqa: PLR2004 - a wide character
            best = at
        used += width(character)
        if used > room and character != " ":
            # a character without a width of its own stays with the one that it belongs to, for it never overflows
            return best if best > start else at
    return len(every)


def _joined(cells: list[Cell]) -> Iterator[Piece]:
    for layer, run in groupby(cells, key=lambda cell: cell[1]):
        yield Piece("".join(character for character, _ in run), layer)
