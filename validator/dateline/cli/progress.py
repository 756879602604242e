"""How far a long command is: a line on stderr, on a terminal alone, from the first second on."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from dateline.reporters.safe import cut, safe

if TYPE_CHECKING:
    from threading import Event

Item = TypeVar("Item")

_PATIENCE = 1.0  # seconds that nobody minds
_INTERVAL = 0.2  # seconds between two looks
_WIDTH = 20  # characters of the bar


class Progress(Struct):
    """The step that a command is at, of so many."""

    steps: int
    done: int = 0
    doing: str = ""
    part: float = 0.0  # of the step

    def step(self, doing: str) -> None:
        """Begin the next step."""
        self.done, self.doing, self.part = self.done + bool(self.doing), doing, 0.0

    def over(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items that the step goes through, one after the other."""
        for number, item in enumerate(items):
            self.part = number / len(items)
            yield item

    def line(self, seconds: float, columns: int) -> str:
        """The bar as it stands."""
        full = min(_WIDTH, int(_WIDTH * (self.done + self.part) / max(1, self.steps)))
        return cut(f"[{'#' * full}{'.' * (_WIDTH - full)}] {seconds:.0f} s  {safe(self.doing)}", max(1, columns - 1))


@contextmanager
def progress(steps: int, doing: str = "") -> Iterator[Progress]:
    """Show how far the steps of a command are, of which the first may begin at once; at the end, the line is gone."""
    shown = Progress(steps, doing=doing)
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield shown
        return
    from threading import Event, Thread  # noqa: PLC0415 - where nobody looks, nothing is shown

    ended = Event()
    thread = Thread(target=_show, args=(shown, ended), daemon=True)
    thread.start()
    try:
        yield shown
    finally:
        ended.set()
        thread.join()


def _show(shown: Progress, ended: "Event") -> None:
    from shutil import get_terminal_size  # noqa: PLC0415 - as above

    began, stream = time.monotonic(), sys.__stderr__  # not the guarded one: it makes our own controls visible
    if stream is None or ended.wait(_PATIENCE):
        return
    while not ended.wait(_INTERVAL):
        stream.write(f"\r\x1b[K{shown.line(time.monotonic() - began, get_terminal_size().columns)}")
        stream.flush()
    stream.write("\r\x1b[K")
    stream.flush()
