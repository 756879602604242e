"""Which small errors in the code the tests do not see: one change at a time, and the tests that should notice it.

    python benchmarks/mutants.py [MODULE ...] [--share N] [--list FILE]

MODULE is a file or folder below validator/dateline (default: model and rules). Every mutant is made in memory: a process of its own
imports the changed module instead of the file, and runs the tests that its room names. ``--share 5`` takes every fifth mutant of a
module, counted from the first, so that a run is the same each time. Survivors are written to FILE, for people to judge.
"""

import argparse
import ast
import contextlib
import copy
import importlib.abc
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).parent.parent
PACKAGE = TOP / "validator" / "dateline"
_SECONDS = 90  # after which a mutant is taken to run for ever, which the tests would notice too
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
# which tests a room's code answers to, the fastest first
_TESTS = {
    "model/reading": ["tests/test_reading.py", "tests/test_cases.py", "tests/test_pages.py"],
    "model/network": ["tests/test_network.py"],
    "model/rings": ["tests/test_network.py"],
    "model/time": [
        "tests/test_network.py",
        "tests/test_model.py",
        "tests/test_reading.py",
        "tests/test_cases.py",
        "tests/test_pages.py",
    ],
    "model": [
        "tests/test_model.py",
        "tests/test_cases.py",
        "tests/test_pages.py",
        "tests/test_properties.py",
        "tests/test_faults.py",
    ],
    "rules": ["tests/test_pages.py", "tests/test_cases.py"],
    # any other room, which all judging passes through
    "": [
        "tests/test_causes.py",
        "tests/test_edits.py",
        "tests/test_reporters.py",
        "tests/test_command_line.py",
        "tests/test_cases.py",
        "tests/test_pages.py",
    ],
}


@dataclass(frozen=True)
class Mutant:
    """One change of a module: where, from what, to what, and the changed code."""

    path: Path
    line: int
    was: str
    is_now: str
    code: str

    @property
    def module(self) -> str:
        """The name under which the module is imported."""
        return ".".join(("dateline", *self.path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(path.read_text("utf-8"))
    spots = [node for node in _judged(tree) if any(True for _ in _changes(copy.deepcopy(node)))]
    for spot in spots:
        for number in range(sum(1 for _ in _changes(copy.deepcopy(spot)))):
            changed = copy.deepcopy(tree)
            same = next(node for node in _judged(changed) if _place(node) == _place(spot) and type(node) is type(spot))
            was = ast.unparse(same)
            for n, _ in enumerate(_changes(same)):
                if n == number:
                    break
            yield Mutant(path, getattr(spot, "lineno", 0), was, ast.unparse(same), ast.unparse(ast.fix_missing_locations(changed)))


def _place(node: ast.AST) -> tuple[int, int, int, int]:
    if isinstance(node, ast.expr | ast.stmt):
        return (node.lineno, node.col_offset, node.end_lineno or 0, node.end_col_offset or 0)
    return (0, 0, 0, 0)


def _judged(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of code that runs: no annotations, no decorators, no defaults of fields."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                yield from (node for node in ast.walk(statement) if not isinstance(node, ast.FunctionDef))


def _changes(node: ast.AST) -> Iterator[None]:
    """Change a node in place, one way after another; each is the node as it stands at the yield."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in _COMPARED:
            node.ops = [_COMPARED[type(operator)]()]
            yield
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield
        case ast.Constant(value=bool() | int() as value):
            node.value = (not value) if isinstance(value, bool) else value + 1
            yield
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            node.func = ast.Name(_CALLED[name], ast.Load())
            yield
        case ast.UnaryOp(op=ast.Not()):
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
            yield
        case ast.If(test=ast.Name() | ast.Call() | ast.Attribute()) | ast.IfExp(test=ast.Name() | ast.Call() | ast.Attribute()):
            node.test = ast.UnaryOp(ast.Not(), node.test)
            yield


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed code of one module to whoever imports it."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        if name != self._mutant.module:
            return None
        is_package = self._mutant.path.name == "__init__.py"
        spec = importlib.util.spec_from_file_location(name, self._mutant.path, loader=self)
        if spec and is_package:
            spec.submodule_search_locations = [str(self._mutant.path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._mutant.code, self._mutant.path, "exec"), module.__dict__)  # noqa: S102 - our own code, changed


def tests_of(path: Path) -> list[str]:
    """The tests that a module answers to."""
    room = path.relative_to(PACKAGE).with_suffix("").as_posix()
    return next(tests for prefix, tests in _TESTS.items() if room.startswith(prefix))


def survives(mutant: Mutant) -> bool:
    """Whether no test notices the change: first the tests of its own rule, then those of its room."""
    tests = tests_of(mutant.path)
    if mutant.path.is_relative_to(PACKAGE / "rules"):
        return _passes(mutant, [*tests, "-k", mutant.path.stem.replace("_", "-")]) and _passes(mutant, tests)
    return _passes(mutant, tests)


def _passes(mutant: Mutant, arguments: list[str]) -> bool:
    child = os.fork()
    if child == 0:
        sys.meta_path.insert(0, _Changed(mutant))
        with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
            code = pytest.main(["-x", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments])
        os._exit(int(code))
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            # 5: no test was chosen, which is no test that noticed
            return os.waitstatus_to_exitcode(status) in (0, 5)
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def main() -> None:
    """Try the mutants, and print how many of each module survive."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("modules", nargs="*", type=Path, default=[PACKAGE / "model", PACKAGE / "rules"])
    parser.add_argument("--share", type=int, default=1)
    parser.add_argument("--list", type=Path, default=None)
    asked = parser.parse_args()
    os.chdir(TOP)
    made = survived = 0
    for path in sorted(file.resolve() for given in asked.modules for file in ([given] if given.is_file() else given.rglob("*.py"))):
        mutants = list(mutants_of(path))[:: asked.share]
        survivors = [mutant for mutant in mutants if survives(mutant)]
        made, survived = made + len(mutants), survived + len(survivors)
        if mutants:
            print(f"{path.relative_to(PACKAGE)}: {len(mutants)} made, {len(survivors)} survived", flush=True)
        for mutant in survivors:
            line = f"{path.relative_to(PACKAGE)}:{mutant.line}\t{_short(mutant.was)}\t{_short(mutant.is_now)}\n"
            if asked.list:
                with asked.list.open("a", encoding="utf-8") as file:
                    file.write(line)
    print(f"{made} mutants, {survived} survived")


def _short(code: str) -> str:
    return " ".join(code.split())[:110]


if __name__ == "__main__":
    main()
