"""Reading the fields of a record: ids with their places, and dates."""

from collections.abc import Mapping
from typing import Any

from dateline.model.edtf import ImpossibleDateError, parse
from dateline.model.fault import ImpossibleDate
from dateline.model.place import Place
from dateline.model.placed import Dated, Ref

Map = Mapping[str, Any]


def refs(data: Map, field: str, at: Place) -> tuple[Ref, ...]:
    """The ids of a field that holds one or a list of them."""
    value = data.get(field)
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple([Ref(name, at.below(field, n)) for n, name in enumerate(value)])
    return (Ref(value, at / field),)


def ref(data: Map, field: str, at: Place) -> Ref | None:
    """The id of a field that holds one."""
    value = data.get(field)
    return None if value is None else Ref(value, at / field)


def items(data: Map, field: str, at: Place) -> list[tuple[Map, Place]]:
    """The maps in a list, each with its place."""
    return [(item, at.below(field, n)) for n, item in enumerate(data.get(field) or ())]


class Dates:
    """Reads dates, and gathers those that no calendar has: their fields are then absent."""

    def __init__(self) -> None:
        self.faults: list[ImpossibleDate] = []

    def of(self, data: Map, field: str, at: Place) -> Dated | None:
        """The date of a field, if it has one; ``..`` is none."""
        return self.read(data.get(field), at / field)

    def read(self, written: str | None, at: Place) -> Dated | None:
        """The date that is written, if the calendar has it."""
        if written is None or written == "..":
            return None
        try:
            return Dated(parse(written), at)
        except ImpossibleDateError as error:
            self.faults.append(ImpossibleDate(at, written, str(error)))
        except ValueError as error:
            # the schema's pattern allows it and the reader of dates does not
            self.faults.append(ImpossibleDate(at, written, str(error)))
        return None
