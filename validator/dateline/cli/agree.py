"""``dateline agree``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.console import copies_in, tell, tell_lines
from dateline.cli.options import Format, Texts
from dateline.cli.progress import progress
from dateline.engine.settings import UsageError
from dateline.loading.source import MANIFEST
from dateline.loading.texts import Copies

if TYPE_CHECKING:
    from dateline.engine.both import Both

One = Annotated[Path, typer.Argument(metavar="A", help="A corpus, or the file of an article, which may lie anywhere.")]
Other = Annotated[Path, typer.Argument(metavar="B", help="Another corpus, or another annotation of that article.")]


def agree(
    one: One,
    other: Other,
    *,
    texts: Texts = None,
    output_format: Annotated[Format, typer.Option(help="How to print it.")] = Format.FULL,
) -> None:
    """Measure how far two annotations of the same articles agree."""
    from dateline.engine.agreeing import agreement  # noqa: PLC0415 - what other commands do not need
    from dateline.reporters import agreement as reporter  # noqa: PLC0415 - as above

    with progress(1, "comparing"):
        both = _opened(one, other, copies_in(texts))
        found = agreement((one.as_posix(), other.as_posix()), both.pairs, both.only)
    if output_format is Format.JSON:
        tell(reporter.render(found))
    else:
        tell_lines(reporter.lines(found))


def _opened(one: Path, other: Path, copies: Copies) -> "Both":
    for path in (one, other):
        if not path.exists():
            raise UsageError(f"{path} does not exist")
        if path.is_dir() and not (path / MANIFEST).is_file():
            raise UsageError(f"{path} is no corpus: no {MANIFEST} is in it")
    if one.is_dir() != other.is_dir():
        raise UsageError(f"{one} and {other} are a corpus and a file: name two corpora, or two files of one article")
    from dateline.engine.both import both_corpora, both_files  # noqa: PLC0415 - as above

    return both_corpora(one, other, copies) if one.is_dir() else both_files(one, other, copies)
