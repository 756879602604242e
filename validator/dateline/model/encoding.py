"""Values of this room as bytes (MessagePack), and back: what is remembered of a file is what was said of it, to the last field."""

from functools import cache
from typing import Any, TypeVar

from msgspec.msgpack import Decoder, Encoder

Value = TypeVar("Value")


def _plain(value: object) -> str:
    from fractions import Fraction  # noqa: PLC0415 - what is remembered needs hardly ever one

    if isinstance(value, Fraction):
        return str(value)
    message = f"{type(value).__name__} is nothing that is remembered"
    raise NotImplementedError(message)


def _restored(kind: type, value: object) -> object:
    from fractions import Fraction  # noqa: PLC0415 - as above

    if kind is Fraction:
        return Fraction(str(value))
    message = f"{kind.__name__} is nothing that is remembered"
    raise NotImplementedError(message)


_ENCODER = Encoder(enc_hook=_plain)


def encoded(value: object) -> bytes:
    """A value as bytes."""
    return _ENCODER.encode(value)


def decoded(data: bytes, kind: type[Value]) -> Value:
    """A value of that type from its bytes.

    Raises:
        msgspec.MsgspecError: for bytes that are none of such a value.

    """
    value: Value = _decoder(kind).decode(data)  # type: ignore[arg-type]  # a type can be hashed
    return value


@cache
def _decoder(kind: Any) -> Decoder[Any]:  # noqa: ANN401 - a type, or a union of several
    return Decoder(kind, dec_hook=_restored)
