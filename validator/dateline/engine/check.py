"""Checks a corpus: each file by itself, then all of them together, and tells what was found and how much was looked at."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dateline.engine.causes import Said, only_roots
from dateline.engine.report import COUNTED, Card, Report
from dateline.engine.settings import ALWAYS_ASKED, Selection, Settings, UsageError, selection
from dateline.loading import deprecated, placeholders, schemas, source
from dateline.loading.build import build
from dateline.loading.document import Document, parse
from dateline.loading.edits import placed
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.corpus import Corpus, Crash, Run, Skipped
from dateline.model.facts import Facts, facts_of
from dateline.model.fault import Fault
from dateline.model.finding import Finding, PlacedEdit, PlacedFix, Problem, RelatedSpan, Rewrite
from dateline.model.place import Mark, Place, Span
from dateline.model.records import Manifest, Record
from dateline.rules import Rule, rulebook

NO_COPY = "no copy of the withheld text"


@dataclass
class Checked:
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


def check(root: Path, settings: Settings, copies: Copies, only: Iterable[str] = ()) -> Report:
    """Check the corpus in ``root``; ``only`` limits the findings that are told to those of these files.

    Raises:
        UsageError: for a rule that does not exist, or a manifest that cannot be read.

    """
    manifest_file = check_file(root, source.MANIFEST, rulebook(), copies)
    manifest = manifest_file.facts.record if manifest_file.facts else None
    if not isinstance(manifest, Manifest):
        as_of = settings.as_of or date.min
        chosen = Selection(rulebook())
        raise BrokenManifestError(_report(_Placer(root, chosen), as_of, only_roots(manifest_file.said), [manifest_file]))
    chosen = selection(settings, manifest)
    paths, strays = source.find(root)
    files = [check_file(root, path, chosen.rules, copies) for path in paths if path != source.MANIFEST]
    files.append(manifest_file)
    extra = Checked("", [said for stray in strays for said in _judged(chosen.rules, stray, None, [])])
    said = [*extra.said, *(said for file in files for said in file.said)]
    corpus = Corpus.of((file.facts for file in files if file.facts), _unread(files))
    as_of = settings.as_of or (manifest.as_of.value.last if manifest.as_of else None) or corpus.newest_annotation() or date.max
    wanted = frozenset(only)
    said += _judged_together(chosen, corpus, as_of, files, wanted)
    shown = [file for file in files if not wanted or file.path in wanted]
    return _report(_Placer(root, chosen), as_of, _told(said, wanted), shown)


def _unread(files: list[Checked]) -> set[tuple[str, str]]:
    """The records that nobody knows: of a file that could not be read, or is named after another id than its record's."""
    return {
        (source.kind_of(file.path), stem)
        for file in files
        if (stem := Path(file.path).stem) != (file.facts.id if file.facts else None)
    }


def check_file(root: Path, path: str, rules: tuple[Rule, ...], copies: Copies) -> Checked:
    """Take one file as far as it can be taken: bytes, data, shape, record, and what rules say at each step."""
    checked = Checked(path)
    read = source.read(root, path)
    document = (read,) if isinstance(read, Fault) else parse(read)
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
        checked.facts = facts_of(record)
        _count(checked, record, copies)
    return checked


def _copy_for(document: Document, kind: str, copies: Copies) -> str | None:
    data = document.data
    if kind != "article" or not isinstance(data, dict):
        return None
    return copies.text_of(str(data["id"]))


def _judged(rules: Iterable[Rule], thing: Fault | Record | Corpus | Run, name: str | None, crashes: list[Crash]) -> list[Said]:
    """What every rule that takes this thing says of it. A rule that fails is told, and the others go on."""
    said: list[Said] = []
    for rule in rules:
        if not isinstance(thing, rule.takes):
            continue
        try:
            said += [Said(rule, problem, name) for problem in rule.check(thing)]
        except Exception as error:  # noqa: BLE001 - whatever a rule does wrong becomes a finding of C804
            path = thing.at.file if isinstance(thing, Fault | Record) else source.MANIFEST
            crashes.append(Crash(rule.name, path, f"{type(error).__name__}: {error}"))
    return said


