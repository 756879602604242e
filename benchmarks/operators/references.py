"""Faults of ids: they name nothing, the wrong kind of thing, or two things."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Protocol

from dateline.model.article import Article
from dateline.model.edtf import day_in, day_value, surely_before
from dateline.model.place import Place
from dateline.model.placed import Ref

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground


class _Named(Protocol):
    """Whatever has an id and a place."""

    @property
    def at(self) -> Place: ...
    @property
    def id(self) -> str: ...


def _misspelt(name: str) -> str:
    return f"{name[:-3]}{name[-2]}{name[-3]}{name[-1]}" if name[-3] != name[-2] else f"{name}{name[-1]}"


@operator()
def id_misspelt(ground: Ground) -> Iterator[Fault]:
    """An id with two letters exchanged, wherever one names a record."""
    for reference in ground.references:
        rule = "unknown-annotator" if reference.kind == "annotator" else "dangling-reference"
        if reference.at.on_key and _misspelt(reference.id) in ground.events:
            continue
        yield ground.put(reference.at, _misspelt(reference.id)).breaks(rule, at=(_moved(reference.at, reference.id),))


def _moved(at: Place, name: str) -> Place:
    """Where a key stands once it is misspelt."""
    return Place(at.file, (*at.steps[:-1], _misspelt(name)), on_key=True) if at.on_key else at


@operator()
def correction_of_what_comes_later(ground: Ground) -> Iterator[Fault]:
    """A correction said to correct itself, or an article of a later day."""
    for article in ground.articles:
        if article.corrects and article.day:
            dated = [(day_in(other.id), other.id) for other in ground.articles]
            later = [name for day, name in dated if day and surely_before(article.day, day_value(day), 1)]
            for name in (article.id, *later):
                yield ground.put(article.corrects.at, name).breaks("corrects-nothing-earlier")


@operator()
def id_of_another_kind(ground: Ground) -> Iterator[Fault]:
    """An event where an actor belongs, or an actor where an event does."""
    others = {"actor": next(iter(ground.events), None), "event": next(iter(ground.actors), None)}
    for reference in ground.references:
        if (other := others.get(reference.kind)) and not reference.at.on_key:
            yield ground.put(reference.at, other).breaks("wrong-kind")


def _local(article: Article) -> Iterator[Ref]:
    """Every id of the article that names a time, a quote or an unnamed source of the same file."""
    quotes, times = {quote.id for quote in article.quotes}, {time.id for time in article.times}
    found: list[Ref | None] = []
    for time in article.times:
        found += [time.anchor, time.begin, time.end]
    for quote in article.quotes:
        found += [quote.time, quote.within, *quote.speakers, *quote.principals, *quote.addressees]
    for mention in article.events:
        found += [mention.time, *mention.via]
    for named in article.mentions:
        found += named.actors
    return (ref for ref in found if ref and (ref.is_local or ref.id in quotes | times))


@operator()
def local_id_dangling(ground: Ground) -> Iterator[Fault]:
    """A time, a quote or an unnamed source that the file has not."""
    for article in ground.articles:
        for ref in _local(article):
            name = f"{ref.id}x" if ref.is_local else f"{ref.id[0]}77"
            yield ground.put(ref.at, name).breaks("dangling-local-id")


@operator()
def local_id_doubled(ground: Ground) -> Iterator[Fault]:
    """A block, a time or a quote with the id of the one before it."""
    for article in ground.articles:
        layers: tuple[Sequence[_Named], ...] = (article.text.blocks, article.times, article.quotes)
        for before, item in [pair for items in layers for pair in pairwise(items)]:
            yield ground.put(item.at / "id", before.id).breaks("duplicate-local-id")


@operator()
def own_id_misspelt(ground: Ground) -> Iterator[Fault]:
    """A record with a slip in its own id."""
    for record in ground.records.values():
        at = record.at / "id"
        if record is not ground.manifest:
            yield ground.put(at, _misspelt(str(ground.data(at)))).breaks("name-is-not-id")


@operator()
def id_of_a_neighbour(ground: Ground) -> Iterator[Fault]:
    """A record with the id of the next one."""
    kinds: tuple[Sequence[_Named], ...] = (list(ground.actors.values()), list(ground.events.values()), ground.articles)
    for record, other in [pair for records in kinds for pair in pairwise(records)]:
        yield ground.put(record.at / "id", other.id).breaks("duplicate-id", "name-is-not-id")


@operator()
def kind_of_another_folder(ground: Ground) -> Iterator[Fault]:
    """A record among those of another kind."""
    for record in ground.records.values():
        path = PurePosixPath(record.at.file)
        if len(path.parts) > 1:
            folder = {"articles": "events", "events": "actors", "actors": "events"}[path.parts[0]]
            new = f"{folder}/{path.name}"
            yield ground.new_file(new, ground.text(record.at.file), "wrong-folder", "duplicate-id", at=(Place(new) / "schema",))


@operator()
def unnamed_unused(ground: Ground) -> Iterator[Fault]:
    """A source without a name that nothing in the article refers to."""
    for article in ground.articles:
        if article.unnamed:
            line = "_aide: {role: aide, number: one}"
            change = ground.add_first(article.at / "unnamed", line)
            yield change.breaks("unused-unnamed", at=(article.at / "unnamed" / "_aide",))


@operator()
def event_copied(ground: Ground) -> Iterator[Fault]:
    """A second record of an event, which nothing refers to."""
    for event in ground.events.values():
        path = f"events/{event.id}-again.yaml"
        text = ground.text(event.at.file).replace(f"id: {event.id}\n", f"id: {event.id}-again\n", 1)
        yield ground.new_file(path, text, "orphan", at=(Place(path), Place(path) / "id"))


@operator()
def actor_copied(ground: Ground) -> Iterator[Fault]:
    """A second record of an actor."""
    for actor in ground.actors.values():
        path = f"actors/{actor.id}-again.yaml"
        text = ground.text(actor.at.file).replace(f"id: {actor.id}\n", f"id: {actor.id}-again\n", 1)
        places = tuple(Place(file) / key for file in (path, actor.at.file) for key in ("schema", "id", "name", "kind"))
        rules = ("orphan", "probable-duplicate", "shared-external-id")
        yield ground.new_file(path, text, *rules, at=(Place(path), *places))


@operator()
def article_copied(ground: Ground) -> Iterator[Fault]:
    """A second record of an article."""
    for article in ground.articles:
        name = f"{article.id}-again"
        path = f"articles/{name}.yaml"
        text = ground.text(article.at.file).replace(f"id: {article.id}\n", f"id: {name}\n", 1)
        keys = (("schema",), ("id",), ("url",), ("text",), ("text", "digest"), ("text", "blocks"))
        places = tuple(Place(file, key) for file in (path, article.at.file) for key in keys)
        yield ground.new_file(path, text, "same-article-twice", at=places)
