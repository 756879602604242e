"""What former runs found out, in one file of SQLite: rows by name, by file and by key. What they mean is the run's affair."""

import sqlite3
from collections.abc import Iterable, Iterator

Emitted = tuple[str, int, bytes]  # the key, how many facts, and these

_TABLES = """
CREATE TABLE kept (name BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE files (path BLOB PRIMARY KEY, told BLOB, known BLOB) WITHOUT ROWID;
CREATE TABLE heads (path BLOB PRIMARY KEY, published TEXT, head BLOB) WITHOUT ROWID;
CREATE TABLE records (path BLOB PRIMARY KEY, name TEXT, record BLOB) WITHOUT ROWID;
CREATE TABLE emitted (key BLOB, path BLOB, number INTEGER, facts BLOB);
CREATE TABLE grouped (key BLOB PRIMARY KEY, told BLOB) WITHOUT ROWID;
CREATE TABLE placed (key BLOB PRIMARY KEY, finding BLOB) WITHOUT ROWID;
"""
# made when all rows are there: kept up row by row, they take ten times as long
_INDEXES = """
CREATE INDEX IF NOT EXISTS by_key ON emitted (key, path);
CREATE INDEX IF NOT EXISTS by_path ON emitted (path);
CREATE INDEX IF NOT EXISTS by_day ON heads (published);
CREATE INDEX IF NOT EXISTS with_told ON files (path) WHERE told IS NOT NULL;
"""
_WAIT = 1.0  # seconds for another run to end its writing, which takes a few hundredths


