"""From a corpus to the rows of its tables: the only place where records are flattened.

Each record gives its share by itself, in whichever process it is read; what needs all of them is made when shares are joined.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from dateline.engine.opening import Opened
from dateline.exporters import entries, layers, shown
from dateline.exporters.columns import Record, Row, Rows
from dateline.exporters.entries import ids, one
from dateline.exporters.factuality import factuality
from dateline.exporters.leaks import Hidden
from dateline.exporters.marks import marks_of
from dateline.exporters.positions import lengths_of
from dateline.exporters.sight import Sight, sight_of
from dateline.exporters.splits import Told, splits_of
from dateline.exporters.tables import ARTICLES, TABLES
from dateline.exporters.views import views_of
from dateline.model.article import Article
from dateline.model.blocks import Block
from dateline.model.records import Actor, Event, Manifest
from dateline.model.speaking import Known
from dateline.model.standoff import Standoff
from dateline.model.text import fingerprint, words_in

_TABLES = {table.name: table for table in TABLES}


class OfArticle(Struct, frozen=True):
    """An article in a release: its row, but for the part that it is in, and what is asked of it beside its rows."""

    row: Record
    told: Told
    hidden: Hidden
    is_unknown: bool  # its text is withheld, and not all of it at hand
    document: Standoff | None


class Share(Struct, frozen=True):
    """What one record gives to a release."""

    rows: Rows
    article: OfArticle | None = None
    manifest: Opened[Manifest] | None = None


def share_of(opened: Opened[Any], known: Known, *, marked: bool = False) -> Share:
    """The share of a record; with the marks of an article, if they are wanted."""
    record = opened.record
    found: dict[str, Iterator[Record]] = {}
    if isinstance(record, Article):
        found = _of_article(opened, known)
    elif isinstance(record, Actor):
        found = {"actors": entries.actors((opened,)), "posts": entries.posts((opened,))}
    elif isinstance(record, Event):
        parts = {"participants": entries.participants((opened,)), "relations": entries.relations((opened,))}
        found = {"events": entries.events((opened,)), **parts}
    return Share(
        {name: list(map(_TABLES[name].row, records)) for name, records in found.items()},
        _beside(opened, marked=marked) if isinstance(record, Article) else None,
        opened if isinstance(record, Manifest) else None,
    )


def rows_of(shares: Collection[Share]) -> Rows:
    """The rows of every table and view, in its order, from the shares of all records."""
    articles = [share.article for share in shares if share.article]
    splits = splits_of(article.told for article in articles)
    found: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for share in shares:
        for name, own in share.rows.items():
            found[name] += own
    found[ARTICLES.name] = [ARTICLES.row({**article.row, "split": splits[article.told.article]}) for article in articles]
    rows = {table.name: table.filled(found[table.name]) for table in TABLES}
    return rows | views_of(rows)


def _of_article(opened: Opened[Article], known: Known) -> dict[str, Iterator[Record]]:
    article = opened.record
    sight = sight_of(article)
    return {
        "blocks": _blocks(sight),
        "unnamed": layers.unnamed(opened),
        "mentions": layers.mentions(sight, known),
        "times": layers.times(sight),
        "quotes": layers.quotes(opened, sight, known),
        "quote_spans": layers.quote_spans(sight),
        "event_mentions": layers.event_mentions(sight),
        "factuality": factuality(article, known),
    }


def _beside(opened: Opened[Article], *, marked: bool) -> OfArticle:
    article = opened.record
    is_unknown = article.text.status == "withheld" and any(block.words is None for block in article.text.blocks)
    document = marks_of(opened) if marked else None
    return OfArticle(_article(opened), _told(article), Hidden.of(article), is_unknown, document)


def _told(article: Article) -> Told:
    refs = [ref for mention in article.events for ref in mention.events]
    for quote in article.quotes:
        refs += [ref for ref in (quote.setting, quote.act, *(about.event for about in quote.about)) if ref]
    day = article.published.first if article.published else date.max
    return Told(article.id, day, frozenset(ids(tuple(refs))), one(article.corrects))


def _article(opened: Opened[Article]) -> Record:
    article, data = opened.record, opened.data
    return {
        "id": article.id,
        "headline": shown.headline(article),
        "publisher": article.publisher,
        "publisher_country": data["publisher"].get("country"),
        "authors": article.authors,
        "agency": article.agency,
        "language": article.language,
        "genre": data.get("genre"),
        "origin": article.origin,
        "published": data["published"],
        "document_day": str(article.day) if article.day else None,
        "url": article.url,
        "archived_url": data.get("archived_url"),
        "corrects": one(article.corrects),
        "rights_holder": data["rights"]["holder"],
        "text_license": article.license,
        "complete": article.annotation.complete,
        "sources": article.sources,
        **_text(article),
        **_annotation(opened),
    }


def _text(article: Article) -> Record:
    canonical = shown.canonical(article.text)
    return {
        "text_status": article.text.status,
        "text": shown.text(article),
        "text_digest": article.text.digest or article.text.canonical_digest,
        "text_chars": article.text.chars or (None if canonical is None else len(canonical)),
    }


def _annotation(opened: Opened[Article]) -> Record:
    annotation = opened.record.annotation
    return {
        "annotators": ids(annotation.by),
        "reviewers": ids(annotation.reviewed_by),
        "annotated": opened.data["annotation"].get("date"),
        "annotation_license": annotation.license,
    }


def _blocks(sight: Sight) -> Iterator[Record]:
    article, starts = sight.article, sight.ground.starts
    for number, block in enumerate(article.text.blocks, 1):
        yield {
            "article": article.id,
            "block": block.id,
            "number": number,
            "text": shown.block(article, block),
            **_measures(block),
            "char_start": starts[block.id].chars,
            "utf16_start": starts[block.id].utf16,
            "credit": block.credit,
            "depicts": ids(block.depicts),
        }


def _measures(block: Block) -> Record:
    """The digest and the lengths of a paragraph: those recorded of one withheld, so that they do not hang on who has a copy."""
    words = block.words if block.raw is not None else None
    if words is None:
        return {"fingerprint": block.fp, "chars": block.chars, "words": block.word_count}
    return {"fingerprint": fingerprint(words), "chars": lengths_of(block)[0], "words": words_in(words)}
