"""Rows of actors and events."""

from collections.abc import Iterator

from dateline.engine.opening import Data, Opened
from dateline.exporters.columns import Record, Value
from dateline.exporters.days import dated, precision
from dateline.model.placed import Dated, Ref
from dateline.model.records import Actor, Event, Post


def ids(refs: tuple[Ref, ...]) -> tuple[str, ...]:
    """The ids of references, in their order."""
    return tuple(ref.id for ref in refs)


def one(ref: Ref | None) -> str | None:
    """The id of a reference."""
    return ref.id if ref else None


def actors(entries: tuple[Opened[Actor], ...]) -> Iterator[Record]:
    """Rows of the table of actors."""
    for opened in entries:
        actor, data = opened.record, opened.data
        yield {
            "id": actor.id,
            "kind": actor.kind,
            "name": actor.name,
            "surname": actor.surname,
            "aliases": actor.aliases,
            "short_names": actor.short_names,
            "metonyms": actor.metonyms,
            "country": actor.country,
            "sector": data.get("sector"),
            "part_of": one(actor.part_of),
            **_date("start", data.get("start", data.get("born")), actor.start),
            **_date("end", data.get("end", data.get("died")), actor.end),
            "wikidata": _wikidata(data),
            "different_from": ids(actor.different_from),
            "sources": actor.sources,
            "note": data.get("note"),
        }


def posts(entries: tuple[Opened[Actor], ...]) -> Iterator[Record]:
    """Rows of the table of posts."""
    for opened in entries:
        written = zip(opened.record.posts, opened.data.get("posts", ()), strict=True)
        for number, (post, data) in enumerate(written, 1):
            yield {"actor": opened.record.id, "number": number, **_post(post, data)}


def _post(post: Post, data: Data) -> Record:
    return {
        "post": post.id,
        "title": post.title,
        "of": post.of.id,
        "exclusive": post.exclusive,
        "sector": data.get("sector"),
        **_date("start", data.get("start"), post.start),
        **_date("end", data.get("end"), post.end),
        "attested": tuple(data.get("attested", ())),
        "sources": post.sources,
    }


def events(entries: tuple[Opened[Event], ...]) -> Iterator[Record]:
    """Rows of the table of events."""
    for opened in entries:
        event, data = opened.record, opened.data
        yield {
            "id": event.id,
            "label": event.label,
            "type": event.type,
            "modes": event.modes,
            "contexts": tuple(data.get("context", ())),
            "status": event.status,
            **_date("date", data.get("date"), event.date),
            **precision(event.date.value if event.date else None),
            "place": data.get("place", {}).get("name"),
            "country": event.country,
            "part_of": one(event.part_of),
            "series": event.series,
            "series_number": event.number,
            "generic": event.generic,
            "instrument": data.get("instrument"),
            "wikidata": _wikidata(data),
            "sources": event.sources,
            "note": data.get("note"),
        }


def participants(entries: tuple[Opened[Event], ...]) -> Iterator[Record]:
    """Rows of the table of participants."""
    for opened in entries:
        for part in opened.record.participants:
            for ref in part.actors:
                yield {"event": opened.record.id, "role": part.role, "actor": ref.id}


def relations(entries: tuple[Opened[Event], ...]) -> Iterator[Record]:
    """Rows of the table of relations."""
    for opened in entries:
        event = opened.record
        single = (("part_of", event.part_of), ("resumes", event.resumes))
        related = [(name, ref) for name, ref in single if ref]
        related += [("responds_to", ref) for ref in event.responds_to]
        related += [("caused_by", ref) for ref in event.caused_by]
        related += event.order
        for name, ref in related:
            yield {"event": event.id, "relation": name, "other": ref.id}


def _date(of: str, written: str | None, value: Dated | None) -> dict[str, Value]:
    return dated(of, written, value.value if value else None)


def _wikidata(data: Data) -> str | None:
    found: str | None = data.get("ids", {}).get("wikidata")
    return found
