"""Checks a corpus: each file by itself, then all of them together, and tells what was found and how much was looked at."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from dateline.engine import joining, waivers
from dateline.engine.causes import Said, only_roots
from dateline.engine.placing import Placer
from dateline.engine.report import COUNTED, Card, Report
from dateline.engine.settings import (
    ALWAYS_ASKED,
    NOTHING_CHECKED,
    RULE_CRASHED,
    UNUSED_WAIVER,
    Selection,
    Settings,
    UsageError,
    selection,
)
from dateline.loading import deprecated, placeholders, schemas, source
from dateline.loading.build import build
from dateline.loading.document import Document, document_at
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.corpus import Census, Crash, Reading, Registry, Run, Skipped
from dateline.model.facts import Facts, facts_of
from dateline.model.fault import Fault
from dateline.model.records import Manifest, Record, Waiver
from dateline.rules import Rule, rulebook

NO_COPY = "no copy of the withheld text"

_LATE = (UNUSED_WAIVER, RULE_CRASHED)  # what these tell of is known once all others have been asked, one after the other


class Checked(Struct):
    """What one file gave: what rules said of it, its facts, and how much was looked at. It depends on that file alone."""

    path: str
    said: list[Said] = field(default_factory=list)
    facts: Facts | None = None
    counts: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)


class BrokenManifestError(UsageError):
    """The manifest cannot be read; ``report`` says where."""

    def __init__(self, report: Report) -> None:
        super().__init__("dateline.yaml is broken: nothing else was checked")
        self.report = report


def check(  # noqa: PLR0913 - all that a report depends on, and who is told how far it is
    root: Path, settings: Settings, copies: Copies, only: Iterable[str] = (), today: date | None = None, *, over: source.Over = iter
) -> Report:
    """Check the corpus in ``root``; ``only`` limits the findings that are told to those of these files.

    ``today`` is the day of a corpus that this is a state of: unlike one in the settings, it is taken for its own.

    Raises:
        UsageError: for a rule that does not exist, or a manifest that cannot be read.

    """
    manifest_file, manifest = _manifest_of(root, settings, copies)
    chosen = selection(settings, manifest)
    paths, strays = source.find(root)
    files = [check_file(root, path, chosen.rules, copies) for path in over(paths) if path != source.MANIFEST] + [manifest_file]
    crashes = [crash for file in files for crash in file.crashes]
    said = [said for stray in strays for said in _judged(chosen.rules, stray, None, crashes)]
    said += [said for file in files for said in file.said]
    early = [rule for rule in chosen.rules if rule.code not in _LATE]
    census = _joined(early, files, said, crashes)
    as_of = settings.as_of or today or _day_of(manifest, census)
    wanted = frozenset(only)
    shown = [file for file in files if not wanted or file.path in wanted]
    run = _run(census, as_of, files, shown)
    said += _judged(early, run, None, crashes)
    roots, holding = only_roots(said), waivers.holding(manifest, as_of)
    is_whole, is_today = not (strays or crashes), settings.as_of is None
    sight = waivers.Sight(chosen, census, _textless(files), is_whole=is_whole, is_today=is_today)
    roots += _judged_late(chosen, replace(run, idle_waivers=waivers.idle(holding, said, roots, sight)), crashes)
    return replace(_report(Placer(root, chosen), as_of, _told(roots, wanted), shown, holding), renames=dict(manifest.renames))


def _manifest_of(root: Path, settings: Settings, copies: Copies) -> tuple[Checked, Manifest]:
    """The manifest, as a file that was checked and as the record.

    Raises:
        BrokenManifestError: if it cannot be read.

    """
    checked = check_file(root, source.MANIFEST, rulebook(), copies)
    manifest = checked.facts.record if checked.facts else None
    if isinstance(manifest, Manifest):
        return checked, manifest
    placer = Placer(root, Selection(rulebook()))
    raise BrokenManifestError(_report(placer, settings.as_of or date.min, only_roots(checked.said), [checked]))


def _day_of(manifest: Manifest, census: Census) -> date:
    """The day that a corpus calls today."""
    return (manifest.as_of.value.last if manifest.as_of else None) or census.newest_annotation or date.max


def _textless(files: list[Checked]) -> frozenset[str]:
    """The articles whose text, or some of it, was not at hand."""
    found = (file for file in files if file.skipped or file.counts["anchors"] > file.counts["anchors_verified"])
    return frozenset(file.facts.head.id for file in found if file.facts)


def _unread(files: list[Checked]) -> set[tuple[str, str]]:
    """The records that nobody knows: of a file that could not be read, or is named after another id than its record's."""
    return {
        (source.kind_of(file.path), stem)
        for file in files
        if (stem := Path(file.path).stem) != (file.facts.head.id if file.facts else None)
    }


def check_file(root: Path, path: str, rules: tuple[Rule, ...], copies: Copies) -> Checked:
    """Take one file as far as it can be taken: bytes, data, shape, record, and what rules say at each step."""
    checked = Checked(path)
    document = document_at(root, path)
    if not isinstance(document, Document):
        checked.said = [said for fault in document for said in _judged(rules, fault, None, checked.crashes)]
        return checked
    kind, shape = schemas.check(document)
    faults = [*document.faults, *shape, *placeholders.faults(document), *(deprecated.faults(document, kind) if kind else ())]
    if len(shape) >= schemas.MOST:
        checked.skipped.append(Skipped(path, f"only the first {schemas.MOST} of its faults are told", partial=True))
    record: Record | None = None
    if kind and not any(fault.closes for fault in faults):
        record, impossible = build(document, kind, _copy_for(document, kind, copies))
        faults += impossible
    name = record.id if record else None
    checked.said = [said for fault in faults for said in _judged(rules, fault, name, checked.crashes)]
    if record is not None:
        checked.said += _judged(rules, record, name, checked.crashes)
        checked.facts = facts_of(record, schemas.version_of(document), joining.asked_for(rules))
        _count(checked, record, copies)
    return checked


