"""What a record says, with the place where it says so."""

from msgspec import Struct

from dateline.model.edtf import Edtf, surely_before
from dateline.model.place import Place


class Ref(Struct, frozen=True, array_like=True, gc=False):
    """An id that stands somewhere and names something."""

    id: str
    at: Place

    @property
    def is_local(self) -> bool:
        """Whether it names an unnamed source of the same file."""
        return self.id.startswith("_")


class Dated(Struct, frozen=True, array_like=True):
    """A date and where it stands."""

    value: Edtf
    at: Place


def is_before(one: Dated | None, other: Dated | None) -> bool:
    """Whether both are known, and the first surely lies before the second."""
    return one is not None and other is not None and surely_before(one.value, other.value)
