"""What a run depends on, file by file: known by a look at a file's state on the disk, or else by its bytes."""

import os
import stat
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from dateline.loading.source import LARGEST, content
from dateline.model.encoding import decoded

_SETTLED = 2_000_000_000  # nanoseconds: within them a file may be written again, and the clock of its disk not tell
_NOT_SURE = -1
ARTICLES = "articles/"
INPUTS = "inputs"  # where a memory keeps them


class Seen(Struct, frozen=True, array_like=True):
    """The state in which a file was read, and the digest of what it held; ``changed`` is -1 where the state says nothing sure."""

    path: str
    size: int
    modified: int
    changed: int
    inode: int
    digest: bytes

    def is_still_at(self, place: str) -> bool:
        """Whether the file that lies there is surely as it was, by its state alone."""
        try:
            now = os.lstat(place)
        except OSError:
            return False
        return (
            self.changed == now.st_ctime_ns
            and self.modified == now.st_mtime_ns
            and self.size == now.st_size
            and self.inode == now.st_ino
        )


def state_of(place: str) -> os.stat_result | None:
    """The state of an ordinary file; none of anything else, and of what is not there."""
    try:
        state = os.lstat(place)
    except OSError:
        return None
    return state if stat.S_ISREG(state.st_mode) and state.st_size <= LARGEST else None


def seen(path: str, state: os.stat_result, digest: bytes) -> Seen:
    """What is to be remembered of a file, whose state was looked at before it was read.

    What was written a moment ago, or on a clock that is ahead, is not known by its state: it may be written again.
    """
    latest = max(state.st_mtime_ns, state.st_ctime_ns)
    changed = state.st_ctime_ns if latest < time.time_ns() - _SETTLED else _NOT_SURE
    return Seen(path, state.st_size, state.st_mtime_ns, changed, state.st_ino, digest)


def unseen(path: str) -> Seen:
    """What is to be remembered of a file that has to be looked at again each time: that it was there."""
    return Seen(path, 0, 0, _NOT_SURE, 0, b"")


def digest(data: bytes) -> bytes:
    """What tells the bytes of a file from others."""
    from hashlib import blake2b  # noqa: PLC0415 - where nothing has changed, nothing is read

    return blake2b(data, digest_size=16).digest()


def copy_name(path: str) -> str:
    """The name that the reader's own copy of an article has here: no record has one."""
    return f"/{path.removeprefix(ARTICLES).removesuffix('.yaml')}.txt"


def path_of(name: str) -> str:
    """The file to which something belongs that is read: itself, or the article of a copy."""
    return f"{ARTICLES}{name[1:].removesuffix('.txt')}.yaml" if name.startswith("/") else name


def copy_of(path: str, copies: Path | None) -> dict[str, str]:
    """The reader's own copy of an article, by its name here, and where it lies; empty if there is none."""
    if copies is None or not path.startswith(ARTICLES):
        return {}
    place = f"{os.fspath(copies)}{copy_name(path)}"
    return {copy_name(path): place} if os.path.lexists(place) else {}


def places(root: Path, paths: Iterable[str], copies: Path | None) -> dict[str, str]:
    """Where everything lies that a run reads: the records, and the reader's own copies."""
    top = os.fspath(root)
    found = {path: f"{top}/{path}" for path in paths}
    if copies is not None:
        for path in tuple(found):
            found |= copy_of(path, copies)
    return found


class Compared(Struct):
    """Files beside what was ``seen`` of them: those that are as they were, by their state or by their bytes, and the others."""

    seen: bytes
    by_state: list[Seen] = field(default_factory=list)
    by_bytes: list[Seen] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def compared(found: Mapping[str, str], known: bytes) -> Compared:
    """Hold what is there against what a memory says was seen; what is new is not read, for whoever checks it will."""
    before, result = {one.path: one for one in decoded(known, list[Seen])}, Compared(known)
    for path, place in found.items():
        one = before.pop(path, None)
        if one is not None and one.is_still_at(place):
            result.by_state.append(one)
        elif one is not None and (now := _seen_again(one, place)):
            result.by_bytes.append(now)
        else:
            result.fresh.append(path)
    result.gone = list(before)
    return result


def _seen_again(one: Seen, place: str) -> Seen | None:
    """The state in which a file holds the bytes that it held before, if it does."""
    state = state_of(place)
    if state is None or (data := bytes_at(place)) is None or digest(data) != one.digest:
        return None
    return seen(one.path, state, one.digest)


def bytes_at(place: str) -> bytes | None:
    """What an ordinary file holds, if it can be read."""
    try:
        return content(Path(place), LARGEST, os.O_NOFOLLOW)[0]
    except OSError:
        return None
