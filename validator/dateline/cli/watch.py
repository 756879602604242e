"""``--watch``: a command again and again, whenever a file that it looks at has changed."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from dateline.cli.console import complain, note
from dateline.engine.report import BrokenManifestError
from dateline.engine.settings import UsageError
from dateline.loading.watching import State, state_of

_INTERVAL = 0.5  # seconds between two looks: soon enough for a person, and a thousandth of a processor
_SETTLING = 0.1  # seconds that a change is given to be whole: editors write in several steps
SEPARATOR = "---- waiting for a change; Ctrl-C ends ----"


def again_and_again(run: Callable[[], object], root: Path, copies: Path | None) -> NoReturn:
    """Run now and after every change, until interrupted; the code that a run would end with is no end of this.

    Raises:
        UsageError: if the first run cannot start. Later on, its files may be gone for the moment, or in the making.

    """
    is_first = True
    while True:
        seen = state_of(root, copies)
        try:
            run()
        except UsageError as error:
            if is_first and not isinstance(error, BrokenManifestError):
                raise
            complain(str(error))
        except Exception:
            # a file that changed between two looks at it may break any promise; then another run follows at once
            if state_of(root, copies) == seen:
                raise
        sys.stdout.flush()
        note(SEPARATOR)
        is_first = False
        _wait(root, copies, seen)


def _wait(root: Path, copies: Path | None, seen: State) -> None:
    while state_of(root, copies) == seen:
        time.sleep(_INTERVAL)
    time.sleep(_SETTLING)
