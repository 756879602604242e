"""One run from the manifest to the report, and what is kept of it."""

from dateline.engine.coding import Coding
from dateline.engine.course import Course
from dateline.engine.files import Checked, check_source
from dateline.engine.inputs import Compared, digest
from dateline.engine.keeping import Keeper
from dateline.engine.memory import Memory
from dateline.engine.question import Question
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.selecting import selection
from dateline.engine.telling import broken, told
from dateline.loading import source
from dateline.loading.source import Source
from dateline.model.fault import Fault
from dateline.model.records import Manifest
from dateline.rules import rulebook

_MANIFEST = "manifest"


def run(question: Question, keeper: Keeper, memory: Memory | None, found: Compared | None, coding: Coding) -> Report:
    """Check what is not remembered, and remember it.

    Raises:
        UsageError: for a rule that does not exist, or a manifest that cannot be read.
        NotStorableError: where the coding cannot hold what was found.

    """
    read = source.read(question.root, source.MANIFEST)
    state = digest(read.data) if isinstance(read, Source) else b""
    if memory and memory.kept(_MANIFEST) != state:  # what is asked may be another thing altogether
        memory.close()
        memory = found = None
    manifest = _remembered(memory, coding) or _manifest_of(question, read)
    chosen = selection(question.settings, manifest)
    course = Course(question, chosen.rules, memory or keeper.begin(), found, coding)
    course.run()
    report = told(course, question, chosen, manifest)
    keeper.hits = course.hits
    is_settled = course.is_settled and course.digest_of(source.MANIFEST) == state
    if report.crashed or not is_settled or not course.is_worth_keeping:
        keeper.discard(course.memory)
        return report
    course.keep()
    course.memory.keep(_MANIFEST, state)
    course.memory.drop("report ")
    course.memory.keep(question.identity, coding.encoded(report))
    course.memory.save() if memory else keeper.settle(course.memory)
    return report


def _remembered(memory: Memory | None, coding: Coding) -> Manifest | None:
    """The manifest, where it is as it was: to check it takes a fifth of the time of a run in which one article is new."""
    record = memory.record(source.MANIFEST) if memory else None
    return coding.decoded(record, Manifest) if record is not None else None


def _manifest_of(question: Question, read: Source | Fault) -> Manifest:
    """The manifest.

    Raises:
        BrokenManifestError: if it cannot be read.

    """
    checked: Checked = check_source(read, source.MANIFEST, rulebook(), question.copies)
    manifest = checked.facts.record if checked.facts else None
    if isinstance(manifest, Manifest):
        return manifest
    raise BrokenManifestError(broken(question, checked.said, checked.skipped))
