"""``dateline check --watch``: a fresh report after every change, whatever the change leaves behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dateline.cli import watch
from dateline.cli.watch import SEPARATOR, again_and_again
from dateline.engine.settings import UsageError
from dateline.loading.watching import State, state_of

from tests.laid import ARTICLE, MINIMAL, copy_of

LONGEST = 120  # seconds after which a test gives up


class Watched:
    """A watching program, and what it has printed so far."""

    def __init__(self, corpus: Path, *arguments: str | Path) -> None:
        self.corpus = corpus
        self.out, self.err = corpus.parent / "out", corpus.parent / "err"
        command = [sys.executable, "-m", "dateline", "check", corpus, "--watch", "--output-format", "concise", *arguments]
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(command, stdout=out, stderr=err, env=os.environ | {"PYTHONUTF8": "1"})

    def says(self, words: str, after: Callable[[], object] = lambda: None) -> None:
        """Wait until words are printed after a change, in a report or an error of use that a separator ends.

        A change may be seen half-done, and then a report on that comes first.
        """
        read = (len(self.out.read_bytes()), len(self.err.read_bytes())) if self.err.stat().st_size else (0, 0)
        after()
        end = time.monotonic() + LONGEST
        while True:
            errors, report = self.err.read_bytes()[read[1] :].decode(), self.out.read_bytes()[read[0] :].decode()
            if errors.endswith(f"{SEPARATOR}\n") and words in report + errors:
                return
            assert self.process.poll() is None, errors
            assert time.monotonic() < end, report + errors
            time.sleep(0.05)

    def interrupt(self) -> int:
        """Press Ctrl-C; give the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONGEST)


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    corpus = copy_of(MINIMAL, tmp_path / "corpus")
    started = Watched(corpus, "--texts", corpus / "texts")
    yield started
    started.process.kill()
    started.process.wait()


def test_every_change_is_followed_by_a_fresh_report_and_an_interruption_ends_quietly(watched: Watched) -> None:
    article, manifest, actor = watched.corpus / ARTICLE, watched.corpus / "dateline.yaml", watched.corpus / "actors/jpn.yaml"
    right, settings = article.read_text("utf-8"), manifest.read_text("utf-8")
    wrong = right.replace("value: 2019-05-21}", "value: 2019-05-20}")
    watched.says("no findings in 12 files")
    watched.says("T303 [weekday-mismatch]", after=lambda: article.write_text(wrong, "utf-8"))
    # half-written, in the middle of a character
    watched.says("not-utf8", after=lambda: article.write_bytes(right[:300].encode() + b"\xed\x95"))
    watched.says("in 11 files", after=actor.unlink)
    watched.says("bad-yaml", after=lambda: manifest.write_text("title: [\n", "utf-8"))
    watched.says("error: no dateline.yaml in", after=manifest.unlink)
    article.write_text(right, "utf-8")
    actor.write_bytes((MINIMAL / "actors/jpn.yaml").read_bytes())
    watched.says("no findings in 12 files", after=lambda: manifest.write_text(settings, "utf-8"))
    assert watched.interrupt() == 130
    notes = watched.err.read_text("utf-8").splitlines()
    assert all(note == SEPARATOR or note.startswith("error: ") for note in notes)


def test_a_copy_of_a_withheld_text_is_watched_too(watched: Watched) -> None:
    watched.says("no findings")
    copy = watched.corpus / "texts/dl-2019-06-03-withheld.txt"
    watched.says("text-changed", after=lambda: copy.write_text("Talks will not go on\n", "utf-8"))


def test_a_command_that_cannot_start_does_not_wait(tmp_path: Path) -> None:
    started = Watched(copy_of(MINIMAL, tmp_path / "corpus"), "--select", "no-such-rule")
    assert started.process.wait(LONGEST) == 2
    assert started.err.read_text("utf-8").startswith('error: there is no rule "no-such-rule"')


@pytest.mark.parametrize("change", ["same size", "same time", "new", "gone", "another in its place"])
def test_any_change_of_a_file_is_another_state(change: str, tmp_path: Path) -> None:
    corpus = copy_of(MINIMAL, tmp_path / "corpus")
    file = corpus / "actors/kor.yaml"
    before, status, data = state_of(corpus, None), file.stat(), file.read_bytes()
    if change == "same size":
        file.write_bytes(data[::-1])
    elif change == "same time":
        file.write_bytes(data + b"\n")
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif change == "new":
        (corpus / "actors/new.yaml").touch()
    elif change == "gone":
        file.unlink()
    else:
        (corpus / ".draft").write_bytes(data)
        (corpus / ".draft").replace(file)
    assert state_of(corpus, None) != before


def test_what_is_no_record_is_no_change(tmp_path: Path) -> None:
    corpus = copy_of(MINIMAL, tmp_path / "corpus")
    before = state_of(corpus, None)
    (corpus / "actors/.kor.yaml.swp").touch()
    (corpus / "notes.txt").touch()
    assert state_of(corpus, None) == before
    assert state_of(tmp_path / "nowhere", tmp_path / "neither") == {}


def test_it_sleeps_between_two_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = copy_of(MINIMAL, tmp_path / "corpus")
    slept: list[float] = []
    looks: list[Path] = []
    runs: list[Path] = []

    def look(root: Path, copies: Path | None) -> State:
        looks.append(root)
        return state_of(root, copies)

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 20:
            (corpus / "actors/kor.yaml").unlink()
        if len(runs) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "state_of", look)
    monkeypatch.setattr(time, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        again_and_again(lambda: runs.append(corpus), corpus, None)
    assert len(runs) == 2
    assert min(slept) >= 0.1
    assert len(looks) <= len(slept) + 3  # one look more for each run, and the one that finds the change


def again(corpus: Path, monkeypatch: pytest.MonkeyPatch, *endings: BaseException | None) -> None:
    """Run until all endings are used, with a change of a file in each run but the last."""
    left = list(endings)

    def run() -> None:
        ending = left.pop(0)
        if left:
            (corpus / f"actors/new-{len(left)}.yaml").touch()
        if ending:
            raise ending

    monkeypatch.setattr(time, "sleep", lambda _: None)
    again_and_again(run, corpus, None)


def test_an_error_is_forgiven_only_if_files_changed_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = copy_of(MINIMAL, tmp_path / "corpus")
    with pytest.raises(KeyError, match="second"):
        again(corpus, monkeypatch, KeyError("first"), KeyError("second"))


def test_an_error_of_use_ends_only_the_first_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = copy_of(MINIMAL, tmp_path / "corpus")
    with pytest.raises(UsageError, match="at once"):
        again(corpus, monkeypatch, UsageError("at once"), KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        again(corpus, monkeypatch, None, UsageError("it is gone"), KeyboardInterrupt())
