"""One article of a corpus, for somebody who wants to see it and no report on it."""

import difflib
from pathlib import Path
from typing import Any, cast

from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.loading import schemas, source
from dateline.loading.build import build
from dateline.loading.document import Document, document_at
from dateline.loading.texts import Copies
from dateline.model.article import Article


def article_at(root: Path, path: str, copies: Copies) -> Article:
    """Give the article in a file of the corpus, its anchors resolved against the text at hand.

    Raises:
        UsageError: if the file holds no article, or has faults that keep it from being read as one.

    """
    document = article_document(root, path, path, "name the file or the id of one")
    name = cast("dict[str, Any]", document.data)["id"]
    record, _ = build(document, "article", copies.text_of(name))
    if trouble := copies.trouble_with(name):
        raise UsageError(f"{name}.txt: {trouble}")
    return cast("Article", record)


def article_document(root: Path, path: str, name: str, hint: str) -> Document:
    """Give the document of an article in the corpus. ``name`` is what its file is called; ``hint`` goes with any other record.

    Raises:
        UsageError: if the file holds no article, or has faults that keep it from being read as one.

    """
    document = document_at(root, path)
    kind, faults = schemas.check(document) if isinstance(document, Document) else (None, [])
    if kind not in (None, "article"):
        raise UsageError(f"{name} is no article: {hint}")
    if not isinstance(document, Document) or kind is None or any(fault.closes for fault in faults):
        raise UsageError(f"{name} cannot be read as an article: {CHECK_FIRST}")
    return document


def path_of_article(root: Path, name: str) -> str:
    """Give the path of the article of that id.

    Raises:
        UsageError: if the corpus has none.

    """
    paths = {Path(path).stem: path for path in source.find(root)[0] if source.kind_of(path) == "article"}
    if name not in paths:
        near = difflib.get_close_matches(name, paths, n=1)
        hint = f'did you mean "{near[0]}"?' if near else "name a file, or the id of an article"
        raise UsageError(f'there is no article "{name}" in this corpus: {hint}')
    return paths[name]
