"""How many rows a corpus has to give, counted in its files as they are written, without any part of the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_STRETCHES = ("source", "cue", "content", "insertions", "verbatim")
_UNCODED = ("condition", "statement", "decision", "other")  # what PLOVER does not know
_AGREED = ("agree", "consult", "support", "cooperate", "aid")  # what is AGREE while it is ahead
_KEPT = ("retreat", "concede")  # what is coded alike, ahead or not: all else is not coded then
_RELATIONS = ("part_of", "resumes", "responds_to", "caused_by")  # beside Allen's


def counted(corpus: Path) -> dict[str, int]:
    """The number of rows by table."""
    actors, events, articles = (list(_records(corpus / kind)) for kind in ("actors", "events", "articles"))
    types = {event["id"]: event["type"] for event in events if "generic" not in event}
    times = sum(len(article["times"]) for article in articles)
    return {
        "actors": len(actors),
        "posts": sum(len(actor.get("posts", [])) for actor in actors),
        "events": len(events),
        "participants": sum(len(_all(who)) for event in events for who in event.get("participants", {}).values()),
        "relations": sum(len(_all(event.get(relation, []))) for event in events for relation in _RELATIONS)
        + sum(len(_all(others)) for event in events for others in event.get("order", {}).values()),
        "articles": len(articles),
        "blocks": sum(len(article["text"]["blocks"]) for article in articles),
        "event_mentions": sum(len(article["events"]) for article in articles),
        "factuality": sum(len(set(_held(article))) for article in articles),
        "unnamed": sum(len(article.get("unnamed", {})) for article in articles),
        "mentions": sum(len(article["mentions"]) for article in articles),
        "times": times,
        "timex3": times,
        "quotes": sum(len(article["quotes"]) for article in articles),
        "quote_spans": sum(
            len(_all(quote.get(name, []))) for article in articles for quote in article["quotes"] for name in _STRETCHES
        ),
        "plover_events": sum(len(set(_coded(article, types))) for article in articles),
    }


def _held(article: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """What the sources of an article hold of events; and its author, of what is in nobody's quote."""
    for quote in article["quotes"]:
        for speaker in _all(quote["speaker"]):
            for event, stance in quote.get("about", {}).items():
                yield speaker, event, quote["id"], stance
    for mention in article["events"]:
        if "via" not in mention:
            yield from (("", event, "", mention.get("status", "occurred")) for event in _all(mention.get("event", [])))


def _coded(article: dict[str, Any], types: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The events that PLOVER codes, and as what: those ahead are other codes, or none."""
    for mention in article["events"]:
        status = mention.get("status", "occurred")
        for event in _all(mention.get("event", [])):
            kind = types.get(event, _UNCODED[0])
            if status in ("negated", "hypothetical", "cancelled") or kind in _UNCODED:
                continue
            if status not in ("planned", "sought") or kind in _KEPT:
                yield event, kind
            elif kind in _AGREED:
                yield event, "agree"


def _records(folder: Path) -> Iterator[dict[str, Any]]:
    for path in folder.rglob("*.yaml"):
        yield yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - which makes nothing but text of what it reads


def _all(value: Any) -> list[str]:  # noqa: ANN401 - one, or several
    return value if isinstance(value, list) else [value]
