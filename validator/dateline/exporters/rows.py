"""From a corpus to the rows of its tables: the only place where records are flattened."""

from collections.abc import Iterator
from datetime import date

from dateline.engine.opening import Opened, Whole
from dateline.exporters import entries, layers, shown
from dateline.exporters.columns import Record, Rows
from dateline.exporters.entries import ids, one
from dateline.exporters.factuality import factuality
from dateline.exporters.positions import lengths_of, starts_of
from dateline.exporters.sight import sight_of
from dateline.exporters.splits import Told, splits_of
from dateline.exporters.tables import TABLES
from dateline.exporters.views import views_of
from dateline.model.article import Article
from dateline.model.blocks import Block
from dateline.model.text import fingerprint, words_in


def rows_of(whole: Whole) -> Rows:
    """The rows of every table and view, in its order."""
    every, known = whole.articles, whole.known
    sights = [sight_of(opened.record) for opened in every]
    splits = splits_of(_told(opened.record) for opened in every)
    records: dict[str, Iterator[Record]] = {
        "actors": entries.actors(whole.actors),
        "posts": entries.posts(whole.actors),
        "events": entries.events(whole.events),
        "participants": entries.participants(whole.events),
        "relations": entries.relations(whole.events),
        "articles": (_article(opened, splits[opened.record.id]) for opened in every),
        "blocks": (row for opened in every for row in _blocks(opened.record)),
        "unnamed": (row for opened in every for row in layers.unnamed(opened)),
        "mentions": (row for sight in sights for row in layers.mentions(sight, known)),
        "times": (row for sight in sights for row in layers.times(sight)),
        "quotes": (row for opened, sight in zip(every, sights, strict=True) for row in layers.quotes(opened, sight, known)),
        "quote_spans": (row for sight in sights for row in layers.quote_spans(sight)),
        "event_mentions": (row for sight in sights for row in layers.event_mentions(sight)),
        "factuality": (row for opened in every for row in factuality(opened.record, known)),
    }
    rows = {table.name: table.filled(records[table.name]) for table in TABLES}
    return rows | views_of(rows)


def _told(article: Article) -> Told:
    refs = [ref for mention in article.events for ref in mention.events]
    for quote in article.quotes:
        refs += [ref for ref in (quote.setting, quote.act, *(about.event for about in quote.about)) if ref]
    day = article.published.first if article.published else date.max
    return Told(article.id, day, frozenset(ids(tuple(refs))), one(article.corrects))


def _article(opened: Opened[Article], split: str) -> Record:
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
        "split": split,
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


def _blocks(article: Article) -> Iterator[Record]:
    starts = starts_of(article.text)
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
