"""Work spread over processes: in order, with no more of it under way than is needed, and the same whatever their number.

Processes are forked: they begin with all that is loaded, and share what the registry holds; a server that forks (``forkserver``)
would load the program anew and be handed the registry, which took longer than small corpora take as a whole.
"""

import gc
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")

FEWEST = 200  # files: fewer are done before processes have begun
_CHUNK = 100  # files that a process is given at once
_AHEAD = 2  # chunks for each process that are given out before they are asked for
_begun: list[Callable[[Any], Any]] = []  # the work that a process finds when it is forked


class LostProcessError(Exception):
    """A process ended before its work was done: most often, the system ran out of memory."""


def spread(work: Callable[[Sequence[Part]], Result], parts: Sequence[Part], jobs: int) -> Iterator[Result]:
    """The results of the work on chunks of the parts, in order.

    Raises:
        LostProcessError: if a process was killed.

    """
    chunks = [parts[first : first + _CHUNK] for first in range(0, len(parts), _CHUNK)]
    if jobs < 2 or len(parts) < FEWEST:  # noqa: PLR2004 - one process is this one
        yield from map(work, chunks)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - most runs are small, and need no processes
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above
    from multiprocessing import get_context  # noqa: PLC0415 - as above

    gc.freeze()  # what is there already is not gone through again, nor copied for that, in any of them
    _begun.append(work)
    try:
        with ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=get_context("fork"), initializer=_begin) as pool:
            ahead = deque(pool.submit(_done, chunk) for chunk in chunks[: jobs * _AHEAD])
            for chunk in (*chunks[jobs * _AHEAD :], *(None for _ in range(len(ahead)))):
                result = ahead.popleft().result()
                if chunk is not None:
                    ahead.append(pool.submit(_done, chunk))
                yield result
    except BrokenProcessPool as error:
        raise LostProcessError("a process was ended by the system: try fewer with --jobs") from error
    finally:
        _begun.pop()
        gc.unfreeze()


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


def _begin() -> None:
    """Leave an interruption to the process that asked for the work, and to the end of a chunk what nothing refers to any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()


def _done(chunk: Any) -> Any:  # noqa: ANN401 - what the work takes and gives
    result = _begun[-1](chunk)
    gc.collect()
    return result
