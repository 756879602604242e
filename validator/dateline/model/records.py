"""The records of a corpus beside its articles: actors, events and the manifest."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref

_GROUPING = re.compile(r"[ -]")


class ExternalId(Struct, frozen=True, array_like=True):
    """The id of the same thing elsewhere: in Wikidata, ISNI, VIAF, ORCID, or LEI."""

    scheme: str
    value: str
    at: Place

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same as another one: an ISNI is grouped by spaces, hyphens, or not at all."""
        return self.scheme, _GROUPING.sub("", self.value).upper()


class Post(Struct, frozen=True, array_like=True):
    """An office that a person holds. An absent bound is unknown; ``open_end`` means still held."""

    at: Place
    id: str
    title: str
    of: Ref
    exclusive: bool = False
    start: Dated | None = None
    end: Dated | None = None
    open_end: bool = False
    attested: tuple[Dated, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def first(self) -> date | None:
        """The earliest day on which the post can have been held, if that is known."""
        return self.start.value.first if self.start and not self.start.value.qualifier else None

    @property
    def last(self) -> date | None:
        """The latest day on which it can have been held, if that is known."""
        return self.end.value.last if self.end and not self.end.value.qualifier else None


class Actor(Struct, frozen=True, array_like=True, tag=True, tag_field="record"):
    """A state, a body or a person. ``start`` and ``end`` are also those of a life."""

    at: Place
    id: str
    kind: str
    name: str
    surname: str | None = None
    aliases: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    different_from: tuple[Ref, ...] = ()
    part_of: Ref | None = None
    start: Dated | None = None
    end: Dated | None = None
    posts: tuple[Post, ...] = ()
    ids: tuple[ExternalId, ...] = ()
    sources: tuple[str, ...] = ()

    def dates(self) -> Iterator[Dated]:
        """Every date of the record."""
        yield from (dated for dated in (self.start, self.end) if dated)
        for post in self.posts:
            yield from (dated for dated in (post.start, post.end) if dated)
            yield from post.attested


class Participation(Struct, frozen=True, array_like=True):
    """A role of an event, and who has it."""

    at: Place
    role: str
    actors: tuple[Ref, ...]


class Event(Struct, frozen=True, array_like=True, tag=True, tag_field="record"):
    """Something that happened, was planned, or is disputed: what the corpus knows of it."""

    at: Place
    id: str
    label: str
    type: str
    status: str
    modes: tuple[str, ...] = ()
    date: Dated | None = None
    country: str | None = None
    participants: tuple[Participation, ...] = ()
    part_of: Ref | None = None
    series: str | None = None
    number: int | None = None
    resumes: Ref | None = None
    responds_to: tuple[Ref, ...] = ()
    caused_by: tuple[Ref, ...] = ()
    order: tuple[tuple[str, Ref], ...] = ()
    generic: bool = False

    ids: tuple[ExternalId, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def never_was(self) -> bool:
        """Whether it is known not to have come about."""
        return self.status in ("cancelled", "did-not-occur")

    def dates(self) -> Iterator[Dated]:
        """Every date of the record."""
        if self.date:
            yield self.date


class Waiver(Struct, frozen=True, array_like=True):
    """A finding of the rules ``rule`` in a record that is accepted, down from ``pointer`` if it names a place."""

    at: Place
    rule: str
    record: str
    reason: str
    pointer: str | None = None
    until: Dated | None = None

    def is_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.until is not None and self.until.value.last is not None and self.until.value.last < today


class Manifest(Struct, frozen=True, array_like=True, tag=True, tag_field="record"):
    """What holds for the whole corpus."""

    at: Place
    title: str
    version: str
    license: str
    as_of: Dated | None = None
    annotators: tuple[str, ...] = ()
    renames: tuple[tuple[str, str], ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    rule_names: tuple[Ref, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def id(self) -> str:
        """The manifest has no id of its own: its file's name."""
        return "dateline"

    def dates(self) -> Iterator[Dated]:
        """Every date of the record."""
        if self.as_of:
            yield self.as_of
        yield from (waiver.until for waiver in self.waivers if waiver.until)


Record = Article | Actor | Event | Manifest
