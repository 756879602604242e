"""The goals, and how each is measured: what of ours against what of others, how often, on how many articles."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import memory, peers
from benchmarks.grounds import KEPT, Ground
from benchmarks.pairs import Paired, Side, paired

DATELINE = peers.ROOM / "dateline" / "bin" / "dateline"  # installed as users have it: with its modules compiled
_SETTLING = 2.2  # seconds after which a run knows by its stat what the run before it read
_SAMPLE = 50  # articles for a peer that takes half a second for each


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many articles, and how often a run is repeated."""

    small: int
    large: int
    huge: int | None  # the hook and the memory are held against this many
    rounds: int  # of a run that takes seconds
    many: int  # of one that takes less


FULL = Sizes(1_000, 10_000, 100_000, 2, 7)
QUICK = Sizes(200, 1_000, None, 2, 5)


@dataclass(frozen=True, slots=True)
class Goal:
    """A row: a ratio, what it must be, and what it might be. Without ``must`` it is told and not judged."""

    key: str
    what: str
    against: str
    unseen: str  # what the peer does not check
    run: Callable[[], Paired]
    must: float | None = None
    aim: float | None = None
    unit: str = "ms"


def goals(sizes: Sizes) -> Iterator[Goal]:
    """All rows, in the order of the table."""
    small, large = Ground(sizes.small), Ground(sizes.large)
    yield from _cold(sizes, small, large)
    yield from _warm(sizes, large)
    yield from _hook(sizes, large)
    yield _export(sizes, small)
    yield from _huge(sizes, small)
    yield from _others(sizes, small)


def check(ground: Ground, *options: str | Path, before: Callable[[], None] | None = None, paths: tuple[Path, ...] = ()) -> Side:
    """Our own check; findings are no failure of the measure, but usage errors and crashes are."""
    command = (DATELINE, "check", *(paths or (ground.root,)), *options)
    return Side("dateline check", [command], before or _nothing, accepted=frozenset({0}))


def _nothing() -> None:
    pass


def _cold(sizes: Sizes, small: Ground, large: Ground) -> Iterator[Goal]:
    """The whole check, when nothing is known yet; the memory is written."""
    what = f"cold check, {sizes.large:,} articles, 2 jobs"
    two, one = check(large, "--jobs", "2", before=large.forget), check(small, "--jobs", "1", before=small.forget)
    two_small = check(small, "--jobs", "2", before=small.forget)
    unkept = check(large, "--no-cache", "--jobs", "2")
    few = sizes.rounds
    yield Goal("cold", what, "sourcemeta, exhaustive", peers.SHAPE, lambda: paired(two, peers.sourcemeta(large), few), 2.0, 1.05)
    yield Goal("cold-fast", what, "sourcemeta --fast", peers.SHAPE, lambda: paired(two, peers.sourcemeta(large, "--fast"), 1))
    yield Goal(
        "cold-no-cache",
        f"{what}, --no-cache",
        "sourcemeta, exhaustive",
        peers.SHAPE,
        lambda: paired(unkept, peers.sourcemeta(large), 1),
    )
    yield Goal(
        "cold-check-jsonschema",
        f"cold check, {sizes.small:,} articles, 2 jobs",
        f"check-jsonschema ({_SAMPLE} of the articles, times {sizes.small / _SAMPLE:g})",
        f"{peers.SHAPE}; actors and events",
        lambda: paired(two_small, _sampled(small), 2, warm_up=False),
        1 / 50,
        1 / 150,
    )
    yield Goal(
        "cold-loop",
        f"cold check, {sizes.small:,} articles, 1 job",
        "CSafeLoader + jsonschema",
        peers.SHAPE,
        lambda: paired(one, peers.loop(small), few),
        1 / 10,
        1 / 25,
    )
    yield Goal(
        "cold-limit",
        what,
        "read + SHA-256 + libyaml, 2 jobs",
        peers.NOTHING,
        lambda: paired(two, peers.limit(large, 2), few),
        10,
        5,
    )


def _sampled(ground: Ground) -> Side:
    """check-jsonschema on so many articles as it can do in a minute, for all of them."""
    paths = ground.sample(_SAMPLE)
    return peers.check_jsonschema(paths, ground.articles / len(paths))


