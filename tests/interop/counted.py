"""How many rows a corpus has to give, counted in its files as they are written, without any part of the program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_STRETCHES = ("source", "cue", "content", "insertions", "verbatim")
_UNCODED = ("condition", "statement")  # of the founding corpus: what PLOVER does not know
_RELATIONS = ("part_of", "resumes", "responds_to", "caused_by")  # the founding corpus has none of Allen's


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
        "relations": sum(len(_all(event.get(relation, []))) for event in events for relation in _RELATIONS),
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


def _coded(article: dict[str, Any], types: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """The events that PLOVER codes, and whether they are ahead, which makes another code of them."""
    for mention in article["events"]:
        status = mention.get("status", "occurred")
        if status not in ("negated", "hypothetical", "cancelled"):
            for event in _all(mention.get("event", [])):
                if types.get(event, _UNCODED[0]) not in _UNCODED:
                    yield event, status in ("planned", "sought")


def _records(folder: Path) -> Iterator[dict[str, Any]]:
    for path in folder.rglob("*.yaml"):
        yield yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - which makes nothing but text of what it reads


def _all(value: Any) -> list[str]:  # noqa: ANN401 - one, or several
    return value if isinstance(value, list) else [value]
