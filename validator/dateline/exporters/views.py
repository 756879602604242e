"""From the rows of tables to those of views. Nothing is shown in a view that a table does not show."""

from collections.abc import Iterator
from typing import Any, cast

from dateline.exporters.columns import Record, Rows, Value
from dateline.exporters.plover import plover_events
from dateline.exporters.tables import ARTICLES, MENTIONS, QUOTES, TIMES
from dateline.exporters.timex3 import timex3
from dateline.exporters.view_tables import PLOVER_EVENTS, TIMEX3, WEB_ANNOTATIONS
from dateline.model.text import is_gapped


def views_of(rows: Rows) -> Rows:
    """The rows of every view, sorted by its key."""
    return {
        PLOVER_EVENTS.name: PLOVER_EVENTS.filled(plover_events(rows)),
        TIMEX3.name: TIMEX3.filled(timex3(rows)),
        WEB_ANNOTATIONS.name: WEB_ANNOTATIONS.filled(_web_annotations(rows)),
    }


def json_ld(annotation: Record) -> dict[str, Any]:
    """A row of the view of Web Annotations as JSON-LD. Addresses are relative to the release.

    Source: https://docs.rs/crate/hypothesis/0.10.3/target-redirect/hypothesis/annotations/index.html (the selectors of the
    Web Annotation Data Model: positions begin before the first character, and the end is exclusive).
    """
    start, end, exact = annotation["char_start"], annotation["char_end"], annotation["exact"]
    selectors: list[dict[str, Any]] = []
    if exact is not None:
        selectors.append({"type": "TextQuoteSelector", "exact": exact})
    if start is not None:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
    source = f"articles/{annotation['article']}"
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{source}#{annotation['annotation']}",
        "type": "Annotation",
        "motivation": annotation["motivation"],
        "body": [{"type": "TextualBody", "value": value} for value in cast("tuple[str, ...]", annotation["body"])],
        "target": {"source": source} | ({"selector": selectors} if selectors else {}),
    }


def _web_annotations(rows: Rows) -> Iterator[Record]:
    texts = {article["id"]: article["text"] for article in ARTICLES.records(rows)}
    for mention in MENTIONS.records(rows):
        found = _annotation(mention, f"mention-{mention['number']}", "identifying", texts)
        yield found | {"body": mention["actors"] or _alone(mention["place"])}
    for time in TIMES.records(rows):
        yield _annotation(time, f"time-{time['time']}", "identifying", texts) | {"body": _alone(time["value"])}
    for quote in QUOTES.records(rows):
        place = {name: quote[f"content_{name}"] for name in ("text", "char_start", "char_end")}
        found = _annotation({"article": quote["article"]} | place, f"quote-{quote['quote']}", "describing", texts)
        yield found | {"body": quote["speakers"]} | ({"exact": None} if quote["content_parts"] != 1 else {})


def _alone(value: Value) -> tuple[str, ...]:
    return (str(value),)


def _annotation(at: Record, name: str, motivation: str, texts: dict[Any, Any]) -> Record:
    start, end, words, text = at["char_start"], at["char_end"], at["text"], texts[at["article"]]
    if text is not None and start is not None:
        words = text[start:end]
    elif isinstance(words, str) and is_gapped(words):
        words = None
    found = {"article": at["article"], "annotation": name, "motivation": motivation}
    return found | {"exact": words, "char_start": start, "char_end": end}
