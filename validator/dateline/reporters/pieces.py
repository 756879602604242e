"""Pieces of a line, each of a layer or of none, and how they are wrapped to the cells of a terminal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from dateline.reporters.safe import UNSEEN, width


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is safe to print, and the layer whose colour it takes."""

    text: str
    layer: str | None = None


Line = list[Piece]
Cell = tuple[str, str | None]  # a character and its layer


def wrapped(pieces: Iterable[Piece], cells: int, first: str, later: str) -> Iterator[Line]:
    """Give lines of at most so many cells, broken at spaces, between wide characters, or else anywhere.

    ``first`` begins the first line, ``later`` all others.
    """
    left, head = list(_apart(pieces)), first
    while True:
        end = _fitting(left, max(2, cells - width(head)))
        yield [Piece(head), *_joined(left[:end])]
        left, head = left[end:], later
        if left and left[0][0] == " ":
            left = left[1:]
        if not left:
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
            before = before if UNSEEN.match(character) else character


def _fitting(left: list[Cell], room: int) -> int:
    """How many characters stay on the line."""
    used = best = 0
    for at, (character, _) in enumerate(left):
        if character == " " or (at and width(character) == width(left[at - 1][0]) == 2):  # noqa: PLR2004 - a wide character
            best = at
        used += width(character)
        if used > room and character != " ":
            # a character without a width of its own stays with the one that it belongs to, for it never overflows
            return best or at
    return len(left)


def _joined(cells: list[Cell]) -> Iterator[Piece]:
    for layer, run in groupby(cells, key=lambda cell: cell[1]):
        yield Piece("".join(character for character, _ in run), layer)
