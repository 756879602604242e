"""Where the standard lies, and what its vocabularies say."""

from functools import cache
from pathlib import Path
from posixpath import join, normpath
from typing import Any

VERSIONS: tuple[str, ...] = ("1.0",)  # every version that a record may follow, from the oldest to the newest; each has its folder
VERSION = VERSIONS[-1]
KINDS = ("article", "actor", "event", "corpus")
BASE = "https://w3id.org/dateline/schema/"


@cache
def folder() -> Path:
    """The folder of the standard: inside an installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / "schema", package.parent.parent / "schema"):
        if (candidate / VERSION / "article.schema.json").is_file():
            return candidate
    message = f"the schema folder is neither in {package} nor beside it: reinstall dateline"
    raise FileNotFoundError(message)


@cache
def document(name: str) -> Any:  # noqa: ANN401 - JSON of any shape
    """The JSON document at ``name``, a path below the folder of the standard."""
    import json  # noqa: PLC0415 - what is remembered needs none of it

    return json.loads((folder() / name).read_text("utf-8"))


def referred(reference: str, base: str) -> tuple[Any, str]:
    """What a reference in the document ``base`` leads to, and the name of the document in which that stands."""
    file, _, pointer = reference.partition("#")
    name = normpath(join(base, "..", file)) if file else base
    found = document(name)
    for step in pointer.strip("/").split("/") if pointer else ():
        found = found[step]
    return found, name


def vocabulary(name: str) -> dict[str, Any]:
    """The closed list ``name``, with its ``enum`` and, where it has one, the crosswalk in ``terms``."""
    loaded: dict[str, Any] = document(f"vocabulary/{name}-1.0.json")  # vocabularies have versions of their own
    return loaded
