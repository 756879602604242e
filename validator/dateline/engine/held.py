"""What a memory holds of a file, under a key, and of all files: the latter two are gone through in it, and not held at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from dateline.engine.coding import Coding
from dateline.engine.known import Known
from dateline.engine.memory import Memory
from dateline.model.corpus import Entry, Name
from dateline.model.facts import Head
from dateline.model.facts.emitted import Emitted


class Held(Struct, frozen=True):
    """What the memory held of a file, or holds by now."""

    known: Known | None = None
    record: bytes | None = None
    emitted: dict[str, bytes] = {}

    @property
    def unread(self) -> Name | None:
        """Its name, if nobody knows what it holds."""
        return self.known.unread if self.known else None

    @property
    def head(self) -> Head | None:
        """Its head, if it could be read."""
        return self.known.head if self.known else None


NOTHING = Held()


class Entries(Mapping[Name, Sequence[Entry]]):
    """The actors, the events and the manifest by name, each read when it is asked for.

    One article asks for a few dozen of them; to read all was a tenth of the time of a check of one file among 10,000.
    """

    def __init__(self, coding: Coding, records: Iterable[tuple[str, bytes]]) -> None:
        """Take them with their names, ``actor:roh-jae-chun``, in the order of files."""
        self._coding = coding
        self._read: dict[Name, list[Entry]] = {}
        self._records: dict[str, list[bytes]] = {}
        for name, record in records:
            self._records.setdefault(name, []).append(record)

    def __getitem__(self, name: Name) -> list[Entry]:
        """Those of a name, in the order of files."""
        if name not in self._read:
            self._read[name] = [self._coding.decoded(record, Entry) for record in self._records[":".join(name)]]
        return self._read[name]

    def __contains__(self, name: Any) -> bool:  # noqa: ANN401 - as every mapping has it
        """Whether there is one of that name: for that, none need be read."""
        return ":".join(name) in self._records

    def __iter__(self) -> Iterator[Name]:
        """Give the names."""
        return ((kind, one) for kind, _, one in (name.partition(":") for name in self._records))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._records)


class Members(Struct, frozen=True):
    """What stands under some keys, gone through in the memory each time."""

    memory: Memory
    coding: Coding
    keys: tuple[str, ...]

    def __iter__(self) -> Iterator[Emitted]:
        """Go through it anew, key by key and then in the order of files."""
        for key in self.keys:
            for facts in self.memory.emitted_under(key):
                yield from self.coding.decoded(facts, list[Emitted])


class Heads(Struct, frozen=True):
    """The heads of all files, gone through in the memory each time."""

    memory: Memory
    coding: Coding

    def __iter__(self) -> Iterator[Head]:
        """Go through them anew."""
        return (self.coding.decoded(head, Head) for head in self.memory.heads())
