"""The programs that Dateline is held against, each in an environment of its own under .venv-bench/."""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.grounds import HERE, SCHEMAS, Ground
from benchmarks.pairs import Command, Side

ROOM = HERE / ".venv-bench"
_NODE = ROOM / "node" / "node_modules" / ".bin"
CHECK_JSONSCHEMA = ROOM / "check-jsonschema" / "bin" / "check-jsonschema"
_YAMLLINT = ROOM / "yamllint" / "bin" / "yamllint"
_KINDS = (("article", "articles"), ("actor", "actors"), ("event", "events"))
SHAPE = "meaning: words in the text, dates, references, anything across files"
NOTHING = "anything: it only reads"


def sourcemeta(ground: Ground, *options: str) -> Side:
    """The compiled validator of sourcemeta, on all records."""
    schemas = SCHEMAS / "ids"
    resolved: tuple[str | Path, ...] = ("--resolve", schemas / "1.0", "--resolve", schemas / "vocabulary")
    commands = [
        (_NODE / "jsonschema", "validate", schemas / "1.0" / f"{kind}.schema.json", ground.root / folder, *resolved, *options)
        for kind, folder in _KINDS
    ]
    return Side("sourcemeta jsonschema", commands)


def check_jsonschema(paths: list[Path], times: float = 1.0) -> Side:
    """check-jsonschema on some articles."""
    schema = SCHEMAS / "plain" / "1.0" / "article.schema.json"
    return Side("check-jsonschema", [(CHECK_JSONSCHEMA, "--schemafile", schema, *paths)], times=times)


def ajv(paths: list[Path]) -> Side:
    """ajv-cli on some articles. It takes dates for times and so calls them wrong: that is one of its answers."""
    schemas = SCHEMAS / "ids"
    others = ("-r", f"{schemas}/1.0/common.schema.json", "-r", f"{schemas}/vocabulary/*.json")
    data = [part for path in paths for part in ("-d", path)]
    command = (_NODE / "ajv", "validate", "--spec=draft2020", "--strict=false", "-s", schemas / "1.0/article.schema.json", *others)
    return Side("ajv-cli", [(*command, *data)], accepted=frozenset({0, 1}))


def yamllint(paths: list[Path]) -> Side:
    """Yamllint, relaxed, on some articles."""
    return Side("yamllint", [(_YAMLLINT, "-d", "{extends: relaxed, rules: {line-length: disable}}", *paths)])


def loop(ground: Ground) -> Side:
    """The loop that most people write."""
    return Side("CSafeLoader + jsonschema", [(sys.executable, "-m", "benchmarks.loop", ground.root, SCHEMAS / "ids")], cwd=HERE)


def limit(ground: Ground, jobs: int) -> Side:
    """What nobody can be faster than."""
    return Side(
        "read + SHA-256 + libyaml", [(sys.executable, "-m", "benchmarks.limit", ground.root, "--jobs", str(jobs))], cwd=HERE
    )


def git_status(ground: Ground) -> Side:
    """Git, asked whether anything changed."""
    return Side("git status", [("git", "status", "--porcelain")], cwd=ground.tracked())


def bare_python() -> Side:
    """Python that does nothing."""
    return Side("python -c pass", [(ROOM / "dateline" / "bin" / "python", "-c", "pass")])


def versions() -> dict[str, str]:
    """What is measured against what."""
    asked: dict[str, Command] = {
        "check-jsonschema": (CHECK_JSONSCHEMA, "--version"),
        "yamllint": (_YAMLLINT, "--version"),
        "git": ("git", "--version"),
        "node": ("node", "--version"),
    }
    found = {
        name: _number(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout)  # noqa: S603
        for name, command in asked.items()
    }
    for name in ("@sourcemeta/jsonschema", "ajv-cli"):
        package = (_NODE.parent / name / "package.json").read_text("utf-8")
        found[name] = _number(package.partition('"version"')[2])
    return found | {name: version(name) for name in ("PyYAML", "jsonschema")}


def _number(text: str) -> str:
    return match[0] if (match := re.search(r"[0-9]+(?:\.[0-9]+)+", text)) else text.strip()
