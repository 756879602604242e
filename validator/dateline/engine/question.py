"""What a run is asked."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from dateline.engine.coding import OF_THIS_RUN
from dateline.engine.inputs import places
from dateline.engine.settings import Settings
from dateline.loading.source import Over
from dateline.loading.texts import Copies
from dateline.model.fault import Fault


class Beside(Struct):
    """What somebody makes of the records of a corpus while a check has them at hand: so that each file is read but once.

    ``made`` takes a record with its data, and the actors and events that are known; it is asked in any process, of an article
    once all these are known. What it gives is ``found`` by path, as bytes: of files that were checked, not of those that are
    remembered.
    """

    made: Callable[[Any, Any], object]
    found: dict[str, bytes] = field(default_factory=dict)

    def taken(self) -> Iterator[Any]:
        """What was made, in the order of files; it is not held any longer."""
        for path in sorted(self.found):
            yield OF_THIS_RUN.decoded(self.found.pop(path), Any)


class Question(Struct, frozen=True, dict=True):
    """What a run is asked, and of which files; ``strays`` are what lies among them and is none."""

    root: Path
    settings: Settings
    copies: Copies
    only: frozenset[str]
    today: date | None
    over: Over
    jobs: int
    paths: tuple[str, ...]
    strays: tuple[Fault, ...]
    beside: Beside | None = None

    @property
    def name(self) -> str:
        """The name of the corpus's folder."""
        return self.root.resolve().name

    @property
    def places(self) -> Iterator[tuple[str, str]]:
        """Where everything lies that it reads, by name."""
        return places(self.root, self.paths, self.copies.folder)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """The files of which something is told."""
        return tuple(path for path in self.paths if path in self.only) if self.only else self.paths

    @property
    def identity(self) -> str:
        """What the report depends on beside the bytes of the files and the way of asking."""
        asked = (self.name, self.settings.as_of, self.today, sorted(self.only), self.strays)
        return f"report {asked}"
