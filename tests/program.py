"""The program as a user runs it: in a process of its own, or in that of the test."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from dateline.cli.app import app
from dateline.model import standard
from jsonschema import Draft202012Validator
from typer.main import get_command
from typer.testing import CliRunner, Result

from tests.laid import HERE


def in_bytes(*arguments: str | Path, cwd: Path = HERE, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own; give what it prints, to the byte."""
    return subprocess.run(
        [sys.executable, "-m", "dateline", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


def dateline(*arguments: str | Path, cwd: Path = HERE, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; give what it prints."""
    done = in_bytes(*arguments, cwd=cwd, **environment)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def findings(root: Path, *arguments: str) -> tuple[int, list[tuple[str, str, int]]]:
    """Check a corpus, in a process of its own; give the exit code, and rule, file and line of each finding."""
    run = dateline("check", root, "--output-format", "json", *arguments)
    assert "Traceback" not in run.stderr
    report = json.loads(run.stdout)
    Draft202012Validator(standard.document("report-1.schema.json")).validate(report)
    return run.returncode, [(found["rule"], found["path"], found["line"]) for found in report["findings"]]


def run(*arguments: object, **environment: str) -> Result:
    """Run the program in this process: faster, and with whatever a test has patched."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)


def commands() -> dict[str, list[str]]:
    """Every command, ``new actor`` and its like among them, with its options."""
    found = {}
    left: list[tuple[str, Any]] = [("", get_command(app))]
    for name, command in left:
        if hasattr(command, "commands"):
            left += [(f"{name} {under}".strip(), one) for under, one in command.commands.items()]
        else:
            found[name] = [option.opts[0] for option in command.params if option.param_type_name == "option"]
    return found
