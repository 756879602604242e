"""A corpus as a whole, for those who want its records and no report on them."""

from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from msgspec import Struct

from dateline.engine.settings import CHECK_FIRST, UsageError
from dateline.loading import schemas, source
from dateline.loading.build import build
from dateline.loading.document import Document, document_at
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.records import Actor, Event, Manifest, Record
from dateline.model.speaking import Known

Data = dict[str, Any]
Kept = TypeVar("Kept", bound=Record)


class Opened(Struct, Generic[Kept], frozen=True):
    """A record with the data that it was built from."""

    record: Kept
    data: Data


class Whole(Struct, frozen=True):
    """All records of a corpus, by kind, in the order of their paths; ``unread`` are the files that hold none."""

    manifest: Opened[Manifest]
    articles: tuple[Opened[Article], ...]
    actors: tuple[Opened[Actor], ...]
    events: tuple[Opened[Event], ...]
    unread: tuple[str, ...] = ()

    @property
    def known(self) -> Known:
        """Its actors and events, to ask who spoke when and in which office."""
        return Known({one.record.id: one.record for one in self.actors}, {one.record.id: one.record for one in self.events})


def opened(root: Path, copies: Copies, over: source.Over = iter) -> Whole:
    """Open every record of a corpus, anchors resolved against the texts at hand.

    Raises:
        UsageError: if the manifest cannot be read.

    """
    found: dict[str, list[Opened[Any]]] = {"article": [], "actor": [], "event": [], "corpus": []}
    unread = []
    for path in over(source.find(root)[0]):
        document = document_at(root, path)
        kind = schemas.valid_kind(document) if isinstance(document, Document) else None
        if not isinstance(document, Document) or kind is None:
            unread.append(path)
            continue
        data = cast("Data", document.data)
        record, _ = build(document, kind, copies.text_of(data["id"]) if kind == "article" else None)
        found[kind].append(Opened(record, data))
    if not found["corpus"]:
        raise UsageError(f"{source.MANIFEST} cannot be read: {CHECK_FIRST}")
    articles, actors, events = (tuple(found[kind]) for kind in ("article", "actor", "event"))
    return Whole(found["corpus"][0], articles, actors, events, tuple(unread))
