"""Checks a corpus. What a former run told of the very same files is told again, and nothing else is loaded for it."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import DecodeError

from dateline.engine.coding import KEPT, OF_THIS_RUN, NotStorableError
from dateline.engine.inputs import INPUTS, Compared, compared
from dateline.engine.keeping import Keeper, way_of_asking
from dateline.engine.question import Beside, Question
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading import source
from dateline.loading.texts import Copies

if TYPE_CHECKING:
    from dateline.engine.memory import Memory


def check(  # noqa: PLR0913 - all that a report depends on, how it is come by, and who is told how far it is
    root: Path,
    settings: Settings,
    copies: Copies,
    only: Iterable[str] = (),
    today: date | None = None,
    *,
    over: source.Over = iter,
    jobs: int = 1,
    keeper: Keeper | None = None,
    beside: Beside | None = None,
) -> Report:
    """Check the corpus in ``root``; ``only`` limits the findings that are told to those of these files.

    ``today`` is the day of a corpus that this is a state of: unlike one in the settings, it is taken for its own. ``jobs`` is the
    number of processes, and ``keeper`` has the memories of former runs: neither makes a difference to what is told. ``beside`` is
    what is made of the files that are checked: of all, if no former run is remembered.

    Raises:
        UsageError: for a rule that does not exist, or a manifest that cannot be read.

    """
    paths, strays = source.find(root)
    return answered(
        Question(root, settings, copies, frozenset(only), today, over, jobs, tuple(paths), tuple(strays), beside),
        keeper or Keeper(None),
    )


def answered(question: Question, keeper: Keeper) -> Report:
    """The report: of a former run on the very same files, or of this one.

    Raises:
        UsageError: as ``check`` does.

    """
    asked = way_of_asking(question)
    try:
        while True:
            memory = keeper.recall(asked)
            try:
                found = compared(question.places, memory.kept(INPUTS)) if memory else None
                return _remembered(question, keeper, memory, found) or _checked(question, keeper, memory, found)
            except (sqlite3.Error, DecodeError) as error:
                if not keeper.gives_up(memory, error):
                    raise
    finally:
        keeper.discard()


def _remembered(question: Question, keeper: Keeper, memory: "Memory | None", found: Compared | None) -> Report | None:
    """The report of a former run on the very same files, if there was one."""
    if memory is None or found is None or found.fresh or found.gone or (told := memory.kept(question.identity)) is None:
        return None
    keeper.hits.by_bytes = sum(not name.startswith("/") for name in found.by_bytes)
    keeper.hits.by_state = len(question.paths) - keeper.hits.by_bytes
    if found.by_bytes:  # from now on known by their states
        memory.open_for_change()
        if memory.kept(INPUTS) == found.seen:  # no other run has ended in the meantime
            memory.keep(INPUTS, KEPT.encoded(found.by_state | found.by_bytes))
            memory.save()
    memory.close()
    report: Report = KEPT.decoded(told, Report)
    return report


def _checked(question: Question, keeper: Keeper, memory: "Memory | None", found: Compared | None) -> Report:
    """Check what is not remembered."""
    from dateline.engine.running import run  # noqa: PLC0415 - what is remembered needs none of it

    try:
        return run(question, keeper, memory, found, KEPT)
    except NotStorableError:
        # half characters in names or texts are rare: such a corpus is checked again, and nothing of it is remembered
        keeper.discard()
        without = Keeper(None)
        report = run(question, without, None, None, OF_THIS_RUN)
        keeper.hits = without.hits
        return report
