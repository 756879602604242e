"""Documents of annotation tools as articles of a corpus: all that are named, or none."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.settings import UsageError
from dateline.importers import brat, cas, doccano, labelstudio, timeml
from dateline.importers.article import Wanted, day_of, head_of, id_of
from dateline.importers.known import Known
from dateline.importers.landing import landed
from dateline.importers.layers import Layers
from dateline.importers.mapping import Mapping, mapping_at, unmet
from dateline.importers.records import completed, create_articles, known_corpus
from dateline.importers.rough import rough
from dateline.importers.sound import UnsoundError, judged
from dateline.model.article import LAYERS
from dateline.model.corpus import Registry
from dateline.model.standoff import Standoff

Reader = Callable[[Path], list[Standoff]]

READERS: dict[str, Reader] = {
    "brat": brat.read,
    "cas": cas.read,
    "labelstudio": labelstudio.read,
    "doccano": doccano.read,
    "timeml": timeml.read,
}


# a document that is a file, named by an article's id
_NAMED = re.compile(r"(?P<id>[a-z][a-z0-9]*-(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-[a-z0-9]+)+)\.(?:ann|xmi|json|tml|xml)")


class Imported(Struct, frozen=True):
    """An article that was written, how much of each layer it has, and what was repaired or left out."""

    path: str
    counts: dict[str, int]
    told: tuple[str, ...]


def imported(root: Path, tool: str, files: Sequence[Path], wanted: Wanted, table: Path | None) -> list[Imported]:
    """Write an article for every document of the files.

    Raises:
        UsageError: for the first thing at fault; then nothing is written.

    """
    mapping = mapping_at(table)
    corpus = known_corpus(root)
    wanted = completed(wanted, corpus)
    documents = [document for file in files for document in READERS[tool](file)]
    if not documents:
        message = f"{files[0]}: it holds no document"
        raise UsageError(message)
    articles: list[dict[str, Any]] = []
    found: list[Imported] = []
    slips = tuple(unmet(mapping, documents))
    for document in documents:
        data, told = article_of(document, mapping, wanted, corpus)
        taken = {one["id"] for one in articles}
        data["id"] = next(
            name for n in range(1, len(taken) + 2) if (name := f"{data['id']}-{n}" if n > 1 else data["id"]) not in taken
        )
        articles.append(data)
        counts = {layer: len(data.get(layer, ())) for layer in LAYERS}
        found.append(Imported(f"articles/{data['id']}.yaml", counts, told if found else (*slips, *told)))
    create_articles(root, articles)
    return found


def article_of(document: Standoff, mapping: Mapping, wanted: Wanted, corpus: Registry) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The data of an article, and what there is to tell of it.

    Raises:
        UsageError: for a document of which none can be made.

    """
    place = landed(document, mapping)
    first = place.paragraphs[0].passage
    headline = wanted.headline or document.title or (first.words if first.kind == "h" else "")
    if not headline:
        message = f"{document.name}: the headline cannot be told from the text: name it with --headline"
        raise UsageError(message)
    layers = Layers(place, Known.of(corpus.actors, day_of(wanted.published)), is_withheld=wanted.is_withheld)
    body = layers.data()
    named, told = _named(document.name, wanted)
    name = wanted.id or named or id_of(wanted, headline)
    data = {**head_of(replace(wanted, id=name), name, headline), **body}
    try:
        judged(f"articles/{name}.yaml", rough(data))
    except UnsoundError as error:
        where = "--id" if wanted.id and error.steps == ("id",) else layers.origin(error.steps) or document.name
        message = f"{where}: {error}"
        raise UsageError(message) from error
    return data, (*told, *place.told, *layers.told)


def _named(name: str, wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    """The id by which a file is named, as ``dateline export`` names it, if it is of that day; and what there is to tell."""
    match = _NAMED.fullmatch(PurePath(name).name)
    if match is None or wanted.id:
        return "", ()
    if match["day"] != wanted.published[:10]:
        return "", (f"{name}: it is named by an article of another day than --published: to keep its id, give it by --id",)
    return match["id"], ()
