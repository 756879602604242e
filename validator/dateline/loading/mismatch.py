"""One way in which data breaks a schema, as either of the two engines tells it."""

from typing import Any

from msgspec import Struct


class Mismatch(Struct, frozen=True):
    """A value, or with ``of_key`` a key, that breaks one keyword of one node of a schema.

    ``steps`` lead from the top of the data to the value, or to the map that has the key. ``field`` is the one that is missing.
    ``branches`` are what speaks against each of the alternatives of ``anyOf`` and ``oneOf``, in their order.
    """

    keyword: str
    steps: tuple[str | int, ...]
    instance: Any
    schema: dict[str, Any]
    of_key: bool = False
    field: str = ""
    branches: tuple[tuple["Mismatch", ...], ...] = ()
