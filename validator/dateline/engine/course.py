"""The course of a run: what is new is checked, what may be otherwise for that is judged anew, and the rest is remembered.

What is said of a file depends on its bytes and the rules, and of an article on the registry too; what is said of a group, on what
its members emitted; of the census, on the sums. So a run goes on from a memory by taking out the files that are no more as they
were, putting in what they are now, and judging the slices in which that makes a difference. Without a memory, all files are new.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from dateline.engine import joining
from dateline.engine.answers import Answer, Asking
from dateline.engine.causes import Said
from dateline.engine.coding import Coding
from dateline.engine.inputs import Seen, compared
from dateline.engine.keeping import Keeper
from dateline.engine.known import Known, Sums, Told
from dateline.engine.memory import Memory
from dateline.engine.processes import spread
from dateline.engine.selecting import Selection
from dateline.engine.settings import Settings
from dateline.loading import source
from dateline.loading.source import Over
from dateline.loading.texts import Copies
from dateline.model.corpus import Census, Crash, Registry
from dateline.model.facts import Head
from dateline.model.facts.emitted import Emission, Emitted
from dateline.model.fault import Fault
from dateline.model.records import Actor, Event, Manifest

_INPUTS, _SUMS, _REGISTRY, _CENSUS = "inputs", "sums", "registry", "census"
_ARTICLES = "articles/"
_Record = Actor | Event | Manifest


class Course:
    """A run under way."""

    def __init__(self, question: Question, chosen: Selection, keeper: Keeper, memory: Memory | None, coding: Coding) -> None:
        self._question = question
        self._hits = keeper.hits
        self.coding = coding
        # what these tell of is known once all others have been asked
        self._rules = tuple(rule for rule in chosen.rules if rule.code not in LATE)
        self._is_new = memory is None
        self.memory = memory or keeper.begin()
        self.sums = Sums()
        self.seen: dict[str, Seen] = {}
        self.crashes: dict[Crash, None] = {}  # a rule that fails does so on slice after slice
        self.registry: Registry | None = None
        self._keys: set[str] = set()  # under which not the same stands as before
        self._registry_differs = self._heads_differ = self._is_new

    def run(self) -> None:
        """Bring the memory to where the corpus is."""
        fresh, gone = self._begun()
        before = self._known_of_all()
        for path in gone:
            self._note(self._take_out(path), _NOTHING)
        self._check_files(fresh)
        unread, *others = (now != then for now, then in zip(self._known_of_all(), before, strict=True))
        self._judge_groups(anew=self._registry_differs or unread)
        self._judge_registry(anew=self._registry_differs)
        self._judge_census(anew=self._registry_differs or self._heads_differ or unread or any(others))

    def census(self) -> Census:
        """What is known of all files at once."""
        sums = self.sums
        referred = frozenset((kind, name) for kind, _, name in (one.partition(":") for one in sums.referred))
        loose = (one for _, found in sorted(sums.loose.items()) for one in found)
        return Census(
            self._known_registry, Heads(self.memory, self.coding), (*self._of_registry()[1], *loose), referred, frozenset(sums.outcomes), frozenset(sums.unread.values())
        )

    def _begun(self) -> tuple[list[str], list[str]]:
        """The files that are new or not as they were, and those that are gone."""
        paths = self._question.paths
        if self._is_new:
            self._hits.checked = len(paths)
            return paths, []
        self.memory.open_for_change()
        self.sums = self._kept(_SUMS, Sums)
        found = compared(self._question.places, self._kept(_INPUTS, list[Seen]))
        self.seen = {one.path: one for one in (*found.by_state, *found.by_bytes)}
        touched = dict.fromkeys(map(article_of, (*found.fresh, *found.gone)))
        fresh = [path for path in touched if path in self._question.places]
        self._hits.checked = len(fresh)
        self._hits.by_bytes = sum(one.path in self._question.places and one.path not in touched for one in found.by_bytes)
        self._hits.by_state = len(paths) - self._hits.by_bytes - self._hits.checked
        return fresh, [path for path in touched if path not in self._question.places]

    def _known_of_all(self) -> tuple[object, ...]:
        """What the census is made of, and before it what is unread, of which groups are told, too."""
        sums = self.sums
        return set(sums.unread.values()), set(sums.referred), set(sums.outcomes), dict(sums.loose)

    def _check_files(self, fresh: Sequence[str]) -> None:
        """Check what makes the registry, and then the articles with it: all of them, if it is not as it was."""
        entries = [path for path in fresh if not path.startswith(ARTICLES)]
        articles = {path for path in fresh if path.startswith(ARTICLES)} | self._check(entries)
        self._know_registry()
        wanted = self._articles() | articles if self._registry_differs else articles
        while wanted:
            differed, self._registry_differs = self._registry_differs, False
            self._check(sorted(wanted))
            # what lies among the articles may be an actor or an event: then it is known only now, and all are checked again
            wanted = self._articles() if self._registry_differs else set()
            if wanted:
                self.memory.index()
                self._know_registry()
            self._registry_differs |= differed

    def _articles(self) -> set[str]:
        return {path for path in self._question.paths if path.startswith(ARTICLES)} | set(self.sums.astray)

    def _check(self, paths: Sequence[str]) -> set[str]:
        """Check files; give the articles among them that have to wait for the registry."""
        question, waiting = self._question, set()
        asking = Asking(question.root, self._rules, question.copies, self.coding, self.registry)
        steps = iter(question.over(paths))
        for chunk in spread(asking.answers, paths, question.jobs):
            for answer in self.coding.decoded(chunk, list[Answer]):
                next(steps, None)
                if self.registry is None and answer.known.head and answer.known.head.kind == "article":
                    waiting.add(answer.path)
                else:
                    self._take(answer)
        return waiting

    def _take(self, answer: Answer) -> None:
        """Put what is known of a file in the place of what was."""
        path, known, memory = answer.path, answer.known, self.memory
        before = self._take_out(path)
        self.crashes |= dict.fromkeys(answer.crashes)
        self.seen |= {one.path: one for one in answer.seen}
        self.sums.add(path, known)
        memory.put_file(path, answer.told, self.coding.encoded(known))
        memory.put_emitted(path, answer.emitted)
        if known.head:
            published = known.head.published.isoformat() if known.head.published else None
            memory.put_head(path, published, self.coding.encoded(known.head))
        if answer.record is not None:
            memory.put_record(path, answer.record)
        self._note(before, _Held(known, answer.record, {key: facts for key, _, facts in answer.emitted}))

    def _take_out(self, path: str) -> "_Held":
        """Forget a file; give what was known of it."""
        was = self.memory.known(path)
        if was is None:
            return _NOTHING
        before = _Held(self.coding.decoded(was, Known), self.memory.record(path), self.memory.emitted_by(path))
        self.sums.remove(path, before.known)
        self.memory.remove_file(path)
        for name in (path, copy_name(path)):
            self.seen.pop(name, None)
        return before

    def _note(self, before: "_Held", after: "_Held") -> None:
        """Note what has to be judged again for a file that is not as it was."""
        unread = before.unread != after.unread and any(one and one[0] != "article" for one in (before.unread, after.unread))
        self._registry_differs |= before.record != after.record or unread
        self._heads_differ |= before.head != after.head
        if not self._is_new:
            keys = before.emitted.keys() | after.emitted.keys()
            self._keys |= {key for key in keys if before.emitted.get(key) != after.emitted.get(key)}

    def _know_registry(self) -> None:
        records = [self.coding.decoded(record, _Record) for record in self.memory.records()]
        self.registry = Registry.of(records, self.sums.unread.values())

    def _judge_groups(self, *, anew: bool) -> None:
        """Judge what several articles say under one key, where it is not what it was."""
        self.memory.index()
        if anew:
            self.memory.clear_groups()
            for key, members in joining.groups(self._known_registry, self._emissions()):
                self._judge_group(key, members)
            self._keys = {TOGETHER}  # of this there is too much to hold
        for key in sorted(self._keys):
            self._judge_group(key, _Members(self.memory, self.coding, key))

    def _judge_group(self, key: str, members: Iterable[Emitted]) -> None:
        is_partial = any(kind == "article" for kind, _ in self.sums.unread.values())
        joined = joining.of_group(self._rules, self._known_registry, key, members, articles_unread=is_partial)
        self.crashes |= dict.fromkeys(joined.crashes)
        self.memory.put_group(key, self._told(joined.said))

    def _emissions(self) -> Iterator[Emission]:
        for key, facts in self.memory.groups():
            yield from ((key, fact) for fact in self.coding.decoded(facts, list[Emitted]))

    def _judge_registry(self, *, anew: bool) -> None:
        if anew:
            joined = joining.of_registry(self._rules, self._known_registry)
            self.crashes |= dict.fromkeys(joined.crashes)
            self.memory.keep(_REGISTRY, self.coding.encoded((Told.of(joined.said), tuple(joined.loose))))

    def _judge_census(self, *, anew: bool) -> None:
        if anew:
            joined = joining.of_census(self._rules, self.census())
            self.crashes |= dict.fromkeys(joined.crashes)
            self.memory.keep(_CENSUS, self.coding.encoded(Told.of(joined.said)))

    def said(self) -> Iterator[Said]:
        """All that is said, but for what only the run can tell."""
        rules = {rule.code: rule for rule in rulebook()}
        for told in (*self.memory.told(), *self.memory.grouped(), self.memory.kept(_CENSUS)):
            yield from (one.said(rules) for one in self.coding.decoded(told, tuple[Told, ...]))
        yield from (one.said(rules) for one in self._of_registry()[0])

    def keep(self) -> None:
        """Keep what the next run begins with."""
        self.memory.keep(INPUTS, self.coding.encoded(list(self.seen.values())))
        self.memory.keep(_SUMS, self.coding.encoded(self.sums))

    def counted(self, paths: Sequence[str]) -> tuple[dict[str, int], list[Skipped]]:
        """How much there is in some files, and what of them was not judged."""
        sums = self.sums
        if len(paths) < len(self._question.paths):
            sums = Sums()
            for path in paths:
                sums.add(path, self.coding.decoded(self.memory.known(path), Known))
        return sums.counts, [skip for found in sums.skipped.values() for skip in found]

    def _of_registry(self) -> tuple[tuple[Told, ...], tuple[Reference, ...]]:
        """What is said of the registry, and the references in it that lead out of it."""
        kept: tuple[tuple[Told, ...], tuple[Reference, ...]] = self._kept(_REGISTRY, tuple[tuple[Told, ...], tuple[Reference, ...]])
        return kept

    def _told(self, said: list[Said]) -> bytes | None:
        return self.coding.encoded(Told.of(said)) if said else None

    def _kept(self, name: str, kind: Any) -> Any:  # noqa: ANN401 - a value of that type
        return self.coding.decoded(self.memory.kept(name) or b"", kind)

    @property
    def _known_registry(self) -> Registry:
        assert self.registry is not None
        return self.registry


class _Held(Struct, frozen=True):
    """What the memory held of a file, or holds by now."""

    known: Known | None = None
    record: bytes | None = None
    emitted: dict[str, bytes] = {}

    @property
    def unread(self) -> Name | None:
        return self.known.unread if self.known else None

    @property
    def head(self) -> Head | None:
        return self.known.head if self.known else None


_NOTHING = _Held()


class _Members(Struct, frozen=True):
    """What stands under a key, gone through in the memory each time."""

    memory: Memory
    coding: Coding
    key: str

    def __iter__(self) -> Iterator[Emitted]:
        for facts in self.memory.emitted_under(self.key):
            yield from self.coding.decoded(facts, list[Emitted])


class Heads(Struct, frozen=True):
    """The heads of all files, gone through in the memory each time."""

    memory: Memory
    coding: Coding

    def __iter__(self) -> Iterator[Head]:
        return (self.coding.decoded(head, Head) for head in self.memory.heads())
