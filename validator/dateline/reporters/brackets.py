"""A paragraph with brackets around its annotated words, nested as they are; where two cross, the opening ones are named, too."""

from collections.abc import Iterable
from itertools import pairwise

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
    crossing = {found for found in ranges if any(_cross(found, other) for other in ranges)}
    cuts = sorted({0, len(text), *(cut for found in ranges for cut in (found.start, found.end))})
    pieces: list[Piece] = []
    for start, end in pairwise([*cuts, len(text)]):
        # of those that end here, the one that began last is closed first
        closing = [found for found in reversed(ranges) if found.end == start]
        pieces += [Piece(f"]{_names(named[found])}", named[found][0].layer) for found in closing]
        opening = [found for found in ranges if found.start == start]
        pieces += [Piece(f"[{_names(named[f])}: " if f in crossing else "[", named[f][0].layer) for f in opening]
        around = [found for found in ranges if found.start <= start < found.end]
        layer = named[min(around, key=lambda found: found.end - found.start)][0].layer if around else None
        pieces.append(Piece(safe(text[start:end]), layer))
    return [piece for piece in pieces if piece.text]


def _names(labels: list[Label]) -> str:
    return safe(",".join(label.name for label in labels))


def _cross(one: Range, other: Range) -> bool:
    return one.overlaps(other) and not one.holds(other) and not other.holds(one)
