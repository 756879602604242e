"""From what was said to the report: root causes only, waivers applied, every finding at its line."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine import joining, waivers
from dateline.engine.causes import Said, only_roots
from dateline.engine.coding import Coding
from dateline.engine.course import Course
from dateline.engine.inputs import digest
from dateline.engine.known import UNJUDGED, Told
from dateline.engine.placing import Placer, files_of, identified
from dateline.engine.processes import spread
from dateline.engine.question import Question
from dateline.engine.report import COUNTED, Card, Report
from dateline.engine.selecting import Selection
from dateline.engine.settings import ALWAYS_ASKED, LATE, NOTHING_CHECKED, RULE_CRASHED
from dateline.loading import source
from dateline.model.corpus import Crash, Run
from dateline.model.finding import Finding, Skipped
from dateline.model.records import Manifest
from dateline.rules import Rules, by_code, rulebook


def told(course: Course, question: Question, chosen: Selection, manifest: Manifest) -> Report:
    """The report on a run that has come to its end."""
    run, crashes = _run(course, question, manifest), dict(course.crashes)
    said = [*_of_strays(question, chosen, crashes), *course.said()]
    said += _judged(Rules(rule for rule in chosen.rules if rule.code not in LATE), run, crashes)
    roots, holding = only_roots(said), waivers.holding(manifest, run.as_of)
    sight = waivers.Sight(
        chosen,
        run.census,
        frozenset(course.sums.textless.values()),
        is_whole=not (question.strays or crashes),
        is_today=question.settings.as_of is None,
    )
    roots += _judged_late(chosen, replace(run, idle_waivers=waivers.idle(holding, said, roots, sight)), crashes)
    shown = _told(roots, question.only)
    findings = waivers.apply(_placed(course, question, chosen, shown), holding)
    return replace(_report(question, run, findings, shown, course), renames=dict(manifest.renames))


def broken(question: Question, said: Sequence[Said], skipped: Sequence[Skipped]) -> Report:
    """The report on a manifest that cannot be read: nothing else was looked at."""
    findings = Placer(question.root, Selection(rulebook())).findings(only_roots(said))
    as_of = question.settings.as_of or date.min
    checked = {name: int(name == "files") for name in COUNTED}
    return Report(question.name, as_of, tuple(findings), _cards(said), checked, tuple(skipped), unread=1)


def _run(course: Course, question: Question, manifest: Manifest) -> Run:
    """The run as its rules see it, without waivers that waive nothing and rules that failed: both are known at the end."""
    sums, paths = course.sums, question.shown
    as_of = question.settings.as_of or question.today or _day_of(manifest, sums.annotated)
    return Run(
        course.census(),
        as_of,
        course.heads_after(as_of),
        # a manifest alone is no corpus; among records it is a file like others
        tuple(path for path in paths if path != source.MANIFEST or len(question.paths) > 1),
        frozenset(name for known in rulebook() for name in (known.name, known.code)),
        tuple(skip for _, found in sorted(sums.skipped.items()) for skip in found),
    )


def _day_of(manifest: Manifest, annotated: Iterable[date]) -> date:
    """The day that a corpus calls today."""
    return (manifest.as_of.value.last if manifest.as_of else None) or max(annotated, default=date.max)


def _of_strays(question: Question, chosen: Selection, crashes: dict[Crash, None]) -> Iterator[Said]:
    for stray in question.strays:
        joined = joining.judged(chosen.rules, stray, None, stray.at.file)
        crashes |= dict.fromkeys(joined.crashes)
        yield from joined.said


def _judged(rules: Rules, run: Run, crashes: dict[Crash, None]) -> list[Said]:
    joined = joining.judged(rules, run, None, source.MANIFEST)
    crashes |= dict.fromkeys(joined.crashes)
    return joined.said


def _judged_late(chosen: Selection, run: Run, crashes: dict[Crash, None]) -> list[Said]:
    """What is said of waivers that waive nothing, and then of every rule that failed."""
    idle, crashed = (Rules(rule for rule in chosen.rules if rule.code == code) for code in LATE)
    said = _judged(idle, run, crashes)
    return said + _judged(crashed, replace(run, crashes=tuple(crashes)), {})


def _told(roots: list[Said], wanted: frozenset[str]) -> list[Said]:
    return [
        one for one in roots if not wanted or one.problem.at.file in wanted or one.rule.code in {*ALWAYS_ASKED, NOTHING_CHECKED}
    ]


def _placed(course: Course, question: Question, chosen: Selection, said: list[Said]) -> list[Finding]:
    """Findings at their lines; those that a former run told of files that are as they were are remembered."""
    told = Told.of(sorted(said, key=lambda one: one.problem.at.file))
    keys = [_key(one, course) for one in told]
    found = [course.memory.placed(key) if key else None for key in keys]
    placing = Placing(question.root, chosen, course.coding)
    chunks = spread(placing.findings, [one for one, known in zip(told, found, strict=True) if known is None], question.jobs)
    new: list[bytes] = []
    for chunk in chunks:
        findings, read = course.coding.decoded(chunk, tuple[list[bytes], dict[str, bytes]])
        new += findings
        course.is_settled &= all(course.digest_of(path) in (b"", data) for path, data in read.items())
    rest = iter(new)
    whole = [next(rest) if known is None else known for known in found]
    course.memory.place((key, data) for key, data in zip(keys, whole, strict=True) if key)
    return identified(course.coding.decoded(data, Finding) for data in whole)


class Placing(Struct, frozen=True, dict=True):
    """Gives what was said its lines, in one process or in many; each reads a file once, however much is told of it."""

    root: Path
    chosen: Selection
    coding: Coding

    def findings(self, said: Sequence[Told]) -> bytes:
        """The findings, each as bytes, and the digests of what was read for them."""
        rules = by_code()
        findings = [self.coding.encoded(self._placer.finding(one.said(rules))) for one in said]
        return self.coding.encoded((findings, self._placer.newly_read()))

    @cached_property
    def _placer(self) -> Placer:
        return Placer(self.root, self.chosen)


def _key(told: Told, course: Course) -> bytes | None:
    """What a finding with its lines depends on: what was said, and the bytes of the files in which it has lines."""
    digests = [course.digest_of(path) for path in files_of(told.problem)]
    return digest(b"".join([course.coding.encoded(told), *digests])) if all(digests) else None


def _report(question: Question, run: Run, findings: Sequence[Finding], said: Sequence[Said], course: Course) -> Report:
    counts, skipped = course.counted(question.shown)
    return Report(
        question.name,
        run.as_of,
        tuple(findings),
        _cards(said),
        {name: counts.get(name, 0) for name in COUNTED} | {"files": len(question.shown)},
        tuple(sorted(skipped, key=lambda skip: (skip.path, skip.why))),
        unread=counts.get(UNJUDGED, 0),
        crashed=any(one.rule.code == RULE_CRASHED for one in said),
    )


def _cards(said: Iterable[Said]) -> dict[str, Card]:
    asked = {one.rule.code: one.rule for one in said}
    return {rule.code: Card(rule.code, rule.name, rule.severity, rule.page.summary, rule.page.why) for rule in asked.values()}
