"""Whether a document has the shape of its record, by the JSON Schemas of the standard; and if not, the root cause.

Two engines are behind it. ``compiled`` decides, and says what is wrong; ``interpreted`` says it where the other cannot, or
would need too much memory. They say the same, so that it does not matter which was asked.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dateline.loading import compiled
from dateline.loading.document import Document
from dateline.loading.events import Data
from dateline.loading.mismatch import Mismatch
from dateline.loading.source import kind_of
from dateline.model import standard
from dateline.model.fault import AmbiguousScalar, Fault, SchemaFault, UnknownVersion, WrongType
from dateline.model.place import Place

MOST = 100  # faults told of one file: after that many, the list helps nobody

_VERSION = re.compile(r"(?P<kind>[a-z]+)/(?P<number>[0-9]+\.[0-9]+)")
_LONGEST = 100_000  # characters of a text: of one some times as long, jsonschema-rs says that it matches no pattern
_NUMBER = re.compile(r"\+?[0-9]*")  # a key that jsonschema-rs tells as a place in a list, or leaves out
# keys of the largest map times characters of the file: of each key that may not be, jsonschema-rs tells with a copy of the map
_MOST_COPIED = 1 << 22


def check(document: Document) -> tuple[str | None, list[Fault]]:
    """Give the kind of record that a document says it is, and its faults; more than ``MOST`` are not gathered.

    A number or truth value where the schema wants text is told as what YAML did with it, and taken for the text.
    """
    kind, fault = _kind(document)
    if fault is not None:
        return None, [fault]
    if compiled.is_surely_valid(document.data, kind, version_of(document)):
        return kind, []
    from dateline.loading import wording  # noqa: PLC0415 - most records have the shape that they shall have

    found: list[Fault] = []
    for _ in range(2):
        mistaken = list(islice(wording.faults(_mismatches(document, kind), document), MOST))
        found = [*(fault for fault in found if isinstance(fault, AmbiguousScalar)), *mistaken]
        scalars = [fault for fault in mistaken if isinstance(fault, AmbiguousScalar)]
        if not scalars:
            break
        for scalar in scalars:
            _put(document.data, scalar)
    return kind, wording.without_echoes(found)


def valid_kind(document: Document) -> str | None:
    """The kind of record whose shape a document has, in the version that it names; none where faults keep it from being one."""
    kind, faults = check(document)
    return None if any(fault.closes for fault in faults) else kind


def version_of(document: Document) -> str:
    """The version that a record's first line names; the newest, where it names none that this program knows."""
    written = document.data.get("schema") if isinstance(document.data, dict) else None
    match = _VERSION.fullmatch(written) if isinstance(written, str) else None
    return match["number"] if match and match["number"] in standard.VERSIONS else standard.VERSION


def _kind(document: Document) -> tuple[str, SchemaFault | None]:
    """The kind of record by its ``schema`` line, and what is wrong with that line."""
    at = Place(document.path)
    if not isinstance(document.data, dict):
        from dateline.loading.wording import found_instead  # noqa: PLC0415 - as above

        return "", WrongType(at, "a map of fields", found_instead(document.data))
    written = document.data.get("schema")
    match = _VERSION.fullmatch(written) if isinstance(written, str) else None
    if match is None or match["kind"] not in standard.KINDS or match["number"] not in standard.VERSIONS:
        expected = (f"{kind_of(document.path)}/{standard.VERSION}",)
        where = at / "schema" if "schema" in document.data else at
        return "", UnknownVersion(where, None if written is None else str(written), expected)
    return match["kind"], None


def _mismatches(document: Document, kind: str) -> Iterator[Mismatch]:
    data, version = document.data, version_of(document)
    if can_be_told_by_the_fast_one(document):
        try:
            return iter(compiled.mismatches(data, kind, version))
        except ValueError:
            pass
    from dateline.loading import interpreted  # noqa: PLC0415 - as above

    return interpreted.mismatches(data, kind, version)


def can_be_told_by_the_fast_one(document: Document) -> bool:
    """Whether what jsonschema-rs says of data that is not valid is true and whole, and no more than memory holds."""
    widest, rest = 0, [document.data]
    while rest:
        node = rest.pop()
        if isinstance(node, dict):
            widest = max(widest, len(node))
            if any(isinstance(key, str) and (_NUMBER.fullmatch(key) or len(key) > _LONGEST) for key in node):
                return False
            rest += node.values()
        elif isinstance(node, list):
            rest += node
        elif isinstance(node, str) and len(node) > _LONGEST:
            return False
    return widest * len(document.text) <= _MOST_COPIED


def _put(data: Data, fault: AmbiguousScalar) -> None:
    parent: Any = data
    for step in fault.at.steps[:-1]:
        parent = parent[step]
    parent[fault.at.steps[-1]] = fault.written
