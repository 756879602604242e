"""A paragraph with brackets around its annotated words, nested as they are; where two cross, the opening ones are named, too."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal

from dateline.model.text import Range
from dateline.reporters.labels import Label
from dateline.reporters.pieces import Piece
from dateline.reporters.safe import safe


def bracketed(text: str, labels: Iterable[Label]) -> list[Piece]:
    """Give the text with brackets: ``[Seoul]m1``, one pair for all labels of the same words.

    Words take the colour of the innermost bracket, and a bracket that of its first label.
    """
    named: dict[Range, list[Label]] = {}
    for label in labels:
        if label.words.range:
            named.setdefault(label.words.range, []).append(label)
    ranges = sorted(named, key=lambda found: (found.start, -found.end))
    crossing = set(_crossing(ranges))
    opening, closing = _by(ranges, "start"), _by(ranges[::-1], "end")
    cuts = sorted({0, len(text), *opening, *closing})
    pieces: list[Piece] = []
    around: list[Range] = []  # those that are open, the one that began last at the end
    for start, end in pairwise([*cuts, len(text)]):
        for found in closing.get(start, ()):
            around.remove(found)
            pieces.append(Piece(f"]{_names(named[found])}", named[found][0].layer))
        for found in opening.get(start, ()):
            around.append(found)
            pieces.append(Piece(f"[{_names(named[found])}: " if found in crossing else "[", named[found][0].layer))
        inner = min(reversed(around), key=lambda found: found.end - found.start, default=None)
        pieces.append(Piece(safe(text[start:end]), named[inner][0].layer if inner else None))
    return [piece for piece in pieces if piece.text]


def _by(ranges: Iterable[Range], side: Literal["start", "end"]) -> dict[int, list[Range]]:
    """Ranges by where they begin or end."""
    found: dict[int, list[Range]] = {}
    for one in ranges:
        found.setdefault(one.start if side == "start" else one.end, []).append(one)
    return found


def _crossing(ranges: list[Range]) -> Iterator[Range]:
    """Those that share words with another, and neither holds the other; they are given in the order of their starts."""
    open_: list[Range] = []
    for found in ranges:
        open_ = [one for one in open_ if one.end > found.start]
        for one in open_:
            if one.start < found.start and one.end < found.end:
                yield from (one, found)
        open_.append(found)


def _names(labels: list[Label]) -> str:
    return safe(",".join(label.name for label in labels))
