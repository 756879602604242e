"""The built wheel, installed into an empty environment and run from another folder, is the same program."""

import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.laid import TOP


def run(*command: str | Path, cwd: Path = TOP) -> str:
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, TOP)
    [wheel] = folder.glob("dateline-*.whl")
    venv.create(folder / "env", with_pip=True)
    run(folder / "env/bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel)
    return folder / "env/bin/dateline"


def test_the_wheel_gives_the_same_report_from_another_folder(installed: Path) -> None:
    arguments = ("check", TOP / "corpus", "--output-format", "json")
    here = run(sys.executable, "-m", "dateline", *arguments)
    there = run(installed, *arguments, cwd=Path("/"))
    assert there == here
    assert re.search(r'"anchors": [0-9]{4}', there)


def test_the_wheel_brings_the_standard_and_every_rule(installed: Path) -> None:
    assert run(installed, "rules", "--output-format", "json", cwd=Path("/")) == (TOP / "schema/rules.json").read_text("utf-8")
    shown = run(installed, "schema", "article", cwd=Path("/"))
    assert shown == (TOP / "schema/1.0/article.schema.json").read_text("utf-8")


def test_the_wheel_brings_data_out_and_in_with_nothing_else_around(installed: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        shutil.copytree(TOP / "corpus", tmp_path / name)
    assert "tables" in run(installed, "export", "release", "--corpus", "one", cwd=tmp_path)
    assert (tmp_path / "release/DATA.md").read_text("utf-8") == (TOP / "docs/data.md").read_text("utf-8")
    numbers = run(installed, "stats", "one", "--output-format", "json", cwd=tmp_path)
    assert numbers == run(sys.executable, "-m", "dateline", "stats", TOP / "corpus", "--output-format", "json")
    assert "F1 exact" in run(installed, "agree", "one", "other", cwd=tmp_path)
    (tmp_path / "talks.txt").write_text("Talks held\n\nThe minister met Kim.\n")
    (tmp_path / "talks.ann").write_text("T1\tPER 29 32\tKim\n")
    of = ("--published", "2019-05-21", "--publisher", "An Outlet", "--corpus", "other")
    assert "outlet-2019-05-21-talks-held.yaml: 1 mention" in run(installed, "import", "brat", "talks.ann", *of, cwd=tmp_path)
