"""The measure as a table, and as the page docs/quality.md."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from dateline.engine.report import Report
from dateline.rules import rulebook

from benchmarks.measure import Outcome, Result

_MOST_OTHERS = 4  # other rules that a row names
_MOST_SHOWN = 40  # characters of a change


def _seen(results: Iterable[Result]) -> list[Result]:
    return [result for result in results if not result.operator.unseen and result.outcomes]


def _named(rules: Iterable[str]) -> str:
    """Rules by name; previews, and those that the rulebook has not (yet), are marked."""
    known = {rule.name: " (preview)" if rule.preview else "" for rule in rulebook()}
    return ", ".join(f"{rule}{known.get(rule, ' (no such rule yet)')}" for rule in rules)


def _share(part: float, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def clean_line(report: Report) -> str:
    """What the checker says of the corpus without a fault."""
    counts = report.by_severity
    files, anchors, verified = (report.checked[name] for name in ("files", "anchors", "anchors_verified"))
    told = f"{counts['error']} errors, {counts['warning']} warnings"
    return f"Clean corpus: {told} in {files} files, {anchors} anchors ({verified} verified)."


def totals(results: list[Result]) -> str:
    """All operators taken together."""
    outcomes = [outcome for result in _seen(results) for outcome in result.outcomes]
    noticed, right = sum(one.noticed for one in outcomes), sum(one.right for one in outcomes)
    weighed = sum(1 - len(result.misses) / len(result.outcomes) for result in _seen(results))
    unseen = sum(len(result.outcomes) for result in results if result.operator.unseen)
    possible = sum(result.possible for result in _seen(results))
    drawn = f", drawn evenly from {possible} that can be made" if possible > len(outcomes) else ""
    return (
        f"{len(outcomes)} faults of {len(_seen(results))} kinds{drawn}: {noticed} noticed ({_share(noticed, len(outcomes))}), "
        f"{right} by a right rule at a right line ({_share(right, len(outcomes))}). "
        f"Every kind weighed alike: {_share(weighed, len(_seen(results)))}. Not noticeable by construction: {unseen} more."
    )


def table(results: list[Result]) -> str:
    """A row for each operator."""
    lines = [
        "| operator | faults | noticed | right rule, right line | right rules | what else spoke |",
        "|---|--:|--:|--:|---|---|",
    ]
    for result in _seen(results):
        others = sorted(result.others().items(), key=lambda pair: (-pair[1], pair[0]))
        else_spoke = ", ".join(f"{rule} {count}" for rule, count in others[:_MOST_OTHERS])
        if len(others) > _MOST_OTHERS:
            else_spoke += f", {len(others) - _MOST_OTHERS} more"
        noticed, right = sum(one.noticed for one in result.outcomes), len(result.outcomes) - len(result.misses)
        row = (result.operator.name, len(result.outcomes), noticed, right, _named(result.rules), else_spoke)
        lines.append("| " + " | ".join(map(str, row)) + " |")
    return "\n".join(lines)


def misses(results: list[Result], *, shown: bool = False) -> str:
    """The faults that no right rule noticed at a right line; ``shown`` also shows the change (never on the page)."""
    lines = []
    for result in _seen(results):
        if result.misses:
            counted = f"{len(result.misses)} of {len(result.outcomes)}"
            lines.append(f"* **{result.operator.name}** ({counted}): {result.operator.sentence}")
            told = Counter(_told(outcome, shown=shown) for outcome in result.misses)
            lines += [f"  * {line}{f' ({times} times)' if times > 1 else ''}" for line, times in told.items()]
    return "\n".join(lines) or "None."


def _told(outcome: Outcome, *, shown: bool) -> str:
    fault = outcome.fault
    told = ", ".join(f"{rule} ({file}:{line})" if shown else rule for rule, file, line in outcome.told[:_MOST_OTHERS])
    change = f" `{fault.old[:_MOST_SHOWN]!r}` → `{fault.new[:_MOST_SHOWN]!r}`" if shown else ""
    return f"{fault.file}:{outcome.line}{change}: {_named(fault.rules)} expected; {told or 'nothing'} spoke"


def _unseen_row(result: Result) -> str:
    told, known = sum(one.noticed for one in result.outcomes), result.operator
    return f"| {known.name} | {len(result.outcomes)} | {told} | {known.sentence} | {known.unseen} |"


def whole(results: list[Result], clean: Report, as_of: date, *, with_copy: bool) -> str:
    """The page."""
    kinds = "\n".join(f"| {r.operator.name} | {r.operator.room} | {r.operator.sentence} |" for r in _seen(results))
    unseen = "\n".join(map(_unseen_row, (result for result in results if result.operator.unseen)))
    copies = "with the reader's copies of withheld texts" if with_copy else "without the reader's copies of withheld texts"
    return _PAGE.format(
        as_of=as_of.isoformat(),
        copies=copies,
        clean=clean_line(clean),
        totals=totals(results),
        table=table(results),
        misses=misses(results),
        unseen=unseen,
        kinds=kinds,
    )


_PAGE = """# How much the checker sees

Written by `python benchmarks/faults.py --write docs/quality.md`: do not edit. Measured as of {as_of}, {copies}.

A checker is worth what it notices. So the corpus is spoilt on purpose: each *operator* is a kind of mistake, made in one place at a
time, wherever it fits, in a copy of the corpus; everything else stays byte for byte. After each fault the whole corpus is checked.

* A fault is **noticed** if the checker says anything that it does not say of the clean corpus.
* It is noticed **by a right rule at a right line** if a rule that names this mistake speaks where the mistake is, or at the other
  side of the contradiction. Where two rules name a mistake equally well, either is right.
* **What else spoke** counts the faults in which other rules spoke as well: some are true consequences, others are echoes.
* Faults of bytes and YAML are made once a file, those of fields and terms where each is used first: they are alike everywhere, and
  would drown the others.
* Previews are off, as they are for everybody: what only a preview would notice is a miss.
* A change that makes nothing wrong is no fault; one that nothing in the data contradicts is counted apart.

{clean}

{totals}

{table}

## Misses

{misses}

## Not noticeable by construction

Nothing in the data or in the words contradicts these: only somebody who knows, or opens the source, can see them.

| operator | faults | noticed all the same | what it does | why nobody can know |
|---|--:|--:|---|---|
{unseen}

## The operators

| operator | room | what it does |
|---|---|---|
{kinds}
"""
