"""What a memory holds of a file, under a key, and of all files: the latter two are gone through in it, and not held at once."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.engine.coding import Coding
from dateline.engine.known import Known
from dateline.engine.memory import Memory
from dateline.model.corpus import Name
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
