"""What a record says, with the place where it says so."""

from dataclasses import dataclass

from dateline.model.edtf import Edtf
from dateline.model.place import Place


@dataclass(frozen=True, slots=True)
class Ref:
    """An id that stands somewhere and names something."""

    id: str
    at: Place

    @property
    def is_local(self) -> bool:
        """Whether it names an unnamed source of the same file."""
        return self.id.startswith("_")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands."""

    value: Edtf
    at: Place
