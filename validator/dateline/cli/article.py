"""The article that a command is to look at, by its file or by its id."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.console import corpus_at
from dateline.engine.settings import UsageError

Named = Annotated[str, typer.Argument(help="The file of an article, or its id, from within the corpus.")]


def article_named(article: str) -> tuple[Path, str]:
    """The corpus, and the path in it of a file, or of an id in the corpus around.

    Raises:
        UsageError: for what is neither.

    """
    from dateline.engine.article import path_of_article  # noqa: PLC0415 - what other commands do not need

    path = Path(article)
    if path.is_dir():
        raise UsageError(f"{article} is a folder: name the file of an article")
    if path.exists() or path.is_symlink() or path.name != article or path.suffix == ".yaml":
        root, files = corpus_at([path])
        return root, files[0]
    try:
        root, _ = corpus_at([])
    except UsageError as error:
        raise UsageError(f'"{article}" is no file, and no corpus is around in which it could be an id: name a file') from error
    return root, path_of_article(root, article)
