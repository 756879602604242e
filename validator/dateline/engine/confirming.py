"""Takes the mark of a proposal away from items that somebody has looked at, touching nothing beside it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from dateline.engine.changes import Change
from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.loading import schemas
from dateline.loading.document import Document, document_at
from dateline.loading.edits import placed
from dateline.loading.writing import edited_bytes
from dateline.model.finding import Remove
from dateline.model.judged import PROPOSED
from dateline.model.place import Place

_MARK = "suggested"


class Confirmed(Struct, frozen=True):
    """What the file of an article would be, how many items of each layer that confirms, and how many are left."""

    change: Change | None
    counts: dict[str, int]
    left: int


def confirmed(root: Path, path: str, layers: Iterable[str] = ()) -> Confirmed:
    """Give an article without the marks of its proposals, or of those in some layers.

    Raises:
        UsageError: for a file that is no article or cannot be read as one, and for a layer that has no such marks.

    """
    wanted = tuple(layers) or PROPOSED
    if unknown := next((layer for layer in wanted if layer not in PROPOSED), None):
        raise UsageError(f'--layers "{unknown}": nothing is proposed in it: name some of {", ".join(PROPOSED)}')
    document = document_at(root, path)
    if not isinstance(document, Document) or schemas.valid_kind(document) != "article":
        raise UsageError(f"{path} cannot be read as an article: {CHECK_FIRST}")
    data = cast("dict[str, Any]", document.data)
    marked = {layer: [n for n, item in enumerate(data.get(layer, ())) if item.get(_MARK)] for layer in PROPOSED}
    counts = {layer: len(marked[layer]) for layer in PROPOSED if layer in wanted and marked[layer]}
    marks = [Place(path) / layer / n / _MARK for layer in counts for n in marked[layer]]
    after = edited_bytes(document.source.data, [placed(Remove(at), document) for at in marks])
    change = Change(path, document.source.data, after) if marks else None
    return Confirmed(change, counts, sum(map(len, marked.values())) - len(marks))
