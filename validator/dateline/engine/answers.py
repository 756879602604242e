"""What a process finds out about files, as bytes: the unit of what is remembered, and of what processes hand to each other."""

import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.engine.coding import OF_THIS_RUN, Coding
from dateline.engine.files import Checked, check_source
from dateline.engine.inputs import ARTICLES, Seen, bytes_at, copy_name, copy_of, digest, seen, state_of
from dateline.engine.joining import Joined, of_article
from dateline.engine.known import UNJUDGED, Known, Told
from dateline.engine.memory import Emitted
from dateline.loading import source
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.corpus import Crash, Registry
from dateline.model.speaking import Known as Speaking
from dateline.rules import Rules, rulebook


class Answer(Struct, frozen=True, array_like=True):
    """What was found out about a file: ``told``, the ``record`` and what it ``emitted`` as bytes, to be put where they are kept.

    ``seen`` are the states in which it and the reader's copy were read; none if it is not to be remembered.
    """

    seen: tuple[Seen, ...]
    told: bytes | None
    known: Known
    record: bytes | None
    emitted: tuple[Emitted, ...]
    crashes: tuple[Crash, ...]
    beside: bytes | None = None  # what was made of its record beside the check


class Asking(Struct, frozen=True):
    """What files are asked, in one process or in many. Articles need the registry; what makes the registry has none yet."""

    root: Path
    rules: Rules
    copies: Copies
    coding: Coding
    registry: Registry | None = None
    made: Callable[[Any, Any], object] | None = None

    def answers(self, paths: Sequence[str]) -> bytes:
        """What is found out about each of these files."""
        return self.coding.encoded([self._answer(path) for path in paths])

    def _answer(self, path: str) -> Answer:
        places = {path: f"{os.fspath(self.root)}/{path}"} | copy_of(path, self.copies.folder)
        states = {name: state_of(place) for name, place in places.items()}  # before anything is read
        read = source.read(self.root, path)
        # what is asked for is written in the manifest itself: it is asked everything
        checked = check_source(read, path, rulebook() if path == source.MANIFEST else self.rules, self.copies)
        joined = self._joined(checked)
        told = Told.of([*checked.said, *joined.said])
        known = known_of(checked, joined)
        crashes = (*checked.crashes, *joined.crashes)
        # elsewhere than where its id says, an article has the copy of another file
        head = known.head
        borrows = bool(self.copies.folder and head and head.kind == "article" and path != f"{ARTICLES}{head.id}.yaml")
        kept = isinstance(read, Source) and not crashes and not borrows
        return Answer(
            self._seen(read, states, places) if isinstance(read, Source) and kept else (),
            self.coding.encoded(told) if told else None,
            known,
            self.coding.encoded(checked.facts.record) if checked.facts and checked.facts.record else None,
            self._emitted(checked),
            crashes,
            self._beside(checked),
        )

    def _seen(self, read: Source, states: dict[str, os.stat_result | None], places: dict[str, str]) -> tuple[Seen, ...]:
        """What is to be remembered of a file and its copy: the very bytes that were judged. Nothing of what is no ordinary file."""
        used = {read.path: read.data, copy_name(read.path): self.copies.read_of(Path(read.path).stem)}
        found = []
        for name, state in states.items():
            data = used[name] if used[name] is not None else bytes_at(places[name])  # of a copy that nobody needed
            if state is None or data is None:
                return ()
            found.append(seen(state, digest(data)))
        return tuple(found)

    def _joined(self, checked: Checked) -> Joined:
        """What is said of an article with the registry at hand."""
        statements = checked.facts.statements if checked.facts else None
        if statements is None or self.registry is None:
            return Joined()
        return of_article(self.rules, self.registry, statements)

    def _beside(self, checked: Checked) -> bytes | None:
        """What is made of the record; of an article, once it is known who and what it speaks of."""
        record, registry = checked.record, self.registry
        if self.made is None or record is None or (registry is None and isinstance(record, Article)):
            return None
        from dateline.engine.opening import Opened  # noqa: PLC0415 - what a check alone does not need

        return OF_THIS_RUN.encoded(self.made(Opened(record, checked.data), registry.derived(_speaking) if registry else None))

    def _emitted(self, checked: Checked) -> tuple[Emitted, ...]:
        by_key = defaultdict(list)
        for key, fact in checked.facts.emitted if checked.facts else ():
            by_key[key].append(fact)
        return tuple((key, len(facts), self.coding.encoded(facts)) for key, facts in by_key.items())


def _speaking(registry: Registry) -> Speaking:
    return Speaking({one.id: one for one in registry.actors}, {one.id: one for one in registry.events})


def known_of(checked: Checked, joined: Joined) -> Known:
    """What is known of a file that was checked."""
    facts = checked.facts
    stem = os.path.splitext(os.path.basename(checked.path))[0]  # noqa: PTH119, PTH122 - a fifth of the time of a path
    return Known(
        None if facts and facts.head.id == stem else (source.kind_of(checked.path), stem),
        facts.head if facts else None,
        dict(checked.counts) | ({} if facts else {UNJUDGED: 1}),
        tuple(checked.skipped),
        bool(facts) and bool(checked.skipped or checked.counts["anchors"] > checked.counts["anchors_verified"]),
        facts.referred if facts else frozenset(),
        facts.outcomes if facts else frozenset(),
        tuple(joined.loose),
    )