def _copy_for(document: Document, kind: str, copies: Copies) -> str | None:
    data = document.data
    if kind != "article" or not isinstance(data, dict):
        return None
    return copies.text_of(str(data["id"]))


def _judged(rules: Iterable[Rule], thing: Fault | Record | Run, name: str | None, crashes: list[Crash]) -> list[Said]:
    """What every rule that takes this thing says of it. A rule that fails is told, and the others go on."""
    joined = joining.judged(rules, thing, name, source.MANIFEST if isinstance(thing, Run) else thing.at.file)
    crashes += joined.crashes
    return joined.said


def _joined(rules: list[Rule], files: list[Checked], said: list[Said], crashes: list[Crash]) -> Census:
    """Judge what lies across files, and give what is known of all of them at once."""
    facts = sorted((file.facts for file in files if file.facts), key=lambda one: one.head.at.file)
    unread = frozenset(_unread(files))
    registry = Registry.of((one.record for one in facts if one.record), unread)
    slices = [joining.of_registry(rules, registry)]
    reading = joining.taking(rules, Reading)
    slices += [joining.of_article(reading, registry, one.statements) for one in facts if one.statements]
    is_partial = any(kind == "article" for kind, _ in unread)
    for key, members in joining.groups(registry, joining.emissions(facts)):
        slices.append(joining.of_group(rules, registry, key, members, articles_unread=is_partial))
    census = Census(
        registry,
        [one.head for one in facts],
        tuple(reference for one in slices for reference in one.loose),
        frozenset().union(*(one.referred for one in facts)),
        frozenset().union(*(one.outcomes for one in facts)),
        unread,
    )
    slices.append(joining.of_census(rules, census))
    said += [one for joined in slices for one in joined.said]
    # a rule that fails does so on slice after slice
    crashes += dict.fromkeys(crash for joined in slices for crash in joined.crashes)
    return census


def _run(census: Census, as_of: date, files: list[Checked], shown: list[Checked]) -> Run:
    """The run as its rules see it, without waivers that waive nothing and rules that failed: both are known at the end."""
    return Run(
        census,
        as_of,
        # a manifest alone is no corpus; among records it is a file like others
        tuple(file.path for file in shown if file.path != source.MANIFEST or len(files) > 1),
        frozenset(name for known in rulebook() for name in (known.name, known.code)),
        tuple(skipped for file in files for skipped in file.skipped),
    )


def _judged_late(chosen: Selection, run: Run, crashes: list[Crash]) -> list[Said]:
    """What is said of waivers that waive nothing, and then of every rule that failed."""
    idle, crashed = ([rule for rule in chosen.rules if rule.code == code] for code in _LATE)
    said = _judged(idle, run, None, crashes)
    return said + _judged(crashed, replace(run, crashes=tuple(crashes)), None, [])


def _told(roots: list[Said], wanted: frozenset[str]) -> list[Said]:
    return [
        one for one in roots if not wanted or one.problem.at.file in wanted or one.rule.code in {*ALWAYS_ASKED, NOTHING_CHECKED}
    ]


def _count(checked: Checked, record: Record, copies: Copies) -> None:
    if isinstance(record, Manifest):
        return
    counts = checked.counts
    counts[f"{type(record).__name__.lower()}s"] += 1
    if not isinstance(record, Article):
        return
    anchors = list(record.anchors)
    counts["mentions"] += len(record.mentions)
    counts["times"] += len(record.times)
    counts["quotes"] += len(record.quotes)
    counts["event_mentions"] += len(record.events)
    counts["anchors"] += len(anchors)
    counts["anchors_verified"] += sum(anchor.range is not None for anchor in anchors)
    if trouble := copies.trouble_with(record.id):
        checked.skipped.append(Skipped(checked.path, trouble, partial=True))
    elif record.text.status == "withheld" and all(block.words is None for block in record.text.blocks):
        checked.skipped.append(Skipped(checked.path, NO_COPY))


def _report(placer: Placer, as_of: date, said: list[Said], shown: list[Checked], holding: Iterable[Waiver] = ()) -> Report:
    """The report on the files ``shown``, with the waivers that hold applied."""
    findings = sorted(waivers.apply((placer.finding(one) for one in said), holding), key=lambda finding: finding.order)
    checked = Counter({"files": len(shown)})
    for file in shown:
        checked.update(file.counts)
    asked = {one.rule.code: one.rule for one in said}
    return Report(
        placer.root.resolve().name,
        as_of,
        tuple(findings),
        {rule.code: Card(rule.code, rule.name, rule.severity, rule.page.summary, rule.page.why) for rule in asked.values()},
        {name: checked[name] for name in COUNTED},
        tuple(sorted((skip for file in shown for skip in file.skipped), key=lambda skip: (skip.path, skip.why))),
        unread=sum(file.facts is None for file in shown),
        crashed=RULE_CRASHED in asked,
    )
