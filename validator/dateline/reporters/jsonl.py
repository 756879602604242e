"""One finding a line, as JSON with the fields that the report for other programs has."""

from dateline.engine.report import Report
from dateline.reporters.json import finding_as_data, written


def render(report: Report) -> str:
    """Give every finding as a line of JSON; no finding, no line."""
    return "".join(f"{written(finding_as_data(finding))}\n" for finding in report.findings)
