"""Values as bytes: what processes hand to each other, and what is remembered of a run."""

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


def _pickled(value: object) -> bytes:
    import pickle  # noqa: PLC0415 - hardly any run needs it

    return pickle.dumps(value)


def _unpickled(data: bytes, _: Any) -> Any:  # noqa: ANN401 - a value of any type
    import pickle  # noqa: PLC0415 - as above

    return pickle.loads(data)  # noqa: S301 - it is never read from a file that somebody else could have written


KEPT = Coding(_packed, decoded)
OF_THIS_RUN = Coding(_pickled, _unpickled)  # takes every value
