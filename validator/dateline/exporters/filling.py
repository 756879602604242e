"""Withheld texts in the files of a release: which a file says it withholds, and the file with texts in their place."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any

from msgspec import Struct, field

from dateline.exporters import former
from dateline.exporters.former import NotReadableError
from dateline.exporters.places import file_of
from dateline.exporters.sqlite import reindex
from dateline.exporters.tables import ARTICLES, BLOCKS

DATABASE = ".sqlite"


class Withheld(Struct, frozen=True):
    """What a release says of a text that it withholds: digests of the whole and of the paragraphs, in their order."""

    article: str
    digest: str
    blocks: tuple[tuple[str, str], ...]


class Filled(Struct, frozen=True):
    """The paragraphs of an article that were found, and the whole text, if all of it was; ``troubles`` name what was not."""

    blocks: Mapping[str, str] = field(default_factory=dict)
    text: str | None = None
    troubles: tuple[str, ...] = ()


Texts = Mapping[str, Filled]  # by article


def withheld_in(files: Mapping[str, bytes]) -> tuple[Withheld, ...]:
    """The texts that a release withholds, by article.

    Raises:
        NotReadableError: if it has no articles that can be filled, or they cannot be read.

    """
    try:
        for read in (_in_tables, _in_lines, _in_database):
            found = read(files)
            if found is not None:
                return tuple(sorted(found, key=lambda one: one.article))
    except NotReadableError:
        raise
    except (ValueError, LookupError, TypeError) as error:
        message = f"its articles are not as a release has them: {error}"
        raise NotReadableError(message) from error
    raise NotReadableError("it holds no articles in CSV, JSON Lines or SQLite that could be filled")


def with_texts(path: str, files: Mapping[str, bytes], texts: Texts) -> bytes:
    """A file of a release with the texts in their place.

    Raises:
        NotReadableError: if it cannot be read.

    """
    try:
        return _with_texts(path, files, texts)
    except NotReadableError:
        raise
    except (csv.Error, ValueError, LookupError, TypeError) as error:
        message = f"{path} cannot be read: {error}"
        raise NotReadableError(message) from error


def _with_texts(path: str, files: Mapping[str, bytes], texts: Texts) -> bytes:
    content = files[path]
    if path == file_of("articles", files, ".csv"):
        return _table_filled(content, {(name,): one.text for name, one in texts.items()}, ARTICLES.key)
    if path == file_of("blocks", files, ".csv"):
        words: dict[tuple[str, ...], str | None] = {
            (name, block): words for name, one in texts.items() for block, words in one.blocks.items()
        }
        return _table_filled(content, words, BLOCKS.key)
    if path == file_of("articles", files, ".jsonl"):
        return _lines_filled(content, texts)
    return _database_filled(content, texts) if path.endswith(DATABASE) else content


def _in_tables(files: Mapping[str, bytes]) -> list[Withheld] | None:
    articles, blocks = (file_of(name, files, ".csv") for name in ("articles", "blocks"))
    if not articles or not blocks:
        return None
    prints: dict[str, list[tuple[str, str]]] = {}
    for row in former.table_in(BLOCKS, files[blocks]):
        prints.setdefault(row["article"], []).append((row["block"], row["fingerprint"]))
    return [
        Withheld(row["id"], row["text_digest"], tuple(prints.get(row["id"], ())))
        for row in former.table_in(ARTICLES, files[articles])
        if row["text_status"] == "withheld"
    ]


def _in_lines(files: Mapping[str, bytes]) -> list[Withheld] | None:
    path = file_of("articles", files, ".jsonl")
    if not path:
        return None
    return [
        Withheld(
            one["id"], one["text_digest"] or "", tuple((block["block"], block["fingerprint"] or "") for block in one["blocks"])
        )
        for one in former.objects_in("articles", files[path])
        if one["text_status"] == "withheld"
    ]


def _in_database(files: Mapping[str, bytes]) -> list[Withheld] | None:
    path = next((path for path in sorted(files) if path.endswith(DATABASE)), None)
    if not path:
        return None
    with _opened(files[path]) as base:
        found = base.execute("SELECT id, text_digest FROM articles WHERE text_status = 'withheld'").fetchall()
        blocks = "SELECT block, coalesce(fingerprint, '') FROM blocks WHERE article = ? ORDER BY number"
        return [Withheld(name, whole or "", tuple(base.execute(blocks, (name,)))) for name, whole in found]


def _table_filled(content: bytes, texts: Mapping[tuple[str, ...], str | None], key: tuple[str, ...]) -> bytes:
    """A table in CSV, ``text`` filled in the rows of these keys; all other cells as they are."""
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    at, places = head.index("text"), [head.index(name) for name in key]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        words = texts.get(tuple(row[place] for place in places))
        writer.writerow(row if words is None else [*row[:at], words, *row[at + 1 :]])
    return out.getvalue().encode()


def _lines_filled(content: bytes, texts: Texts) -> bytes:
    lines = [_object_filled(one, texts.get(one["id"], Filled())) for one in former.objects_in("articles", content)]
    return "".join(f"{json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(',', ':'))}\n" for one in lines).encode()


def _object_filled(article: dict[str, Any], one: Filled) -> dict[str, Any]:
    blocks = [block | ({"text": one.blocks[block["block"]]} if block["block"] in one.blocks else {}) for block in article["blocks"]]
    return article | {"blocks": blocks} | ({"text": one.text} if one.text is not None else {})


def _database_filled(content: bytes, texts: Texts) -> bytes:
    with _opened(content) as base:
        for name, one in texts.items():
            base.execute("UPDATE articles SET text = coalesce(?, text) WHERE id = ?", (one.text, name))
            words = [(words, name, block) for block, words in one.blocks.items()]
            base.executemany("UPDATE blocks SET text = ? WHERE article = ? AND block = ?", words)
        virtual = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY name"
        for (name,) in base.execute(virtual).fetchall():
            reindex(base, name)
        return base.serialize()


@contextmanager
def _opened(content: bytes) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        try:
            base.deserialize(content)
            yield base
        except sqlite3.Error as error:
            message = f"its database cannot be read: {error}"
            raise NotReadableError(message) from error