class Memory:
    """An open memory. All that is put into it is there at once when it is ``saved``, or not at all."""

    def __init__(self, place: str) -> None:
        """Open the memory at a place; at none, a private one that is gone with the program."""
        self._database = sqlite3.connect(place, timeout=_WAIT, isolation_level=None)

    def begin(self) -> None:
        """Make the tables of a new memory. Nobody else sees it yet, and a crash leaves nothing to be mended."""
        self._database.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN; {_TABLES}")

    def index(self) -> None:
        """Let rows be found by key and by file; before, they could only be put there."""
        for statement in filter(str.strip, _INDEXES.split(";")):
            self._database.execute(statement)

    def look(self) -> None:
        """See it as it is now, whatever other runs write from now on."""
        self._database.execute("BEGIN")

    def open_for_change(self) -> None:
        """Begin to change what is there; in a private copy, where it is read-only or another run is writing into it."""
        self.save()  # a look is over
        try:
            self._database.execute("BEGIN IMMEDIATE")
            self.keep("changed", b"")  # what is read-only can be locked, too
        except sqlite3.OperationalError:
            copy = sqlite3.connect("", isolation_level=None)
            self._database.backup(copy)
            self._database.close()
            self._database = copy
            self._database.execute("BEGIN IMMEDIATE")

    def save(self) -> None:
        """Let what was put here be there from now on."""
        if self._database.in_transaction:
            self._database.execute("COMMIT")

    def close(self) -> None:
        """Leave it; what was not saved is lost."""
        self._database.close()

    def kept(self, name: str) -> bytes | None:
        """What is kept under a name."""
        return self._one("SELECT value FROM kept WHERE name = ?", name)

    def keep(self, name: str, value: bytes) -> None:
        """Keep something under a name."""
        self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (_bytes(name), value))

    def drop(self, beginning: str) -> None:
        """Forget what is kept under names that begin so."""
        self._database.execute("DELETE FROM kept WHERE substr(name, 1, ?) = ?", (len(beginning), _bytes(beginning)))

    def known(self, path: str) -> bytes | None:
        """What is known of a file beside what was told of it."""
        return self._one("SELECT known FROM files WHERE path = ?", path)

    def told(self) -> Iterator[bytes]:
        """What was told of the files of which something was told, in the order of paths."""
        return (told for (told,) in self._database.execute("SELECT told FROM files WHERE told IS NOT NULL ORDER BY path"))

    def put_file(self, path: str, told: bytes | None, known: bytes) -> None:
        """Put what is known of a file."""
        self._database.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (_bytes(path), told, known))

    def put_head(self, path: str, published: str | None, head: bytes) -> None:
        """Put the head of a file."""
        self._database.execute("INSERT OR REPLACE INTO heads VALUES (?, ?, ?)", (_bytes(path), published, head))

    def heads(self) -> Iterator[bytes]:
        """The heads of all files that could be read, in the order of paths."""
        return (head for (head,) in self._database.execute("SELECT head FROM heads ORDER BY path"))

    def heads_after(self, day: str) -> Iterator[bytes]:
        """The heads of the articles that were published after a day."""
        # the sign keeps SQLite from walking all heads in the order of paths: few are of after a day, and by_day finds these
        found = self._database.execute("SELECT head FROM heads WHERE published > ? ORDER BY +path", (day,))
        return (head for (head,) in found)

    def put_record(self, path: str, name: str, record: bytes) -> None:
        """Put the record of a file that holds an actor, an event or the manifest, with its name: ``actor:roh-jae-chun``."""
        self._database.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (_bytes(path), name, record))

    def record(self, path: str) -> bytes | None:
        """The record of a file, if it is one of these."""
        return self._one("SELECT record FROM records WHERE path = ?", path)

    def put_emitted(self, path: str, emitted: Iterable[Emitted]) -> None:
        """Put what a file emitted, which had emitted nothing before."""
        rows = ((_bytes(key), _bytes(path), number, facts) for key, number, facts in emitted)
        self._database.executemany("INSERT INTO emitted VALUES (?, ?, ?, ?)", rows)

    def remove_file(self, path: str) -> None:
        """Forget a file, and what it emitted."""
        for table in ("files", "heads", "records", "emitted"):
            self._database.execute(f"DELETE FROM {table} WHERE path = ?", (_bytes(path),))  # noqa: S608 - names of our own

    def records(self) -> Iterator[tuple[str, bytes]]:
        """The actors, the events and the manifest with their names, in the order of paths."""
        return iter(self._database.execute("SELECT name, record FROM records ORDER BY path"))

    def emitted_by(self, path: str) -> dict[str, bytes]:
        """What a file emitted, by key."""
        found = self._database.execute("SELECT key, facts FROM emitted WHERE path = ?", (_bytes(path),))
        return {_text(key): facts for key, facts in found}

    def emitted_under(self, key: str) -> list[bytes]:
        """What stands under a key, in the order of paths."""
        found = self._database.execute("SELECT facts FROM emitted WHERE key = ? ORDER BY path", (_bytes(key),))
        return [facts for (facts,) in found]

    def groups(self) -> Iterator[tuple[str, bytes]]:
        """What stands under the keys of events, and else under keys of more than one fact, but for time: by key, then by path.

        Keys are blobs, and so are their beginnings here. All kinds of IN_TIME, and no others, begin with "time".
        """
        found = self._database.execute(
            "SELECT key, facts FROM emitted WHERE key BETWEEN x'6576656e743a' AND x'6576656e743b' OR key IN "  # event: to event;
            "(SELECT key FROM emitted WHERE substr(key, 1, 4) <> x'74696d65' GROUP BY key HAVING SUM(number) > 1)"  # time
            " ORDER BY key, path"
        )
        return ((_text(key), facts) for key, facts in found)

    def grouped(self) -> Iterator[bytes]:
        """What was told of groups, in the order of keys."""
        return (told for (told,) in self._database.execute("SELECT told FROM grouped ORDER BY key"))

    def put_group(self, key: str, told: bytes | None) -> None:
        """Put what is told of a group in the place of what was."""
        if told is None:
            self._database.execute("DELETE FROM grouped WHERE key = ?", (_bytes(key),))
        else:
            self._database.execute("INSERT OR REPLACE INTO grouped VALUES (?, ?)", (_bytes(key), told))

    def clear_groups(self) -> None:
        """Forget what was told of groups."""
        self._database.execute("DELETE FROM grouped")

    def placed(self, key: bytes) -> bytes | None:
        """A finding whose lines are known."""
        return self._one("SELECT finding FROM placed WHERE key = ?", key)

    def place(self, findings: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep these findings, and no others."""
        self._database.execute("DELETE FROM placed")
        self._database.executemany("INSERT OR REPLACE INTO placed VALUES (?, ?)", findings)

    def _one(self, question: str, name: str | bytes) -> bytes | None:
        row = self._database.execute(question, (name if isinstance(name, bytes) else _bytes(name),)).fetchone()
        return row[0] if row else None


def _bytes(name: str) -> bytes:
    """A name as it is compared: names of files may hold half characters, and SQLite's texts may not. The order is that of texts."""
    return name.encode("utf-8", "surrogatepass")


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")
