"""What GitHub reads: the workflow, the action and the forms are what it takes, and let nobody in."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.engine.check import check
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.reporters.concise import render

from tests.laid import HERE, TOP
from tests.repositories import commit, git

GITHUB = TOP / ".github"
ACTION = yaml.safe_load((TOP / "action.yml").read_text("utf-8"))
WORKFLOW = yaml.safe_load((GITHUB / "workflows/check.yml").read_text("utf-8"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
MATCHERS = json.loads((GITHUB / "dateline-problem-matcher.json").read_text("utf-8"))["problemMatcher"]
EXPRESSION = "${" + "{"


def done(*command: str | Path, cwd: Path = TOP, variables: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, command)],
        cwd=cwd,
        env=os.environ | (variables or {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", [GITHUB / "workflows/check.yml"]),
        ("github-actions", [TOP / "action.yml"]),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("github-issue-forms", FORMS),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_github_takes_the_files(schema: str, files: list[Path]) -> None:
    run = done(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    assert files
    assert run.returncode == 0, run.stdout


def test_zizmor_finds_no_way_in() -> None:
    run = done(Path(sys.executable).with_name("zizmor"), "--offline", "--persona", "pedantic", "--no-progress", ".")
    assert run.returncode == 0, run.stdout
    assert "check.yml" in run.stderr
    assert "action.yml" in run.stderr


def test_the_workflow_runs_what_strangers_write_without_any_right_to_write() -> None:
    assert set(WORKFLOW[True]) == {"pull_request", "push"}  # YAML 1.1 takes "on" for a truth value
    assert WORKFLOW["permissions"] == {"contents": "read"}


def steps() -> list[dict[str, Any]]:
    return [*ACTION["runs"]["steps"], *(step for job in WORKFLOW["jobs"].values() for step in job["steps"])]


def test_no_expression_stands_inside_a_script() -> None:
    scripts = [step["run"] for step in steps() if "run" in step]
    assert len(scripts) == 4
    assert [script for script in scripts if EXPRESSION in script] == []


@pytest.mark.parametrize("script", [step["run"] for step in steps() if "run" in step])
def test_the_scripts_are_those_of_a_shell(script: str) -> None:
    assert done("bash", "-n", "-c", script).stderr == ""


STUB = """\
#!/usr/bin/env bash
printf '%s\\n' "$@" >> "$RECORD"
if [ "$2" = --output-format=markdown ]; then echo "# a summary"; fi
exit "$CODE"
"""


def acted(folder: Path, **inputs: str) -> tuple[int, list[list[str]], str]:
    """Run the action's script with a program that only records; give its exit code, the calls, and the summary."""
    program = folder / "dateline/bin/dateline"
    program.parent.mkdir(parents=True)
    program.write_text(STUB, "utf-8")
    program.chmod(0o755)
    places = {"RUNNER_TEMP": str(folder), "GITHUB_STEP_SUMMARY": str(folder / "summary"), "RECORD": str(folder / "record")}
    script = ACTION["runs"]["steps"][1]["run"]
    given = {"CORPUS": ".", "AGAINST": "", "TEXTS": "", "PREVIEW": "false", "CODE": "0"} | inputs
    run = done("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, variables=places | given)
    assert run.stderr == ""
    calls = [call.split("\n") for call in (folder / "record").read_text("utf-8").rstrip("\n").split("check\n")[1:]]
    return run.returncode, [[word for word in call if word] for call in calls], (folder / "summary").read_text("utf-8")


def test_the_action_checks_twice_and_keeps_the_first_outcome(tmp_path: Path) -> None:
    code, calls, summary = acted(tmp_path, CODE="1")
    assert code == 1
    assert calls == [["--output-format=github", "--", "."], ["--output-format=markdown", "--", "."]]
    assert summary == "# a summary\n"


def test_the_action_passes_its_inputs_on_as_words(tmp_path: Path) -> None:
    hostile = f"$(touch {tmp_path}/owned); `touch {tmp_path}/owned` --exit-zero"
    code, [first, _], _ = acted(tmp_path, CORPUS="--help", AGAINST=hostile, TEXTS="my texts", PREVIEW="true")
    assert code == 0
    assert first == ["--output-format=github", f"--against={hostile}", "--texts=my texts", "--preview", "--", "--help"]
    assert not (tmp_path / "owned").exists()


def test_the_workflow_tells_what_a_change_does_to_the_schema(tmp_path: Path) -> None:
    shutil.copytree(TOP / "schema", tmp_path / "schema")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/dateline").write_text(f'#!/bin/sh\nexec {sys.executable} -m dateline "$@"\n', "utf-8")
    (tmp_path / ".venv/bin/dateline").chmod(0o755)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    path = tmp_path / "schema/1.0/actor.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    schema["required"].append("sources")
    path.write_text(json.dumps(schema), "utf-8")
    script = next(step["run"] for step in steps() if "--compare" in step.get("run", ""))
    run = done(
        *("bash", "-eo", "pipefail", "-c", script),
        cwd=tmp_path,
        variables={"BASE": "HEAD", "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")},
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        'schema/1.0: major: a file that was taken may fail\n  major       actor.schema.json: the field "sources" is required\n'
    )
    assert (tmp_path / "summary").read_text("utf-8") == f"```text\n{run.stdout}```\n"


