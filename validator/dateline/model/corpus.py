"""The corpus in slices: what a rule sees of it is the type of its parameter, and its findings can rest on nothing else.

* the **registry**: all actors, events and the manifest, which are few. Rules that take it judge these records among themselves;
* a **reading**: one article, read with the registry at hand. Most rules across files need no more;
* what several articles say under one key: of an event, in the same words, at one address (``gathered``);
* the **census**: the heads of all files and to whom articles refer, for what only the whole corpus can tell;
* the **run**: the census and today.

A slice holds its own data and nothing by which to come to other files. So what is said of a slice may be remembered for as
long as its data are the same; what is said of a reading, for as long as the article and the registry are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from msgspec import Struct, field

from dateline.model.facts import Head
from dateline.model.facts.references import Reference, references_of
from dateline.model.facts.statements import Statements
from dateline.model.finding import Skipped
from dateline.model.records import Actor, Event, Manifest, Waiver

Name = tuple[str, str]  # of a record: ("actor", "roh-jae-chun")
Entry = Actor | Event | Manifest
Derived = TypeVar("Derived")
_AT_HAND = 1024  # records: an article asks some 250 times, and articles of one time ask for the same: two of them are new to each


class Registry(Struct, frozen=True, dict=True):
    """The actors, the events and the manifest.

    They are looked up by ``named`` and gone through by ``of_kind``, both in the order of their files: nobody needs to have all at
    hand. ``unread`` are the names of those that could not be read: whether one of them exists nobody knows.
    """

    named: Mapping[Name, Sequence[Entry]]
    of_kind: Callable[[str], Iterable[Entry]]
    unread: frozenset[Name] = frozenset()
    _derived: dict[Callable[[Any], Any], Any] = field(default_factory=dict)
    _at_hand: dict[Name, Sequence[Entry]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Entry], unread: Iterable[Name] = ()) -> "Registry":
        """Bring records into order."""
        named, kinds = defaultdict[Name, list[Entry]](list), defaultdict[str, list[Entry]](list)
        for record in sorted(records, key=lambda record: record.at.file):
            kind = type(record).__name__.lower()
            named[kind, record.id].append(record)
            kinds[kind].append(record)
        return cls.by_name(named, kinds.__getitem__, unread)

    @classmethod
    def by_name(
        cls, named: Mapping[Name, Sequence[Entry]], of_kind: Callable[[str], Iterable[Entry]], unread: Iterable[Name]
    ) -> "Registry":
        """Take records that are in order, by their names and by their kinds."""
        return cls(named, of_kind, frozenset(name for name in unread if name[0] != "article"))

    @property
    def records(self) -> Iterator[Entry]:
        """All of them, kind by kind."""
        return chain(*map(self.of_kind, ("actor", "event", "manifest")))

    @cached_property
    def manifest(self) -> Manifest | None:
        """What holds for the whole corpus; none where rules are tried on single records."""
        return next((record for record in self.named.get(("manifest", "dateline"), ()) if isinstance(record, Manifest)), None)

    @property
    def actors(self) -> Iterator[Actor]:
        """Every actor, in the order of files."""
        return (record for record in self.of_kind("actor") if isinstance(record, Actor))

    @property
    def events(self) -> Iterator[Event]:
        """Every event, in the order of files."""
        return (record for record in self.of_kind("event") if isinstance(record, Event))

    @property
    def references(self) -> Iterator[Reference]:
        """Every id by which one of the records names another."""
        return (reference for record in self.records for reference in references_of(record))

    def actor(self, name: str) -> Actor | None:
        """The actor of that id; of several, which is a mistake of its own, the first."""
        found = self._called(("actor", name))
        return found[0] if found and isinstance(found[0], Actor) else None

    def event(self, name: str) -> Event | None:
        """The event of that id, as above."""
        found = self._called(("event", name))
        return found[0] if found and isinstance(found[0], Event) else None

    def events_called(self, name: str) -> list[Event]:
        """All events of that id."""
        return [record for record in self._called(("event", name)) if isinstance(record, Event)]

    def ids(self, kind: str) -> set[str]:
        """The ids of all records of that kind."""
        return {name for found, name in self.named if found == kind}

    def count(self, kind: str, name: str) -> int:
        """How many records have that kind and id."""
        return len(self._called((kind, name)))

    def is_known(self, kind: str, name: str) -> bool:
        """Whether such an actor or event exists, or may well exist in a file that could not be read."""
        return (kind, name) in self.named or (kind, name) in self.unread

    def derived(self, index: Callable[["Registry"], Derived]) -> Derived:
        """What a function makes of the registry, made once: a rule that is asked once an article cannot go through all names."""
        if index not in self._derived:
            self._derived[index] = index(self)
        made: Derived = self._derived[index]
        return made

    def _called(self, name: Name) -> Sequence[Entry]:
        """The records of a name. What was asked for of late is at hand."""
        if name not in self._at_hand:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            self._at_hand[name] = self.named.get(name, ())
        return self._at_hand[name]


class Reading(Struct, frozen=True):
    """One article, read with the registry at hand."""

    registry: Registry
    article: Statements

    def actor(self, name: str) -> Actor | None:
        """The actor of that id."""
        return self.registry.actor(name)

    def event(self, name: str) -> Event | None:
        """The event of that id."""
        return self.registry.event(name)


class Census(Struct, frozen=True, dict=True):
    """What is known of all files at once.

    ``heads`` are gone through more than once, and need not be in memory; they come in the order of files. ``loose`` are the
    references that the registry does not resolve: some name articles, the others are mistakes. ``referred`` (by
    ``actor:roh-jae-chun``) and ``outcomes`` are those of all articles.
    """

    registry: Registry
    heads: Iterable[Head]
    loose: tuple[Reference, ...] = ()
    referred: AbstractSet[str] = frozenset()
    outcomes: AbstractSet[str] = frozenset()
    unread: frozenset[Name] = frozenset()

    @property
    def manifest(self) -> Manifest | None:
        """What holds for the whole corpus."""
        return self.registry.manifest

    @property
    def articles_unread(self) -> bool:
        """Whether an article could not be read: what no other one tells, it may tell."""
        return any(kind == "article" for kind, _ in self.unread)

    def names(self, kind: str) -> list[str]:
        """All ids of that kind, sorted."""
        return sorted({head.id for head in self.heads if head.kind == kind})

    def kinds_of(self, name: str) -> list[str]:
        """The kinds of record that have that id."""
        return self._kinds.get(name, [])

    def is_known(self, kind: str, name: str) -> bool:
        """Whether such a record exists, or may well exist in a file that could not be read."""
        return kind in self.kinds_of(name) or (kind, name) in self.unread

    def is_referred(self, kind: str, name: str) -> bool:
        """Whether an article refers to that record."""
        return f"{kind}:{name}" in self.referred

    def doubled(self) -> Iterator[list[Head]]:
        """The groups of files that share a kind and an id, in the order of files."""
        seen: set[Name] = set()
        shared: dict[Name, list[Head]] = {}
        for head in self.heads:
            if (name := (head.kind, head.id)) in seen:
                shared[name] = []
            seen.add(name)
        for head in self.heads if shared else ():
            if (head.kind, head.id) in shared:
                shared[head.kind, head.id].append(head)
        yield from shared.values()

    @cached_property
    def _kinds(self) -> dict[str, list[str]]:
        kinds: dict[str, set[str]] = {}
        for head in self.heads:
            kinds.setdefault(head.id, set()).add(head.kind)
        return {name: sorted(found) for name, found in kinds.items()}


class Crash(Struct, frozen=True):
    """A rule that failed on a file: an error of this program."""

    rule: str
    path: str
    what: str


class Run(Struct, frozen=True):
    """One run of the checker: the day called today, what was skipped or crashed, and what exists to be selected.

    ``early`` are the articles published after that day. ``idle_waivers`` surely waive nothing: whatever they could waive was
    looked for.
    """

    census: Census
    as_of: date
    early: tuple[Head, ...]
    files: tuple[str, ...]
    rule_names: frozenset[str]
    skipped: tuple[Skipped, ...] = ()
    crashes: tuple[Crash, ...] = ()
    idle_waivers: tuple[Waiver, ...] = ()
