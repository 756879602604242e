"""Values as bytes: what processes hand to each other, and what is remembered of a run."""

import pickle  # noqa: S403 - for values that never leave the run
from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import Struct, msgpack


class NotStorableError(ValueError):
    """A value holds half a character, of which names of files and escapes can be made, and no encoding of text can."""


class Coding(Struct, frozen=True):
    """A way to write values as bytes, and to read back one of a type that is known."""

    encoded: Callable[[object], bytes]
    decoded: Callable[[bytes, Any], Any]


def _packed(value: object) -> bytes:
    try:
        return msgpack.encode(value)
    except UnicodeEncodeError as error:
        raise NotStorableError(str(error)) from error


@cache
def _decoder(kind: Any) -> "msgpack.Decoder[Any]":  # noqa: ANN401 - any type of value
    return msgpack.Decoder(kind)


KEPT = Coding(_packed, lambda data, kind: _decoder(kind).decode(data))
# takes every value, and is never read from a file that somebody else could have written
OF_THIS_RUN = Coding(pickle.dumps, lambda data, _: pickle.loads(data))  # noqa: S301 - as above
