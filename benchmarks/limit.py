"""What no checker can be faster than: read every file, hash it, let libyaml parse it.

``python -m benchmarks.limit CORPUS [--jobs N]``
"""

import argparse
import hashlib
from multiprocessing import get_context
from pathlib import Path

from yaml._yaml import CParser

_AT_ONCE = 200


def parsed(path: Path) -> str:
    """Do to one file what cannot be left out."""
    data = path.read_bytes()
    CParser(data).raw_parse()
    return hashlib.sha256(data).hexdigest()


def main() -> None:
    """Do it to all files of a corpus."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.limit")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    paths = sorted(asked.corpus.rglob("*.yaml"))
    if asked.jobs == 1:
        print(len(list(map(parsed, paths))))
        return
    with get_context("fork").Pool(asked.jobs) as pool:
        print(len(list(pool.imap(parsed, paths, _AT_ONCE))))


if __name__ == "__main__":
    main()
