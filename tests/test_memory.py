"""What is remembered makes a run faster and never another: warm or cold, whatever happens to the memory, one report."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from dateline.engine.check import check
from dateline.engine.keeping import Keeper
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies

from tests.laid import ARTICLE, MINIMAL, TEXTS, copy_of

HISTORIES = 300
EDITS = 4
ALL = Settings(preview=True)


def cold(root: Path, settings: Settings = ALL, copies: Path | None = None) -> Report:
    """Check without any memory."""
    return check(root, settings, Copies(copies))


def warm(root: Path, settings: Settings = ALL, copies: Path | None = None) -> tuple[Report, Keeper]:
    """Check with the memory of the corpus."""
    keeper = Keeper(root)
    return check(root, settings, Copies(copies), keeper=keeper), keeper


def aged(root: Path, seconds: int = 60) -> None:
    """Let every file look as if it had been written some time ago; only its state on the disk is changed."""
    then = time.time() - seconds
    for path in root.rglob("*.yaml"):
        if not path.is_symlink():
            os.utime(path, (then, then))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(MINIMAL, tmp_path / "corpus")


# ---- edits, each by its name; they give the paths that are not as they were


def _replaced(root: Path, path: str, find: str, put: str) -> set[str]:
    text = (root / path).read_text("utf-8")
    if find not in text or find == put:
        return set()
    (root / path).write_text(text.replace(find, put, 1), "utf-8")
    return {path}


def move_a_date(root: Path, dice: random.Random) -> set[str]:
    path = dice.choice(_files(root))
    return _replaced(root, path, f"2019-0{dice.randint(1, 9)}-", f"2019-0{dice.randint(1, 9)}-")


def name_another(root: Path, dice: random.Random) -> set[str]:
    names = ["kor", "jpn", "kor-mnd", "jeong-kyeong-doo", "takeshi-iwaya", "nobody-at-all"]
    return _replaced(root, dice.choice(_files(root)), dice.choice(names), dice.choice(names))


def change_words(root: Path, dice: random.Random) -> set[str]:
    words = ["said", "Tuesday", "minister", "radar", "talks", "Sunday", "denies", "planned", "occurred"]
    return _replaced(root, dice.choice(_files(root)), dice.choice(words), dice.choice(words))


def break_yaml(root: Path, dice: random.Random) -> set[str]:
    path = dice.choice(_files(root))
    (root / path).write_text((root / path).read_text("utf-8") + "\n  - [", "utf-8")
    return {path}


def delete(root: Path, dice: random.Random) -> set[str]:
    path = dice.choice(_files(root))
    (root / path).unlink()
    return {path}


def copy(root: Path, dice: random.Random) -> set[str]:
    path = dice.choice(_files(root))
    name = f"{path.partition('/')[0]}/copy-{dice.randint(1, 3)}.yaml"
    text = (root / path).read_text("utf-8")
    if dice.random() < 0.5:
        text = text.replace(f"id: {Path(path).stem}\n", f"id: {Path(name).stem}\n", 1)
    (root / name).write_text(text, "utf-8")
    return {name}


def put_elsewhere(root: Path, dice: random.Random) -> set[str]:
    path, folder = dice.choice(_files(root)), dice.choice(["articles", "actors", "events"])
    name = f"{folder}/{Path(path).name}"
    if (root / name).exists():
        return set()
    (root / path).rename(root / name)
    return {path, name}


def restore(root: Path, dice: random.Random) -> set[str]:
    path = dice.choice([path.relative_to(MINIMAL).as_posix() for path in MINIMAL.glob("*/*.yaml")])
    same = (root / path).exists() and (root / path).read_bytes() == (MINIMAL / path).read_bytes()
    (root / path).write_bytes((MINIMAL / path).read_bytes())
    return set() if same else {path}


def touch(root: Path, dice: random.Random) -> set[str]:
    os.utime(root / dice.choice(_files(root)))
    return set()


def change_the_manifest(root: Path, dice: random.Random) -> set[str]:
    path = root / "dateline.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        f"{text}\nas_of: 20{dice.randint(10, 30)}-01-01\n" if "as_of" not in text else text.replace("20", "21", 1), "utf-8"
    )
    return {"dateline.yaml"}


def lay_a_link(root: Path, dice: random.Random) -> set[str]:
    link = root / f"events/link-{dice.randint(1, 2)}.yaml"
    link.unlink() if link.is_symlink() else link.symlink_to(MINIMAL / ARTICLE)
    return set()


CHANGES: tuple[Callable[[Path, random.Random], set[str]], ...] = (
    *(move_a_date, name_another, change_words, break_yaml, delete, copy, put_elsewhere),
    *(restore, restore, touch, change_the_manifest, lay_a_link),
)


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.glob("*/*.yaml") if not path.is_symlink())


def outcome(root: Path, copies: Path | None, keeper: Keeper | None = None) -> Report | tuple[str, Report]:
    """The report, or that the manifest is broken, and how."""
    try:
        return check(root, ALL, Copies(copies), keeper=keeper)
    except BrokenManifestError as error:
        return "broken", error.report


@pytest.mark.parametrize("seed", range(0, HISTORIES, 10))
def test_after_any_edits_a_warm_run_tells_what_a_cold_one_tells(seed: int, tmp_path: Path) -> None:
    for history in range(seed, seed + 10):
        root, dice = copy_of(MINIMAL, tmp_path / str(history) / "corpus"), random.Random(history)  # noqa: S311 - edits, not secrets
        copies = root / TEXTS if dice.random() < 0.5 else None
        warm(root, copies=copies)
        known = True
        for _ in range(EDITS):
            if dice.random() < 0.5:
                aged(root)
            changed = dice.choice(CHANGES)(root, dice)
            keeper = Keeper(root)
            told_warm = outcome(root, copies, keeper)
            assert told_warm == outcome(root, copies), history
            if known and isinstance(told_warm, Report):
                _hit(root, changed, keeper, copies=copies is not None)
            known = isinstance(told_warm, Report)


def _hit(root: Path, changed: set[str], keeper: Keeper, *, copies: bool) -> None:
    """What is remembered is used: of articles, each that was not changed; all of them, where the registry was not."""
    hits, texts = keeper.hits, {path: (root / path).read_text("utf-8") for path in _files(root)}
    assert hits.by_state + hits.by_bytes + hits.checked == len(texts) + 1
    # an article under another name than its id's has the copy of another file, and is always checked
    named = {path for path, text in texts.items() if f"id: {Path(path).stem}\n" in text or not text.startswith("schema: article")}
    again = (changed & texts.keys()) | (texts.keys() - named if copies else set())
    if all(path.startswith("articles/") and texts.get(path, "schema: article").startswith("schema: article") for path in changed):
        assert hits.checked == len(again), changed
    elif "dateline.yaml" not in changed:
        entries = [path for path in texts if not path.startswith("articles/") and path not in changed]
        assert hits.by_state + hits.by_bytes >= len(entries)
