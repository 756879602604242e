"""Marks as a UIMA CAS: XMI with its type system, and JSON.

Source: https://github.com/dkpro/dkpro-cassis
"""

from collections.abc import Iterable
from typing import Any

from dateline.engine import extras
from dateline.exporters.marks import LABELS
from dateline.model.standoff import ENDS, FRAGMENT, Mark, Standoff

PREFIX = "dateline."
TYPES = "TypeSystem.xml"
_LINK = "dateline.Link"
_STRING, _STRINGS, _ANNOTATION = "uima.cas.String", "uima.cas.StringArray", "uima.tcas.Annotation"
_REFERRING = ("Mention", "Quote", "Event")


def files(documents: Iterable[Standoff]) -> dict[str, bytes]:
    """``cas/``: each document as XMI and as JSON, and the type system once; none without documents.

    Raises:
        UsageError: without dkpro-cassis.

    """
    return {f"cas/{name}": content for document in documents for name, content in written(document).items()}


def written(document: Standoff) -> dict[str, bytes]:
    """The files of a document, by their names.

    Raises:
        UsageError: without dkpro-cassis.

    """
    cassis = extras.cassis()
    system = cassis.TypeSystem()
    _declare(system)
    cas = cassis.Cas(typesystem=system)
    cas.sofa_string, cas.sofa_mime = document.text, "text/plain"
    added = {
        mark.id: _add(cas, system, mark) for mark in sorted(document.marks, key=lambda mark: (mark.stretches, mark.label, mark.id))
    }
    for link in sorted(document.links, key=lambda link: (link.label, link.start, link.end)):
        ends = added[link.start], added[link.end]
        told = {"label": link.label, **dict(zip(ENDS, ends, strict=True))}
        cas.add(system.get_type(_LINK)(begin=ends[1].begin, end=ends[1].end, **told))
    files = {f"{document.name}.xmi": cas.to_xmi(), f"{document.name}.json": cas.to_json(), TYPES: system.to_xml()}
    return {name: text.encode() for name, text in files.items()}


def _declare(system: Any) -> None:  # noqa: ANN401 - a library without types
    for label, features in LABELS.items():
        kind = system.create_type(PREFIX + label, _ANNOTATION)
        for feature in features:
            system.create_feature(kind, feature, _STRING)
        if label in _REFERRING:
            system.create_feature(kind, "Dateline", _STRINGS)
    link = system.create_type(_LINK, _ANNOTATION)
    system.create_feature(link, "label", _STRING)
    for end in ENDS:
        system.create_feature(link, end, _ANNOTATION)
    system.create_feature(system.create_type(FRAGMENT, _ANNOTATION), "of", _ANNOTATION)


def _add(cas: Any, system: Any, mark: Mark) -> Any:  # noqa: ANN401 - as above
    """Add a mark; one with gaps covers all of them, and has each of its stretches beside it."""
    fields: dict[str, Any] = {name: value for name, value in mark.attributes if name != "Dateline"}
    if ids := mark.values("Dateline"):
        fields["Dateline"] = system.get_type(_STRINGS)(elements=list(ids))
    whole = min(start for start, _ in mark.stretches), max(end for _, end in mark.stretches)
    one = system.get_type(PREFIX + mark.label)(begin=whole[0], end=whole[1], **fields)
    cas.add(one)
    if len(mark.stretches) > 1:
        for start, end in mark.stretches:
            cas.add(system.get_type(FRAGMENT)(begin=start, end=end, of=one))
    return one
