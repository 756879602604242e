"""What a memory holds of a file, under a key, and of all files: the latter two are gone through in it, and not held at once."""

from array import array
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
    """The actors, the events and the manifest by name and by kind, each read when it is asked for.

    One article asks for a few dozen of them; to read all was a tenth of the time of a check of one file among 10,000, and half of
    the memory of each process among 100,000. Their bytes lie side by side, so that processes share them: where each is a value of
    its own, to look at one is to write into its page, of which a process then has its own copy.
    """

    def __init__(self, coding: Coding, records: Iterable[tuple[str, bytes]]) -> None:
        """Take them with their names, ``actor:roh-jae-chun``, in the order of files."""
        self._coding = coding
        self._numbers: dict[str, int] = {}
        self._twins: dict[str, list[int]] = {}  # the others of a name that several have, which is a mistake
        self._kinds: dict[str, array[int]] = {}
        self._ends = array("Q", [0])
        data = bytearray()
        for number, (name, record) in enumerate(records):
            if self._numbers.setdefault(name, number) != number:
                self._twins.setdefault(name, []).append(number)
            self._kinds.setdefault(name.partition(":")[0], array("L")).append(number)
            data += record
            self._ends.append(len(data))
        self._bytes = bytes(data)

    def __getitem__(self, name: Name) -> list[Entry]:
        """Those of a name, in the order of files."""
        known = ":".join(name)
        return [self._entry(number) for number in (self._numbers[known], *self._twins.get(known, ()))]

    def __contains__(self, name: Any) -> bool:  # noqa: ANN401 - as every mapping has it
        """Whether there is one of that name: for that, none need be read."""
        return ":".join(name) in self._numbers

    def __iter__(self) -> Iterator[Name]:
        """Give the names."""
        return ((kind, one) for kind, _, one in (name.partition(":") for name in self._numbers))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._numbers)

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Those of a kind, in the order of files."""
        return map(self._entry, self._kinds.get(kind, ()))

    def _entry(self, number: int) -> Entry:
        entry: Entry = self._coding.decoded(self._bytes[self._ends[number] : self._ends[number + 1]], Entry)
        return entry


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
