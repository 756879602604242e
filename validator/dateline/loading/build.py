"""From a document of the right shape to its record. Dates that no calendar has become faults, and the field is absent."""

from typing import cast

from dateline.loading.article import article_of
from dateline.loading.document import Document
from dateline.loading.fields import Dates, Map, items, ref, refs
from dateline.model.fault import ImpossibleDate
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.records import Actor, Event, ExternalId, Manifest, Participation, Post, Record, Waiver


def build(document: Document, kind: str, copy: str | None = None) -> tuple[Record, list[ImpossibleDate]]:
    """Give the record of a document that its schema accepts. ``copy`` is the reader's, of a withheld text."""
    dates, at = Dates(), Place(document.path)
    data = cast("Map", document.data)
    match kind:
        case "article":
            return article_of(data, at, dates, copy), dates.faults
        case "actor":
            return _actor(data, at, dates), dates.faults
        case "event":
            return _event(data, at, dates), dates.faults
        case _:
            return _manifest(data, at, dates), dates.faults


def _actor(data: Map, at: Place, dates: Dates) -> Actor:
    person = data["kind"] == "person"
    return Actor(
        at,
        data["id"],
        data["kind"],
        data["name"],
        surname=data.get("surname"),
        aliases=tuple(data.get("aliases", ())),
        short_names=tuple(data.get("short_names", ())),
        metonyms=tuple(data.get("metonyms", ())),
        country=data.get("country"),
        different_from=refs(data, "different_from", at),
        part_of=ref(data, "part_of", at),
        start=dates.of(data, "born" if person else "start", at),
        end=dates.of(data, "died" if person else "end", at),
        posts=tuple(_post(*item, dates) for item in items(data, "posts", at)),
        ids=_ids(data, at),
        sources=tuple(data.get("sources", ())),
    )


def _post(data: Map, at: Place, dates: Dates) -> Post:
    return Post(
        at,
        data["id"],
        data["title"],
        Ref(data["of"], at / "of"),
        exclusive=data.get("exclusive", False),
        start=dates.of(data, "start", at),
        end=dates.of(data, "end", at),
        open_end=data.get("end") == "..",
        attested=tuple(dated for n, day in enumerate(data.get("attested", ())) if (dated := dates.read(day, at / "attested" / n))),
        sources=tuple(data.get("sources", ())),
    )


def _event(data: Map, at: Place, dates: Dates) -> Event:
    series = data.get("series", {})
    roles = data.get("participants", {})
    return Event(
        at,
        data["id"],
        data["label"],
        data["type"],
        data["status"],
        modes=tuple(data.get("mode", ())),
        date=dates.of(data, "date", at),
        country=data.get("place", {}).get("country"),
        participants=tuple(
            Participation(at / "participants" / role, role, refs(roles, role, at / "participants")) for role in roles
        ),
        part_of=ref(data, "part_of", at),
        series=series.get("id"),
        number=series.get("number"),
        resumes=ref(data, "resumes", at),
        responds_to=refs(data, "responds_to", at),
        caused_by=refs(data, "caused_by", at),
        order=tuple(
            (relation, other) for relation in data.get("order", {}) for other in refs(data["order"], relation, at / "order")
        ),
        generic=data.get("generic", False),
        ids=_ids(data, at),
        sources=tuple(data.get("sources", ())),
    )


def _ids(data: Map, at: Place) -> tuple[ExternalId, ...]:
    return tuple(ExternalId(scheme, value, at / "ids" / scheme) for scheme, value in data.get("ids", {}).items())


def _manifest(data: Map, at: Place, dates: Dates) -> Manifest:
    waivers = items(data, "waivers", at)
    return Manifest(
        at,
        data["title"],
        data["version"],
        data["license"],
        as_of=dates.of(data, "as_of", at),
        annotators=tuple(data["annotators"]),
        renames=tuple(data.get("renames", {}).items()),
        select=tuple(data.get("select", ())),
        ignore=tuple(data.get("ignore", ())),
        severity=tuple(data.get("severity", {}).items()),
        rule_names=(
            *refs(data, "select", at),
            *refs(data, "ignore", at),
            *(Ref(name, (at / "severity" / name).key) for name in data.get("severity", {})),
            *(Ref(waiver["rule"], place / "rule") for waiver, place in waivers),
        ),
        waivers=tuple(_waiver(waiver, place, dates) for waiver, place in waivers),
    )


def _waiver(data: Map, at: Place, dates: Dates) -> Waiver:
    return Waiver(at, data["rule"], data["record"], data["reason"], data.get("at"), dates.of(data, "until", at))
