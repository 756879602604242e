"""Work spread over processes: in order, with no more of it under way than is needed, and the same whatever their number.

Processes are forked: they begin with all that is loaded, and share what the registry holds; a server that forks (``forkserver``)
would load the program anew and be handed the registry, which took longer than small corpora take as a whole.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import Thread
from typing import Any, TypeVar

from dateline.engine.settings import UsageError

Part = TypeVar("Part")
Result = TypeVar("Result")

FEWEST = 200  # files: fewer are done before processes have begun
_CHUNK = 100  # files that a process is given at once
_AHEAD = 2  # chunks for each process that are given out before they are asked for
_ENDING = (signal.SIGINT, signal.SIGTERM)
_begun: list[Callable[[Any], Any]] = []  # the work that a process finds when it is forked


def spread(work: Callable[[Sequence[Part]], Result], parts: Sequence[Part], jobs: int) -> Iterator[Result]:
    """The results of the work on chunks of the parts, in order.

    Raises:
        UsageError: if a process was killed: most often, the system ran out of memory.

    """
    chunks = [parts[first : first + _CHUNK] for first in range(0, len(parts), _CHUNK)]
    if jobs < 2 or len(parts) < FEWEST:  # noqa: PLR2004 - one process is this one
        for chunk in chunks:
            with unswept():
                result = work(chunk)
            yield result
        return
    yield from _spread(work, chunks, min(jobs, len(chunks)))


def _spread(work: Callable[[Sequence[Part]], Result], chunks: list[Sequence[Part]], jobs: int) -> Iterator[Result]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most runs are small, and need no processes
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    gc.freeze()  # what is there already is not gone through again, nor copied for that, in any of them
    _begun.append(work)
    left = iter(chunks)
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork"), initializer=_begin) as pool:
            # what a signal raises while processes are forked, here all at once, is lost
            signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
            try:
                ahead = deque(pool.submit(_done, chunk) for chunk in islice(left, jobs * _AHEAD))
            finally:
                signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
            while ahead:
                result = ahead.popleft().result()
                ahead.extend(pool.submit(_done, chunk) for chunk in islice(left, 1))
                yield result
    except BrokenProcessPool as error:
        raise UsageError("a process was ended by the system: try fewer with --jobs") from error
    finally:
        _begun.pop()
        gc.unfreeze()


def _begin() -> None:
    """Leave an interruption to the process that asked for the work, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415 - as above
    from multiprocessing.connection import wait  # noqa: PLC0415 - as above

    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _done(chunk: Any) -> Any:  # noqa: ANN401 - what the work takes and gives
    with unswept():
        return _begun[-1](chunk)


@contextmanager
def unswept() -> Iterator[None]:
    """Let nothing look for what refers to itself: much is made at once that does not."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
