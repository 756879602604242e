"""Files of annotation tools as bytes and text, within limits, and with one located message for what cannot be read."""

from pathlib import Path
from typing import NoReturn

from dateline.engine.settings import UsageError
from dateline.loading import source

LARGEST = 16 << 20  # bytes; of a whole project that one file exports
_MARKS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
MOST_MARKS = 5_000  # of one text that are read; the founding article has some 200
MOST_ELEMENTS = 200_000  # of all that a tool lays over it, words and sentences among them


def bytes_of(file: Path) -> bytes:
    """The bytes of a file.

    Raises:
        UsageError: for one that cannot be read, is no ordinary file, or is larger than any export of an article.

    """
    try:
        data, size = source.content(file, LARGEST)
    except source.NotOrdinaryError:
        fail(str(file), "it is not an ordinary file")
    except OSError as error:
        fail(str(file), f"it cannot be read: {source.why(error)}")
    if len(data) > LARGEST:
        fail(str(file), f"it has {size:,} bytes, more than 16 MiB: is it an export of articles?")
    return data


def text_in(name: str, data: bytes) -> str:
    """The text of a file, carriage returns and all: offsets count them.

    Raises:
        UsageError: for bytes that are not UTF-8.

    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            fail(f"{name}:1:1", f"it is {encoding}: save it as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"{name}:{line}:{column}: byte 0x{data[error.start]:02X} is not UTF-8: save it as UTF-8"
        raise UsageError(message) from error


def judge_number(name: str, count: int, most: int = MOST_MARKS) -> None:
    """See to it that a text has no more marks than anybody made by hand.

    Raises:
        UsageError: if it has.

    """
    if count > most:
        fail(name, f"{count:,} annotations are more than the {most:,} that are read of one text")


def fail(at: str, why: str) -> NoReturn:
    """Tell what is at fault, and where.

    Raises:
        UsageError: always.

    """
    message = f"{at}: {why}"
    raise UsageError(message)
