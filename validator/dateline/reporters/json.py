"""The report for other programs; its schema is ``schema/report-1.schema.json``."""

import json
import re
from typing import Any

from dateline import __version__
from dateline.engine.report import Report
from dateline.model.finding import Finding, PlacedFix
from dateline.model.place import Span
from dateline.model.standard import VERSION

# what a runner takes for a command wherever it stands in a line
_COMMAND = re.compile(r"#(?=#\w*\[)")


def render(report: Report) -> str:
    """Give the report as JSON."""
    return written(as_data(report), indent=1) + "\n"


def written(data: object, indent: int | None = None) -> str:
    """Give data as JSON in ASCII: no character of a corpus reaches a terminal raw, and nothing reads as a command of a runner."""
    return _COMMAND.sub(r"\\u0023", json.dumps(data, indent=indent))


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "format": "dateline-report/1",
        "version": __version__,
        "schema": VERSION,
        "as_of": report.as_of.isoformat(),
        "root": report.root,
        "findings": [finding_as_data(finding) for finding in report.findings],
        "checked": report.checked,
        "skipped": [{"path": skipped.path, "why": skipped.why} for skipped in report.skipped],
    }


def finding_as_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "path": finding.path,
        **_span(finding.span),
        "pointer": finding.pointer,
        "record": finding.record,
        "related": [{"path": r.path, "line": r.span.line, "column": r.span.column, "message": r.message} for r in finding.related],
        "fix": _fix(finding.fix),
        "fingerprint": finding.fingerprint,
        "waived": finding.waived,
        "baseline": finding.baseline,
    }


def _span(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def _fix(fix: PlacedFix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"path": edit.path, **_span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "edits": edits}
