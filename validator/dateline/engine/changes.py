"""What is to be written into the files of a corpus: shown as a comparison, or put there."""

import difflib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from dateline.engine.settings import CHECK_FIRST
from dateline.loading import source
from dateline.loading.writing import NotWrittenError, rewrite

UNREADABLE = f"it cannot be read as a record: {CHECK_FIRST}"
_NO_RECORD = "it is no record of the corpus"


class Change(Struct, frozen=True):
    """The bytes of a file, and those that are to take their place."""

    path: str
    before: bytes
    after: bytes

    def diff(self) -> list[str]:
        """The lines of a unified diff."""
        before, after = (_lines(data.decode("utf-8", "replace")) for data in (self.before, self.after))
        shown: list[str] = []
        for line in difflib.unified_diff(before, after, self.path, self.path):
            shown.append(line.removesuffix("\n"))
            if not line.endswith("\n"):
                shown.append("\\ No newline at end of file")
        return shown


class LeftAlone(Struct, frozen=True):
    """A file that is not changed, and why. ``fails`` where somebody has to do something about it."""

    path: str
    why: str
    fails: bool = True


def asked_for(root: Path, only: Iterable[str]) -> tuple[list[str], list[LeftAlone]]:
    """The records of a corpus, or those among ``only`` some files, of which the others are left alone."""
    paths, wanted = sorted(source.find(root)[0]), frozenset(only)
    strangers = sorted(wanted.difference(paths))
    return [path for path in paths if not wanted or path in wanted], [LeftAlone(path, _NO_RECORD) for path in strangers]


def carry_out(root: Path, changes: list[Change]) -> dict[str, str]:
    """Write changes, one whole file at a time; give those that could not be written, and why."""
    troubles = {}
    for change in changes:
        try:
            rewrite(root / change.path, change.before, change.after)
        except NotWrittenError as error:
            troubles[change.path] = str(error)
    return troubles


def _lines(text: str) -> list[str]:
    """Lines with their line feeds: nothing else ends a line here."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]
