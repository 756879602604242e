"""Annotations of a pull request on GitHub, and for the log of the run all findings, a line each.

Source: github.com/actions/toolkit, ``packages/core/src/command.ts``, for what is escaped how; the limits are those of
GitHub's page on workflow commands and of its checks: ten annotations a level and step, 4,096 characters each.
"""

from dateline.engine.report import Report
from dateline.model.finding import Finding
from dateline.reporters import concise
from dateline.reporters.safe import cut, safe

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_MOST = 10  # annotations of a level that are shown
_LONGEST = 4096  # characters of a message


def render(report: Report) -> str:
    """Give the commands for the runner, errors first, and then the findings as a log shows them."""
    commands = []
    for severity, level in _LEVELS.items():
        found = [finding for finding in report.told if finding.severity == severity]
        hidden = len(found) - _MOST
        for number, finding in enumerate(found[:_MOST], 1):
            more = f"\n…and {hidden} more" if hidden > 0 and number == _MOST else ""
            commands.append(_command(level, report.at(finding.path), finding, more))
    return "\n".join([*commands, concise.render(report)])


def _command(level: str, path: str, finding: Finding, more: str) -> str:
    span = finding.span
    properties = {"title": finding.rule, "file": path, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        # GitHub takes columns only within a line
        properties |= {"col": span.column, "endColumn": span.end_column}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value != "")
    message = f"{finding.code}: {finding.message}"
    told = "\n".join([safe(message), *([f"help: {safe(finding.help)}"] if finding.help else [])])
    return f"::{level} {written}::{_data(cut(told, _LONGEST - len(more)) + more)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(safe(value)).replace(":", "%3A").replace(",", "%2C")
