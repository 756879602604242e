"""``python -m benchmarks.corpora N FOLDER [--faulty SHARE]``."""

import argparse
from pathlib import Path

from benchmarks.corpora import write

parser = argparse.ArgumentParser(prog="python -m benchmarks.corpora", description="Write a made-up corpus.")
parser.add_argument("articles", type=int)
parser.add_argument("folder", type=Path)
parser.add_argument("--faulty", type=float, default=0.0, help="share of the articles into which one mistake is put")
given = parser.parse_args()
for spoilt in write(given.articles, given.folder, given.faulty):
    print(spoilt)