def test_every_input_of_the_action_is_used_and_described() -> None:
    used = "".join(ACTION["runs"]["steps"][1]["env"].values())
    for name, given in ACTION["inputs"].items():
        assert f"inputs.{name} " in used
        assert given["description"]


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_the_problem_matcher_reads_every_finding_of_the_concise_report(severity: str) -> None:
    lines = [line for line in (HERE / "golden/concise.txt").read_text("utf-8").split("\n") if re.search(r"\[[a-z-]+\]", line)]
    lines = [re.sub(r": (error|warning|info) ", f": {severity} ", line) for line in lines]
    assert len(lines) == 8
    for line in lines:
        [(matcher, match)] = [(m, found) for m in MATCHERS if (found := re.fullmatch(m["pattern"][0]["regexp"], line))]
        pattern = matcher["pattern"][0]
        told = match[pattern["severity"]] if "severity" in pattern else matcher["severity"]
        assert told == {"info": "notice"}.get(severity, severity)
        path, number, column, rest = line.split(":", 3)
        assert [match[pattern[name]] for name in ("file", "line", "column")] == [path, number, column]
        assert match[pattern["code"]] in rest
        assert rest.endswith(f"] {match[pattern['message']]}")


def test_the_problem_matcher_takes_nothing_else_for_a_finding() -> None:
    rest = render(check(TOP / "tests/corpora/minimal", Settings(), Copies(None))).rstrip("\n").split("\n")
    assert len(rest) > 3
    assert [line for line in rest for m in MATCHERS if re.search(m["pattern"][0]["regexp"], line)] == []


def test_whoever_owns_a_path_is_written_as_one_and_the_path_exists() -> None:
    for line in (GITHUB / "CODEOWNERS").read_text("utf-8").split("\n"):
        path, *owners = line.split("#")[0].split() or ["*"]
        assert path == "*" or (TOP / path.strip("/")).exists(), path
        assert all(re.fullmatch(r"@[A-Za-z0-9-]+(/[A-Za-z0-9._-]+)?", owner) for owner in owners)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_every_form_asks_for_sources_and_has_ids_of_its_own(form: Path) -> None:
    items = yaml.safe_load(form.read_text("utf-8"))["body"]
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids))
    assert {"source", "address"} & set(ids)


def test_the_action_imports_nothing_from_the_checkout() -> None:
    words = [line for step in ACTION["runs"]["steps"] for line in step["run"].split("\n") if not line.lstrip().startswith("#")]
    pythons = [line for line in words if re.search(r"python3?\b.* -[cm] ", line)]
    assert len(pythons) == 3
    assert [line for line in pythons if not re.search(r'python3?"? -I -[cm] ', line)] == []
