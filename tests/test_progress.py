"""Progress is shown on a terminal alone, from the first second on, and is gone at the end."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.cli.progress import Progress
from dateline.engine.check import check
from dateline.engine.formatting import formatted
from dateline.engine.opening import opened
from dateline.engine.settings import Settings
from dateline.loading import source
from dateline.loading.texts import Copies

from tests.laid import TOP

SLOW = """
import sys, time
from dateline.cli.progress import progress
with progress(4) as shown:
    shown.step("checking")
    shown.step("writing \\x1b[31m")
    time.sleep(float(sys.argv[1]))
"""


def shown_for(seconds: float, *, terminal: bool, **environment: str) -> str:
    """What a program that takes so long writes to stderr."""
    command = [sys.executable, "-c", SLOW, str(seconds)]
    variables = os.environ | {"PYTHONPATH": str(TOP / "validator"), "TERM": "xterm"} | environment
    if not terminal:
        return subprocess.run(command, env=variables, stderr=subprocess.PIPE, check=True).stderr.decode()
    ours, theirs = pty.openpty()
    try:
        subprocess.run(command, env=variables, stderr=theirs, check=True)
        os.write(theirs, b"end")
        return os.read(ours, 1 << 16).decode().removesuffix("end")
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_step_that_takes_long_is_shown_on_a_terminal() -> None:
    shown = shown_for(1.6, terminal=True)
    assert "[#####...............] 1 s  writing \\x1b[31m" in shown
    assert shown.endswith("\r\x1b[K")


def test_what_is_soon_over_shows_nothing() -> None:
    assert shown_for(0, terminal=True) == ""


def test_no_file_and_no_dumb_terminal_gets_a_bar() -> None:
    assert shown_for(1.4, terminal=False) == ""
    assert shown_for(1.4, terminal=True, TERM="dumb") == ""


def test_the_bar_grows_with_the_files_of_a_step() -> None:
    shown = Progress(2)
    shown.step("checking")
    assert [shown.line(1, 80)[1:21].count("#") for _ in shown.over("abcd")] == [0, 2, 5, 7]
    shown.step("writing")
    assert shown.line(1, 80)[1:21].count("#") == 10


def test_what_goes_through_a_corpus_tells_of_each_of_its_files(corpus: Path) -> None:
    found, told = sorted(source.find(corpus)[0]), list[str]()

    def over(paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            told.append(path)
            yield path

    goers: list[Callable[[], object]] = [
        lambda: check(corpus, Settings(), Copies(), over=over),
        lambda: opened(corpus, Copies(), over),
        lambda: list(formatted(corpus, (), over)),
    ]
    for go in goers:
        told.clear()
        go()
        assert sorted(told) == found


def test_a_bar_is_never_longer_than_its_line_or_fuller_than_full() -> None:
    assert Progress(2, 5, "x").line(3, 80) == f"[{'#' * 20}] 3 s  x"
    assert len(Progress(2, 1, "x" * 100).line(3, 40)) == 39
