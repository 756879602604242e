"""Corpora made for a test: the minimal one, with an example of a rule's page laid over it."""

import ast
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from unittest import mock

import pytest
import yaml
from dateline.engine.check import check
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading import deprecated
from dateline.loading.texts import Copies
from dateline.model.finding import Problem
from dateline.rules import rulebook
from dateline.rules.page import Example
from msgspec.structs import replace

from tests.newer import versions_up_to

HERE = Path(__file__).parent
TOP = HERE.parent
CORPUS = TOP / "corpus"  # the founding one
MINIMAL = HERE / "corpora" / "minimal"
TEXTS = "texts"  # readers' copies of the withheld article of the minimal corpus
ARTICLE = "articles/dl-2019-05-21-talks.yaml"
MARK = re.compile(r"\s*# <-.*$", re.MULTILINE)
crashing: list[str] = []
deprecating: list[tuple[str, deprecated.Deprecation]] = []
newest: list[str] = []
_TOP_KEY = re.compile(r"^[^\s#-][^:]*:", re.MULTILINE)


def copy_of(corpus: Path, to: Path) -> Path:
    """Copy a corpus, to be spoilt."""
    shutil.copytree(corpus, to, dirs_exist_ok=True)
    return to


def spoil(root: Path, name: str, find: str, put: str) -> None:
    """Put other words in the place of those that a file of a corpus has."""
    text = (root / name).read_text("utf-8")
    assert find in text, (name, text)
    (root / name).write_text(text.replace(find, put, 1), "utf-8")


def golden(name: str, printed: str) -> str:
    """What was printed once, by the name of its file from the top; ``DATELINE_GOLDEN=write`` renews it."""
    if os.environ.get("DATELINE_GOLDEN") == "write":
        (TOP / name).write_text(printed, "utf-8")
    return (TOP / name).read_text("utf-8")


@contextmanager
def without_libyaml() -> Iterator[None]:
    """PyYAML as it is where it has been built without libyaml."""
    pure = ModuleType("yaml")
    pure.__dict__.update({name: value for name, value in vars(yaml).items() if name != "CBaseLoader"})
    with mock.patch("dateline.loading.events.yaml", pure):
        yield


def told(report: Report) -> list[str]:
    """Give the rules of what a report tells."""
    return [finding.rule for finding in report.told]


def lay(examples: tuple[Example, ...], root: Path) -> tuple[Settings, set[tuple[str, int]]]:
    """Lay examples over a copy of the minimal corpus.

    Returns the settings, and the lines marked with ``# <-``.
    """
    copy_of(MINIMAL, root)
    for asked in (crashing, deprecating, newest):
        asked.clear()  # what another test asked for, and did not use
    settings, marked = Settings(), set()
    for example in examples:
        name = example.name or ARTICLE
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if example.kind == "bytes":
            path.write_bytes(ast.literal_eval(f'b"""{example.body.rstrip(chr(10))}"""'))
        elif example.kind == "text":
            path.write_text(example.body, "utf-8")
        elif example.kind == "run":
            settings = _asked(example.body, settings, root)
        else:
            body = laid_over(path.read_text("utf-8"), example.body) if path.exists() else example.body
            marked |= {(name, n) for n, line in enumerate(body.split("\n"), 1) if MARK.search(line)}
            path.write_text(MARK.sub("", body), "utf-8")
    return settings, marked


def laid_over(record: str, example: str) -> str:
    """Put the top-level keys of an example in the place of those of a record; new ones follow."""
    sections, added = _sections(record), _sections(example)
    if "schema" in added and set(added) >= {"schema", "id"}:
        return example
    return "".join((sections | added).values())


def _sections(text: str) -> dict[str, str]:
    starts = [match.start() for match in _TOP_KEY.finditer(text)] + [len(text)]
    pieces = [text[start:end] for start, end in pairwise(starts)]
    return {piece.partition(":")[0]: piece.rstrip("\n") + "\n" for piece in pieces}


def _asked(body: str, settings: Settings, root: Path) -> Settings:
    """Do what a ``run`` fence says: ``as-of DAY``, ``remove FILE``, ``link FILE TARGET``, ``folder NAME``, ``crash RULE``.

    ``deprecate KIND FIELD REPLACEMENT`` stands for a schema that deprecates a field, ``newer VERSION`` for versions to come.
    """
    for line in body.strip().split("\n"):
        verb, *words = line.split()
        if verb == "as-of":
            settings = replace(settings, as_of=date.fromisoformat(words[0]))
        elif verb == "remove":
            for path in root.glob(words[0]):
                path.unlink()
        elif verb == "link":
            (root / words[0]).symlink_to(words[1])
        elif verb == "crash":
            crashing.append(words[0])
        elif verb == "deprecate":
            kind, field, replacement = words
            deprecating.append((kind, deprecated.Deprecation((field,), replacement, "1.1")))
        elif verb == "newer":
            newest.append(words[0])
        elif verb == "folder":
            (root / words[0]).mkdir(parents=True)
        else:
            message = f"a run fence knows no {verb!r}"
            raise ValueError(message)
    return settings


def report_on(
    examples: tuple[Example, ...],
    root: Path,
    *,
    preview: bool = False,
    of: str = "",
) -> tuple[Report, set[tuple[str, int]]]:
    """Check the minimal corpus with examples laid over it; give the report and the marked lines.

    ``preview`` puts previews on: of the rule ``of``, only its own.
    """
    settings, marked = lay(examples, root)
    if preview and of:
        settings = replace(settings, ignore=tuple(known.name for known in rulebook() if known.preview and known.name != of))
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        for version in newest:
            stack.enter_context(versions_up_to(version, root.parent / f"{root.name} and its standard"))
        newest.clear()
        for known in rulebook():
            if known.name in crashing:
                patch.setitem(known.__dict__, "check", fail)
        crashing.clear()
        for kind, field in deprecating:
            found = (field,)
            patch.setattr(deprecated, "deprecations", lambda asked, _, kind=kind, found=found: found if asked == kind else ())
        deprecating.clear()
        return check(root, replace(settings, preview=preview), Copies(root / TEXTS)), marked


def fail(thing: object) -> Iterator[Problem]:
    """Be a rule with an error in it."""
    message = f"cannot judge {type(thing).__name__}"
    raise RuntimeError(message)
