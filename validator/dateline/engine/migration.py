"""Brings records to a newer version of the schema, a step for each version on the way, touching nothing beside it.

What a step does stands in the schema that it leads to: its name goes into the first line, and fields that it deprecates get
the names of those that replace them. So a field is renamed on the way to the version that deprecates it, and is gone before
the one that no longer takes it. Each file is taken by itself: it names its own version, and is judged by that, so that a
corpus half of which is migrated can be checked as before; running it again takes what was left.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.engine.changes import Change
from dateline.engine.formatting import LeftAlone
from dateline.engine.settings import UsageError
from dateline.loading import deprecated, schemas, source
from dateline.loading.document import Document, parse
from dateline.loading.edits import placed
from dateline.loading.source import Source
from dateline.loading.writing import edited
from dateline.model import standard
from dateline.model.fault import Fault
from dateline.model.finding import PlacedEdit, Rename, Replace
from dateline.model.place import Place

_MARK = "\ufeff"
_UNREADABLE = 'it cannot be read as a record: run "dateline check" and mend what it says first'
_FAULTY = 'it is not valid as it is: run "dateline check" and mend what it says first'


def migrated(root: Path, to: str, only: Iterable[str] = ()) -> Iterator[Change | LeftAlone]:
    """Give, of the files of a corpus, those that are older than the version ``to``, as they would be, and those left alone.

    Raises:
        UsageError: if there is no such version.

    """
    if to not in standard.VERSIONS:
        message = f'there is no version "{to}" of the schema: name one of {", ".join(standard.VERSIONS)}'
        raise UsageError(message)
    paths, _ = source.find(root)
    wanted = frozenset(only)
    for path in paths:
        if not wanted or path in wanted:
            yield from _of_file(root, path, to)
    yield from (LeftAlone(path, "it is no record of the corpus") for path in sorted(wanted.difference(paths)))


def _of_file(root: Path, path: str, to: str) -> Iterator[Change | LeftAlone]:
    read = source.read(root, path)
    document = None if isinstance(read, Fault) else parse(read)
    if isinstance(read, Fault) or not isinstance(document, Document):
        yield LeftAlone(path, _UNREADABLE)
        return
    if not _is_valid(document):
        yield LeftAlone(path, _FAULTY)
        return
    now = read
    for version in _between(schemas.version_of(document), to):
        now = _step(now, document, version)
        after = parse(now)
        if not (isinstance(after, Document) and _is_valid(after)):
            yield LeftAlone(path, f"version {version} would not take it{_stumble(after)}")
            return
        document = after
    if now != read:
        yield Change(path, read.data, now.data)


def _between(old: str, to: str) -> tuple[str, ...]:
    """The versions after ``old``, up to ``to``."""
    known = standard.VERSIONS
    return known[known.index(old) + 1 : known.index(to) + 1]


def _is_valid(document: Document) -> bool:
    """Whether a document has the shape of the kind and version that it names."""
    _, faults = schemas.check(document)
    return not any(fault.closes for fault in faults)


def _stumble(after: Document | tuple[Fault, ...]) -> str:
    """Where a record as it would be is not valid."""
    faults = schemas.check(after)[1] if isinstance(after, Document) else after
    at = next(fault.at for fault in faults if fault.closes)
    return f': look at "{at.pointer}"' if isinstance(at, Place) and at.pointer else ""


def _step(file: Source, document: Document, version: str) -> Source:
    """A record as the next version wants it."""
    kind, _ = schemas.check(document)
    uses = deprecated.faults(document, str(kind), version)
    edits: list[Replace | Rename] = [
        Replace(Place(file.path) / "schema", f"{kind}/{version}"),
        *(Rename(use.at, use.replaced_by) for use in uses if use.replaced_by and use.can_be_renamed),
    ]
    return _written(file, [placed(edit, document) for edit in edits])


def _written(file: Source, edits: list[PlacedEdit]) -> Source:
    """The file with its edits, with its own ends of lines and its mark: edits count lines and columns, which both have not."""
    text = file.data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    return Source(file.path, (mark + edited(text.removeprefix(_MARK), edits)).encode("utf-8"))
