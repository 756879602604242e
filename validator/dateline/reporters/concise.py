"""One line a finding."""

from dateline.engine.report import Report
from dateline.model.finding import Finding
from dateline.reporters.safe import safe
from dateline.reporters.summary import summary


def render(report: Report) -> str:
    """Give path, line, column, rule and message of each finding, and the summary."""
    return "\n".join([*(_told(finding, report) for finding in report.told), summary(report, in_terminal=True)]) + "\n"


def _told(finding: Finding, report: Report) -> str:
    where = f"{report.at(finding.path)}:{finding.span.line}:{finding.span.column}"
    return safe(f"{where}: {finding.severity} {finding.code} [{finding.rule}] {finding.message}")
