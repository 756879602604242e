"""The rooms and their layers, as a walk over the imports."""

import ast
import sys
from pathlib import Path

import pytest

from tests.laid import TOP

PACKAGE = TOP / "validator" / "dateline"
# a room may import those below it, and itself
BELOW = {
    "model": set(),
    "loading": {"model"},
    "rules": {"model"},
    "engine": {"model", "loading", "rules"},
    "reporters": {"model", "engine"},
    "importers": {"model", "loading", "rules", "engine"},
    "exporters": {"model", "loading", "engine"},
    "cli": {"model", "loading", "rules", "engine", "reporters", "importers", "exporters"},
}
MODULES = sorted(PACKAGE.glob("*/**/*.py"))
# what opens connections, in the standard library and beside it
WAYS_OUT = {
    *(
        "socket",
        "socketserver",
        "ssl",
        "asyncio",
        "urllib",
        "http",
        "ftplib",
        "imaplib",
        "poplib",
        "smtplib",
        "xmlrpc",
        "webbrowser",
    ),
    *("urllib3", "requests", "httpx", "aiohttp", "websockets"),
}


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole way"
            names.add(node.module or "")
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down_only(module: Path) -> None:
    room = module.relative_to(PACKAGE).parts[0]
    for name in imported(module):
        first, _, rest = name.partition(".")
        if first == "dateline":
            assert not rest or rest.partition(".")[0] in BELOW[room] | {room}, name
        elif room == "model":
            assert first in {*sys.stdlib_module_names, "msgspec"}, name
        assert room == "loading" or first not in ("yaml", "jsonschema", "jsonschema_rs", "referencing"), name
        assert room == "cli" or first not in ("typer", "rich", "sys"), name


def test_values_are_made_in_one_way() -> None:
    """A dataclass takes a third of a millisecond to be made, at every start of the program; a Struct, a hundredth of one."""
    for module in PACKAGE.rglob("*.py"):
        assert "dataclasses" not in imported(module), module


def test_nothing_can_open_a_connection() -> None:
    for module in PACKAGE.rglob("*.py"):
        names = imported(module) - {"urllib.parse"}
        assert {name.partition(".")[0] for name in names} & WAYS_OUT == set(), module


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_are_short_enough_to_read(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            # what a command's options say to their readers is no code
            first = node.body[0] if module.is_relative_to(PACKAGE / "cli") else node
            assert (node.end_lineno or 0) - first.lineno < 30, node.name


def test_nothing_but_the_command_line_prints() -> None:
    for module in MODULES:
        calls = [node.func for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.Call)]
        assert not any(isinstance(call, ast.Name) and call.id == "print" for call in calls), module


def test_every_room_says_in_a_sentence_what_belongs_in_it() -> None:
    for room in [*BELOW, *(f"rules/{folder.name}" for folder in (PACKAGE / "rules").iterdir() if folder.is_dir())]:
        if room.endswith("__pycache__"):
            continue
        docstring = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8")))
        assert docstring, room
