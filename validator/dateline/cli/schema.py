"""``dateline schema``."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import corpus_at, folder_here, note, tell, tell_lines
from dateline.engine.settings import UsageError
from dateline.model import comparison, standard
from dateline.reporters.json import written
from dateline.reporters.summary import counted

AtMost = StrEnum("AtMost", {verdict.name: str(verdict) for verdict in comparison.Verdict})  # type: ignore[misc] # as they are


def schema(
    kind: Annotated[
        str,
        typer.Argument(help="article, actor, event, corpus or common; none: say where the folder is; with --compare, NEW_FOLDER."),
    ] = "",
    *,
    compare: Annotated[
        Path | None,
        typer.Option(help="Tell what changed since the schemas of this folder, and whether it is compatible, minor or major."),
    ] = None,
    with_ids: Annotated[
        bool,
        typer.Option("--with-ids", help="Write schemas for editors, with the ids of a corpus; print VS Code's settings for them."),
    ] = False,
    corpus: Annotated[Path | None, typer.Option(help="With --with-ids: the corpus, if it is not the one here.")] = None,
    at_most: Annotated[AtMost | None, typer.Option(help="With --compare: end with 1 if the change is greater.")] = None,
) -> None:
    """Print a JSON Schema of the standard, or compare schemas.

    Or print where the standard lies; or write schemas for editors, in which ids complete while typing.
    """
    if at_most is not None and compare is None:
        message = "--at-most goes with --compare: dateline schema --compare OLD --at-most minor"
        raise UsageError(message)
    if with_ids:
        _write_with_ids(corpus, alone=not kind and compare is None)
    elif corpus is not None:
        message = "--corpus goes with --with-ids: dateline schema --with-ids --corpus DIR"
        raise UsageError(message)
    elif compare is not None:
        _compare(compare, Path(kind) if kind else standard.folder() / standard.VERSION, at_most)
    elif not kind:
        tell(f"{standard.folder()}\n")
    else:
        _print(kind)


def _print(kind: str) -> None:
    kinds = (*standard.KINDS, "common")
    if kind not in kinds:
        message = f'there is no schema "{kind}": name one of {", ".join(kinds)}'
        raise UsageError(message)
    document = standard.document(f"{standard.VERSION}/{kind}.schema.json")
    tell(json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def _compare(old: Path, new: Path, at_most: AtMost | None) -> None:
    try:
        found = comparison.compared(old, new)
    except (OSError, ValueError, LookupError, RecursionError) as error:
        missing = isinstance(error, FileNotFoundError) and error.filename
        why = f"{missing} is not there; schemas refer to the folder vocabulary beside theirs: copy it, too" if missing else error
        message = f"these schemas cannot be compared: {why}"
        raise UsageError(message) from error
    lines = [f"{found.verdict}: {comparison.MEANINGS[found.verdict]}"]
    lines += [f"  {reason.verdict!s:10}  {reason.at}: {reason.words}" for reason in found.reasons]
    tell_lines(lines)
    if at_most is not None and found.verdict > comparison.Verdict[at_most.name]:
        raise typer.Exit(1)


def _write_with_ids(corpus: Path | None, *, alone: bool) -> None:
    from dateline.engine import editor  # noqa: PLC0415 - what other commands do not need

    if not alone:
        message = "--with-ids stands alone: it writes the schemas of all kinds of records"
        raise UsageError(message)
    root, _ = corpus_at([corpus] if corpus else [])
    ids = editor.write_schemas(root)
    tell(written(editor.settings_for(folder_here(root)), indent=2) + "\n")
    note(f"{root / editor.FOLDER}: {', '.join(counted(len(names), f'{kind} ids') for kind, names in ids.items())}")
