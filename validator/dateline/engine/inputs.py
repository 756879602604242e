"""What a run depends on, file by file: known by a look at a file's state on the disk, or else by its bytes."""

import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

from dateline.loading.source import LARGEST, content
from dateline.model.encoding import decoded

_SETTLED = 2_000_000_000  # nanoseconds: within them a file may be written again, and the clock of its disk not tell
_DIGEST = 16  # bytes
ARTICLES = "articles/"
INPUTS = "inputs"  # where a memory keeps them

# The state in which a file was read, if it says anything sure, and the digest of what it held. Of a file that has to be looked at
# again each time, nothing. They are bytes, since a run holds those of all files: as values of their own they took twice the room.
Seen = bytes
UNSEEN = b""


def is_still_at(one: Seen, place: str) -> bool:
    """Whether the file that lies there is surely as it was, by its state alone."""
    try:
        return one[:-_DIGEST] == _told_apart(os.lstat(place))
    except OSError:
        return False


def digest_in(one: Seen) -> bytes:
    """The digest of what a file held; empty for one that has to be looked at again each time."""
    return one[-_DIGEST:]


def state_of(place: str) -> os.stat_result | None:
    """The state of an ordinary file; none of anything else, and of what is not there."""
    try:
        state = os.lstat(place)
    except OSError:
        return None
    return state if stat.S_ISREG(state.st_mode) and state.st_size <= LARGEST else None


def seen(state: os.stat_result, digest: bytes) -> Seen:
    """What is to be remembered of a file, whose state was looked at before it was read.

    What was written a moment ago, or on a clock that is ahead, is not known by its state: it may be written again.
    """
    latest = max(state.st_mtime_ns, state.st_ctime_ns)
    return (_told_apart(state) if latest < time.time_ns() - _SETTLED else b"") + digest


def _told_apart(state: os.stat_result) -> bytes:
    """What tells the state of a file from others."""
    return b"%d %d %d %d" % (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


def digest(data: bytes) -> bytes:
    """What tells the bytes of a file from others."""
    from hashlib import blake2b  # noqa: PLC0415 - where nothing has changed, nothing is read

    return blake2b(data, digest_size=_DIGEST).digest()


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


def places(root: Path, paths: Iterable[str], copies: Path | None) -> Iterator[tuple[str, str]]:
    """Where everything lies that a run reads, by name: the records, and the reader's own copies."""
    top = os.fspath(root)
    for path in paths:
        yield path, f"{top}/{path}"
        yield from copy_of(path, copies).items()


class Compared(Struct):
    """Files beside what was ``seen`` of them: those that are as they were, by their state or by their bytes, and the others."""

    seen: bytes
    by_state: dict[str, Seen] = field(default_factory=dict)
    by_bytes: dict[str, Seen] = field(default_factory=dict)
    fresh: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def compared(found: Iterable[tuple[str, str]], known: bytes | None) -> Compared:
    """Hold what is there against what a memory says was seen; what is new is not read, for whoever checks it will."""
    before, result = decoded(known or b"", dict[str, Seen]), Compared(known or b"")
    for path, place in found:
        one = before.pop(path, None)
        if one is not None and is_still_at(one, place):
            result.by_state[path] = one
        elif one is not None and (now := _seen_again(one, place)):
            result.by_bytes[path] = now
        else:
            result.fresh.append(path)
    result.gone = list(before)
    return result


def _seen_again(one: Seen, place: str) -> Seen | None:
    """The state in which a file holds the bytes that it held before, if it does."""
    state = state_of(place)
    if state is None or (data := bytes_at(place)) is None or digest(data) != digest_in(one):
        return None
    return seen(state, digest_in(one))


def bytes_at(place: str) -> bytes | None:
    """What an ordinary file holds, if it can be read."""
    try:
        return content(Path(place), LARGEST, os.O_NOFOLLOW)[0]
    except OSError:
        return None
