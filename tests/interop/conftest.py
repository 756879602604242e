"""A release on disk for every reader, and no way to a network for any."""

import os
import socket
from pathlib import Path
from typing import NoReturn

import pytest
from dateline.cli.export import UNTOLD
from dateline.exporters import csv, datapackage, jsonl, parquet, sqlite
from dateline.exporters.columns import Rows
from dateline.exporters.release import FORMATS
from dateline.model.place import Place
from dateline.model.records import Manifest

from tests.laid import CORPUS
from tests.program import dateline
from tests.rows import HOSTILE, made

# without the extra there is nothing to run; with "make interop" a reader that is missing fails
collect_ignore_glob = [] if os.environ.get("DATELINE_INTEROP") else ["test_*.py"]

MANIFEST = Manifest(Place("dateline.yaml"), "A corpus", "1.0.0", "CC-BY-4.0")


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Rows of every table, with words that are hostile."""
    return made(list(HOSTILE), 7, least=8, most=12)


@pytest.fixture(scope="session")
def release(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release."""
    folder = tmp_path_factory.mktemp("release")
    tables = csv.files(rows)
    package = datapackage.files(tables, MANIFEST)
    for path, written in (tables | package | jsonl.files(rows) | sqlite.files(rows) | parquet.files(rows)).items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(written)
    return folder


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the founding corpus, as the command makes it."""
    folder = tmp_path_factory.mktemp("exported") / "release"
    done = dateline("export", folder, "--corpus", CORPUS, "--format", ",".join(FORMATS))
    told = f"1 withheld text not at hand: {UNTOLD}\n"
    assert (done.returncode, done.stderr) == (0, told)
    return folder


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no reader reach out."""

    def refused(_: socket.socket, address: object) -> NoReturn:
        message = f"a reader wants to reach {address}"
        raise AssertionError(message)

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
