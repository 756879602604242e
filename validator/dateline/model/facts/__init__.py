"""The facts of a record: all that the corpus needs to know of a file to judge it together with the others.

They come in three parts, by how long they are needed:

* the **head** of every file, what is needed of all of them at once: small, and kept;
* the **statements** of an article: what it says of the registry. They are judged with the registry alone, one article at
  a time, and can be thrown away then;
* what is **emitted**: facts that are judged together with those of other articles under one key (an event, a text). Each
  holds what the rules of its kind ask, and no more.
"""

from collections.abc import Collection
from datetime import date

from msgspec import Struct

from dateline.model import standard
from dateline.model.article import Article
from dateline.model.facts.emitted import KINDS, Emission, emissions_of
from dateline.model.facts.statements import Statements, statements_of
from dateline.model.place import Place
from dateline.model.records import Actor, Event, Manifest, Record

# what tells that something planned has come about, or not
_OUTCOMES = frozenset({"occurred", "ongoing", "cancelled", "negated", "disputed"})


class Head(Struct, frozen=True, array_like=True):
    """What is known of every file at once.

    ``version`` is that of the schema which the record follows; ``published`` and ``annotated`` are the first day of the one
    and the last of the other, as far as they are known for sure.
    """

    kind: str
    id: str
    at: Place
    version: str = standard.VERSION
    published: date | None = None
    annotated: date | None = None


class Facts(Struct, frozen=True, array_like=True):
    """The facts of one record. ``record`` is there for actors, events and the manifest, ``statements`` for articles.

    ``referred`` are the names (``actor``, ``roh-jae-chun``) to which an article refers, ``outcomes`` the events of which it
    tells what came of them.
    """

    head: Head
    record: Actor | Event | Manifest | None = None
    statements: Statements | None = None
    emitted: tuple[Emission, ...] = ()
    referred: frozenset[tuple[str, str]] = frozenset()
    outcomes: frozenset[str] = frozenset()


def facts_of(record: Record, version: str = standard.VERSION, kinds: Collection[str] = KINDS) -> Facts:
    """All that a record tells the corpus; ``kinds`` limits what is emitted to what somebody will judge."""
    if isinstance(record, Article):
        said, known = statements_of(record), record.published
        emitted = tuple(emissions_of(record, said, kinds))
        referred = frozenset((reference.kind, reference.id) for reference in said.references)
        outcomes = frozenset(told.event for told in said.presented if told.status in _OUTCOMES)
        first = known.first if known and not known.qualifier else None
        last = record.annotation.date.last if record.annotation.date else None
        return Facts(Head("article", record.id, record.at, version, first, last), None, said, emitted, referred, outcomes)
    return Facts(Head(type(record).__name__.lower(), record.id, record.at, version), record)
