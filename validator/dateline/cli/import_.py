"""``dateline import``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.console import corpus_at, path_here, tell_lines
from dateline.cli.describing import By, Day, Headline, Language, Origin, Published, Publisher, Source, WrittenFor, today
from dateline.cli.options import Corpus
from dateline.cli.progress import progress
from dateline.reporters.summary import counted

if TYPE_CHECKING:
    from dateline.importers.foreign import Imported


class Tool(StrEnum):
    """Where annotations come from."""

    BRAT = "brat"
    CAS = "cas"
    LABELSTUDIO = "labelstudio"
    DOCCANO = "doccano"
    TIMEML = "timeml"


_FILES = "brat: .ann, with its .txt beside it; cas: .xmi, with its TypeSystem.xml beside it, .json, or a .zip of them."
_MAP = "A YAML file: which layer each label of the tool is (see CONTRIBUTING.md)."


def import_(  # noqa: PLR0913 - one parameter an option
    tool: Annotated[Tool, typer.Argument(metavar="TOOL", help="brat, cas, labelstudio, doccano or timeml.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_FILES)],
    *,
    published: Published,
    publisher: Publisher = "",
    table: Annotated[Path | None, typer.Option("--map", metavar="FILE", help=_MAP)] = None,
    headline: Headline = "",
    name: Annotated[
        str, typer.Option("--id", metavar="ID", help="If not the name of the file, or outlet, day and words of the headline.")
    ] = "",
    language: Language = "en",
    origin: WrittenFor = Origin.PUBLISHED,
    source: Source = None,
    by: By = "",
    day: Day = "",
    corpus: Corpus = Path(),
) -> None:
    """Bring annotations of another tool into the corpus, as articles.

    Every span is found again by the words that it covers; each repair is printed, and what cannot be placed ends the import
    with nothing written. Of anybody else's text the file holds digests alone.

    \b
    dateline import brat talks.ann --published 2019-05-21 --publisher "An Outlet"
    """  # noqa: D301 - the mark by which an example keeps its lines
    from dateline.importers.article import Wanted  # noqa: PLC0415 - the rules, which judge the draft, take long to load
    from dateline.importers.foreign import imported  # noqa: PLC0415 - as above

    root, _ = corpus_at([corpus])
    wanted = Wanted(
        published,
        publisher,
        day or today(),
        by=by,
        language=language,
        id=name,
        headline=headline,
        is_original=origin is Origin.ORIGINAL,
        is_withheld=origin is not Origin.ORIGINAL,
        sources=tuple(source or ()),
    )
    with progress(1, "importing"):
        articles = imported(root, tool, files, wanted, table)
    for article in articles:
        _tell(root, article, is_withheld=wanted.is_withheld)


def _tell(root: Path, article: "Imported", *, is_withheld: bool) -> None:
    counts = ", ".join(counted(number, layer) for layer, number in article.counts.items())
    path = path_here(root, article.path)
    tell_lines([*article.told, f"{path}: {counts}", f"run dateline check {path}: it says what a person must decide"])
    if is_withheld:
        copy = f"{Path(article.path).stem}.txt"
        tell_lines([f"keep your copy of the text outside the corpus as {copy}, and check with --texts and its folder"])