def _judged_together(
    chosen: Selection,
    corpus: Corpus,
    as_of: date,
    files: list[Checked],
    wanted: frozenset[str],
) -> list[Said]:
    """What the rules over the corpus say, and then those over the run, which may also tell of the others' crashes."""
    crashes: list[Crash] = [crash for file in files for crash in file.crashes]
    said = _judged(chosen.rules, corpus, None, crashes)
    run = Run(
        corpus,
        as_of,
        tuple(file.path for file in files if file.path != source.MANIFEST and (not wanted or file.path in wanted)),
        frozenset(name for known in rulebook() for name in (known.name, known.code)),
        tuple(skipped for file in files for skipped in file.skipped),
        tuple(crashes),
    )
    late: list[Crash] = []
    said += _judged(chosen.rules, run, None, late)
    if late:
        # asked again, it tells of the failures of those that were asked beside it
        again = [rule for rule in chosen.rules if rule.code == "C804"]
        said += _judged(again, Run(corpus, as_of, (), frozenset(), crashes=tuple(late)), None, [])
    return said


def _told(said: list[Said], wanted: frozenset[str]) -> list[Said]:
    roots = only_roots(said)
    return [one for one in roots if not wanted or one.problem.at.file in wanted or one.rule.code in {*ALWAYS_ASKED, "C805"}]


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


def _report(placer: "_Placer", as_of: date, said: list[Said], shown: list[Checked]) -> Report:
    """The report on the files ``shown``."""
    findings = sorted((placer.finding(one) for one in said), key=lambda finding: finding.order)
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
        crashed="C804" in asked,
    )


class _Placer:
    """Gives problems their lines: the one place that does. A file is parsed again only if something is told of it."""

    def __init__(self, root: Path, chosen: Selection) -> None:
        self.root = root
        self._chosen = chosen
        self._documents: dict[str, Document | None] = {}
        self._seen: Counter[str] = Counter()

    def finding(self, said: Said) -> Finding:
        problem, at = said.problem, said.problem.at
        pointer = at.pointer if isinstance(at, Place) else None
        record = said.record or self._record(at.file)
        identity = f"{said.rule.name}\0{record or at.file}\0{problem.message}"
        self._seen[identity] += 1
        identity += f"\0{self._seen[identity]}"
        return Finding(
            said.rule.name,
            said.rule.code,
            self._chosen.severity(said.rule),
            problem.message,
            at.file,
            self._span(at),
            pointer=pointer,
            record=record,
            help=problem.help,
            related=tuple(RelatedSpan(r.at.file, self._span(r.at), r.message, self._line(r.at)) for r in problem.related),
            fix=self._fix(problem),
            fingerprint=hashlib.sha256(identity.encode("utf-8", "backslashreplace")).hexdigest()[:16],
            context=self._line(at),
        )

    def _document(self, path: str) -> Document | None:
        if path not in self._documents:
            read = source.read(self.root, path)
            parsed = None if isinstance(read, Fault) else parse(read)
            self._documents[path] = parsed if isinstance(parsed, Document) else None
        return self._documents[path]

    def _span(self, at: Place | Mark) -> Span:
        if isinstance(at, Mark):
            return at.span
        document = self._document(at.file)
        return document.span(at) if document else source.TOP

    def _line(self, at: Place | Mark) -> str:
        """The line itself, as far as the file can be read at all."""
        document = self._document(at.file)
        lines = document.lines if document else self._raw_lines(at.file)
        number = self._span(at).line
        return lines[number - 1] if number <= len(lines) else ""

    def _raw_lines(self, path: str) -> list[str]:
        read = source.read(self.root, path)
        return [] if isinstance(read, Fault) else read.data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")

    def _record(self, path: str) -> str | None:
        return Path(path).stem if path.endswith(".yaml") else None

    def _fix(self, problem: Problem) -> PlacedFix | None:
        if problem.fix is None:
            return None
        edits = tuple(self._edits(problem))
        return PlacedFix(problem.fix.safe, edits) if len(edits) == len(problem.fix.edits) else None

    def _edits(self, problem: Problem) -> Iterator[PlacedEdit]:
        for edit in problem.fix.edits if problem.fix else ():
            if isinstance(edit, Rewrite):
                yield PlacedEdit(edit.at.file, edit.at.span, edit.text)
            elif document := self._document(edit.at.file):
                yield placed(edit, document)
