"""Writing a file so that a crash leaves the old one whole, and that nobody's change is lost."""

import fcntl
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dateline.loading.source import why
from dateline.model.finding import PlacedEdit

_MARK = "\ufeff"


class NotWrittenError(Exception):
    """A file was left as it was: the message says why and what to do."""


def edited(text: str, edits: Iterable[PlacedEdit]) -> str:
    """Apply edits to a text, the last first, so that none moves another."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    pieces, end = [], len(text)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        span = edit.span
        pieces += [text[starts[span.end_line - 1] + span.end_column - 1 : end], edit.text]
        end = starts[span.line - 1] + span.column - 1
    return "".join(reversed([*pieces, text[:end]]))


def edited_bytes(data: bytes, edits: Iterable[PlacedEdit]) -> bytes:
    """Apply edits to the bytes of a file. Its carriage returns and byte order mark stay where no edit is meant for them.

    No column counts a byte order mark, so what takes it away is an edit that changes nothing at the very beginning.
    """
    edits = list(edits)
    text = data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) and not any(_takes_mark(edit) for edit in edits) else ""
    return (mark + edited(text.removeprefix(_MARK), edits)).encode("utf-8")


def _takes_mark(edit: PlacedEdit) -> bool:
    span = edit.span
    return not edit.text and (span.line, span.column) == (span.end_line, span.end_column) == (1, 1)


def write(path: Path, data: bytes) -> None:
    """Replace a file at once: a temporary one beside it, flushed to the disk, takes its name."""
    with _beside(path, data) as temporary, alone_in(path.parent):
        temporary.replace(path)


def create(path: Path, data: bytes) -> None:
    """Write a file that was not there, at once; of two programs that do this, one fails.

    Raises:
        FileExistsError: if it is there already.

    """
    with _beside(path, data) as temporary, alone_in(path.parent):
        os.link(temporary, path)


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Replace a file that still holds the bytes ``before``; two programs that do this at once do not undo each other.

    Raises:
        NotWrittenError: where it holds others by now, or must not or cannot be written.

    """
    if path.is_symlink():
        message = "it is a symbolic link, which is never followed"
        raise NotWrittenError(message)
    try:
        # the bits are meant, and root may write whatever they say; for others, and on a disk that is read-only, they say too little
        if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
            message = "it is read-only: allow writing, and run this again"
            raise NotWrittenError(message)
        with _beside(path, after) as temporary, alone_in(path.parent):
            if path.read_bytes() != before:
                message = "it was changed in the meantime: run this again"
                raise NotWrittenError(message)
            temporary.replace(path)
    except OSError as error:
        message = f"it cannot be written: {why(error)}"
        raise NotWrittenError(message) from error


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """A temporary file beside another, with its permissions, on the disk to the last byte; gone at the end if it is still there."""
    from tempfile import mkstemp  # noqa: PLC0415 - most commands write nothing

    descriptor, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep a folder to ourselves; at the end, what was renamed in it is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # not every file system of a network has locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
