"""Writing: whoever is killed, and whoever writes at the same time, a file is whole and nobody's change is lost."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from dateline.cli.app import app
from dateline.engine.settings import UsageError
from dateline.loading.writing import NotWrittenError, create, rewrite, write
from dateline.model import standard
from typer.testing import CliRunner

from tests.laid import HERE

ROUNDS = 30
OLD, NEW = b"old\n" * 40_000, b"new!\n" * 50_000
REWRITING = """
import sys
from pathlib import Path
from dateline.loading.writing import rewrite
path, old, new = Path(sys.argv[1]), b"old\\n" * 40_000, b"new!\\n" * 50_000
print("ready", flush=True)
while True:
    before = path.read_bytes()
    rewrite(path, before, new if before == old else old)
"""
ADDING = """
import sys
from pathlib import Path
from dateline.loading.writing import NotWrittenError, rewrite
path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(40):
    while True:
        before = path.read_bytes()
        try:
            rewrite(path, before, before + f"{name} {number}\\n".encode())
            break
        except NotWrittenError:
            pass
"""


def started(script: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(HERE.parent / "validator")}
    return subprocess.Popen([sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, env=environment)


def test_a_program_that_is_killed_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(OLD)
    chance = random.Random(0)  # noqa: S311 - nothing is secret
    seen = set()
    for _ in range(ROUNDS):
        with started(REWRITING, path) as program:
            assert program.stdout
            program.stdout.readline()
            time.sleep(chance.uniform(0, 0.02))
            program.send_signal(signal.SIGKILL)
        held = path.read_bytes()
        assert held in (OLD, NEW)
        seen.add(held)
    assert seen == {OLD, NEW}


def test_of_programs_that_write_at_once_none_undoes_what_another_did(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"")
    programs = [started(ADDING, path, name) for name in ("one", "two", "three")]
    assert [program.wait(120) for program in programs] == [0, 0, 0]
    for program in programs:
        assert program.stdout
        program.stdout.close()
    expected = sorted(f"{name} {number}" for name in ("one", "two", "three") for number in range(40))
    assert sorted(path.read_text("utf-8").split("\n")[:-1]) == expected
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotWrittenError, match="no space left"):
        rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


def test_a_new_file_can_be_read_by_all_and_an_old_one_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write(path, b"a")
    assert path.stat().st_mode & 0o777 == 0o644
    path.chmod(0o600)
    write(path, b"b")
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o600, b"b")


def test_of_many_that_create_a_file_at_once_one_does_and_the_others_are_told(tmp_path: Path) -> None:
    def created(number: int) -> bool:
        try:
            create(tmp_path / "x", bytes([number]) * 10_000)
        except FileExistsError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(created, range(40)))
    assert sum(done) == 1
    assert (tmp_path / "x").read_bytes() == bytes([done.index(True)]) * 10_000
    assert list(tmp_path.iterdir()) == [tmp_path / "x"]


def test_a_rulebook_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.json").mkdir()
    monkeypatch.setattr(standard, "folder", lambda: tmp_path)
    shown = CliRunner().invoke(app, ["rules", "--write"])
    assert isinstance(shown.exception, UsageError)
    assert str(shown.exception) == f"{tmp_path} cannot be written to: is a directory"
