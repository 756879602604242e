"""What a version promises is held: records of past versions stay valid, and a minor version takes nothing away."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from dateline.loading import interpreted
from dateline.loading.document import Document, parse
from dateline.loading.source import Source, kind_of
from dateline.model import standard
from dateline.model.comparison import Verdict, compared

from tests.laid import HERE

RELEASES = HERE / "releases"
RECORDS = sorted(RELEASES.glob("*/*/*.yaml")) + sorted(RELEASES.glob("*/dateline.yaml"))


def major_of(version: str) -> str:
    return version.partition(".")[0]


def newer_minors(version: str) -> tuple[str, ...]:
    """The version itself, and those after it in the same major."""
    later = standard.VERSIONS[standard.VERSIONS.index(version) :]
    return tuple(known for known in later if major_of(known) == major_of(version))


def errors(path: Path, text: str, version: str) -> list[str]:
    """What is wrong with a record under a version, as whose it is taken."""
    document = parse(Source(path.as_posix(), text.encode()))
    assert isinstance(document, Document)
    data: Any = document.data
    kind = kind_of(path.as_posix())
    data["schema"] = f"{kind}/{version}"
    return [error.message for error in interpreted.validator(kind, version).iter_errors(data)]


def test_every_released_version_has_records() -> None:
    assert {path.relative_to(RELEASES).parts[0] for path in RECORDS} == set(standard.VERSIONS)
    for version in standard.VERSIONS:
        kinds = {kind_of(path.relative_to(RELEASES / version).as_posix()) for path in RECORDS if version in path.parts}
        assert kinds == set(standard.KINDS)


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.relative_to(RELEASES).as_posix())
def test_a_record_of_a_past_version_is_valid_under_every_newer_minor(record: Path) -> None:
    version, *rest = record.relative_to(RELEASES).parts
    tried = newer_minors(version)
    assert tried[0] == version
    for newer in tried:
        assert errors(Path(*rest), record.read_text("utf-8"), newer) == []


def test_no_minor_version_takes_anything_away() -> None:
    folders = [standard.folder() / version for version in standard.VERSIONS]
    for old, new in pairwise(folders):
        if major_of(old.name) == major_of(new.name):
            assert compared(old, new).verdict <= Verdict.MINOR, f"{old.name} to {new.name}"
