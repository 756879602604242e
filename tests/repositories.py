"""Repositories of git made for a test, with nothing of the settings of whoever runs it."""

import os
import shutil
import subprocess
from pathlib import Path

# a test may itself run in a hook of git's, which points elsewhere
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Nobody",
    "GIT_AUTHOR_EMAIL": "nobody@example.org",
    "GIT_COMMITTER_NAME": "Nobody",
    "GIT_COMMITTER_EMAIL": "nobody@example.org",
}


def git(folder: Path, *words: str) -> str:
    """Run git; give what it prints."""
    command = [shutil.which("git") or "git", "-c", "protocol.file.allow=always", *words]
    return subprocess.run(command, cwd=folder, env=CLEAN, capture_output=True, text=True, check=True).stdout.strip()


def commit(repository: Path) -> str:
    """Commit everything; give the name of the commit."""
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "a state")
    return git(repository, "rev-parse", "HEAD")
