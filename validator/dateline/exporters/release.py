"""A release: the tables in every format that is asked for, and all that stands beside them. From values to bytes."""

from collections.abc import Callable, Collection, Iterable, Mapping

from dateline.exporters import (
    brat,
    card,
    cas,
    changes,
    citation,
    croissant,
    csv,
    datapackage,
    describe,
    jsonl,
    leaks,
    licences,
    marks,
    parquet,
    splits,
    sqlite,
    statement,
    sums,
    values,
    web_annotations,
)
from dateline.exporters.about import About
from dateline.exporters.columns import Rows
from dateline.exporters.rows import OfArticle
from dateline.exporters.tables import RELEASED
from dateline.model.standoff import Standoff

Documents = tuple[Standoff, ...]
Maker = Callable[[Rows, About, Documents], dict[str, bytes]]  # a format: the files of a release by path, with / and without ..
FORMATS: dict[str, Maker] = {
    "jsonl": lambda rows, *_: jsonl.files(rows),
    "csv": lambda rows, about, _: _packaged(csv.files(rows, excel_safe=about.excel_safe), about),
    "sqlite": lambda rows, *_: sqlite.files(rows),
    "parquet": lambda rows, *_: parquet.files(rows),
    "jsonld": lambda rows, *_: web_annotations.files(rows),
    "brat": lambda *args: brat.files(args[2]),
    "cas": lambda *args: cas.files(args[2]),
}
_COMPARED = ("csv", "jsonl")  # what a comparison with a former release reads
OF_MARKS = ("brat", "cas")  # what is made of documents, not of rows


def release(  # noqa: PLR0913 - what a release is made of
    rows: Rows,
    about: About,
    formats: Collection[str],
    articles: Iterable[OfArticle] = (),
    *,
    previous: Mapping[str, bytes] | None = None,
    told: Callable[[str], object] = str,
) -> dict[str, bytes]:
    """The files of a release by path, digests last; ``told`` hears what is being made.

    Raises:
        NotReadableError: if the tables of the previous release cannot be read.
        UsageError: if a format cannot hold the rows, or lacks its library, and if anything shows a withheld text.

    """
    rows, of_articles = values.storable(rows), tuple(articles)
    withheld = leaks.WithheldWords([one.hidden for one in of_articles])
    leaks.refuse(withheld.in_rows(rows, RELEASED))
    documents = marks.documents((one.hidden.article, one.document) for one in of_articles)
    data: dict[str, bytes] = {}
    for name in formats:
        told(name)
        data |= FORMATS[name](rows, about, documents)
    told("descriptions")
    beside = splits.files(rows) | _changes(rows, about, previous, data) | _descriptions(rows, about, data)
    beside[card.NAME] = card.card(about, rows, data | beside, documents)
    leaks.refuse(withheld.in_pages(beside))
    return data | beside | {sums.NAME: sums.sums(data | beside)}


def _descriptions(rows: Rows, about: About, data: dict[str, bytes]) -> dict[str, bytes]:
    files = {statement.NAME: statement.statement(about.statement)} if about.statement is not None else {}
    files |= {**licences.licences(about, rows), describe.NAME: describe.as_page().encode(), citation.NAME: citation.citation(about)}
    return files | {croissant.NAME: croissant.croissant(about, rows, data)}


def _changes(rows: Rows, about: About, previous: Mapping[str, bytes] | None, data: Mapping[str, bytes]) -> dict[str, bytes]:
    if previous is None:
        return {}
    now = dict(data)
    for name in _COMPARED:
        if not any(path.endswith(f".{name}") for path in data):
            now |= FORMATS[name](rows, about, ())
    since = citation.version_in(previous.get(citation.NAME, b"").decode("utf-8", "replace"))
    return {changes.NAME: changes.changes(about, previous, now, since)}


def _packaged(tables: dict[str, bytes], about: About) -> dict[str, bytes]:
    return tables | datapackage.files(tables, about.manifest, excel_safe=about.excel_safe)
