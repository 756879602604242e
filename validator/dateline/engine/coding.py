"""Values as bytes: what processes hand to each other, and what is remembered of a run."""

import pickle
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from dateline.model.encoding import decoded, encoded


class NotStorableError(ValueError):
    """A value holds half a character, of which names of files and escapes can be made, and no encoding of text can."""


class Coding(Struct, frozen=True):
    """A way to write values as bytes, and to read back one of a type that is known."""

    encoded: Callable[[object], bytes]
    decoded: Callable[[bytes, Any], Any]


def _packed(value: object) -> bytes:
    try:
        return encoded(value)
    except UnicodeEncodeError as error:
        raise NotStorableError(str(error)) from error


KEPT = Coding(_packed, decoded)
# takes every value, and is never read from a file that somebody else could have written
OF_THIS_RUN = Coding(pickle.dumps, lambda data, _: pickle.loads(data))  # noqa: S301 - as above
