"""One line a finding."""

from dateline.engine.report import Report
from dateline.reporters.safe import safe
from dateline.reporters.summary import summary


def render(report: Report) -> str:
    """Give path, line, column, rule and message of each finding, and the summary."""
    lines = [safe(f"{f.path}:{f.span.line}:{f.span.column}: {f.severity} {f.code} [{f.rule}] {f.message}") for f in report.told]
    return "\n".join([*lines, summary(report)]) + "\n"
