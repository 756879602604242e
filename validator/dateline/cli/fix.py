"""``dateline fix``."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from dateline.cli.changing import changed
from dateline.cli.console import copies_in, corpus_at, folder_here, note, path_here, tell, tell_lines
from dateline.cli.options import AsOf, Changed, Diff, Ignore, Preview, Select, Texts, settings_of
from dateline.cli.progress import progress
from dateline.engine.check import check as check_corpus
from dateline.engine.report import BrokenManifestError, Report
from dateline.model.finding import Finding
from dateline.reporters import REPORTERS
from dateline.reporters.summary import counted

if TYPE_CHECKING:
    from dateline.engine.fix import Fixed, Refused


def fix(  # noqa: PLR0913 - one parameter an option
    paths: Changed = None,
    *,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Apply the fixes that a person must confirm, too.")] = False,
    diff: Diff = False,
    texts: Texts = None,
    select: Select = "",
    ignore: Ignore = "",
    preview: Preview = False,
    as_of: AsOf = "",
) -> None:
    """Fix what can be fixed without a change of meaning.

    Nothing beside it is touched, and a fix for which the corpus would be the worse is thrown away.
    """
    from dateline.engine.fix import fix as fix_corpus  # noqa: PLC0415 - what other commands do not need

    root, only = corpus_at(paths or [])
    settings, copies = settings_of(select, ignore, preview=preview, as_of=as_of), copies_in(texts)
    try:
        with progress(1, "trying fixes"):
            fixed = fix_corpus(root, settings, copies, only, unsafe=unsafe)
    except BrokenManifestError as error:
        _tell(error.report, root, "full")
        raise
    for refused in fixed.refused.values():
        note(_told(refused, root))
    outcome = changed(root, fixed.changes, diff=diff, what=lambda path: f": fixed {_rules_of(path, fixed)}")
    number = sum(_touched(finding).issubset(outcome.done) for finding in fixed.findings)
    findings, files = counted(number, "findings"), counted(len(outcome.done), "files")
    if diff:
        note(f"{findings} would be fixed in {files}")
        raise typer.Exit(1 if outcome.fails else 0)
    tell_lines([f"{findings} fixed in {files}"])
    with progress(1, "checking") as shown:
        left = _without_tried(check_corpus(root, settings, copies, only, over=shown.over), unsafe=unsafe)
    _tell(left, root, "concise")
    if left.crashed:
        raise typer.Exit(3)
    raise typer.Exit(1 if left.fails or outcome.fails else 0)


def _told(refused: "Refused", root: Path) -> str:
    """Why a fix was thrown away. One that is not safe is a guess, which may be wrong; a safe one must not be."""
    finding = refused.finding
    what = f"{path_here(root, finding.path)}:{finding.span.line}: the fix of {finding.rule} was not applied: {refused.why}"
    is_guess = finding.fix is not None and not finding.fix.safe
    return f"{what}; decide yourself what is right" if is_guess else f"{what}; please report this as an error of the rule"


def _rules_of(path: str, fixed: "Fixed") -> str:
    rules = Counter(finding.rule for finding in fixed.findings if path in _touched(finding))
    return ", ".join(f"{rule} ({number})" if number > 1 else rule for rule, number in sorted(rules.items()))


def _touched(finding: Finding) -> set[str]:
    return {edit.path for edit in finding.fix.edits} if finding.fix else set()


def _without_tried(left: Report, *, unsafe: bool) -> Report:
    """A report that promises no fix which has just been tried."""
    findings = (replace(one, fix=None) if one.fix and (one.fix.safe or unsafe) else one for one in left.findings)
    return replace(left, findings=tuple(findings))


def _tell(report: Report, root: Path, form: str) -> None:
    tell(REPORTERS[form](replace(report, folder=folder_here(root))))
