"""What every report for people ends with: what was found, and how much was checked."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from dateline.engine.report import Report
from dateline.reporters.safe import safe

_PARTS = ("articles", "actors", "events", "mentions", "times", "quotes", "event_mentions")


def counted(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    noun = noun.replace("_", " ").removesuffix("s")
    return f"{number} {noun}{'' if number == 1 else 's'}"


def found(report: Report) -> str:
    """Say what was found: ``2 errors, 1 note``."""
    nouns = {"error": "errors", "warning": "warnings", "info": "notes"}
    counts = [counted(report.by_severity[name], noun) for name, noun in nouns.items() if report.by_severity[name]]
    return ", ".join(counts) or "no findings"


def left_out(report: Report) -> str:
    """Say how many findings are not told, and why: ``3 waived; 12 already in HEAD``; nothing, if all are."""
    waived = sum(finding.waived is not None for finding in report.findings)
    parts = [f"{waived} waived"] if waived else []
    if report.against is not None:
        already = sum(finding.baseline for finding in report.findings)
        parts.append(f"{already or 'none'} already in {safe(report.against)}")
    return "; ".join(parts)


def headline(report: Report) -> str:
    """Say what was found in how many files, in a line."""
    return "; ".join(filter(None, [f"{found(report)} in {counted(report.checked['files'], 'files')}", left_out(report)]))


def summary(report: Report, *, in_terminal: bool = False) -> str:
    """Say what was found, how much was checked, and what was not; in a terminal also what to type next."""
    checked = report.checked
    anchors = checked["anchors"]
    lines = [
        headline(report),
        *(_fixable(report) if in_terminal else ()),
        f"checked: {', '.join(counted(checked[part], part) for part in _PARTS)}{_today(report)}",
        f"anchors: {anchors}, of which {checked['anchors_verified']} verified against the text"
        + (f", {anchors - checked['anchors_verified']} that nobody could verify" if anchors > checked["anchors_verified"] else ""),
    ]
    lines += skipped(report)
    if any(skip.why.startswith("no copy") for skip in report.skipped):
        lines.append("         give the folder of your own copies with --texts DIR")
    if report.unread:
        lines.append(f"not judged further: {counted(report.unread, 'files')} that could not be read as a record")
    return "\n".join(lines)


def skipped(report: Report) -> Iterator[str]:
    """What was not checked, and why; of many files with one reason their number."""
    for why, number in sorted(Counter(skip.why for skip in report.skipped).items()):
        where = next(skip.path for skip in report.skipped if skip.why == why) if number == 1 else counted(number, "articles")
        yield f"skipped: {safe(where)}: {safe(why)}"


def _fixable(report: Report) -> Iterator[str]:
    """How many of the findings a command can fix."""
    fixes = Counter(finding.fix.safe for finding in report.told if finding.fix)
    if fixes[True]:
        more = f", {fixes[False]} more with --unsafe" if fixes[False] else ""
        yield f"{fixes[True]} can be fixed by dateline fix{more}"
    elif fixes[False]:
        yield f"{fixes[False]} can be fixed by dateline fix --unsafe, which a person must confirm"


def _today(report: Report) -> str:
    """The day that was called today; a corpus of which no file tells a day, or can, has none."""
    return "" if report.as_of in (date.min, date.max) else f"; today is {report.as_of}"


def statistics(report: Report) -> str:
    """Count the findings of each rule, the most frequent first."""
    number = Counter((finding.code, finding.rule, finding.severity) for finding in report.told)
    ordered = sorted(number.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:5}  {code}  {severity:7}  {name}\n" for (code, name, severity), count in ordered)
