"""What every rule costs: microseconds for each article of a made-up corpus. ``python -m benchmarks.rules [ARTICLES]``."""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter_ns

from dateline.engine import check as engine
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.rules import Rule

from benchmarks import corpora

_ROUNDS = 3  # the least is taken
Costs = dict[str, int]


def costs(root: Path) -> Costs:
    """Check a corpus, and give the nanoseconds that each rule took, of whatever scope it is."""
    spent: Costs = defaultdict(int)
    judged = engine._judged  # noqa: SLF001 - the one place where rules are asked

    def timed(rules: Iterable[Rule], *thing: object) -> list[object]:
        said: list[object] = []
        for rule in rules:
            started = perf_counter_ns()
            said += judged((rule,), *thing)  # type: ignore[arg-type]
            spent[f"{rule.code} {rule.name}"] += perf_counter_ns() - started
        return said

    engine._judged = timed  # type: ignore[assignment]  # noqa: SLF001 - as above
    try:
        engine.check(root, Settings(), Copies(None))
    finally:
        engine._judged = judged  # noqa: SLF001 - as above
    return spent


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
