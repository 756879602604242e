"""Judges what lies across files, slice by slice. Nothing here reads a file or remembers anything.

First the registry has to be there. Then every article can be judged by itself as soon as it is read (``of_article``), and its
statements thrown away. What articles emitted is judged key by key (``groups``, ``of_group``), and what is of time for all events
that are joined (``chronicles``); the registry and the census come when all are in. Each result depends on the arguments alone,
so it may be remembered for as long as they are the same:

* ``of_article``: on the rules, the registry, and the statements of this one article;
* ``of_registry``: on the rules and the registry;
* ``of_group``: on the rules, the registry, what stands under this key, and whether articles could not be read;
* of a chronicle: on the rules, the registry, and what stands under the keys of its events.

In which order they are asked does not matter for a report, which is sorted.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from msgspec import DecodeError, Struct, field

from dateline.engine.causes import Said
from dateline.loading import source
from dateline.model.corpus import Census, Crash, Reading, Registry, Run
from dateline.model.facts.durations import Lasting
from dateline.model.facts.emitted import DURATIONS, IN_TIME, TIMES, Emission, Emitted
from dateline.model.facts.references import Reference
from dateline.model.facts.statements import Statements
from dateline.model.fault import Fault
from dateline.model.gathered import GATHERED, Chronicle, Gathered
from dateline.model.records import Record
from dateline.model.timeline import joined_with
from dateline.rules import Rules

SLICES = (Registry, Reading, *GATHERED.values(), Chronicle, Census)  # the scopes of rules that look across files

_BETWEEN = ("actor", "event", "article")  # kinds of records that others name


Judged = Fault | Record | Gathered | Chronicle | Registry | Reading | Census | Run


class Joined(Struct):
    """What rules said of a slice, and which of them failed. ``loose`` are the references that the registry did not resolve."""

    said: list[Said] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    loose: list[Reference] = field(default_factory=list)


def judged(rules: Rules, thing: Judged, name: str | None, path: str) -> Joined:
    """What every rule that takes this thing says of it. A rule that fails is told of as at ``path``, and the others go on."""
    joined = Joined()
    for rule in rules.taking(type(thing)):
        try:
            if told := [*rule.check(thing)]:
                joined.said += [Said(rule, problem, name) for problem in told]
        except (DecodeError, sqlite3.Error):  # what it asked for was read from a memory that cannot be read
            raise
        except Exception as error:  # noqa: BLE001 - whatever a rule does wrong becomes a finding of C804
            joined.crashes.append(Crash(rule.name, path, f"{type(error).__name__}: {error}"))
    return joined


def of_article(rules: Rules, registry: Registry, statements: Statements) -> Joined:
    """What is said of an article with the registry at hand. It depends on these two alone: the memory rests on that."""
    joined = judged(rules, Reading(registry, statements), None, statements.at.file)
    joined.loose = loose(registry, statements.references)
    return joined


def of_registry(rules: Rules, registry: Registry) -> Joined:
    """What is said of the actors, the events and the manifest among themselves."""
    joined = judged(rules, registry, None, source.MANIFEST)
    joined.loose = loose(registry, registry.references)
    return joined


def of_group(rules: Rules, registry: Registry, key: str, members: Iterable[Emitted], *, articles_unread: bool = False) -> Joined:
    """What is said of the facts under one key, which come in the order of files."""
    kind, _, value = key.partition(":")
    gathered: Any = GATHERED[kind]  # whose members are of the types that the emissions of that kind have
    return judged(rules, gathered(registry, value, tuple(members), articles_unread), None, source.MANIFEST)


def of_census(rules: Rules, census: Census) -> Joined:
    """What is said of all files at once."""
    return judged(rules, census, None, source.MANIFEST)


def groups(registry: Registry, emissions: Iterable[Emission]) -> Iterator[tuple[str, list[Emitted]]]:
    """The keys with what stands under each: every event of the registry has one.

    ``emissions`` come sorted by key, and under one key in the order of files and of an article's statements.
    """
    own = sorted(own_keys(registry))
    keyed = merge(((key, None) for key in own), emissions, key=itemgetter(0))
    for key, found in groupby(keyed, key=itemgetter(0)):
        yield key, [fact for _, fact in found if fact is not None]


def own_keys(registry: Registry) -> set[str]:
    """The keys of groups that are judged although no article may say anything under them."""
    return {f"event:{name}" for name in registry.ids("event")}


def chronicles(
    registry: Registry, events: Iterable[str], under: Callable[..., Iterable[Any]]
) -> Iterator[tuple[list[str], Chronicle]]:
    """What is said of the time of each of these events and of all that are joined with it, and the keys of their times.

    ``under`` gives what stands under some keys. Events that are joined come once, in the same order whichever was asked for.
    """

    def lastings_of(event: str) -> list[Lasting]:
        return [*under(f"{DURATIONS}:{event}")]

    for joined, lastings in joined_with(events, registry, lastings_of):
        keys = [f"{TIMES}:{event}" for event in joined]
        records = tuple(event for name in joined for event in registry.events_called(name))
        yield keys, Chronicle(registry, records, under(*keys), lastings)


def loose(registry: Registry, references: Iterable[Reference]) -> list[Reference]:
    """The references to records that the registry does not know: those to articles, and those that may be mistakes."""
    return [one for one in references if one.kind in _BETWEEN and not registry.is_known(one.kind, one.id)]


def asked_for(rules: Rules) -> frozenset[str]:
    """The kinds of emissions that one of the rules judges."""
    scopes = GATHERED | dict.fromkeys(IN_TIME, Chronicle)
    return frozenset(kind for kind, scope in scopes.items() if scope.__name__ in rules.scopes)