def _warm(sizes: Sizes, ground: Ground) -> Iterator[Goal]:
    """The whole check, when all or nearly all is known."""
    size = f"{sizes.large:,} articles"
    warm = check(ground)

    def filled(measured: Callable[[], Paired]) -> Paired:
        ground.warmed(DATELINE, "check", ground.root)
        return measured()

    def settled() -> None:
        time.sleep(_SETTLING)
        ground.warmed(DATELINE, "check", ground.root)

    hashed, cold = check(ground, before=ground.touch), check(ground, before=ground.forget)
    edited, unchanged = check(ground, before=ground.edit), check(ground, before=settled)
    retold = check(ground, before=ground.retell)
    yield Goal(
        "warm",
        f"nothing changed, {size}",
        "git status",
        "anything but whether files changed",
        lambda: filled(lambda: paired(warm, peers.git_status(ground), sizes.many)),
        6,
        3,
    )
    yield Goal(
        "warm-hash",
        f"nothing changed but every file's stat, {size}",
        "our own cold check",
        "-",
        lambda: filled(lambda: paired(hashed, cold, sizes.rounds)),
        1 / 8,
        1 / 17,
    )
    yield Goal(
        "edited",
        f"one article edited (the minute of its publication), {size}",
        "nothing changed",
        "-",
        lambda: filled(lambda: paired(edited, unchanged, sizes.many)),
        1.5,
        1.1,
    )
    yield Goal(
        "edited-event",
        f"one article edited (the time of an event), {size}",
        "nothing changed",
        "-",
        lambda: filled(lambda: paired(retold, unchanged, sizes.many)),
        1.5,
        1.1,
    )


def _hook(sizes: Sizes, large: Ground) -> Iterator[Goal]:
    """One file that was edited, in a corpus that is known."""

    def hooked(theirs: Callable[[], Side], ground: Ground, rounds: int) -> Paired:
        ground.warmed(DATELINE, "check", ground.root)
        return paired(_one_file(ground), theirs(), rounds)

    what = f"one edited file, {sizes.large:,} articles around it"
    yield Goal(
        "hook", what, "python -c pass", "anything: it only starts", lambda: hooked(peers.bare_python, large, sizes.many), 8, 5
    )
    yield Goal(
        "hook-check-jsonschema",
        what,
        "check-jsonschema, that file",
        peers.SHAPE,
        lambda: hooked(lambda: peers.check_jsonschema([large.article]), large, sizes.many),
        1 / 3,
        1 / 6,
    )


def _one_file(ground: Ground) -> Side:
    return check(ground, before=ground.edit, paths=(ground.article,))


def _huge(sizes: Sizes, small: Ground) -> Iterator[Goal]:
    """One file in a corpus of any size, and memory that does not grow with it."""
    huge = Ground(sizes.huge or sizes.large)

    def beside_small() -> Side:
        small.warmed(DATELINE, "check", small.root)
        return _one_file(small)

    def beside_huge() -> Paired:
        huge.made().warmed(DATELINE, "check", huge.root)
        return paired(_one_file(huge), beside_small(), sizes.many)

    yield Goal(
        "hook-size",
        f"one edited file, {huge.articles:,} articles around it",
        f"{sizes.small:,} around it",
        "-",
        beside_huge,
        1.3,
        1.05,
    )

    def measured() -> Paired:
        found = []
        for ground in (huge.made(), small):
            ground.forget()
            found.append(memory.peak((DATELINE, "check", ground.root, "--jobs", "2")))
        return Paired((found[0],), (found[1],))

    what = f"peak memory, {huge.articles:,} articles"
    against = f"{sizes.small:,} articles"
    yield Goal("memory", f"{what}, cold, 2 jobs", against, "-", measured, 1.5, 1.1, "MiB")


def _export(sizes: Sizes, ground: Ground) -> Goal:
    out = KEPT / "export"
    command = (DATELINE, "export", out, "--corpus", ground.root, "--format", "jsonl,parquet", "--jobs", "2")

    def cleared() -> None:
        shutil.rmtree(out, ignore_errors=True)
        ground.forget()

    exported = Side("dateline export", [command], cleared)
    what = f"check and export to JSON lines and Parquet, {sizes.small:,} articles, cold, 2 jobs"
    return Goal(
        "export",
        what,
        "cold check alone",
        "-",
        lambda: paired(exported, check(ground, "--jobs", "2", before=ground.forget), 2 * sizes.rounds),
        1.3,
        1.15,
    )


def _others(sizes: Sizes, ground: Ground) -> Iterator[Goal]:
    """Peers for which there is no goal."""
    what = f"cold check, {sizes.small:,} articles, 2 jobs"
    cold = check(ground, "--jobs", "2", before=ground.forget)
    yield Goal(
        "cold-yamllint",
        what,
        "yamllint, articles only",
        "anything but layout of YAML",
        lambda: paired(cold, peers.yamllint(ground.sample(sizes.small)), 1, warm_up=False),
    )
    yield Goal(
        "cold-ajv",
        what,
        "ajv-cli, articles only",
        f"{peers.SHAPE}; it takes dates for times, and rejects them",
        lambda: paired(cold, peers.ajv(ground.sample(sizes.small)), sizes.rounds),
    )
