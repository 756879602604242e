"""Where memories lie, and whether one is to be believed.

Each corpus has its own, in ``.dateline/``, one for each way of asking; they may be deleted at any time. A stranger could send one
along with a corpus, in which faulty articles are called clean: so a memory is believed only if its token lies in the cache of
this user, where it was put when the memory was made.
"""

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from dateline import __version__
from dateline.engine.memory import Memory
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.model import standard

FOLDER = ".dateline"
FORMAT = 1  # of what is kept
UNREADABLE = "could not be read and was made anew: it is a memory, and nothing depends on it"
_MOST = 4  # memories of one corpus: who asks in more ways, asks the oldest way anew
_AN_HOUR = 3600  # seconds, after which a memory in the making was left by a run that was killed
_TOKEN = "token"  # noqa: S105 - the name of a row


class Hits(Struct):
    """How much was remembered: files known by their state, by their bytes, and files that were checked."""

    by_state: int = 0
    by_bytes: int = 0
    checked: int = 0


class Keeper:
    """Keeps the memories of a corpus; of none, where the program is to do without. ``notes`` are for whoever runs it."""

    def __init__(self, root: Path | None) -> None:
        self._folder = root / FOLDER if root is not None else None
        self._name = ""
        self._asked = ""
        self._making: Path | None = None
        self.hits = Hits()
        self.notes: list[str] = []

    def recall(self, asked: str) -> Memory | None:
        """The memory of a way of asking, if there is one that can be believed."""
        self._asked, self._name = asked, f"check-{zlib.crc32(asked.encode()):08x}.sqlite"
        place = self._place(self._name)
        if place is None or not place.is_file() or place.is_symlink():
            return None
        memory = None
        try:
            memory = Memory(place.as_posix())
            token = memory.kept(_TOKEN)
            if token and memory.kept("asked") == asked.encode() and _made_here(token.decode("ascii", "replace")):
                memory.look()
                return memory
        except OSError as error:
            self._do_without(error)
        except sqlite3.OperationalError:  # another run writes into it, for longer than anybody waits
            pass
        except sqlite3.DatabaseError as error:
            self.gives_up(memory or Memory(""), error)
            return None
        if memory:
            memory.close()
        return None

    def gives_up(self, memory: Memory | None, error: Exception) -> bool:
        """Drop a memory that cannot be read; if there was none, or it cannot be dropped, do without. Whether that is news."""
        self.hits = Hits()
        place = self._place(self._name)
        if memory:
            memory.close()
        if place is None:
            return False
        if memory is None or isinstance(error, sqlite3.OperationalError):  # it may be that another run writes into it
            self._do_without(error)
            return True
        try:
            place.unlink()
            self.notes.append(f"{FOLDER}/{self._name} {UNREADABLE}")
        except OSError as trouble:
            self._do_without(trouble)
        return True

    def _do_without(self, trouble: object) -> None:
        self.notes.append(f"nothing is remembered: {FOLDER} cannot be used ({trouble})")
        self._folder = None

    def begin(self) -> Memory:
        """A new memory, which is nobody's until it is settled; a private one, where there is no place for it."""
        place = self._place(f".{self._name}.{os.getpid()}.{os.urandom(4).hex()}")
        if place is not None:
            try:
                self._prepare(place.parent)
                memory = Memory(place.as_posix())
                self._making = place
                memory.begin()
            except (OSError, sqlite3.Error) as error:
                self.discard()
                self._do_without(error)
            else:
                return memory
        memory = Memory("")
        memory.begin()
        return memory

    def discard(self, memory: Memory | None = None) -> None:
        """Leave a memory as it was; of one that was begun, nothing stays."""
        if memory:
            memory.close()
        if self._making:
            self._making.unlink(missing_ok=True)

    def settle(self, memory: Memory) -> None:
        """Let a memory that was begun take its place, whole; what cannot be written is done without."""
        making, place = self._making, self._place(self._name)
        if making is None or place is None:
            memory.save()
            return
        try:
            token = _made()
            memory.keep(_TOKEN, token.encode())
            memory.keep("asked", self._asked.encode())
            memory.save()
            memory.close()
            _flush(making)
            making.replace(place)
        except (OSError, sqlite3.Error) as error:
            self.discard()
            self._do_without(error)
            return
        with suppress(OSError):
            self._tidy(place)

    def _place(self, name: str) -> Path | None:
        """Where a memory lies; nowhere, if its folder leads elsewhere, as no link is followed out of a corpus."""
        if self._folder is None or self._folder.is_symlink():
            return None
        return self._folder / name

    @staticmethod
    def _prepare(folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_bytes(b"*\n")  # what a command writes anew is no part of a corpus

    @staticmethod
    def _tidy(place: Path) -> None:
        """Take away what killed runs left, and all memories but the newest few."""
        now = time.time()
        for left in place.parent.glob(".check-*.sqlite.*"):
            if now - left.stat().st_mtime > _AN_HOUR:
                left.unlink(missing_ok=True)
        others = sorted(place.parent.glob("check-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in others[_MOST:]:
            old.unlink(missing_ok=True)


def _cache() -> Path:
    """The folder of this user's tokens.

    Source: https://specifications.freedesktop.org/basedir-spec/latest/ (XDG_CACHE_HOME).
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(named) if Path(named).is_absolute() else Path.home() / ".cache") / "dateline" / "memories"
    except RuntimeError as error:
        raise OSError("nobody knows where this user is at home") from error


def _made() -> str:
    """A new token, put where only memories of this user's have theirs."""
    token = os.urandom(16).hex()  # as ``secrets`` does, which takes 3 ms to load
    folder = _cache()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / token).touch()
    return token


def _made_here(token: str) -> bool:
    return len(token) == 32 and token.isalnum() and (_cache() / token).is_file()  # noqa: PLR2004 - hexadecimal digits of 16 bytes


def _flush(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def way_of_asking(settings: Settings, copies: Copies) -> str:
    """What results depend on beside the files: the program with its libraries and its schema, the rules that are asked for."""
    libraries = Path(msgspec.__file__).parent.parent  # of this version of Python; its time changes when one of them does
    program = (__version__, _program(), libraries.as_posix(), libraries.stat().st_mtime_ns)
    asked = (*program, settings.select, settings.ignore, settings.preview, copies.folder is not None)
    return f"{FORMAT} {asked}"


def _program() -> int:
    """What tells this program from another that has the same version: who changes a rule must not be told what the old one said."""
    found = 0
    for folder in (Path(__file__).resolve().parent.parent, standard.folder()):
        for entry in sorted(_files(os.fspath(folder))):
            found = zlib.crc32(entry.encode("utf-8", "surrogateescape"), found)
    return found


def _files(folder: str) -> Iterator[str]:
    """The files of a folder, with their sizes and times."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from () if entry.name == "__pycache__" else _files(entry.path)
        else:
            state = entry.stat()
            yield f"{entry.name} {state.st_size} {state.st_mtime_ns}"
