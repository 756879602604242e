"""One corpus makes one release, to the byte: whoever makes it, where, when, in which language, zone and order."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from dateline.cli.export import UNTOLD
from dateline.exporters.release import FORMATS

from tests.laid import CORPUS, TOP

WEST, EAST = "Etc/GMT+12", "Etc/GMT-14"  # 26 hours apart: never the same day
WRITABLE = [name for name in FORMATS if name != "parquet" or find_spec("pyarrow")]
OTHERS = {
    "korean": {"PYTHONHASHSEED": "2", "LC_ALL": "ko_KR.UTF-8", "LANG": "ko_KR.UTF-8", "TZ": "Asia/Seoul"},
    "turkish": {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"},
    "ascii": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": EAST, "SOURCE_DATE_EPOCH": "1"},
}


def copied(to: Path, *, backwards: bool) -> Path:
    """Copy the corpus and its licences, file by file: folders list them in the order in which they came."""
    files = sorted(path for path in (*CORPUS.rglob("*"), *TOP.glob("LICENSE*")) if path.is_file())
    (to / ".git").mkdir(parents=True)
    for day, path in enumerate(reversed(files) if backwards else files):
        copy = to / path.relative_to(TOP)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        os.utime(copy, (86_400 * day, 86_400 * day))
    return to / "corpus"


def release(corpus: Path, out: Path, formats: list[str], umask: int, environment: dict[str, str]) -> dict[str, tuple[bytes, int]]:
    """Make a release in the folder above it; give the bytes and the mode of every file, and the modes of folders."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "export", out.name, "--corpus", corpus, "--format", ",".join(formats)],
        cwd=out.parent,
        env=os.environ | environment,
        umask=umask,
        capture_output=True,
        check=False,
        timeout=120,
    )
    told = f"1 withheld text not at hand: {UNTOLD}\n".encode()
    assert (done.returncode, done.stderr) == (0, told)
    return {
        path.relative_to(out).as_posix(): (b"" if path.is_dir() else path.read_bytes(), path.stat().st_mode & 0o7777)
        for path in (out, *out.rglob("*"))
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, int]]:
    folder = tmp_path_factory.mktemp("first")
    return release(copied(folder / "top", backwards=False), folder / "out", WRITABLE, 0o022, {"PYTHONHASHSEED": "1", "TZ": WEST})


@pytest.mark.parametrize("environment", OTHERS.values(), ids=OTHERS)
def test_a_release_is_the_same_wherever_it_is_made(
    environment: dict[str, str], first: dict[str, tuple[bytes, int]], tmp_path: Path
) -> None:
    corpus = copied(tmp_path / "elsewhere 서울", backwards=True)
    assert release(corpus, tmp_path / "release", WRITABLE[::-1], 0o022, environment) == first


def test_a_release_over_a_former_one_has_nothing_of_it_and_the_modes_that_its_maker_asks_for(
    first: dict[str, tuple[bytes, int]], tmp_path: Path
) -> None:
    corpus, out = copied(tmp_path / "top", backwards=False), tmp_path / "out"
    release(corpus, out, ["csv"], 0o077, {})
    over = release(corpus, out, WRITABLE, 0o077, {})
    assert {path: content for path, (content, _) in over.items()} == {path: content for path, (content, _) in first.items()}
    assert {mode for _, mode in over.values()} == {0o600, 0o700}
