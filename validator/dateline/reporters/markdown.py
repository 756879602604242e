"""A table for the comment on a pull request and for the summary of a job.

The table is HTML, and every value stands in ``<code>`` or ``<pre>``: within an HTML block no Markdown is read, and within
those elements nobody is mentioned, no issue is linked and no emoji is put in.
"""

from dateline.engine.report import Report
from dateline.model.finding import SEVERITIES, Finding
from dateline.reporters.safe import cut, safe
from dateline.reporters.summary import found, summary

# characters: a comment on GitHub holds 65,536, the summary of a job a mebibyte; what follows the table has to fit, too
_MOST = 56_000
_LONGEST = 1_000  # characters of one value


def render(report: Report) -> str:
    """Give what was found as a heading, the findings as a table, errors first, and how much was checked."""
    ordered = sorted(report.told, key=lambda finding: SEVERITIES.index(finding.severity))
    rows, size = [], 0
    for finding in ordered:
        row = _row(report.at(finding.path), finding)
        size += len(row) + 1
        if size > _MOST:
            break
        rows.append(row)
    hidden = len(ordered) - len(rows)
    rest = [f'<tr><td colspan="4">…and {hidden} more</td></tr>'] if hidden else []
    head = "<tr><th></th><th>where</th><th>what</th><th>rule</th></tr>"
    table = ["<table>", head, *rows, *rest, "</table>", ""] if ordered else []
    return "\n".join([f"### Dateline: {found(report)}", "", *table, f"<pre>{_inert(summary(report), 4 * _LONGEST)}</pre>"]) + "\n"


def _row(path: str, finding: Finding) -> str:
    where = f"<code>{_inert(safe(f'{path}:{finding.span.line}'))}</code>"
    what = f"<code>{_inert(safe(finding.message))}</code>"
    if finding.help:
        what += f"<br>help: <code>{_inert(safe(finding.help))}</code>"
    return f"<tr><td>{finding.severity}</td><td>{where}</td><td>{what}</td><td><code>{finding.rule}</code></td></tr>"


def _inert(text: str, longest: int = _LONGEST) -> str:
    from html import escape  # noqa: PLC0415 - only this format needs it

    return escape(cut(text, longest))
