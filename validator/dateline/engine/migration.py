"""Brings records to a newer version of the schema, a step for each version on the way, touching nothing beside it.

What a step does stands in the schema that it leads to: its name goes into the first line, and fields that it deprecates get
the names of those that replace them. So a field is renamed on the way to the version that deprecates it, and is gone before
the one that no longer takes it. Each file is taken by itself: it names its own version, and is judged by that, so that a
corpus half of which is migrated can be checked as before; running it again takes what was left.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.engine.changes import UNREADABLE, Change, LeftAlone, asked_for
from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.loading import deprecated, schemas
from dateline.loading.document import Document, document_at, parse
from dateline.loading.edits import placed
from dateline.loading.source import Source
from dateline.loading.writing import edited_bytes
from dateline.model import standard
from dateline.model.fault import Fault
from dateline.model.finding import Rename, Replace
from dateline.model.place import Place

_FAULTY = f"it is not valid as it is: {CHECK_FIRST}"


def migrated(root: Path, to: str, only: Iterable[str] = ()) -> Iterator[Change | LeftAlone]:
    """Give, of the files of a corpus, those that are older than the version ``to``, as they would be, and those left alone.

    Raises:
        UsageError: if there is no such version.

    """
    if to not in standard.VERSIONS:
        message = f'there is no version "{to}" of the schema: name one of {", ".join(standard.VERSIONS)}'
        raise UsageError(message)
    paths, others = asked_for(root, only)
    for path in paths:
        yield from _of_file(root, path, to)
    yield from others


def _of_file(root: Path, path: str, to: str) -> Iterator[Change | LeftAlone]:
    document = document_at(root, path)
    if not isinstance(document, Document):
        yield LeftAlone(path, UNREADABLE)
        return
    kind = schemas.valid_kind(document)
    if kind is None:
        yield LeftAlone(path, _FAULTY)
        return
    before = document.source
    for version in _between(schemas.version_of(document), to):
        after = parse(_step(document, kind, version))
        if not isinstance(after, Document) or schemas.valid_kind(after) is None:
            yield LeftAlone(path, f"version {version} would not take it{_stumble(after)}")
            return
        document = after
    if document.source != before:
        yield Change(path, before.data, document.source.data)


def _between(old: str, to: str) -> tuple[str, ...]:
    """The versions after ``old``, up to ``to``."""
    known = standard.VERSIONS
    return known[known.index(old) + 1 : known.index(to) + 1]


def _stumble(after: Document | tuple[Fault, ...]) -> str:
    """Where a record as it would be is not valid."""
    faults = schemas.check(after)[1] if isinstance(after, Document) else after
    at = next(fault.at for fault in faults if fault.closes)
    return f': look at "{at.pointer}"' if isinstance(at, Place) and at.pointer else ""


def _step(document: Document, kind: str, version: str) -> Source:
    """A record as the next version wants it."""
    uses = deprecated.faults(document, kind, version)
    edits: list[Replace | Rename] = [
        Replace(Place(document.path) / "schema", f"{kind}/{version}"),
        *(Rename(use.at, use.replaced_by) for use in uses if use.replaced_by and use.can_be_renamed),
    ]
    return Source(document.path, edited_bytes(document.source.data, (placed(edit, document) for edit in edits)))
