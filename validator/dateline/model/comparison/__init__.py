"""What a change does to the standard: whether all files that one folder of schemas takes, another takes as well."""

import json
import re
from enum import IntEnum
from pathlib import Path
from typing import Any

from msgspec import Struct

from dateline.model.comparison.narrowing import narrowings
from dateline.model.comparison.nodes import Node, parts, root

_SUFFIX = ".schema.json"
_VERSION_LINE = re.compile(r"[a-z]+/[0-9]+\.[0-9]+")


class Verdict(IntEnum):
    """How much a change asks of the version, from little to much."""

    COMPATIBLE = 0
    MINOR = 1
    MAJOR = 2

    def __str__(self) -> str:
        """Give the word for people."""
        return self.name.lower()


MEANINGS = {
    Verdict.COMPATIBLE: "the same files are taken",
    Verdict.MINOR: "every file that was taken is still taken, and more are",
    Verdict.MAJOR: "a file that was taken may fail",
}


class Reason(Struct, frozen=True):
    """One difference, what it amounts to, and where it stands."""

    verdict: Verdict
    at: str
    words: str


class Comparison(Struct, frozen=True):
    """The differences between two folders of schemas, the gravest first."""

    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest of the reasons."""
        return max((reason.verdict for reason in self.reasons), default=Verdict.COMPATIBLE)


def compared(old: Path, new: Path) -> Comparison:
    """Compare the schemas of two folders, ``old`` and ``new``; the version in a record's first line is not looked at.

    Raises:
        FileNotFoundError: if a folder holds no schema, or a schema refers to a file that is not there.
        ValueError: if a file is no JSON, or no schema.

    """
    before, after = _files(old), _files(new)
    reasons = [Reason(Verdict.MAJOR, name, "the schema is gone") for name in before if name not in after]
    reasons += [Reason(Verdict.MINOR, name, "a new schema") for name in after if name not in before]
    both = sorted(before.keys() & after.keys())
    differences = {name: _between(_without_version(before[name]), _without_version(after[name])) for name in both}
    reasons += [reason for found in differences.values() for reason in found]
    changed = {reason.at.partition(" ")[0] for reason in reasons}  # also by what another file refers to
    for name in both:
        if not differences[name] and name not in changed and _is_reworded(before[name], after[name]):
            reasons.append(Reason(Verdict.COMPATIBLE, name, "only words for people changed"))
    return Comparison(tuple(sorted(dict.fromkeys(reasons), key=lambda reason: (-reason.verdict, reason.at, reason.words))))


def _files(folder: Path) -> dict[str, Node]:
    found = {path.name: root(path) for path in sorted(folder.glob(f"*{_SUFFIX}"))}
    if not found:
        message = f"{folder} holds no schema, <kind>{_SUFFIX}"
        raise FileNotFoundError(message)
    return found


def _between(old: Node, new: Node) -> list[Reason]:
    lost = narrowings(parts(old), new)
    narrowed = {(one.at, one.narrowed.partition(" was ")[0]) for one in lost}
    gained = [one for one in narrowings(parts(new), old) if (one.at, one.widened.partition(" was ")[0]) not in narrowed]
    return [
        *(Reason(Verdict.MAJOR, one.at, one.narrowed) for one in lost),
        *(Reason(Verdict.MINOR, one.at, one.widened) for one in gained),
    ]


def _without_version(node: Node) -> Node:
    """A record's schema without the name of its version, in which any two versions differ."""
    line = _line(node.schema)
    if line is None:
        return node
    schema = {**node.schema, "properties": {**node.schema["properties"], "schema": {}}}
    return Node(schema, node.document, node.file)


def _line(schema: Any) -> str | None:  # noqa: ANN401 - a schema of any shape
    written = schema.get("properties", {}).get("schema", True) if isinstance(schema, dict) else True
    const = written.get("const") if isinstance(written, dict) else None
    return const if isinstance(const, str) and _VERSION_LINE.fullmatch(const) else None


def _is_reworded(old: Node, new: Node) -> bool:
    return json.dumps(old.schema, sort_keys=True) != json.dumps(new.schema, sort_keys=True)
