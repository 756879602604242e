"""Pieces of lines as a terminal shows them: their layers as colours, where colour is wanted."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from dateline.cli.console import Color, tell, wants_colour

if TYPE_CHECKING:
    from dateline.reporters.pieces import Line


def tell_pieces(lines: "Iterable[Line]", styles: Mapping[str, str], color: Color) -> None:
    """Write lines to stdout, the pieces of each layer in its style."""
    used = styles if wants_colour(color) else {}
    for line in lines:
        painted = (
            f"\x1b[{used[piece.layer]}m{piece.text}\x1b[0m" if piece.layer and piece.layer in used else piece.text for piece in line
        )
        tell("".join(painted).rstrip() + "\n")
