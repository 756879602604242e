"""The lines of README that answer a question, run as they stand there."""

import re
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
