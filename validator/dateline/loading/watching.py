"""Whether the files of a corpus have changed, told from what the disk says of them and without reading any."""

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.loading.source import FOLDERS, MANIFEST

State = dict[str, tuple[int, ...]]


def state_of(root: Path, copies: Path | None) -> State:
    """Give what tells one state of the files from another: of every entry its number, size, and times of change.

    An editor may put a new file into the place of the old one, keep its size, or set its time back: together these tell.
    """
    entries = [root / MANIFEST, *(path for folder in sorted(FOLDERS) for path in _within(root / folder))]
    state: State = {}
    for path in [*entries, *(_within(copies) if copies else ())]:
        try:
            status = path.lstat()
        except OSError:
            continue  # gone in between: that is a change of its own
        state[str(path)] = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    return state


def _within(folder: Path) -> Iterator[Path]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are all that is needed, and a folder may have thousands
    except OSError:
        return
    # a writer's temporary file begins with a dot, as everything that is no record of ours
    yield from (folder / name for name in sorted(names) if not name.startswith("."))
