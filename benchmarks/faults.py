"""Makes faults in the corpus, checks it after each, and tells which were noticed, by which rule, and where.

``python benchmarks/faults.py [--texts DIR] [--corpus DIR] [--write docs/quality.md] [--most N] [--list-misses]``
"""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # run by its path, the program finds its own modules

from benchmarks import measure, page
from benchmarks.operators import OPERATORS, Ground

HERE = Path(__file__).parent


def main() -> int:
    """Measure, print the table, and write the page if asked to."""
    asked = _arguments().parse_args()
    texts: Path | None = asked.texts if asked.texts and asked.texts.is_dir() else None
    ground = Ground(asked.corpus, texts)
    chosen = [one for one in OPERATORS.values() if not asked.only or one.name in asked.only]
    clean = measure.clean(asked.corpus, texts)
    results = measure.measured(ground, chosen, most=asked.most, jobs=asked.jobs)
    print(page.clean_line(clean))
    print(page.table(results))
    print(page.totals(results))
    if asked.list_misses:
        print(page.misses(results, shown=True))
    if asked.write:
        asked.write.parent.mkdir(parents=True, exist_ok=True)
        asked.write.write_text(page.whole(results, clean, asked.as_of or clean.as_of, with_copy=texts is not None), "utf-8")
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks/faults.py", description=(__doc__ or "").partition("\n")[0])
    texts = os.environ.get("DATELINE_TEXTS") or None
    parser.add_argument("--texts", type=Path, default=texts, help="the readers' copies of withheld texts; default: DATELINE_TEXTS")
    parser.add_argument("--corpus", type=Path, default=HERE.parent / "corpus", help="the clean corpus")
    parser.add_argument("--write", type=Path, help="write the page docs/quality.md")
    parser.add_argument("--list-misses", action="store_true", help="tell each fault that was missed")
    parser.add_argument("--as-of", type=date.fromisoformat, help="the date of the page; default: the corpus's day")
    parser.add_argument("--only", nargs="*", default=[], metavar="OPERATOR", help="make faults of these kinds alone")
    parser.add_argument("--most", type=int, metavar="N", help="of each kind at most N faults, spread over all")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    return parser


if __name__ == "__main__":
    sys.exit(main())
