"""Values as bytes: what processes hand to each other, and what is remembered of a run."""

import pickle
from collections.abc import Callable
from fractions import Fraction
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
        return msgpack.encode(value, enc_hook=_in_parts)
    except UnicodeEncodeError as error:
        raise NotStorableError(str(error)) from error


@cache
def _decoder(kind: Any) -> "msgpack.Decoder[Any]":  # noqa: ANN401 - any type of value
    return msgpack.Decoder(kind, dec_hook=_of_parts)


def _in_parts(value: object) -> object:
    """What msgpack has no word for: of durations, parts that are no whole numbers."""
    if isinstance(value, Fraction):
        return value.as_integer_ratio()
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _of_parts(kind: type, parts: Any) -> Any:  # noqa: ANN401 - as above
    return kind(*parts)


KEPT = Coding(_packed, lambda data, kind: _decoder(kind).decode(data))
# takes every value, and is never read from a file that somebody else could have written
OF_THIS_RUN = Coding(pickle.dumps, lambda data, _: pickle.loads(data))  # noqa: S301 - as above
