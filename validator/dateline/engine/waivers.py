"""Waivers: which findings the manifest accepts, and which waivers surely accept none."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from dateline.engine.causes import Said
from dateline.engine.joining import SLICES
from dateline.engine.selecting import Selection
from dateline.engine.settings import OF_THE_RUN
from dateline.model.corpus import Census, Run
from dateline.model.finding import Finding
from dateline.model.records import Manifest, Waiver
from dateline.rules import matching


class Sight(Struct, frozen=True):
    """What a run could see: the rules that it asked, what it could read, and the articles whose text was not at hand.

    ``is_whole`` is false where a rule failed, or something among the records is none; ``is_today`` is false where a day was
    given that is not the corpus's own.
    """

    chosen: Selection
    census: Census
    textless: frozenset[str]
    is_whole: bool
    is_today: bool


def holding(manifest: Manifest, today: date) -> tuple[Waiver, ...]:
    """The waivers that have not expired."""
    return tuple(waiver for waiver in manifest.waivers if not waiver.is_expired(today))


def apply(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> list[Finding]:
    """Mark each finding that a waiver covers with its reason; the first waiver gives it."""
    waivers = tuple(waivers)
    return [_marked(finding, waivers) for finding in findings]


def idle(waivers: Iterable[Waiver], said: list[Said], roots: list[Said], sight: Sight) -> tuple[Waiver, ...]:
    """The waivers that cover nothing although all that they could cover was looked for.

    A waiver that somebody needs must not be called idle. So echoes count as covered; and nothing is idle while a file
    could not be read, a rule failed, or an error stands that is not waived: rules pass over what rests on one.
    """
    waivers = tuple(waivers)
    if not sight.is_whole or sight.census.unread or any(_blinds(one, waivers) for one in roots):
        return ()
    return tuple(waiver for waiver in waivers if _is_idle(waiver, said, sight))


def _marked(finding: Finding, waivers: tuple[Waiver, ...]) -> Finding:
    found = (w for w in waivers if _covers(w, finding.code, finding.record, finding.pointer))
    waiver = next(found, None)
    return replace(finding, waived=waiver.reason) if waiver else finding


def _covers(waiver: Waiver, code: str, record: str | None, pointer: str | None) -> bool:
    if waiver.record != record or code not in _codes(waiver.rule):
        return False
    # by whole steps: /times/1 is no beginning of /times/12
    return waiver.pointer is None or f"{pointer}/".startswith(f"{waiver.pointer}/")


@cache
def _codes(pattern: str) -> frozenset[str]:
    """The codes that a waiver's rule stands for, without those that are never waived.

    A waiver could switch off what tells of waivers, of a rule that failed, or of a file that could not be judged.
    """
    return frozenset(rule.code for rule in matching(pattern) if not rule.code.startswith(OF_THE_RUN) and not rule.closes)


def _blinds(one: Said, waivers: tuple[Waiver, ...]) -> bool:
    code = one.rule.code
    is_error = one.rule.severity == "error" and not code.startswith(OF_THE_RUN)
    return is_error and not any(_covers(w, code, one.told_of, one.pointer) for w in waivers)


def _is_idle(waiver: Waiver, said: list[Said], sight: Sight) -> bool:
    codes = _codes(waiver.rule)
    if not codes:  # a rule that does not exist is told by another rule
        return bool(matching(waiver.rule))
    if any(_covers(waiver, one.rule.code, one.told_of, one.pointer) for one in said):
        return False
    if not sight.census.kinds_of(waiver.record):
        return True
    # who names many rules at once does not mean the previews among them
    stable = {rule.code for rule in matching(waiver.rule) if not rule.preview} & codes
    return (stable or codes) <= {rule.code for rule in sight.chosen.rules} and not _may_hide(waiver, codes, sight)


def _may_hide(waiver: Waiver, codes: frozenset[str], sight: Sight) -> bool:
    """Whether a finding that it covers may be there on another day, or for somebody who has the texts."""
    scopes = {scope for rule in sight.chosen.rules if rule.code in codes for scope in rule.takes}
    if Run in scopes and not sight.is_today:
        return True
    # what is told of an actor, an event or the manifest rests on no article's text
    if "article" not in sight.census.kinds_of(waiver.record):
        return False
    return waiver.record in sight.textless or (bool(scopes.intersection(SLICES)) and bool(sight.textless))
