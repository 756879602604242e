"""``dateline fix``."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.check import day_of, names_in
from dateline.cli.console import complain, copies_in, corpus_at, note, tell
from dateline.engine.changes import carry_out
from dateline.engine.check import check as check_corpus
from dateline.engine.fix import Fixed, Refused
from dateline.engine.fix import fix as fix_corpus
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.model.finding import Finding
from dateline.reporters import REPORTERS
from dateline.reporters.diff import render
from dateline.reporters.safe import safe
from dateline.reporters.summary import counted


def fix(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[list[Path] | None, typer.Argument(help="A corpus, or files of one: no others are touched.")] = None,
    *,
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Apply the fixes that a person must confirm, too.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be changed, and write nothing.")] = False,
    texts: Annotated[
        Path | None,
        typer.Option(envvar="DATELINE_TEXTS", help="Folder of your own copies of withheld texts, <article id>.txt."),
    ] = None,
    select: Annotated[str, typer.Option(help="Rules whose findings to fix, by name or beginning of the code, with commas.")] = "",
    ignore: Annotated[str, typer.Option(help="Rules whose findings to leave.")] = "",
    preview: Annotated[bool, typer.Option("--preview", help="Ask the rules on trial, too.")] = False,
    as_of: Annotated[str, typer.Option(help="The day to call today, such as 2026-11-23.")] = "",
) -> None:
    """Fix what can be fixed without a change of meaning, touching nothing beside it."""
    root, only = corpus_at(paths or [])
    settings = Settings(names_in(select), names_in(ignore), preview=preview, as_of=day_of(as_of))
    copies = copies_in(texts)
    fixed = fix_corpus(root, settings, copies, only, unsafe=unsafe)
    for refused in fixed.refused.values():
        note(_told(refused))
    if diff:
        tell(render(line for change in fixed.changes for line in change.diff()))
        note(_total(fixed.findings, "would be fixed"))
        raise typer.Exit(1 if fixed.changes else 0)
    troubles = carry_out(root, fixed.changes)
    _tell_fixed(fixed, troubles)
    left = check_corpus(root, settings, copies, only)
    tell(REPORTERS["concise"](left))
    _tell_unsafe(left, unsafe=unsafe)
    if left.crashed:
        raise typer.Exit(3)
    raise typer.Exit(1 if left.fails or troubles else 0)


def _told(refused: Refused) -> str:
    """Why a fix was thrown away. One that is not safe is a guess, which may be wrong; a safe one must not be."""
    finding = refused.finding
    what = f"{finding.path}:{finding.span.line}: the fix of {finding.rule} was not applied: {refused.why}"
    is_guess = finding.fix is not None and not finding.fix.safe
    return f"{what}; decide yourself what is right" if is_guess else f"{what}; please report this as an error of the rule"


def _tell_fixed(fixed: Fixed, troubles: dict[str, str]) -> None:
    done = [finding for finding in fixed.findings if finding.path not in troubles]
    for path in sorted({finding.path for finding in done}):
        rules = Counter(finding.rule for finding in done if finding.path == path)
        names = ", ".join(f"{rule} ({number})" if number > 1 else rule for rule, number in sorted(rules.items()))
        tell(f"{safe(path)}: fixed {names}\n")
    tell(f"{_total(done, 'fixed')}\n")
    for path, why in troubles.items():
        complain(f"{path} was not changed: {why}")


def _total(findings: list[Finding], verb: str) -> str:
    files = len({finding.path for finding in findings})
    return f"{counted(len(findings), 'findings')} {verb} in {counted(files, 'files')}"


def _tell_unsafe(left: Report, *, unsafe: bool) -> None:
    number = sum(finding.fix is not None and not finding.fix.safe for finding in left.told)
    if number and not unsafe:
        tell(f"{counted(number, 'findings')} could be fixed with --unsafe, which a person must confirm\n")
