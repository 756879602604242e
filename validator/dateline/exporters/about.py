"""What a release says of itself as a whole: taken from the manifest and from a check of the corpus."""

import re
from datetime import date

from msgspec import Struct

from dateline.engine.opening import Opened
from dateline.model.records import Manifest

SUBJECT = "Annotated diplomatic news: who is named, when, who says what, what happens."
_SPDX = re.compile(r"(?!LicenseRef-)[A-Za-z0-9.-]+")


class Person(Struct, frozen=True):
    """Somebody who annotates, or a group that does, as the manifest names them."""

    name: str
    orcid: str | None = None


class About(Struct, frozen=True):
    """The facts of a release. ``day`` is the corpus's own today, none where nothing in it has a day; no clock is asked.

    ``errors`` are those in spite of which it was made. ``statement`` is the corpus's README, ``licences`` are the files that
    lie with the corpus, by name.
    """

    manifest: Manifest
    day: date | None
    annotators: tuple[Person, ...]
    errors: int = 0
    statement: str | None = None
    licences: tuple[tuple[str, bytes], ...] = ()
    excel_safe: bool = False  # cells that a spreadsheet would run are marked

    @property
    def spdx(self) -> str | None:
        """The licence, if it is one that SPDX knows by a name: not an expression, and none of somebody's own."""
        return self.manifest.license if _SPDX.fullmatch(self.manifest.license) else None

    @property
    def told_errors(self) -> str:
        """The number of errors in words."""
        return "1 error" if self.errors == 1 else f"{self.errors} errors"


def persons(manifest: Opened[Manifest]) -> tuple[Person, ...]:
    """The annotators of a corpus, in the order of the manifest."""
    return tuple(Person(one["name"], one.get("orcid")) for one in manifest.data["annotators"].values())


def day_of(as_of: date) -> date | None:
    """The day of a release, from that of a check: a corpus without any day is checked on the last of all days."""
    return None if as_of == date.max else as_of
