"""What is to be written into the files of a corpus: shown as a comparison, or put there."""

import difflib
from dataclasses import dataclass, field
from pathlib import Path

from dateline.loading.writing import NotWrittenError, rewrite


@dataclass(frozen=True, slots=True)
class Change:
    """The bytes of a file, and those that are to take their place."""

    path: str
    before: bytes = field(repr=False)
    after: bytes = field(repr=False)

    def diff(self) -> list[str]:
        """The lines of a unified diff."""
        before, after = (_lines(data.decode("utf-8", "replace")) for data in (self.before, self.after))
        shown: list[str] = []
        for line in difflib.unified_diff(before, after, self.path, self.path):
            shown.append(line.removesuffix("\n"))
            if not line.endswith("\n"):
                shown.append("\\ No newline at end of file")
        return shown


def write(root: Path, changes: list[Change]) -> dict[str, str]:
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
