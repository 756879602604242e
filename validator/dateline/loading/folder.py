"""Writing a whole folder so that whoever is killed leaves the old one or the new one, and nobody else's is touched."""

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from dateline.loading.writing import alone_in

_EXCHANGE = 2  # RENAME_EXCHANGE; Source: https://man7.org/linux/man-pages/man2/rename.2.html
_HERE = -100  # AT_FDCWD, for paths as they are
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)  # a kernel or a file system that cannot exchange


class NotOursError(Exception):
    """A folder was left as it was: the message says why."""


def files_in(folder: Path) -> list[str]:
    """The files of a folder and of those in it, by path with ``/``, sorted.

    Raises:
        NotOursError: where something is neither a file nor a folder.

    """
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            message = f"{name} in it is no ordinary file"
            raise NotOursError(message)
        if path.is_file():
            found.append(name)
    return found


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace a folder, or make it, at once: a new one beside it, flushed to the disk, takes its name.

    Whoever may be replaced is for the caller to know. Two programs that write one folder do so one after the other.
    """
    beside = folder.with_name(f".{folder.name}.being-written")
    with alone_in(folder.parent):
        _remove(beside)  # of a program that was killed
        try:
            beside.mkdir()
            for name, content in files.items():
                _write(beside / name, content)
            for inner in [beside, *(path for path in beside.rglob("*") if path.is_dir())]:
                flush(inner)
            if folder.is_dir():
                _exchange(beside, folder)
            else:
                beside.rename(folder)
            flush(folder.parent)
            _remove(_old(beside))
        finally:
            _remove(beside)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush(place: Path) -> None:
    """See to it that a file, or the names in a folder, are on the disk."""
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change names: in one step where the system can do that.

    Else in three, that leave each of them whole: who is killed between them leaves the old one under another name.
    """
    import ctypes  # noqa: PLC0415 - what no other command needs

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is not None:
        if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
            return
        if (code := ctypes.get_errno()) not in _UNKNOWN:
            raise OSError(code, os.strerror(code), str(other))
    old = _old(one)
    _remove(old)
    other.rename(old)
    one.rename(other)
    old.rename(one)


def _old(beside: Path) -> Path:
    return beside.with_name(f"{beside.name}.old")


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)
