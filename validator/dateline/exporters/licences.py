"""Under which terms a release may be used: the files that lie with the corpus, and what its rows say."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.exporters.about import About
from dateline.exporters.columns import Rows
from dateline.exporters.reading import texts_of
from dateline.exporters.signs import page, plain
from dateline.exporters.tables import ARTICLES
from dateline.loading import source
from dateline.loading.base import top_of
from dateline.loading.source import Source

NAME = "LICENSES.md"
_BEGINNINGS = ("LICENSE", "LICENCE", "COPYING")


def licence_files(root: Path) -> tuple[tuple[str, bytes], ...]:
    """The licences that lie in a corpus's folder, or else at the top of its repository: no others are known to be meant."""
    for folder in (root, top_of(root)):
        if folder and (found := dict(_licences_in(folder))):
            # beside the licence of a program, that of the data has a name that says so
            of_data = {name: content for name, content in found.items() if "DATA" in name.upper()}
            return tuple((of_data or found).items())
    return ()


def not_copied(root: Path) -> list[str]:
    """The names of what lies in a corpus's folder as licences do, and cannot be taken from there."""
    return [name for name in _names_in(root) if not isinstance(source.read(root, name), Source) and not (root / name).is_dir()]


def _licences_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    for name in _names_in(folder):
        read = source.read(folder, name)  # which follows no link
        if isinstance(read, Source):
            yield name, read.data


def _names_in(folder: Path) -> list[str]:
    names = sorted(path.name for path in folder.iterdir())
    return [name for name in names if name.upper() != NAME.upper() and name.upper().startswith(_BEGINNINGS)]


def licences(about: About, rows: Rows) -> dict[str, bytes]:
    """The licences with the corpus, and a page that says which holds for what."""
    lines = ["# Licences", "", f"Annotations, and records of actors and events: {plain(about.manifest.license)}.", ""]
    lines += ["| article | annotation | text | holder of the text |", "|---|---|---|---|"]
    lines += map(_line, ARTICLES.records(rows))
    lines += ["", "A text that is withheld is no part of the release. Its owners' rights in it are untouched."]
    return dict(about.licences) | {NAME: page(lines)}


def _line(article: Mapping[str, object]) -> str:
    names = texts_of(article, "id", "annotation_license", "text_license", "rights_holder", "text_status")
    withheld = " (withheld)" if names.pop() == "withheld" else ""
    article_id, annotation, text, holder = map(plain, names)
    return f"| {article_id} | {annotation} | {text}{withheld} | {holder} |"
