"""A copy of a corpus on which fixes are tried: the corpus itself is not touched until they have proved themselves."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.check import check
from dateline.engine.files import check_file
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.settings import UNUSED_WAIVER, Settings
from dateline.loading import source
from dateline.loading.texts import Copies
from dateline.loading.writing import edited_bytes
from dateline.model.fault import Fault, TooLargeOrDeep
from dateline.model.finding import Finding, PlacedEdit
from dateline.rules import Rules, rulebook

_Key = tuple[str, str]  # the code of a rule, and a file


class Reports(Struct, frozen=True):
    """What is found in a corpus: by the rules that are asked for, and by all of them."""

    asked: Report
    whole: Report


class Trial:
    """The copy, and what stands in it."""

    def __init__(self, root: Path, folder: Path, settings: Settings, copies: Copies) -> None:
        # the copy has the name of the corpus, and in place of what cannot be read something that cannot be read either
        self._root = folder / (root.resolve().name or "corpus")
        self._settings = settings
        self._copies = copies
        self.read: dict[str, bytes] = {}
        paths, strays = source.find(root)
        for path in paths:
            (self._root / path).parent.mkdir(parents=True, exist_ok=True)
            found = source.read(root, path)
            if isinstance(found, Fault):
                self._imitate(path, found)
            else:
                self.read[path] = found.data
                (self._root / path).write_bytes(found.data)
        for stray in strays:
            self._put_stray(stray.at.file)
        self.settled = dict(self.read)
        self._written = dict(self.read)
        self._last: tuple[dict[str, bytes], Reports] | None = None

    def _imitate(self, path: str, fault: Fault) -> None:
        if isinstance(fault, TooLargeOrDeep):
            with (self._root / path).open("wb") as file:
                file.truncate(source.LARGEST + 1)
        else:
            (self._root / path).symlink_to("nowhere")

    def _put_stray(self, path: str) -> None:
        """Let a link stand where something else is that is no record: while one is there, not everything is known."""
        place = self._root / path
        if not os.path.lexists(place):  # a record whose name another one takes is there already
            place.parent.mkdir(parents=True, exist_ok=True)
            place.symlink_to(".")

    def reports(self) -> Reports:
        """Check what stands in the copy, if it was not what was checked last.

        Raises:
            BrokenManifestError: if its manifest cannot be read.

        """
        if self._last is None or self._last[0] != self._written:
            self._last = self._written, self._checked()
        return self._last[1]

    def _checked(self) -> Reports:
        asked = check(self._root, self._settings, self._copies)
        if not (self._settings.select or self._settings.ignore):
            return Reports(asked, asked)
        return Reports(asked, check(self._root, replace(self._settings, select=(), ignore=()), self._copies))

    def is_closed(self, path: str) -> bool:
        """Whether a file has faults behind which nobody sees what else is wrong."""
        return check_file(self._root, path, Rules(), self._copies).facts is None

    def said_of(self, paths: Iterable[str]) -> Counter[_Key]:
        """What all rules say of some files, echoes of something more basic included, which no report tells."""
        checked = (check_file(self._root, path, rulebook(), self._copies) for path in paths)
        return Counter((said.rule.code, file.path) for file in checked for said in file.said)

    def put(self, findings: Iterable[Finding]) -> None:
        """Let the copy be as it was settled last, with the fixes of these findings."""
        edits: dict[str, list[PlacedEdit]] = {}
        for finding in findings:
            for edit in finding.fix.edits if finding.fix else ():
                edits.setdefault(edit.path, []).append(edit)
        wanted = self.settled | {path: edited_bytes(self.settled[path], edits[path]) for path in edits}
        for path, data in wanted.items():
            if data != self._written[path]:
                (self._root / path).write_bytes(data)
        self._written = wanted

    def settle(self) -> None:
        """Keep what stands in the copy."""
        self.settled = dict(self._written)

    def trouble_with(self, findings: list[Finding], before: Reports, opened: frozenset[str], said: Counter[_Key]) -> str | None:
        """Why the copy, with these fixes, is the worse for them; none if it is not.

        In files that could not be judged before, and are ``opened`` by their fixes, and in what refers to them, there may
        come to light what was hidden; so may what was ``said`` and not told, as an echo of what the fixes mend.
        """
        self.put(findings)
        try:
            after = self.reports()
        except BrokenManifestError:
            return f"{source.MANIFEST} could not be read any more"
        own = Counter((finding.code, finding.path) for finding in findings)
        was, now = _counts(before.asked.findings), _counts(after.asked.findings)
        if any(now[key] > was[key] - number for key, number in own.items()):
            return "what it mends would still be found"
        if opened and not any(self.is_closed(path) for path in opened):
            return None
        was = _counts(before.whole.findings, ("error", "warning")) | said
        now = _counts(after.whole.findings, ("error", "warning"))
        # of waivers nobody knows whether they are needed as long as an error stands
        known = [one for one in after.whole.findings if one.code != UNUSED_WAIVER or not before.whole.fails]
        worse = next((one for one in known if now[one.code, one.path] > was[one.code, one.path]), None)
        return f"{worse.rule} would be found at {worse.path}:{worse.span.line}" if worse else None


def _counts(findings: Iterable[Finding], severities: tuple[str, ...] = ("error", "warning", "info")) -> Counter[_Key]:
    return Counter((finding.code, finding.path) for finding in findings if finding.severity in severities)
