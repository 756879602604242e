"""The memory of a command and all its processes: shared pages are counted once (PSS), sampled while it runs."""

import subprocess
import threading
from pathlib import Path
from time import sleep

from benchmarks.pairs import Command, CommandFailedError

_PROC = Path("/proc")
_PAUSE = 0.02  # seconds between two samples


def peak(command: Command, accepted: frozenset[int] = frozenset({0})) -> float:
    """Give the greatest sum of PSS over the process and those that it started, in MiB.

    Raises:
        CommandFailedError: if it returns what it should not.

    """
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603 - as pairs
    seen = [0]
    watching = threading.Thread(target=_watch, args=(process, seen))
    watching.start()
    _, errors = process.communicate()
    watching.join()
    if process.returncode not in accepted:
        raise CommandFailedError(f"{command[0]} returned {process.returncode}\n{errors.decode('utf-8', 'replace')[-2000:]}")
    return max(seen) / 1024


def _watch(process: "subprocess.Popen[bytes]", seen: list[int]) -> None:
    while process.poll() is None:
        seen[0] = max(seen[0], sum(_pss(pid) for pid in _family(process.pid)))
        sleep(_PAUSE)


def _family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    try:
        tasks = list((_PROC / str(pid) / "task").iterdir())
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has ended
        return []
    return [pid, *(other for child in children for other in _family(child))]


def _pss(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
