"""Printing: results to stdout, notes to stderr, colour only where a terminal wants it."""

import io
import os
import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from dateline.engine.settings import UsageError
from dateline.loading import source
from dateline.loading.source import MANIFEST
from dateline.loading.texts import Copies
from dateline.reporters.safe import cut, safe


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


_USUAL = "corpus"  # the folder of a repository in which its corpus lies, found from the top
_LONGEST = 1000  # characters of a complaint: arguments can be of any length
_STYLES = (
    (r"^error(?=\[)|(?<=: )error(?= [A-Z])", "1;31"),
    (r"^warning(?=\[)|(?<=: )warning(?= [A-Z])", "1;33"),
    (r"^info(?=\[)|(?<=: )info(?= [A-Z])", "1;36"),
    (r"^ *(?:-->|\||=)(?= |$)|^[0-9]+ \|", "34"),
)


def tell(text: str) -> None:
    """Write to stdout, where an encoding that cannot hold a character gets an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def tell_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout, whatever strangers wrote in them made safe."""
    tell("".join(f"{safe(line)}\n" for line in lines))


def complain(text: str) -> None:
    """Write an error to stderr."""
    sys.stderr.write(f"error: {safe(cut(text, _LONGEST))}\n")


def note(text: str) -> None:
    """Write what a reader should know, and no program reads, to stderr."""
    sys.stderr.write(f"{safe(text)}\n")


class Guarded(io.TextIOBase):
    """A stream for notes on which nothing acts on a terminal or a runner: typer repeats arguments as they were given."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str, /) -> int:
        """Write text, every line of it made safe."""
        self._stream.write("\n".join(map(safe, text.split("\n"))))
        return len(text)

    def flush(self) -> None:
        """Flush the stream itself."""
        self._stream.flush()

    def isatty(self) -> bool:
        """Whether the stream itself is a terminal."""
        return self._stream.isatty()


def wants_colour(color: Color) -> bool:
    """Whether to colour: because it is asked for, or because stdout is a terminal that shows it."""
    shows = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return color is Color.ALWAYS or (color is Color.AUTO and shows)


def painted(text: str, color: Color) -> str:
    """Colour a report for people, where that is wanted."""
    if not wants_colour(color):
        return text
    for pattern, style in _STYLES:
        text = re.sub(pattern, f"\x1b[{style}m\\g<0>\x1b[0m", text, flags=re.MULTILINE)
    return text


def corpus_at(paths: list[Path]) -> tuple[Path, list[str]]:
    """The corpus that the paths lie in, and those of them that are files, relative to it; of a folder in it, its records.

    Raises:
        UsageError: for a path that does not exist, lies in no corpus or is no record of one, or for paths of two corpora.

    """
    placed = [(path, *_placed(path)) for path in paths or [Path()]]
    roots = {root for _, root, _ in placed}
    if len(roots) > 1:
        message = f"these paths lie in different corpora: {', '.join(sorted(map(str, roots)))}"
        raise UsageError(message)
    root = roots.pop()
    # a folder that was not named limits nothing: in corpus/events, too, "dateline check" is about the whole corpus
    named = [(path, place, place.relative_to(root).as_posix()) for path, _, place in placed if place != root and paths]
    if all(_is_surely_a_record(place, name) for _, place, name in named):  # as a hook names them
        return root, [name for _, _, name in named]
    found, strays = source.find(root)
    known = {*found, *(stray.at.file for stray in strays)}
    return root, [record for path, _, name in named for record in _records_at(path, name, found, known)]


def _is_surely_a_record(place: Path, name: str) -> bool:
    """Whether a path is one of the records that a look at the whole corpus finds, which takes 15 ms in one of 10,000 files."""
    folder, _, file = name.partition("/")
    is_named_so = folder in source.FOLDERS and "/" not in file and file.endswith(".yaml") and not file.startswith(".")
    return is_named_so and place.is_file() and not place.is_symlink()


def resolved(path: Path) -> Path:
    """A path with its links followed.

    Raises:
        UsageError: where they lead round.

    """
    try:
        return path.resolve()
    except RuntimeError as error:
        message = f"{path} is a symbolic link that leads to itself"
        raise UsageError(message) from error


def _placed(path: Path) -> tuple[Path, Path]:
    """The corpus around a path, and where it lies: the folders' own links are followed, a record's is not."""
    if not path.exists() and not path.is_symlink():
        message = f"{path} does not exist"
        raise UsageError(message)
    place = resolved(path) if path.is_dir() else resolved(path.parent) / path.name
    root = next((up for up in [place, *place.parents] if (up / MANIFEST).is_file()), None)
    if root is None and path == Path() and (place / _USUAL / MANIFEST).is_file():
        return place / _USUAL, place / _USUAL
    if root is None:
        message = f"no {MANIFEST} in {path} or above it: name a corpus, or a folder or file in it"
        raise UsageError(message)
    return root, place


def _records_at(path: Path, name: str, found: list[str], known: set[str]) -> list[str]:
    """The record that a path names, also where it cannot be read as one; or those in a folder, which may have none."""
    if name in known:
        return [name]
    if path.is_dir():
        return [record for record in found if record.startswith(f"{name}/")] or [f"{name}/"]
    message = f"{path} is no record: records are {MANIFEST} and the .yaml files in {', '.join(sorted(source.FOLDERS))}"
    raise UsageError(message)


def folder_here(root: Path) -> str:
    """The way from the working directory to a corpus in it; empty for itself, and for a corpus that is elsewhere."""
    return way_from(Path.cwd().resolve(), root)


def way_from(top: Path, root: Path) -> str:
    """The way from a folder to one in it; empty for itself, and for one that is elsewhere."""
    way = root.relative_to(top).as_posix() if root.is_relative_to(top) else "."
    return "" if way == "." else way


def path_here(root: Path, path: str) -> str:
    """The way from the working directory to a file of a corpus in it; from the corpus, if that is elsewhere."""
    folder = folder_here(root)
    return f"{folder}/{path}" if folder else path


def copies_in(folder: Path | None) -> Copies:
    """The reader's own copies.

    Raises:
        UsageError: if there is no such folder.

    """
    if folder is not None and not folder.is_dir():
        message = f"{folder} is no folder: --texts names the folder of your own copies, <article id>.txt"
        raise UsageError(message)
    return Copies(folder)
