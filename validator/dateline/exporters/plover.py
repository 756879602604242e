"""Events as PLOVER codes them, by the crosswalk of the standard's event types."""

from collections.abc import Iterator
from typing import Any

from dateline.exporters.columns import Record, Rows
from dateline.exporters.entry_tables import EVENTS, PARTICIPANTS
from dateline.exporters.reading import listed
from dateline.exporters.tables import ARTICLES, EVENT_MENTIONS
from dateline.model.standard import vocabulary

_TOLD = ("occurred", "ongoing", "disputed")
_AHEAD = ("planned", "sought")
# what is agreed on while it is ahead; to meet has a code of its own in CAMEO
_AGREED = {"consult": "036", "support": "03", "cooperate": "03", "aid": "03"}
_KEPT = ("agree", "concede", "retreat")  # ahead or not, they are the same; of other types what is ahead is no event yet
_ACTORS = ("actor", "participant")
_RECIPIENTS = ("recipient", "participant", "host")


def plover_events(rows: Rows) -> Iterator[Record]:
    """The events that articles present, one record for each code."""
    events = {event["id"]: event for event in EVENTS.records(rows)}
    days = {article["id"]: article["document_day"] for article in ARTICLES.records(rows)}
    parts: dict[Any, list[Record]] = {}
    for part in PARTICIPANTS.records(rows):
        parts.setdefault(part["event"], []).append(part)
    found: dict[tuple[Any, Any, str], set[str]] = {}
    columns = (EVENT_MENTIONS.values(name, rows) for name in ("article", "status", "events"))
    for article, status, names in zip(*columns, strict=True):
        for name in listed(names):
            if (event := events.get(name)) and (code := _code(event, str(status))):
                found.setdefault((article, name, code), set()).add(str(status))
    for (article, name, code), statuses in found.items():
        yield {
            "article": article,
            "event": name,
            "plover": code,
            "statuses": tuple(sorted(statuses)),
            "document_day": days[article],
            **_coded(events[name], code),
            **_sides(parts.get(name, [])),
        }


def _code(event: Record, status: str) -> str | None:
    term = _term(event)
    if event["generic"] or term["plover"] is None:
        return None
    if status in _AHEAD and event["type"] in _AGREED:
        return "AGREE"
    if status in _TOLD or (status in _AHEAD and event["type"] in _KEPT):
        return str(term["plover"])
    return None


def _coded(event: Record, code: str) -> Record:
    term = _term(event)
    agreed = code != term["plover"]
    meaning = vocabulary("event-types")["terms"]["agree"] if agreed else term
    return {
        "quad": meaning["quad"],
        "cameo": (_AGREED[str(event["type"])],) if agreed else tuple(term["cameo"]),
        "modes": () if agreed else event["modes"],
        **{name: event[name] for name in ("contexts", "date", "date_earliest", "date_latest", "country")},
    }


def _sides(parts: list[Record]) -> Record:
    def having(*roles: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(part["actor"]) for part in parts if part["role"] in roles))

    return {"actors": having(*_ACTORS), "recipients": having(*_RECIPIENTS), "mediators": having("mediator")}


def _term(event: Record) -> dict[str, Any]:
    found: dict[str, Any] = vocabulary("event-types")["terms"][event["type"]]
    return found
