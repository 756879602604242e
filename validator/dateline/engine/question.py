"""What a run is asked."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from dateline.engine.settings import Settings
from dateline.loading.source import Over
from dateline.loading.texts import Copies
from dateline.model.fault import Fault


class Question(Struct, frozen=True):
    """What a run is asked, and of which files: ``places`` are all that it reads, ``strays`` what lies among them and is none."""

    root: Path
    settings: Settings
    copies: Copies
    only: frozenset[str]
    today: date | None
    over: Over
    jobs: int
    places: dict[str, str]
    paths: tuple[str, ...]
    strays: tuple[Fault, ...]

    @property
    def name(self) -> str:
        """The name of the corpus's folder."""
        return self.root.resolve().name

    @property
    def shown(self) -> tuple[str, ...]:
        """The files of which something is told."""
        return tuple(path for path in self.paths if path in self.only) if self.only else self.paths

    @property
    def identity(self) -> str:
        """What the report depends on beside the bytes of the files and the way of asking."""
        asked = (self.name, self.settings.as_of, self.today, sorted(self.only), self.strays)
        return f"report {asked}"
