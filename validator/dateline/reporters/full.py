"""Each finding with its line, what it conflicts with, and what to do."""

from dateline.engine.report import Report
from dateline.model.finding import Excerpt, Finding, RelatedSpan
from dateline.model.place import Span
from dateline.reporters.safe import safe, width
from dateline.reporters.summary import summary


def render(report: Report) -> str:
    """Give every finding in full, and the summary."""
    return "\n".join([*(_told(finding, report) for finding in report.told), summary(report, in_terminal=True)]) + "\n"


def _told(finding: Finding, report: Report) -> str:
    gutter = " " * len(str(max([finding.span.line, *(related.span.line for related in finding.related)])))
    lines = [
        safe(f"{finding.severity}[{finding.code}]: {finding.message}"),
        safe(f"{gutter}--> {report.at(finding.path)}:{finding.span.line}:{finding.span.column}  ({finding.rule})"),
        *_context(finding.context, finding.span, gutter),
    ]
    for related in finding.related:
        lines += _related(related, finding, report, gutter)
    if finding.help:
        lines.append(safe(f"{gutter} = help: {finding.help}"))
    return "\n".join(lines) + "\n"


def _context(context: Excerpt, span: Span, gutter: str, marker: str = "^") -> list[str]:
    line = context.text
    if not line.strip():
        return []
    start = span.column - 1 - context.cut
    end = span.end_column - 1 - context.cut if span.end_line == span.line else len(line)
    before, marked = safe(line[:start]), safe(line[start:end].rstrip())
    carets = " " * width(before) + marker * max(1, width(marked))
    number = str(span.line).rjust(len(gutter))
    return [f"{gutter} |", f"{number} | {safe(line)}".rstrip(), f"{gutter} | {carets}"]


def _related(related: RelatedSpan, finding: Finding, report: Report, gutter: str) -> list[str]:
    where = "" if related.path == finding.path else f"{report.at(related.path)}:"
    head = safe(f"{gutter} : {related.message} ({where or 'line '}{related.span.line})")
    return [head, *_context(related.context, related.span, gutter, "-")[1:]]
