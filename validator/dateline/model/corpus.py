"""The corpus as a whole: the facts of all files, and the questions that rules ask of them."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct, field

from dateline.model.facts import Claim, Facts, MetonymUse, Presented, Reference, StanceTaken
from dateline.model.facts.durations import Lasting
from dateline.model.facts.quotes import Spoken
from dateline.model.facts.times import CountedFromEvent
from dateline.model.facts.titles import Styled
from dateline.model.records import Actor, Event, Manifest, Waiver


class Corpus(Struct, frozen=True):
    """The facts of the files that could be read, and the names (``actor``, ``roh-jae-chun``) of those that could not."""

    facts: tuple[Facts, ...]
    unread: frozenset[tuple[str, str]] = frozenset()
    _by_name: dict[tuple[str, str], list[Facts]] = field(default_factory=dict)
    _stances: dict[str, list[StanceTaken]] = field(default_factory=dict)
    _presented: dict[str, list[Presented]] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[Facts], unread: Iterable[tuple[str, str]] = ()) -> "Corpus":
        """Fold the facts of files into the indexes that questions need."""
        corpus = cls(tuple(sorted(facts, key=lambda fact: fact.at.file)), frozenset(unread))
        for fact in corpus.facts:
            corpus._by_name.setdefault((fact.kind, fact.id), []).append(fact)
            for taken in fact.stances:
                corpus._stances.setdefault(taken.event, []).append(taken)
            for presented in fact.presented:
                corpus._presented.setdefault(presented.event, []).append(presented)
        return corpus

    @property
    def articles_unread(self) -> bool:
        """Whether an article could not be read: what no other one tells, it may tell."""
        return any(kind == "article" for kind, _ in self.unread)

    @property
    def manifest(self) -> Manifest | None:
        """What holds for the whole corpus; none where rules are tried on single records."""
        return next((fact.record for fact in self.facts if isinstance(fact.record, Manifest)), None)

    def named(self, kind: str, name: str) -> list[Facts]:
        """The records of that kind and id: more than one is a mistake of its own."""
        return self._by_name.get((kind, name), [])

    def names(self, kind: str) -> list[str]:
        """All ids of that kind, sorted."""
        return sorted(name for known, name in self._by_name if known == kind)

    def kinds_of(self, name: str) -> list[str]:
        """The kinds of record that have that id."""
        return sorted(kind for kind, known in self._by_name if known == name)

    def doubled(self) -> Iterator[list[Facts]]:
        """The groups of records that share a kind and an id, in the order of their files."""
        return (group for group in self._by_name.values() if len(group) > 1)

    def is_known(self, kind: str, name: str) -> bool:
        """Whether such a record exists, or may well exist in a file that could not be read."""
        return (kind, name) in self._by_name or (kind, name) in self.unread

    def actor(self, name: str) -> Actor | None:
        """The actor of that id."""
        return next((fact.record for fact in self.named("actor", name) if isinstance(fact.record, Actor)), None)

    def event(self, name: str) -> Event | None:
        """The event of that id."""
        return next((fact.record for fact in self.named("event", name) if isinstance(fact.record, Event)), None)

    def actors(self) -> Iterator[Actor]:
        """Every actor, in the order of files."""
        return (fact.record for fact in self.facts if isinstance(fact.record, Actor))

    def events(self) -> Iterator[Event]:
        """Every event, in the order of files."""
        return (fact.record for fact in self.facts if isinstance(fact.record, Event))

    def articles(self) -> Iterator[Facts]:
        """The facts of every article."""
        return (fact for fact in self.facts if fact.kind == "article")

    def references(self, *kinds: str) -> Iterator[Reference]:
        """Every id that names a record of one of those kinds in another file."""
        return (reference for fact in self.facts for reference in fact.references if reference.kind in kinds)

    def claims(self) -> Iterator[Claim]:
        """Every claim that somebody holds an office."""
        return (claim for fact in self.facts for claim in fact.claims)

    def metonyms(self) -> Iterator[MetonymUse]:
        """Every use of a metonym."""
        return (use for fact in self.facts for use in fact.metonyms)

    def presented(self) -> Iterator[Presented]:
        """Every mention of an event that has a record."""
        return (presented for fact in self.facts for presented in fact.presented)

    def lastings(self) -> Iterator[Lasting]:
        """Every duration from one time or event to another."""
        return (lasting for fact in self.facts for lasting in fact.lastings)

    def counted_from_events(self) -> Iterator[CountedFromEvent]:
        """Every time expression that counts from an event."""
        return (counted for fact in self.facts for counted in fact.counted_from_events)

    def presentations_of(self, event: str) -> list[Presented]:
        """How articles present an event, in the order of files."""
        return self._presented.get(event, [])

    def spoken(self) -> Iterator[Spoken]:
        """Every quote."""
        return (spoken for fact in self.facts for spoken in fact.spoken)

    def styled(self) -> Iterator[Styled]:
        """Every mention that gives somebody a post, with words of rank or tenure."""
        return (styled for fact in self.facts for styled in fact.styled)

    def stances_on(self, event: str) -> list[StanceTaken]:
        """What quotes hold of an event."""
        return self._stances.get(event, [])

    def newest_annotation(self) -> date | None:
        """The day of the newest annotation: what the corpus calls today unless it is told otherwise."""
        return max((fact.annotated.last for fact in self.facts if fact.annotated), default=None)


class Skipped(Struct, frozen=True):
    """Something that was not judged. ``partial`` means that the reader could not have expected it."""

    path: str
    why: str
    partial: bool = False


class Crash(Struct, frozen=True):
    """A rule that failed on a file: an error of this program."""

    rule: str
    path: str
    what: str


class Run(Struct, frozen=True):
    """One run of the checker: the day called today, what was skipped or crashed, and what exists to be selected.

    ``idle_waivers`` surely waive nothing: whatever they could waive was looked for.
    """

    corpus: Corpus
    as_of: date
    files: tuple[str, ...]
    rule_names: frozenset[str]
    skipped: tuple[Skipped, ...] = ()
    crashes: tuple[Crash, ...] = ()
    idle_waivers: tuple[Waiver, ...] = ()
