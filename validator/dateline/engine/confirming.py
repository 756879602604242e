"""Takes the mark of a proposal away from items that somebody has looked at, touching nothing beside it."""

from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any, cast

from msgspec import Struct

from dateline.engine.article import article_document
from dateline.engine.changes import Change
from dateline.engine.settings import UsageError
from dateline.loading.document import Document, parse
from dateline.loading.edits import placed
from dateline.loading.source import Source
from dateline.loading.writing import edited_bytes
from dateline.model.finding import Remove
from dateline.model.judged import PROPOSED
from dateline.model.place import Place, Span

_MARK = "suggested"


class Confirmed(Struct, frozen=True):
    """What the file of an article would be, how many items of each layer that confirms, and how many are left."""

    change: Change | None
    counts: dict[str, int]
    left: int


def confirmed(root: Path, path: str, layers: Iterable[str] = (), name: str = "") -> Confirmed:
    """Give an article without the marks of its proposals, or of those in some layers. ``name`` is what its file is called.

    Raises:
        UsageError: for a file that is no article or cannot be read as one, for a layer that has no such marks, and where marks
            cannot be taken out and nothing else with them.

    """
    name = name or path
    wanted = tuple(layers) or PROPOSED
    if unknown := next((layer for layer in wanted if layer not in PROPOSED), None):
        raise UsageError(f'--layers "{unknown}": nothing is proposed in it: name some of {", ".join(PROPOSED)}')
    document = article_document(root, path, name, "only in articles things are proposed")
    data = cast("dict[str, Any]", document.data)
    marked = {layer: [n for n, item in enumerate(data.get(layer, ())) if item.get(_MARK)] for layer in PROPOSED}
    counts = {layer: len(marked[layer]) for layer in PROPOSED if layer in wanted and marked[layer]}
    marks = [Place(path) / layer / n / _MARK for layer in counts for n in marked[layer]]
    change = Change(path, document.source.data, _without(marks, document, name)) if marks else None
    return Confirmed(change, counts, sum(map(len, marked.values())) - len(marks))


def _without(marks: Iterable[Place], document: Document, name: str) -> bytes:
    """The bytes of a file without the marks, read again: they must hold what they held, and every comment."""
    wanted = deepcopy(cast("dict[str, Any]", document.data))
    edits = []
    for at in marks:
        layer, n, mark = cast("tuple[str, int, str]", at.steps)
        del wanted[layer][n][mark]
        edit = placed(Remove(at), document)
        if "#" in _taken(edit.span, document):
            line = document.span(at.key).line
            raise UsageError(f'{name}:{line}: a comment would go with "{_MARK}": move it to a line of its own, and run this again')
        edits.append(edit)
    after = edited_bytes(document.source.data, edits)
    found = parse(Source(document.path, after))
    if not isinstance(found, Document) or found.faults or found.data != wanted:
        raise UsageError(f'{name} would not be the same without its marks: write each as "{_MARK}: true", and run this again')
    return after


def _taken(span: Span, document: Document) -> str:
    """The characters that a removal takes out."""
    lines = document.lines[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    return "\n".join(lines)[span.column - 1 :]
