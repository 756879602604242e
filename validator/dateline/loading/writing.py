"""Writing a file so that a crash leaves the old one whole."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from dateline.model.finding import PlacedEdit


def edited(text: str, edits: Iterable[PlacedEdit]) -> str:
    """Apply edits to a text, the last first, so that none moves another."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


def write(path: Path, data: bytes) -> None:
    """Replace a file at once: a temporary one beside it, flushed to the disk, takes its name."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        if path.exists():
            Path(temporary).chmod(path.stat().st_mode & 0o777)
        else:
            Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
