"""The digests of a release's files, as ``sha256sum -c SHA256SUMS`` reads them."""

import re
from collections.abc import Mapping

NAME = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def sums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, sorted by path: digest, two spaces, path.

    Source: https://www.gnu.org/software/coreutils/manual/html_node/md5sum-invocation.html
    """
    return "".join(f"{digest}  {path}\n" for path, digest in digests(files).items()).encode()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each file, sorted by path."""
    import hashlib  # noqa: PLC0415 - the command line knows this module by its name for the list, and loads OpenSSL for digests alone

    return {path: hashlib.sha256(files[path]).hexdigest() for path in sorted(files)}


def listed(written: str) -> dict[str, str]:
    """The digest of each file that is listed; what is no such line is passed over."""
    found = (_LINE.fullmatch(line) for line in written.split("\n"))
    return {match[2]: match[1] for match in found if match}
