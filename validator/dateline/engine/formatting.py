"""Brings records into canonical layout; a file whose data or comments would not be the same afterwards is left alone."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from dateline.engine.changes import UNREADABLE, Change, LeftAlone, asked_for
from dateline.loading import schemas, source
from dateline.loading.build import build
from dateline.loading.document import Document, document_at, parse
from dateline.loading.layout import LayoutError, laid_out
from dateline.loading.margins import Margins, margins_of
from dateline.model.article import LAYERS, Article, Words

_POSITION = re.compile(r"/[a-z_]+/[0-9]")


def formatted(root: Path, only: Iterable[str] = (), over: source.Over = iter) -> Iterator[Change | LeftAlone]:
    """Give, of the files of a corpus, those that are not in canonical layout, as they would be, and those left alone."""
    paths, others = asked_for(root, only)
    excused = _excused_by_position(root)
    for path in over(paths):
        yield from _of_file(root, path, excused)
    yield from others


def _of_file(root: Path, path: str, excused: frozenset[str]) -> Iterator[Change | LeftAlone]:
    document = document_at(root, path)
    if not isinstance(document, Document):
        yield LeftAlone(path, UNREADABLE)
        return
    try:
        kind = source.kind_of(path)
        orders = orders_of(document) if kind == "article" and Path(path).stem not in excused else {}
        text, margins = laid_out(document, kind, orders)
    except LayoutError as error:
        yield LeftAlone(path, f"{error}: this layout is never changed", fails=False)
        return
    if not _means_the_same(document, text, orders, margins):
        yield LeftAlone(path, "its meaning would not be the same afterwards", fails=False)
    elif (data := text.encode("utf-8")) != document.source.data:
        yield Change(path, document.source.data, data)


def _means_the_same(before: Document, text: str, orders: dict[str, list[int]], margins: Margins) -> bool:
    """Whether a text holds the same data, but for the order of items that was asked for, and every comment."""
    after = parse(source.Source(before.path, text.encode("utf-8")))
    if not isinstance(after, Document) or _plain(after.data) != _plain(_moved(before.data, orders)):
        return False
    # the second comparison does not rest on our own reading of what a comment is
    return margins_of(after).comments() == margins.comments() and text.count("#") == before.text.count("#")


def orders_of(document: Document) -> dict[str, list[int]]:
    """In which order the items of an article's layers stand in its text, where every one of them is found there.

    A layer whose ids count up as they stand keeps its order, which is its annotator's.
    """
    if schemas.valid_kind(document) != "article":
        return {}
    article = cast("Article", build(document, "article")[0])
    layers: tuple[list[tuple[str, Words]], ...] = (
        [("", mention.words) for mention in article.mentions],
        [(time.id, time.words) for time in article.times],
        [(quote.id, quote.content[0]) for quote in article.quotes],
        [("", event.words) for event in article.events],
    )
    blocks = {block.id: n for n, block in enumerate(article.text.blocks)}
    return {layer: order for layer, items in zip(LAYERS, layers, strict=True) if (order := _order(items, blocks))}


def _order(items: list[tuple[str, Words]], blocks: dict[str, int]) -> list[int] | None:
    numbers = [int(digits[0]) for name, _ in items if (digits := re.search(r"[0-9]+$", name))]
    if len(numbers) == len(items) and numbers == sorted(numbers):
        return None
    ranges = [words.range for _, words in items]
    places = [(blocks[found.block], found.start) for found in ranges if found]
    return sorted(range(len(items)), key=places.__getitem__) if len(places) == len(items) else None


def _excused_by_position(root: Path) -> frozenset[str]:
    """The records in which a waiver points at an item by its number: there, none is moved."""
    document = document_at(root, source.MANIFEST)
    data: Any = document.data if isinstance(document, Document) else None
    waivers = data.get("waivers") if isinstance(data, dict) else None
    return frozenset(
        str(waiver.get("record"))
        for waiver in (waivers if isinstance(waivers, list) else ())
        if isinstance(waiver, dict) and _POSITION.match(str(waiver.get("at")))
    )


def _moved(data: Any, orders: dict[str, list[int]]) -> Any:  # noqa: ANN401 - data of any shape
    return {key: [value[n] for n in orders[key]] if key in orders else value for key, value in data.items()} if orders else data


def _plain(data: Any) -> str:  # noqa: ANN401 - as above
    """Data as text, the same for the same data whatever the order of its keys; ``1`` is not ``true``."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False)
