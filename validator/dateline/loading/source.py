"""Finding the files of a corpus and reading their bytes, without following a link or waiting for a pipe."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from dateline.model.fault import CaseCollision, Fault, TooLargeOrDeep, Unclaimed, Unreadable
from dateline.model.place import Mark, Place, Span

MANIFEST = "dateline.yaml"
FOLDERS = {"articles": "article", "actors": "actor", "events": "event"}
Over = Callable[[Sequence[str]], Iterable[str]]  # goes through files, as ``iter`` does, and may tell how far it is
LARGEST = 1 << 20  # bytes; the founding article has 13 KB

TOP = Span(1, 1, 1, 1)
_LINK = "a symbolic link is never followed"


class Source(Struct, frozen=True):
    """The bytes of a file; ``path`` is relative to the corpus, with ``/``."""

    path: str
    data: bytes


def kind_of(path: str) -> str:
    """The kind of record that a file of that path holds."""
    return FOLDERS.get(path.partition("/")[0], "corpus")


def find(root: Path) -> tuple[list[str], list[Fault]]:
    """List the record files of a corpus, sorted, and the files among them that are none."""
    paths: list[str] = []
    faults: list[Fault] = []
    for folder in sorted(FOLDERS):
        if (root / folder).is_symlink():
            faults.append(Unreadable(Mark(folder, TOP), _LINK))
            continue
        try:
            names, others = _sorted_out(root / folder)
        except FileNotFoundError:
            continue
        except OSError as error:
            faults.append(_unreadable(folder, error))
            continue
        paths += [f"{folder}/{name}" for name in names]
        for entry in sorted(others, key=lambda entry: entry.name):
            path = f"{folder}/{entry.name}"
            if why := _why_unclaimed(entry):
                faults.append(Unclaimed(Mark(path, TOP), why))
            else:
                paths.append(path)
    return [*sorted(paths), MANIFEST], [*faults, *_collisions(paths)]


def _sorted_out(folder: Path) -> tuple[list[str], list[os.DirEntry[str]]]:
    """The names of the record files in a folder, and what else lies there and is not hidden: it is long, and gone through once."""
    names, others = [], []
    for entry in os.scandir(folder):
        name = entry.name
        if name.endswith(".yaml") and name[0] != "." and not entry.is_symlink():
            names.append(name)
        elif name[0] != ".":
            others.append(entry)
    return names, others


def _collisions(paths: list[str]) -> Iterator[CaseCollision]:
    """The files whose names differ by capitals alone; the one in small letters, as ids are, keeps its name."""
    if len({path.casefold() for path in paths}) == len(paths):
        return
    kept: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (path != path.lower(), path)):
        first = kept.setdefault(path.casefold(), path)
        if first != path:
            yield CaseCollision(Place(path) / "id", Place(first) / "id")


class NotOrdinaryError(OSError):
    """A path leads to a folder, a pipe or a device; the message says which."""


def content(path: Path, most: int, flags: int = 0) -> tuple[bytes, int]:
    """The bytes of an ordinary file, or more than ``most`` of them, and its size; a pipe is not waited for.

    Raises:
        NotOrdinaryError: for what is none.
        OSError: for what cannot be read.

    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | flags)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotOrdinaryError("it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not an ordinary file")
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(most + 1)
    finally:
        os.close(descriptor)
    return data, max(status.st_size, len(data))


def read(root: Path, path: str) -> Source | Fault:
    """Read a file of the corpus; what cannot be read, or is too large to be a record, is a fault."""
    try:
        data, size = content(root / path, LARGEST, os.O_NOFOLLOW)
    except NotOrdinaryError as error:
        return Unreadable(Mark(path, TOP), str(error))
    except OSError as error:
        return _unreadable(path, error)
    if len(data) > LARGEST:
        return TooLargeOrDeep(Mark(path, TOP), f"the file has {size:,} bytes", "1 MiB")
    return Source(path, data)


def _why_unclaimed(entry: os.DirEntry[str]) -> str | None:
    if entry.is_symlink():
        return _LINK if Path(entry.path).exists() else None
    if entry.name.endswith(".yaml"):
        return None
    if entry.is_dir():
        return "a folder among the records"
    return "records end in .yaml"


def why(error: OSError) -> str:
    """What the system says of a file that it does not read or write, as a part of a sentence."""
    return (error.strerror or str(error) or "the system does not say why").lower()


def _unreadable(path: str, error: OSError) -> Unreadable:
    reasons = {
        errno.ENOENT: "it is gone",
        errno.EACCES: "no permission to read it",
        errno.EPERM: "no permission to read it",
        errno.ELOOP: _LINK,
        errno.EISDIR: "it is a folder",
        errno.ENXIO: "it is not an ordinary file",
        errno.ENOTDIR: "it is no folder",
    }
    return Unreadable(Mark(path, TOP), reasons.get(error.errno or 0, why(error)))
