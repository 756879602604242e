"""What several articles say under one key: slices of the corpus that are judged by themselves.

Each holds the registry and what was emitted under its key, in the order of files, and nothing else of any article.
"""

from collections.abc import Iterable

from msgspec import Struct

from dateline.model.corpus import Registry
from dateline.model.facts.copies import Printed, Sketched
from dateline.model.facts.durations import Lasting
from dateline.model.facts.emitted import Worded
from dateline.model.facts.events import Presented, StanceTaken
from dateline.model.records import Event


class Coverage(Struct, frozen=True):
    """What articles say of one event. ``articles_unread``: some could not be read, and may say what no other does."""

    registry: Registry
    value: str
    members: tuple[Presented | StanceTaken, ...]
    articles_unread: bool = False

    @property
    def events(self) -> list[Event]:
        """The record of the event: more than one is a mistake of its own."""
        return self.registry.events_called(self.value)

    @property
    def presented(self) -> list[Presented]:
        """How articles present the event, in the order of files."""
        return [fact for fact in self.members if isinstance(fact, Presented)]

    @property
    def taken(self) -> list[StanceTaken]:
        """What quotes hold of the event, in the order of files."""
        return [fact for fact in self.members if isinstance(fact, StanceTaken)]

    @property
    def stances(self) -> set[str]:
        """The stances that quotes take."""
        return {fact.stance for fact in self.taken}


class Dating(Struct, frozen=True):
    """The times that articles give one event that occurred."""

    registry: Registry
    value: str
    members: tuple[Presented, ...]
    articles_unread: bool = False

    @property
    def events(self) -> list[Event]:
        """The record of the event, as above."""
        return self.registry.events_called(self.value)


class SameWords(Struct, frozen=True):
    """The quotes that have the same words."""

    registry: Registry
    value: str
    members: tuple[Worded, ...]
    articles_unread: bool = False


class SamePrint(Struct, frozen=True):
    """The articles at one address, or of one text."""

    registry: Registry
    value: str
    members: tuple[Printed, ...]
    articles_unread: bool = False


class Alike(Struct, frozen=True):
    """The texts that share a run of words by which they are looked up, ``number``: they may be nearly the same."""

    registry: Registry
    value: str
    members: tuple[Sketched, ...]
    articles_unread: bool = False

    @property
    def number(self) -> int:
        """The fingerprint that they share."""
        return int(self.value, 16)


class Chronicle(Struct, frozen=True):
    """All that is said of when some events were, which nothing joins with any other event.

    ``presented`` are the times that articles give them, event by event and then in the order of files: they need not be in memory.
    ``lastings`` are the durations between them, or from one of them to a day.
    """

    registry: Registry
    events: tuple[Event, ...]
    presented: Iterable[Presented]
    lastings: tuple[Lasting, ...] = ()


Gathered = Coverage | Dating | SameWords | SamePrint | Alike
# by the kinds of keys; each is made of the registry, the value of the key and what stands under it, which a chronicle is not
GATHERED: dict[str, type[Gathered]] = {
    "event": Coverage,
    "dates": Dating,
    "words": SameWords,
    "copy": SamePrint,
    "sketch": Alike,
}
