"""The files that a corpus had at a revision of its git repository, for a comparison.

Only objects are read: neither the work tree nor the index is looked at or changed, and nothing that the repository
configures (filters, hooks, remotes) is run.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO

from msgspec import Struct

from dateline.loading.source import FOLDERS, LARGEST, MANIFEST, why

MOST = 1 << 30  # bytes that are unpacked; the founding articles have 13 KB each
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SECONDS = 120  # that one command of git may take


class NoBaseError(Exception):
    """What the corpus was at a revision cannot be read; the message says why and what to do."""


class Repository(Struct, frozen=True):
    """A git repository, and its ``top``.

    It is looked for here and not by git, which would also take a folder of the corpus itself for a repository if a
    stranger had laid it out like one.
    """

    program: str
    top: Path

    def call(self, *arguments: str) -> list[str]:
        """A command of git, as a list of arguments."""
        safe = ("--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=")
        return [self.program, f"--git-dir={self.top / '.git'}", *safe, *arguments]

    def ask(self, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
        """What a command of git answers.

        Raises:
            NoBaseError: if it does not answer.

        """
        try:
            return subprocess.run(  # noqa: S603 - git itself, by its whole path, with nothing that a shell would read
                self.call(*arguments),
                cwd=self.top,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoBaseError(f"git does not answer: {error}") from error


class _Blob(Struct, frozen=True):
    """A file of a tree: its path below the corpus, the id of its content, and how many bytes it has; a folder has none."""

    parts: tuple[str, ...]
    id: str
    size: int | None


def top_of(root: Path) -> Path | None:
    """The nearest folder at or above another that holds a ``.git``; none if there is none."""
    root = root.resolve()
    return next((up for up in [root, *root.parents] if (up / ".git").exists()), None)


def repository_of(root: Path) -> Repository:
    """The repository that a folder lies in.

    Raises:
        NoBaseError: if git is not installed, or there is none.

    """
    program = shutil.which("git")
    if program is None:
        raise NoBaseError("git is not installed, and a comparison with a revision needs it")
    top = top_of(root)
    if top is None:
        raise NoBaseError(f"{root.resolve()} lies in no work tree of git: there is nothing to compare with")
    return Repository(program, top)


def commit_of(repository: Repository, ref: str) -> str:
    """The id of the commit that a revision names.

    Raises:
        NoBaseError: if it names none here. No other revision ever takes its place.

    """
    if not ref or ref.startswith("-"):
        raise NoBaseError(f'"{ref}" names no revision: write one such as origin/main')
    found = repository.ask("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    commit = found.stdout.decode("ascii", "replace").strip()
    if found.returncode == 0 and _COMMIT.fullmatch(commit):
        return commit
    shallow = repository.ask("rev-parse", "--is-shallow-repository")
    if shallow.returncode != 0:
        raise NoBaseError(f"{repository.top} cannot be read as a repository: {_said(shallow.stderr)}")
    if shallow.stdout.strip() == b"true":
        raise NoBaseError(f'there is no "{ref}" in this shallow clone: fetch the whole history (actions/checkout: fetch-depth: 0)')
    raise NoBaseError(f'there is no "{ref}" in this repository: fetch it first, or mend the name')


def unpack(repository: Repository, commit: str, root: Path, to: Path) -> bool:
    """Write the files that the corpus in ``root`` had at a commit into an empty folder; whether it was there at all.

    Links and submodules are left out. A file too large to be a record gets its size and no content.

    Raises:
        NoBaseError: if an object is missing, too much is there, or a name is none that a file can have.

    """
    blobs = [blob for blob in _blobs(repository, commit, root) if blob.parts[0] in (MANIFEST, *FOLDERS)]
    if sum(min(blob.size or 0, LARGEST) for blob in blobs) > MOST:
        raise NoBaseError(f"the corpus at {commit[:12]} has more than {MOST >> 30} GiB: too much to compare with")
    try:
        with _giving_content(repository) as process:
            for blob in blobs:
                is_record = blob.size is not None and blob.size <= LARGEST
                _write(to, blob, _content(process.stdin, process.stdout, blob) if is_record else None)
    except OSError as error:
        raise NoBaseError(f"the corpus at {commit[:12]} cannot be unpacked: {why(error)}") from error
    return (to / MANIFEST).is_file()


@contextmanager
def _giving_content(repository: Repository) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that gives the content of objects one by one, as long as one command of git may take."""
    with subprocess.Popen(  # noqa: S603 - as above
        repository.call("cat-file", "--batch"),
        cwd=repository.top,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        limit = Timer(_SECONDS, process.kill)
        limit.start()
        try:
            yield process
        finally:
            limit.cancel()


def _blobs(repository: Repository, commit: str, root: Path) -> Iterator[_Blob]:
    """The files of the corpus in the tree of a commit."""
    prefix = root.resolve().relative_to(repository.top).as_posix()
    prefix = "" if prefix == "." else f"{prefix}/"
    wanted = [f"{prefix}{MANIFEST}", *(f"{prefix}{folder}/" for folder in sorted(FOLDERS))]
    # folders among the records are no records, and are not entered, however much is in them
    listed = repository.ask("ls-tree", "-z", "-l", "--full-tree", commit, *wanted)
    if listed.returncode != 0:
        raise NoBaseError(f"the files of {commit[:12]} cannot be listed: {_said(listed.stderr)}")
    for line in listed.stdout.split(b"\0")[:-1]:
        told, _, path = line.partition(b"\t")
        mode, kind, name, size = told.split()
        if kind == b"commit" or mode == b"120000":
            continue
        parts = tuple(os.fsdecode(path).removeprefix(prefix).split("/"))
        if any(part in ("", ".", "..") for part in parts):
            raise NoBaseError(f"the tree of {commit[:12]} holds a name that no file can have")
        if kind == b"blob" and not size.isdigit():
            raise _missing(name.decode())
        yield _Blob(parts, name.decode(), int(size) if kind == b"blob" else None)


def _content(ask: IO[bytes] | None, answer: IO[bytes] | None, blob: _Blob) -> bytes:
    """The bytes of a file, of a process that gives them one by one."""
    if ask is None or answer is None:  # both are pipes
        raise _missing(blob.id)
    ask.write(f"{blob.id}\n".encode())
    ask.flush()
    head = answer.readline()
    if head == f"{blob.id} missing\n".encode():
        raise _missing(blob.id)
    size = blob.size or 0
    content = answer.read(size + 1)[:-1] if head == f"{blob.id} blob {size}\n".encode() else None
    if content is None or len(content) != size:
        raise NoBaseError(f"git does not give object {blob.id[:12]} of the base, or not in {_SECONDS} seconds: try git fsck")
    return content


def _write(to: Path, blob: _Blob, content: bytes | None) -> None:
    """Write a file where it belongs; of a folder among the records, only the folder itself."""
    place = to.joinpath(*blob.parts)
    if blob.size is None:
        place.mkdir(parents=True, exist_ok=True)
        return
    place.parent.mkdir(exist_ok=True)
    with place.open("xb") as file:
        if content is None:
            file.truncate(blob.size or 0)
        else:
            file.write(content)


def _missing(name: str) -> NoBaseError:
    return NoBaseError(f"object {name[:12]} of the base is not in this clone: fetch it whole, not partially")


def _environment() -> dict[str, str]:
    """The user's environment, in English, without what would lead git elsewhere or let it run, fetch or ask something."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith("GIT_CONFIG")}
    own = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
    return kept | own | {"LC_ALL": "C", "LANGUAGE": ""}


def _said(stderr: bytes) -> str:
    """The last thing that git said of a failure."""
    lines = stderr.decode("utf-8", "replace").strip().split("\n")
    return lines[-1].removeprefix("fatal: ") or "git does not say why"
