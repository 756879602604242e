"""Mentions, times and quotes as Web Annotations of the articles' canonical texts, in JSON-LD.

Source: https://docs.rs/crate/hypothesis/0.10.3/target-redirect/hypothesis/annotations/index.html (the selectors of the
Web Annotation Data Model: positions begin before the first character, and the end is exclusive).
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from dateline.exporters.columns import Record, Rows
from dateline.exporters.reading import listed
from dateline.exporters.tables import ARTICLES, MENTIONS, QUOTES, TIMES
from dateline.model.text import is_gapped

PATH = "web-annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def files(rows: Rows) -> dict[str, bytes]:
    """``web-annotations.jsonld``: one page, an annotation a line. Addresses are relative to the release."""
    items = ",\n".join(json.dumps(one, ensure_ascii=False, sort_keys=True) for one in annotations(rows))
    head = f'{{"@context": "{_CONTEXT}", "id": "{PATH}", "type": "AnnotationPage", "items": ['
    return {PATH: f"{head}\n{items}\n]}}\n".encode()}


def annotations(rows: Rows) -> Iterator[dict[str, Any]]:
    """The annotations, by layer and in the order of the rows. No word is shown that a table does not show."""
    texts = {article["id"]: cast("str | None", article["text"]) for article in ARTICLES.records(rows)}
    for mention in MENTIONS.records(rows):
        target = _target(mention, mention, texts)
        body = listed(mention["actors"]) or filter(None, [mention["place"]])
        yield _annotation(target, f"mention-{mention['number']}", "identifying", body)
    for time in TIMES.records(rows):
        yield _annotation(_target(time, time, texts), f"time-{time['time']}", "identifying", [time["value"]])
    for quote in QUOTES.records(rows):
        content = {name: quote[f"content_{name}"] for name in ("text", "char_start", "char_end")}
        target = _target(quote, content, {} if quote["content_parts"] != 1 else texts)
        yield _annotation(target, f"quote-{quote['quote']}", "describing", listed(quote["speakers"]))


def _annotation(target: dict[str, Any], name: str, motivation: str, body: Iterable[object]) -> dict[str, Any]:
    return {
        "id": f"{target['source']}#{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": [{"type": "TextualBody", "value": value} for value in body],
        "target": target,
    }


def _target(row: Record, at: Record, texts: dict[Any, str | None]) -> dict[str, Any]:
    """What is annotated: by the words, unless they may not be shown or are in parts, and by their place, if it is known."""
    start, end, words = at["char_start"], at["char_end"], at["text"]
    if (text := texts.get(row["article"])) is not None and start is not None:
        words = text[cast("int", start) : cast("int", end)]
    elif isinstance(words, str) and is_gapped(words):
        words = None
    selectors: list[dict[str, Any]] = [] if words is None else [{"type": "TextQuoteSelector", "exact": words}]
    selectors += [] if start is None else [{"type": "TextPositionSelector", "start": start, "end": end}]
    return {"source": f"articles/{row['article']}"} | ({"selector": selectors} if selectors else {})
