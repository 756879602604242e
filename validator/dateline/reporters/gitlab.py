"""A Code Quality report, as GitLab shows it in a merge request.

Source: GitLab's page on Code Quality: a list of objects with description, check_name, fingerprint, severity and location,
paths from the top of the repository without ``./``, fingerprints unique.
"""

from typing import Any

from dateline.engine.report import Report
from dateline.model.finding import Finding
from dateline.reporters.json import written
from dateline.reporters.safe import safe
from dateline.reporters.summary import left_out

_MANIFEST = "dateline.yaml"
_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Give the findings; how many are waived or known is one more, of the least severity, at the manifest."""
    issues = [_issue(report, finding) for finding in report.told]
    if left := left_out(report):
        # one fingerprint for all runs: a merge request that changes the number brings no new finding
        location = {"path": report.at(_MANIFEST), "lines": {"begin": 1, "end": 1}}
        told = {"description": left, "check_name": "dateline", "fingerprint": "left-out", "severity": "info"}
        issues.append({**told, "location": location})
    return written(issues, indent=1) + "\n"


def _issue(report: Report, finding: Finding) -> dict[str, Any]:
    advice = f"; help: {finding.help}" if finding.help else ""
    return {
        "description": safe(f"{finding.code}: {finding.message}{advice}"),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": report.at(finding.path), "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
    }
