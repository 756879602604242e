"""SARIF 2.1.0, for code scanning and for editors.

Source: SARIF 2.1.0 with errata 01 (OASIS, 2023), whose schema the tests hold it against.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from dateline import __version__
from dateline.engine.report import Card, Report
from dateline.model.finding import Finding, PlacedEdit, PlacedFix
from dateline.model.place import Span
from dateline.reporters.json import written
from dateline.reporters.safe import safe

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """Give the report as a SARIF log of one run."""
    return written({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]}, indent=1) + "\n"


def _run(report: Report) -> dict[str, Any]:
    cards = [report.cards[code] for code in sorted(report.cards)]
    index = {card.code: number for number, card in enumerate(cards)}
    driver = {"name": "dateline", "version": __version__, "semanticVersion": __version__, "rules": list(map(_rule, cards))}
    skipped = [{"level": "note", "message": _message(s.why), "locations": [_location(report, s.path)]} for s in report.skipped]
    results = [_result(report, finding, index[finding.code]) for finding in report.findings]
    if any(finding.baseline for finding in report.findings):
        for finding, result in zip(report.findings, results, strict=True):
            result["baselineState"] = "unchanged" if finding.baseline else "new"
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "the top of the repository"}}},
        "invocations": [{"executionSuccessful": not report.crashed, "toolExecutionNotifications": skipped}],
        "results": results,
    }


def _rule(card: Card) -> dict[str, Any]:
    asks = f"dateline explain {card.name}"
    return {
        "id": card.code,
        "name": card.name,
        "shortDescription": {"text": card.summary},
        "fullDescription": {"text": card.why or card.summary},
        "help": {
            "text": f"{card.summary}\n\n{card.why}\n\nMore: {asks}",
            "markdown": f"**{card.summary}**\n\n{card.why}\n\nMore: `{asks}`",
        },
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
    }


def _result(report: Report, finding: Finding, index: int) -> dict[str, Any]:
    advice = f"\nhelp: {safe(finding.help)}" if finding.help else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(safe(finding.message) + advice)},
        "locations": [_location(report, finding.path, finding.span)],
        "partialFingerprints": {"dateline/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(report, related.path, related.span), "message": _message(related.message)}
            for number, related in enumerate(finding.related)
        ]
    if finding.fix:
        result["fixes"] = [_fix(report, finding.fix)]
    if finding.waived is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": safe(finding.waived)}]
    return result


def _fix(report: Report, fix: PlacedFix) -> dict[str, Any]:
    by_file = groupby(sorted(fix.edits, key=lambda edit: edit.path), key=lambda edit: edit.path)
    changes = [{"artifactLocation": _artifact(report, path), "replacements": list(_replacements(edits))} for path, edits in by_file]
    meaning = "the meaning stays" if fix.safe else "the meaning may change: look before you take it"
    return {"description": {"text": meaning}, "artifactChanges": changes}


def _replacements(edits: Iterable[PlacedEdit]) -> Iterable[dict[str, Any]]:
    return ({"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in edits)


def _location(report: Report, path: str, span: Span | None = None) -> dict[str, Any]:
    region = {"region": _region(span)} if span else {}
    return {"physicalLocation": {"artifactLocation": _artifact(report, path), **region}}


def _artifact(report: Report, path: str) -> dict[str, str]:
    from urllib.parse import quote  # noqa: PLC0415 - only this format needs it

    # a file's name that is no UTF-8 keeps its bytes
    return {"uri": quote(report.at(path), errors="surrogateescape"), "uriBaseId": _BASE}


def _region(span: Span) -> dict[str, int]:
    return {"startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _message(text: str) -> dict[str, str]:
    return {"text": _plain(safe(text))}


def _plain(text: str) -> str:
    """A text in which no ``[words](target)`` is a link, and no ``{0}`` a place for an argument: SARIF's messages may hold both."""
    return re.sub(r"\{(?=[0-9]+\})", "{ ", text.replace("](", "] ("))
