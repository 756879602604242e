"""Made-up corpora of any size, the same at every run: ``python -m benchmarks.corpora N FOLDER [--faulty 0.02]``."""

import os
from collections.abc import Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

from benchmarks.corpora.article import article
from benchmarks.corpora.faults import spoilt
from benchmarks.corpora.records import records
from benchmarks.corpora.registry import SEED, Registry, registry

_AT_ONCE = 250  # articles that a process is handed


def write(count: int, folder: Path, faulty: float = 0.0) -> list[str]:
    """Write a corpus of so many articles; give the paths of those into which a mistake was put."""
    made = registry(count)
    for name in ("actors", "events", "articles"):
        (folder / name).mkdir(parents=True)
    for path, text in records(made, count):
        (folder / path).write_text(text, "utf-8")
    chosen = frozenset(Random(f"{SEED} faults").sample(range(count), round(count * faulty)))  # noqa: S311 - nothing secret
    parts = [range(first, min(first + _AT_ONCE, count)) for first in range(0, count, _AT_ONCE)]
    task = partial(_write_part, made, count, folder, chosen)
    if len(parts) == 1:
        return list(task(parts[0]))
    with get_context("fork").Pool(os.cpu_count()) as pool:
        return [path for paths in pool.imap(task, parts) for path in paths]


def _write_part(made: Registry, count: int, folder: Path, chosen: frozenset[int], part: range) -> list[str]:
    return list(_written(made, count, folder, chosen, part))


def _written(made: Registry, count: int, folder: Path, chosen: frozenset[int], part: range) -> Iterator[str]:
    for number in part:
        name, text = article(made, count, number)
        path = f"articles/{name}.yaml"
        if number in chosen:
            text = spoilt(text, Random(f"{SEED} fault {number}"))  # noqa: S311 - as above
            yield path
        (folder / path).write_text(text, "utf-8")
