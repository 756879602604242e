"""What every rule costs: microseconds for each article of a made-up corpus. ``python -m benchmarks.rules [ARTICLES]``."""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter_ns

from dateline.engine.check import check
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.model.finding import Problem
from dateline.rules import Check, rulebook

from benchmarks import corpora

_ROUNDS = 3  # the least is taken
Costs = dict[str, int]


def costs(root: Path) -> Costs:
    """Check a corpus, and give the nanoseconds that each rule took, of whatever scope it is."""
    spent: Costs = defaultdict(int)
    checks = {rule: rule.check for rule in rulebook()}
    for rule, check_of_rule in checks.items():
        rule.__dict__["check"] = partial(_timed, f"{rule.code} {rule.name}", check_of_rule, spent)
    try:
        check(root, Settings(), Copies(None))
    finally:
        for rule, check_of_rule in checks.items():
            rule.__dict__["check"] = check_of_rule
    return spent


def _timed(name: str, check_of_rule: Check, spent: Costs, thing: object) -> Iterator[Problem]:
    started = perf_counter_ns()
    said = list(check_of_rule(thing))
    spent[name] += perf_counter_ns() - started
    return iter(said)


def main(articles: int) -> None:
    """Print the rules, the dearest first."""
    with tempfile.TemporaryDirectory(prefix="rules-") as folder:
        root = Path(folder) / "corpus"
        corpora.write(articles, root)
        runs = [costs(root) for _ in range(_ROUNDS)]
    least = {name: min(run[name] for run in runs) / articles / 1000 for name in runs[0]}
    print(f"{sum(least.values()):8.1f}  all {len(least)} rules, microseconds an article, {articles:,} articles")
    for name, cost in sorted(least.items(), key=lambda pair: -pair[1]):
        print(f"{cost:8.1f}  {name}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
