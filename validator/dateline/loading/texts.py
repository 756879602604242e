"""The reader's own copies of withheld texts."""

import re
from pathlib import Path

from msgspec import Struct, field

from dateline.loading.source import Source, read
from dateline.model.fault import Fault, NotUtf8, TooLargeOrDeep, Unreadable

_ID = re.compile(r"[a-z0-9-]{1,120}")  # releases of strangers name articles too: nothing else is a name of a file here


class Copies(Struct, frozen=True):
    """A folder of copies, each named ``<article id>.txt``; no folder holds none."""

    folder: Path | None = None
    _troubles: dict[str, str] = field(default_factory=dict)
    _read: dict[str, bytes] = field(default_factory=dict)

    def text_of(self, article: str) -> str | None:
        """The copy of an article, if there is one that can be read; why not is kept for ``trouble_with``."""
        if self.folder is None or not _ID.fullmatch(article):
            return None
        from dateline.loading.characters import decoded  # noqa: PLC0415 - where no article is withheld, nothing is decoded

        source = read(self.folder, f"{article}.txt")
        if isinstance(source, Source):
            self._read[article] = source.data
        text = source if isinstance(source, Fault) else decoded(source)
        if isinstance(text, str):
            return text
        if (self.folder / f"{article}.txt").exists():
            self._troubles[article] = _why(text)
        return None

    def read_of(self, article: str) -> bytes | None:
        """What was read of the copy of an article since it was asked for last, once."""
        return self._read.pop(article, None)

    def trouble_with(self, article: str) -> str | None:
        """Why the copy of an article could not be read, although there is one."""
        return self._troubles.get(article)


def _why(fault: Fault) -> str:
    match fault:
        case NotUtf8():
            return "the copy is not UTF-8"
        case TooLargeOrDeep():
            return "the copy is larger than 1 MiB"
        case Unreadable(why=why):
            return f"the copy cannot be read: {why}"
    return "the copy cannot be read"
