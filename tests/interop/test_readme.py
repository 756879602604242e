"""The lines of README that answer a question, run as they stand there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.laid import CORPUS, TOP
from tests.program import run


def test_the_question_of_the_readme_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", tmp_path / "release", "--corpus", CORPUS, "--format", "csv").exit_code == 0
    [(lines, told)] = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", (TOP / "README.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(lines, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == told


def test_r_gives_the_same_answer(tmp_path: Path) -> None:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("there is no R here")
    assert run("export", tmp_path / "release", "--corpus", CORPUS, "--format", "csv").exit_code == 0
    readme = (TOP / "README.md").read_text("utf-8")
    [told] = re.findall(r"```text\n +office.*?\n(.*?)```", readme, re.DOTALL)
    [lines] = re.findall(r"```r\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "question.R").write_text(f"options(width = 200)\n{lines}", "utf-8")
    done = subprocess.run([program, "--vanilla", "question.R"], cwd=tmp_path, capture_output=True, text=True, check=True)
    rows = [line.replace("<NA>", "").split()[1:] for line in done.stdout.splitlines()[1:]]
    assert sorted(rows) == sorted(line.split() for line in told.splitlines())
