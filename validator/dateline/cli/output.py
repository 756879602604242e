"""Where a report goes: to stdout, or into a file that is written at once and never over a record or a copy."""

from pathlib import Path

from dateline.cli.console import folder_here, note, resolved, tell, way_from
from dateline.engine.settings import UsageError
from dateline.loading.source import FOLDERS, MANIFEST, why


def target(wanted: Path | None, copies: Path | None = None) -> Path | None:
    """The file to write, its links followed; none for stdout.

    Raises:
        UsageError: for what is no ordinary file, or lies where records or the reader's own copies do.

    """
    if wanted is None:
        return None
    file = resolved(wanted)
    if (file.exists() and not file.is_file()) or not file.parent.is_dir():
        message = f"--output-file {wanted} cannot be written: name an ordinary file in a folder that exists"
        raise UsageError(message)
    corpora = [up for up in file.parents if (up / MANIFEST).is_file()]
    if any(file.relative_to(top).parts[0] in (*FOLDERS, MANIFEST) for top in corpora):
        message = f"--output-file {wanted} lies among the records: name a file elsewhere"
        raise UsageError(message)
    if copies and file.is_relative_to(resolved(copies)):
        message = f"--output-file {wanted} lies among your copies of texts: name a file elsewhere"
        raise UsageError(message)
    return file


def deliver(rendered: str, file: Path | None, headline: str) -> None:
    """Write a report; of one that goes into a file, say on stderr what it holds.

    Raises:
        UsageError: if the file cannot be written.

    """
    if file is None:
        tell(rendered)
        return
    from dateline.loading.writing import write  # noqa: PLC0415 - most reports go to stdout

    try:
        write(file, rendered.encode("utf-8", "backslashreplace"))
    except OSError as error:
        message = f"--output-file {file} cannot be written: {why(error)}"
        raise UsageError(message) from error
    note(f"{headline}: written to {file}")


def folder_for(root: Path, *, in_terminal: bool) -> str:
    """The corpus's folder as its reader knows it: from the working directory, or from the top of its repository."""
    if in_terminal:
        return folder_here(root)
    from dateline.loading.base import top_of  # noqa: PLC0415 - what else is there runs git, and takes 4 ms to load

    top = top_of(root)
    return way_from(top, root) if top else folder_here(root)
