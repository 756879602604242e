"""JUnit's XML, for the pages of CI servers that show tests: each finding is a test, and errors are those that failed.

What the file format says of itself is little; the attributes are those that Jenkins, GitLab and Azure read.
"""

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.engine.report import Report
from dateline.model.finding import Finding
from dateline.reporters.safe import safe
from dateline.reporters.summary import summary

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def render(report: Report) -> str:
    """Give a suite for each file with findings, and one that says how much was checked: no report is without a test.

    It is in ASCII: characters beyond are references, and what XML forbids is an escape by then.
    """
    from xml.etree.ElementTree import Element, SubElement, indent, tostring  # noqa: PLC0415 - only this format needs it

    top = Element("testsuites", _counts("dateline", report.told))
    for path, findings in groupby(report.told, key=lambda finding: finding.path):
        _suite(top, safe(report.at(path)), list(findings))
    last = SubElement(top, "testsuite", {"name": "dateline", "tests": "1", "failures": "0", "errors": "0"})
    case = SubElement(last, "testcase", {"name": "how much was checked", "classname": "dateline"})
    SubElement(case, "system-out").text = summary(report)
    top.set("tests", str(len(report.told) + 1))
    indent(top, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="us-ascii", xml_declaration=False).decode()}\n'


def _counts(name: str, findings: tuple[Finding, ...] | list[Finding]) -> dict[str, str]:
    failures = sum(finding.severity == "error" for finding in findings)
    return {"name": name, "tests": str(len(findings)), "failures": str(failures), "errors": "0"}


def _suite(top: "Element", path: str, findings: list[Finding]) -> None:
    from xml.etree.ElementTree import SubElement  # noqa: PLC0415 - as above

    suite = SubElement(top, "testsuite", _counts(path, findings))
    seen: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.rule} at {finding.span.line}:{finding.span.column}"
        seen[name] += 1
        # servers take tests of one name for one test
        name += f" ({seen[name]})" if seen[name] > 1 else ""
        place = {"file": path, "line": str(finding.span.line)}
        case = SubElement(suite, "testcase", {"name": name, "classname": path, **place})
        told = safe(f"{finding.severity}[{finding.code}]: {finding.message}")
        body = "\n".join([told, f"{path}:{finding.span.line}:{finding.span.column}", safe(finding.help)]).rstrip()
        if finding.severity == "error":
            SubElement(case, "failure", {"message": safe(finding.message), "type": finding.rule}).text = body
        else:
            SubElement(case, "system-out").text = body
