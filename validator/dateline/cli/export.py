"""``dateline export``."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.checking import cores
from dateline.cli.console import complain, copies_in, corpus_at, note, tell_lines
from dateline.cli.folder import place_for, released, written
from dateline.cli.options import Corpus, Jobs, Texts, names_in
from dateline.cli.progress import Progress, progress
from dateline.engine.check import check
from dateline.engine.processes import unswept
from dateline.engine.question import Beside
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.settings import CHECK_FIRST, Settings, UsageError
from dateline.loading import source
from dateline.loading.source import MANIFEST, Source
from dateline.loading.texts import Copies
from dateline.reporters.summary import counted, skipped

if TYPE_CHECKING:
    from dateline.exporters.about import About
    from dateline.exporters.columns import Rows
    from dateline.exporters.rows import OfArticle, Share

_FORMATS = "jsonl, csv, sqlite, parquet, jsonld, brat, cas: those to write, with commas."
UNTOLD = "places of their words are not given, and nobody can tell whether words of theirs show; give copies with --texts"
_DEFAULT = "jsonl,csv,sqlite,jsonld,brat"  # parquet and cas need libraries that not everybody has


def export(  # noqa: PLR0913 - one parameter an option
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to make; a former release in it is replaced.")],
    *,
    corpus: Corpus = Path(),
    formats: Annotated[str, typer.Option("--format", help=_FORMATS)] = _DEFAULT,
    texts: Texts = None,
    previous: Annotated[Path | None, typer.Option(metavar="DIR", help="A former release: CHANGES.md tells what changed.")] = None,
    allow_errors: Annotated[bool, typer.Option("--allow-errors", help="Export a corpus with errors, and say so in it.")] = False,
    excel_safe: Annotated[bool, typer.Option("--excel-safe", help="Let no cell of CSV be run by a spreadsheet.")] = False,
    jobs: Jobs = 0,
) -> None:
    """Make a release: tables that researchers can load.

    Beside them stand a card, their description, licences and digests. Withheld texts stay withheld; your own copies (--texts)
    give the places of words in them.
    """
    from dateline.exporters.rows import rows_of  # noqa: PLC0415 - what others do not need

    chosen = _chosen(formats)
    root, _ = corpus_at([corpus])
    folder, copies = place_for(out, root, texts, previous), copies_in(texts)
    with progress(len(chosen) + 4, "checking") as shown:
        before = released(previous, "--previous") if previous else None
        report, beside = _checked(root, copies, chosen, jobs or cores(), shown)
        errors = _errors(report, allowed=allow_errors)
        shown.step("tables")
        with unswept():
            shares: list[Share] = list(beside.taken())
            about = _about(root, shares, report, errors=errors, excel_safe=excel_safe)
            rows, articles = rows_of(shares), [share.article for share in shares if share.article]
            files = _made(rows, about, articles, chosen, before, shown)
        shown.step("writing")
        written(out, folder, files)
    for line in skipped(report) if texts else ():
        note(line)
    if unknown := sum(one.is_unknown for one in articles):
        note(f"{counted(unknown, 'withheld texts')} not at hand: {UNTOLD}")
    for name in _missing(chosen, files):
        note(f"there is no {name}/: no article has a text that is free")
    tell_lines([f"{out}: {counted(sum(map(len, rows.values())), 'rows')} in {counted(len(rows), 'tables')}, {_files(files)}"])


def _checked(root: Path, copies: Copies, chosen: tuple[str, ...], jobs: int, shown: Progress) -> tuple[Report, Beside]:
    """Check the corpus, and read what is to be released, in one: no file can be another one by the time that it is exported.

    Nothing is remembered of former runs: what they checked, they did not flatten.
    """
    from dateline.exporters.release import OF_MARKS  # noqa: PLC0415 - as above
    from dateline.exporters.rows import share_of  # noqa: PLC0415 - as above

    beside = Beside(partial(share_of, marked=not {*chosen}.isdisjoint(OF_MARKS)))
    try:
        report = check(root, Settings(), copies, over=shown.over, jobs=jobs, beside=beside)
    except BrokenManifestError as error:
        raise UsageError(f"{MANIFEST} cannot be read: {CHECK_FIRST}") from error
    return report, beside


def _missing(chosen: tuple[str, ...], files: dict[str, bytes]) -> list[str]:
    """The folders of formats of free texts that have none."""
    from dateline.exporters.release import OF_MARKS  # noqa: PLC0415 - as above

    return [name for name in OF_MARKS if name in chosen and not any(path.startswith(f"{name}/") for path in files)]


def _made(  # noqa: PLR0913, PLR0917 - what a release is made of
    rows: "Rows",
    about: "About",
    articles: "list[OfArticle]",
    chosen: tuple[str, ...],
    before: dict[str, bytes] | None,
    shown: Progress,
) -> dict[str, bytes]:
    from dateline.exporters.former import NotReadableError  # noqa: PLC0415 - as above
    from dateline.exporters.release import release  # noqa: PLC0415 - as above

    try:
        return release(rows, about, chosen, articles, previous=before, told=shown.step)
    except NotReadableError as error:
        raise UsageError(f"the previous release cannot be compared with: {error}") from error


def _files(files: dict[str, bytes]) -> str:
    return f"{counted(len(files), 'files')}, {sum(map(len, files.values())):,} bytes"


def _chosen(written_formats: str) -> tuple[str, ...]:
    from dateline.exporters.release import FORMATS  # noqa: PLC0415 - as above

    names = names_in(written_formats)
    if unknown := [name for name in names if name not in FORMATS]:
        raise UsageError(f'there is no format "{unknown[0]}": name some of {", ".join(FORMATS)}')
    if not names:
        raise UsageError(f"--format names none: name some of {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in names)


def _errors(report: Report, *, allowed: bool) -> int:
    """How many errors the corpus has, if it may be exported with them."""
    errors = report.by_severity["error"]
    if errors and not allowed:
        complain(f"{counted(errors, 'errors')} in the corpus: nothing was exported; see them with dateline check")
        raise typer.Exit(1)
    return errors


def _about(root: Path, shares: "list[Share]", report: Report, *, errors: int, excel_safe: bool) -> "About":
    from dateline.exporters.about import About, day_of, persons  # noqa: PLC0415 - as above
    from dateline.exporters.licences import licence_files, not_copied  # noqa: PLC0415 - as above

    readme = source.read(root, "README.md")
    from dateline.loading.characters import decoded  # noqa: PLC0415 - what other commands do not need

    words = decoded(readme) if isinstance(readme, Source) else None
    statement = words if isinstance(words, str) else None
    for name in [*(["README.md"] if statement is None and os.path.lexists(root / "README.md") else []), *not_copied(root)]:
        note(f"{name} is not in the release: only files of at most 1 MiB are, README.md in UTF-8, and no links")
    manifest = next(share.manifest for share in shares if share.manifest)
    return About(manifest.record, day_of(report.as_of), persons(manifest), errors, statement, licence_files(root), excel_safe)
