"""The course of a run: what is new is checked, what may be otherwise for that is judged anew, and the rest is remembered.

What is said of a file depends on its bytes and the rules, and of an article on the registry too; what is said of a group, on what
its members emitted; of the census, on the sums. So a run goes on from a memory by taking out the files that are no more as they
were, putting in what they are now, and judging the slices in which that makes a difference. Without a memory, all files are new.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from dateline.engine import joining
from dateline.engine.answers import Answer, Asking
from dateline.engine.causes import Said
from dateline.engine.coding import Coding
from dateline.engine.held import NOTHING, Entries, Heads, Held, Members
from dateline.engine.inputs import ARTICLES, INPUTS, UNSEEN, Compared, Seen, compared, copy_name, digest_in, path_of
from dateline.engine.keeping import Hits
from dateline.engine.known import Known, Sums, Told
from dateline.engine.memory import Memory
from dateline.engine.processes import spread
from dateline.engine.question import Question
from dateline.engine.settings import LATE
from dateline.loading import source
from dateline.model.corpus import Census, Crash, Registry
from dateline.model.facts import Head
from dateline.model.facts.emitted import IN_TIME, TIMES, Emission, Emitted
from dateline.model.facts.references import Reference
from dateline.model.finding import Skipped
from dateline.rules import Rules, by_code

_FEW = 10  # files: an edit at a time, as a hook sees it
_SUMS, _REGISTRY, _CENSUS = "sums", "registry", "census"
_Of_registry = tuple[tuple[Told, ...], tuple[Reference, ...]]  # what is said of it, and the references that lead out of it


class Course:
    """A run under way."""

    def __init__(self, question: Question, rules: Rules, memory: Memory, found: Compared | None, coding: Coding) -> None:
        """Begin with a memory, and with what was ``found`` to be as it remembers it; with nothing, if it is new."""
        self._question = question
        self._found = found
        self.coding = coding
        # what these tell of is known once all others have been asked
        self._rules = Rules(rule for rule in rules if rule.code not in LATE)
        self._is_new = found is None
        self.memory = memory
        self.sums = Sums()
        self.seen: dict[str, Seen] = {}
        self._by_bytes: set[str] = set()
        self._checked: set[str] = set()
        self.crashes: dict[Crash, None] = {}  # a rule that fails does so on slice after slice
        self.registry = Registry.of(())
        self._knows_registry = False
        self.is_settled = True  # no file changed while the run went on
        self._keys: set[str] = set()  # under which not the same stands as before
        self._recast: list[str] = []  # files that hold another record than before, as often as that was found
        self._heads_differ = self._is_new

    def run(self) -> None:
        """Bring the memory to where the corpus is."""
        fresh, gone = self._begun()
        before = self._known_of_all()
        for path in gone:
            self._note(path, self._take_out(path), NOTHING)
        self._check_files(fresh)
        unread, *others = (now != then for now, then in zip(self._known_of_all(), before, strict=True))
        self._judge_groups(anew=self._registry_differs or unread)
        self._judge_registry(anew=self._registry_differs)
        self._judge_census(anew=self._registry_differs or self._heads_differ or unread or any(others))

    def census(self) -> Census:
        """What is known of all files at once."""
        sums = self.sums
        loose = (one for _, found in sorted(sums.loose.items()) for one in found)
        return Census(
            self.registry,
            Heads(self.memory, self.coding),
            (*self._of_registry()[1], *loose),
            sums.referred.keys(),
            sums.outcomes.keys(),
            frozenset(sums.unread.values()),
        )

    def _begun(self) -> tuple[list[str], list[str]]:
        """The files that are new or not as they were, and those that are gone."""
        paths = self._question.paths
        if (found := self._found) is None:
            return list(paths), []
        self.memory.open_for_change()
        self.sums = self._kept(_SUMS, Sums)
        if found.seen != (seen := self.memory.kept(INPUTS)):  # another run has ended in the meantime
            found = compared(self._question.places, seen)
        self.seen = found.by_state | found.by_bytes
        touched = dict.fromkeys(map(path_of, (*found.fresh, *found.gone)))
        self._by_bytes = set(found.by_bytes)
        there = touched.keys() & paths
        return [path for path in touched if path in there], [path for path in touched if path not in there]

    def _known_of_all(self) -> tuple[object, ...]:
        """What the census is made of, and before it what is unread, of which groups are told, too."""
        sums = self.sums
        return set(sums.unread.values()), set(sums.referred), set(sums.outcomes), dict(sums.loose)

    @property
    def _registry_differs(self) -> bool:
        return self._is_new or bool(self._recast)

    def _check_files(self, fresh: Sequence[str]) -> None:
        """Check what makes the registry, and then the articles with it: all of them, if it is not as it was."""
        entries = [path for path in fresh if not path.startswith(ARTICLES)]
        waiting = self._check(entries)
        self._know_registry()
        articles = self._articles() if self._registry_differs else {path for path in fresh if path.startswith(ARTICLES)}
        wanted = sorted(articles | waiting)
        del articles, waiting
        while wanted:
            before = len(self._recast)
            self._check(wanted)
            if len(self._recast) == before:
                return
            # what lies among the articles may be an actor or an event: it is known only now, and all are checked again
            self.memory.index()
            self._know_registry()
            wanted = sorted(self._articles())

    def _articles(self) -> set[str]:
        return {path for path in self._question.paths if path.startswith(ARTICLES)} | set(self.sums.astray)

    def _check(self, paths: Sequence[str]) -> set[str]:
        """Check files; give the articles among them that have to wait for the registry."""
        question, waiting = self._question, set()
        registry = self.registry if self._knows_registry else None
        made = question.beside.made if question.beside else None
        asking = Asking(question.root, self._rules, question.copies, self.coding, registry, made)
        chunks = spread(asking.answers, paths, question.jobs)
        answers = (answer for chunk in chunks for answer in self.coding.decoded(chunk, list[Answer]))
        # the names are those that are held already: a hundred thousand copies of them took as much room as all that is seen
        for answer, path in zip(answers, question.over(paths), strict=True):
            if registry is None and answer.known.head and answer.known.head.kind == "article":
                waiting.add(path)
            else:
                self._take(path, answer)
        return waiting

    def _take(self, path: str, answer: Answer) -> None:
        """Put what is known of a file in the place of what was."""
        known, memory = answer.known, self.memory
        is_first = self._is_new and path not in self._checked
        self._checked.add(path)
        if answer.beside is not None and self._question.beside:
            self._question.beside.found[path] = answer.beside
        before = NOTHING if is_first else self._take_out(path)
        self.crashes |= dict.fromkeys(answer.crashes)
        self.seen |= zip((path, copy_name(path)), answer.seen or (UNSEEN,), strict=False)  # a copy is not always there
        self.sums.add(path, known)
        memory.put_file(path, answer.told, self.coding.encoded(known))
        memory.put_emitted(path, answer.emitted)
        if known.head:
            published = known.head.published.isoformat() if known.head.published else None
            memory.put_head(path, published, self.coding.encoded(known.head))
            if answer.record is not None:
                memory.put_record(path, f"{known.head.kind}:{known.head.id}", answer.record)
        self._note(path, before, Held(known, answer.record, {key: facts for key, _, facts in answer.emitted}))

    def _take_out(self, path: str) -> Held:
        """Forget a file; give what was known of it."""
        was = self.memory.known(path)
        if was is None:
            return NOTHING
        known: Known = self.coding.decoded(was, Known)
        before = Held(known, self.memory.record(path), self.memory.emitted_by(path))
        self.sums.remove(path, known)
        self.memory.remove_file(path)
        for name in (path, copy_name(path)):
            self.seen.pop(name, None)
        return before

    def _note(self, path: str, before: Held, after: Held) -> None:
        """Note what has to be judged again for a file that is not as it was."""
        unread = before.unread != after.unread and any(one and one[0] != "article" for one in (before.unread, after.unread))
        if before.record != after.record or unread:
            self._recast.append(path)
        self._heads_differ |= before.head != after.head
        if not self._is_new:
            keys = before.emitted.keys() | after.emitted.keys()
            self._keys |= {key for key in keys if before.emitted.get(key) != after.emitted.get(key)}

    def _know_registry(self) -> None:
        entries = Entries(self.coding, self.memory.records())
        self.registry, self._knows_registry = Registry.by_name(entries, entries.of_kind, self.sums.unread.values()), True

    def _judge_groups(self, *, anew: bool) -> None:
        """Judge what several articles say under one key, and of events that are joined, where it is not what it was."""
        self.memory.index()
        if anew:
            self.memory.clear_groups()
            for key, members in joining.groups(self.registry, self._emissions()):
                self._judge_group(key, members)
            self._keys = {f"{TIMES}:{event.id}" for event in self.registry.events}
        in_time = {key for key in self._keys if key.partition(":")[0] in IN_TIME}
        for key in sorted(self._keys - in_time):
            if self.memory.emitted_under(key) or key in self.registry.derived(joining.own_keys):
                self._judge_group(key, self._under(key))
            else:
                self.memory.put_group(key, None)
        self._judge_chronicles({key.partition(":")[2] for key in in_time})

    def _judge_chronicles(self, events: Iterable[str]) -> None:
        """Judge the order in time of these events, with all that are joined with them: what is told is of the first of them.

        What joined others before, or joins others now, was between two of these: nothing stays of what was told then.
        """
        for keys, chronicle in joining.chronicles(self.registry, sorted(events), self._under):
            for key in keys:
                self.memory.put_group(key, None)
            self._put_group(keys[0], joining.judged(self._rules, chronicle, None, source.MANIFEST))

    def _judge_group(self, key: str, members: Iterable[Emitted]) -> None:
        is_partial = any(kind == "article" for kind, _ in self.sums.unread.values())
        self._put_group(key, joining.of_group(self._rules, self.registry, key, members, articles_unread=is_partial))

    def _put_group(self, key: str, joined: joining.Joined) -> None:
        self.crashes |= dict.fromkeys(joined.crashes)
        self.memory.put_group(key, self.coding.encoded(Told.of(joined.said)) if joined.said else None)

    def _under(self, *keys: str) -> Members:
        return Members(self.memory, self.coding, keys)

    def _emissions(self) -> Iterator[Emission]:
        for key, facts in self.memory.groups():
            yield from ((key, fact) for fact in self.coding.decoded(facts, list[Emitted]))

    def _judge_registry(self, *, anew: bool) -> None:
        if anew:
            joined = joining.of_registry(self._rules, self.registry)
            self.crashes |= dict.fromkeys(joined.crashes)
            self.memory.keep(_REGISTRY, self.coding.encoded((Told.of(joined.said), tuple(joined.loose))))

    def _judge_census(self, *, anew: bool) -> None:
        if anew:
            joined = joining.of_census(self._rules, self.census())
            self.crashes |= dict.fromkeys(joined.crashes)
            self.memory.keep(_CENSUS, self.coding.encoded(Told.of(joined.said)))

    def said(self) -> Iterator[Said]:
        """All that is said, but for what only the run can tell."""
        rules, memory = by_code(), self.memory
        for told in (*memory.told(), *memory.grouped()):
            yield from (one.said(rules) for one in self.coding.decoded(told, tuple[Told, ...]))
        for one in (*self._of_registry()[0], *self._kept(_CENSUS, tuple[Told, ...])):
            yield one.said(rules)

    def digest_of(self, path: str) -> bytes:
        """The digest of the bytes of a file that were judged; empty for one that has to be looked at again each time."""
        return digest_in(self.seen.get(path, UNSEEN))

    def heads_after(self, day: date) -> tuple[Head, ...]:
        """The articles that were published after a day."""
        return tuple(self.coding.decoded(head, Head) for head in self.memory.heads_after(day.isoformat()))

    @property
    def is_worth_keeping(self) -> bool:
        """Whether to let the next run go on from here; of a few named files, it is as soon checked again as written down."""
        return not self._question.only or self._is_new or len(self._checked | self._by_bytes) > _FEW

    @property
    def hits(self) -> Hits:
        """How much this run remembered."""
        by_bytes = len(self._by_bytes.intersection(self._question.paths) - self._checked)
        return Hits(len(self._question.paths) - by_bytes - len(self._checked), by_bytes, len(self._checked))

    def keep(self) -> None:
        """Keep what the next run begins with."""
        self.memory.keep(INPUTS, self.coding.encoded(self.seen))
        self.memory.keep(_SUMS, self.coding.encoded(self.sums))

    def counted(self, paths: Sequence[str]) -> tuple[dict[str, int], list[Skipped]]:
        """How much there is in some files, and what of them was not judged."""
        sums = self.sums
        if len(paths) < len(self._question.paths):
            sums = Sums()
            for path in paths:
                sums.add(path, self.coding.decoded(self.memory.known(path) or b"", Known))
        return sums.counts, [skip for found in sums.skipped.values() for skip in found]

    def _of_registry(self) -> _Of_registry:
        kept: _Of_registry = self._kept(_REGISTRY, _Of_registry)
        return kept

    def _kept(self, name: str, kind: Any) -> Any:  # noqa: ANN401 - a value of that type
        return self.coding.decoded(self.memory.kept(name) or b"", kind)
