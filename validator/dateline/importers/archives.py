"""Archives that tools export, unpacked in memory and within limits."""

import io
import lzma
import zipfile
import zlib
from pathlib import Path

from dateline.engine.settings import UsageError
from dateline.importers.files import LARGEST, bytes_of

_MOST = 1_000  # members
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_TOO_LARGE = "it unpacks to more than 16 MiB: is it an export of articles?"


def members_of(file: Path) -> dict[str, bytes]:
    """The files of an archive, by their names in it.

    Raises:
        UsageError: for one that is broken, or larger unpacked than any export, whatever it says of itself.

    """
    found: dict[str, bytes] = {}
    size = 0
    try:
        with zipfile.ZipFile(io.BytesIO(bytes_of(file))) as archive:
            if len(archive.infolist()) > _MOST:
                message = f"{file}: it has {len(archive.infolist()):,} members, more than {_MOST:,}"
                raise UsageError(message)
            for member in archive.infolist():
                if member.filename in found:
                    message = f"{file}: it has two members with the name {member.filename}: which is meant?"
                    raise UsageError(message)
                with archive.open(member) as opened:
                    # what a member says of its size is the word of a stranger
                    found[member.filename] = opened.read(LARGEST - size + 1)
                size += len(found[member.filename])
                if size > LARGEST:
                    message = f"{file}: {member.filename}: {_TOO_LARGE}"
                    raise UsageError(message)
    except _BROKEN as error:
        message = f"{file}: it is no archive that can be read: {error}"
        raise UsageError(message) from error
    return found
