"""The ids by which a record names records of other files."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.records import Actor, Event, Manifest, Record


class Reference(Struct, frozen=True, array_like=True):
    """An id that names a record of another file; ``kind`` is actor, event, article or annotator."""

    kind: str
    id: str
    at: Place


def references_of(record: Record) -> Iterator[Reference]:
    """Every id of a record that names a record of another file."""
    if isinstance(record, Article):
        return _of_article(record)
    return iter(()) if isinstance(record, Manifest) else _of_entry(record)


def is_local_id(name: str) -> bool:
    """Whether an id is that of a time or a quote of the same file: ``t1``, ``q1``."""
    return name[:1] in ("t", "q") and name[1:].isdecimal()


def _to(kind: str, *refs: Ref | None) -> Iterator[Reference]:
    return (Reference(kind, ref.id, ref.at) for ref in refs if ref is not None and not ref.is_local)


def _of_entry(record: Actor | Event) -> Iterator[Reference]:
    if isinstance(record, Actor):
        yield from _to("actor", record.part_of, *record.different_from, *(post.of for post in record.posts))
        return
    for participation in record.participants:
        yield from _to("actor", *participation.actors)
    ordered = (ref for _, ref in record.order)
    yield from _to("event", record.part_of, record.resumes, *record.responds_to, *record.caused_by, *ordered)


def _of_article(article: Article) -> Iterator[Reference]:
    quotes = article.quotes
    actors = [ref for block in article.text.blocks for ref in block.depicts]
    actors += [source.of for source in article.unnamed if source.of]
    actors += [ref for mention in article.mentions for ref in mention.actors]
    actors += [ref for quote in quotes for ref in (*quote.speakers, *quote.principals, *quote.addressees)]
    events = [ref for quote in quotes for ref in (quote.setting, quote.act, *(stance.event for stance in quote.about))]
    events += [ref for event in article.events for ref in event.events]
    times = [ref for time in article.times for ref in (time.anchor, time.begin, time.end) if ref]
    events += [ref for ref in times if not is_local_id(ref.id) and ref.id != "published"]
    yield from _to("article", article.corrects)
    yield from _to("annotator", *article.annotation.by, *article.annotation.reviewed_by)
    yield from _to("actor", *actors)
    yield from _to("event", *events)
