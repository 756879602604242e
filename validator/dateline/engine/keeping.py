"""Where memories lie: in the cache of the user, one for each corpus and way of asking. They may be deleted at any time.

They do not lie in the corpus, whose files come from strangers: one could send a memory along in which faulty articles are clean,
or what makes SQLite play back a journal, follow a link or wait for a pipe.
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
from dateline.engine.question import Question
from dateline.model import standard

FORMAT = 2  # of what is kept
UNREADABLE = "could not be read and was made anew: it is a memory, and nothing depends on it"
_MOST = 4  # memories of one corpus: who asks in more ways, asks the oldest way anew
_AN_HOUR = 3_600  # seconds, after which a memory in the making was left by a run that was killed
_A_SEASON = 90 * 24 * _AN_HOUR  # seconds, after which the memories of a corpus are of no use to anybody


class Hits(Struct):
    """How much was remembered: files known by their state, by their bytes, and files that were checked."""

    by_state: int = 0
    by_bytes: int = 0
    checked: int = 0


class Keeper:
    """Keeps the memories of a corpus; of none, where the program is to do without. ``notes`` are for whoever runs it."""

    def __init__(self, root: Path | None) -> None:
        self._folder: Path | None = None
        self._asked = self._name = ""
        self._making: Path | None = None
        self.hits = Hits()
        self.notes: list[str] = []
        try:
            self._folder = folder_of(root) if root is not None else None
        except OSError as error:
            self._do_without(error)

    def recall(self, asked: str) -> Memory | None:
        """The memory of a way of asking, if there is one."""
        self._asked, self._name = asked, f"check-{zlib.crc32(asked.encode()):08x}.sqlite"
        if self._folder is None or not (place := self._folder / self._name).is_file():
            return None
        memory = Memory(place.as_posix())
        try:
            memory.look()
            if memory.kept("asked") == asked.encode():
                return memory
        except sqlite3.OperationalError:  # another run writes into it, for longer than anybody waits
            pass
        except sqlite3.DatabaseError as error:
            self.gives_up(memory, error)
            return None
        memory.close()
        return None

    def gives_up(self, memory: Memory | None, error: Exception) -> bool:
        """Drop a memory that cannot be read; if there was none, or it cannot be dropped, do without. Whether that is news."""
        self.hits = Hits()
        self.discard(memory)
        if self._folder is None:
            return False
        if memory is None or isinstance(error, sqlite3.OperationalError):  # it may be that another run writes into it
            self._do_without(error)
            return True
        try:
            (self._folder / self._name).unlink()
            self.notes.append(f"{self._name} {UNREADABLE}")
        except OSError as trouble:
            self._do_without(trouble)
        return True

    def begin(self) -> Memory:
        """A new memory, nobody's until it is settled, of what was to be recalled; a private one, where there is no place for it."""
        if self._folder is not None:
            self._making = self._folder / f".{self._name}.{os.getpid()}.{os.urandom(4).hex()}"
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                memory = Memory(self._making.as_posix())
                memory.begin()
            except (OSError, sqlite3.Error) as error:
                self.discard()
                self._do_without(error)
            else:
                memory.keep("asked", self._asked.encode())
                return memory
        memory = Memory("")
        memory.begin()
        return memory

    def discard(self, memory: Memory | None = None) -> None:
        """Leave a memory as it was; of one that was begun, nothing stays."""
        if memory:
            memory.close()
        if self._making:
            with suppress(OSError):
                self._making.unlink(missing_ok=True)
            self._making = None

    def settle(self, memory: Memory) -> None:
        """Let a memory that was begun take its place, whole; what cannot be written is done without."""
        from dateline.loading.folder import flush  # noqa: PLC0415 - what is remembered is not written

        making, folder = self._making, self._folder
        try:
            memory.save()
            if making is not None and folder is not None:
                memory.close()
                flush(making)
                making.replace(folder / self._name)
                self._making = None
        except (OSError, sqlite3.Error) as error:
            self.discard()
            self._do_without(error)
            return
        if folder is not None:
            _tidy(folder)

    def _do_without(self, trouble: object) -> None:
        self.notes.append(f"nothing is remembered ({trouble})")
        self._folder = None


def folder_of(root: Path) -> Path:
    """Where the memories of a corpus lie.

    Source: https://specifications.freedesktop.org/basedir-spec/latest/ (XDG_CACHE_HOME).

    Raises:
        OSError: where nobody knows whose cache it is.

    """
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        cache = named if named.is_absolute() else Path(os.environ.get("HOME") or Path.home()) / ".cache"
    except RuntimeError as error:
        raise OSError("nobody knows where this user is at home") from error
    # of two corpora with one name here, each would find the other's files changed: nothing wrong would be told
    place = os.fsencode(root.resolve())
    return cache / "dateline" / f"{zlib.crc32(place):08x}{zlib.adler32(place):08x}"


def _tidy(folder: Path) -> None:
    """Take away what killed runs left, all memories but the newest few, and those of corpora that nobody checks any more."""
    from shutil import rmtree  # noqa: PLC0415 - what is remembered is not tidied

    now = time.time()
    with suppress(OSError):
        for left in folder.glob(".check-*.sqlite.*"):
            if now - left.stat().st_mtime > _AN_HOUR:
                left.unlink(missing_ok=True)
        for old in sorted(folder.glob("check-*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)[_MOST:]:
            old.unlink(missing_ok=True)
        for other in folder.parent.iterdir():
            if now - max((path.stat().st_mtime for path in other.iterdir()), default=0) > _A_SEASON:
                rmtree(other, ignore_errors=True)


def way_of_asking(question: Question) -> str:
    """What results depend on beside the files: the program with its libraries and its schema, the rules that are asked for."""
    libraries = Path(msgspec.__file__).parent.parent  # of this version of Python; its time changes when one of them does
    program = (__version__, _program(), libraries.as_posix(), libraries.stat().st_mtime_ns)
    settings = question.settings
    asked = (*program, settings.select, settings.ignore, settings.preview, question.copies.folder is not None)
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
