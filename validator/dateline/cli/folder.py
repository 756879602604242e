"""The folder that a command makes: one that is new, empty, or was made so before, and is nobody else's."""

from pathlib import Path

from dateline.cli.console import resolved
from dateline.engine.settings import UsageError
from dateline.exporters import sums
from dateline.loading.folder import NotOursError, files_in, write_folder
from dateline.loading.source import MANIFEST, why


def place_for(wanted: Path, root: Path | None, texts: Path | None, previous: Path | None = None) -> Path:
    """The folder to write, its parents' links followed.

    Raises:
        UsageError: for one that is a link, lies in a corpus, holds one or lies among copies of texts, and for one that
            holds anything but a former release.

    """
    if wanted.is_symlink():
        raise UsageError(f"{wanted} is a symbolic link: name the folder itself")
    folder = resolved(wanted)
    if not folder.parent.is_dir():
        raise UsageError(f"{wanted} cannot be made: there is no folder {wanted.parent}")
    _is_apart(wanted, folder, [*_corpora(folder), *([root] if root else [])], "a corpus")
    _is_apart(wanted, folder, [resolved(texts)] if texts else [], "your copies of texts")
    if previous and resolved(previous) != folder:
        _is_apart(wanted, folder, [resolved(previous)], "the previous release")
    if folder.exists():
        _is_former(wanted, folder)
    if root and _is_private(folder):
        told = "it is a private copy, filled with texts: name another folder, or remove it first"
        raise UsageError(f"{wanted} is left as it is: {told}")
    return folder


def _is_private(folder: Path) -> bool:
    from dateline.exporters.hydrate import MARK  # noqa: PLC0415 - what other commands do not need

    return (folder / MARK).exists()


def _corpora(folder: Path) -> list[Path]:
    return [up for up in [folder, *folder.parents] if (up / MANIFEST).is_file()]


def _is_apart(wanted: Path, folder: Path, others: list[Path], what: str) -> None:
    for other in others:
        if folder.is_relative_to(other) or other.is_relative_to(folder):
            raise UsageError(f"{wanted} lies in {what}, or holds it: name a folder elsewhere")


def _is_former(wanted: Path, folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    # a home folder, named by mistake, is not walked through
    if not (folder / sums.NAME).is_file():
        raise UsageError(f"{wanted} is left as it is: it is no former release: name another folder, or remove it first")
    try:
        listed = {*sums.listed((folder / sums.NAME).read_text("utf-8")), sums.NAME}
        alien = next((name for name in files_in(folder) if name not in listed), None)
    except (NotOursError, UnicodeDecodeError) as error:
        raise UsageError(f"{wanted} is left as it is: {error}") from error
    if alien is not None:
        told = f"it holds {alien}, which is no part of a release: name another folder, or remove it first"
        raise UsageError(f"{wanted} is left as it is: {told}")


def released(folder: Path, what: str) -> dict[str, bytes]:
    """The files of a release by path, as its digests list them.

    Raises:
        UsageError: if it is none, or not as it was made.

    """
    if not folder.exists():
        raise UsageError(f"{folder} does not exist: {what} names a folder that dateline export made")
    if _is_private(folder):
        raise UsageError(f"{folder} is a private copy, filled with texts: {what} names a folder that dateline export made")
    if not (folder / sums.NAME).is_file():
        raise UsageError(f"{folder} is no release: {what} names a folder that dateline export made")
    try:
        files = {name: (folder / name).read_bytes() for name in files_in(folder)}
        listed = sums.listed(files.pop(sums.NAME).decode())
    except (NotOursError, UnicodeDecodeError) as error:
        raise UsageError(f"{folder} cannot be read as a release: {error}") from error
    actual = sums.digests(files)
    if differing := sorted(name for name in listed.keys() | actual.keys() if listed.get(name) != actual.get(name)):
        raise UsageError(f"{folder} is not as it was made: {differing[0]} differs from {sums.NAME}")
    return files


def written(wanted: Path, folder: Path, files: dict[str, bytes]) -> None:
    """Write the folder.

    Raises:
        UsageError: if it cannot be written.

    """
    try:
        write_folder(folder, files)
    except OSError as error:
        raise UsageError(f"{wanted} cannot be written: {why(error)}") from error
