"""What is remembered makes a run faster and never another: warm or cold, whatever happens to the memory, one report."""

import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from dateline.engine.causes import only_roots
from dateline.engine.check import check
from dateline.engine.coding import KEPT
from dateline.engine.course import Course
from dateline.engine.files import check_source
from dateline.engine.inputs import UNSEEN, digest, digest_in, is_still_at, seen
from dateline.engine.keeping import UNREADABLE, Hits, Keeper, folder_of
from dateline.engine.memory import Memory
from dateline.engine.processes import FEWEST, spread
from dateline.engine.question import Question
from dateline.engine.report import BrokenManifestError, Report
from dateline.engine.selecting import selection
from dateline.engine.settings import Settings, UsageError
from dateline.loading.source import LARGEST, Source, find
from dateline.loading.texts import Copies
from dateline.model.facts.emitted import IN_TIME, KINDS
from dateline.model.fault import Fault
from dateline.rules import rulebook

from benchmarks import corpora
from tests import program
from tests.laid import ARTICLE, MINIMAL, TEXTS, copy_of, spoil, told

HISTORIES = 300
EDITS = 4
ALL = Settings(preview=True)
COPY = "a copy"
WITHHELD = "articles/dl-2019-06-03-withheld.yaml"


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


def tell_of_times(root: Path, dice: random.Random) -> set[str]:
    path, times = dice.choice(_files(root)), ["status: disputed", "status: sought", "time: t1", "time: t2, via: [q1]", "time: t4"]
    return _replaced(root, path, dice.choice(times), dice.choice(times))


def tell_of_a_duration(root: Path, dice: random.Random) -> set[str]:
    sides = [path.stem for path in MINIMAL.glob("events/*.yaml")] + ["t2", "published"]
    lengths = [f"value: P{length}" for length in ("2Y4M", "5M", "1D")]
    told = [*lengths, *(f"{length}, begin: {dice.choice(sides)}, end: {dice.choice(sides)}" for length in lengths)]
    text = (root / ARTICLE).read_text("utf-8") if (root / ARTICLE).exists() else ""
    found = re.search(r"value: P[^}]*", text)
    return _replaced(root, ARTICLE, found[0], dice.choice(told)) if found else set()


def break_yaml(root: Path, dice: random.Random) -> set[str]:
    path = dice.choice(_files(root))
    break_file(root / path)
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


def lay_what_cannot_be_read(root: Path, dice: random.Random) -> set[str]:
    path = root / f"actors/unread-{dice.randint(1, 2)}.yaml"
    if path.is_symlink() or path.exists():
        path.unlink()
    elif dice.random() < 0.5:
        path.symlink_to("nowhere")
    else:
        path.write_bytes(b"#" * (LARGEST + 1))
    return {path.relative_to(root).as_posix()}


def shift_the_lines(root: Path, dice: random.Random) -> set[str]:
    path = root / dice.choice(_files(root))
    path.write_text("# a comment\n" * dice.randint(1, 3) + path.read_text("utf-8"), "utf-8")
    return {path.relative_to(root).as_posix()}


def change_a_copy(root: Path, dice: random.Random) -> set[str]:
    copy = root / TEXTS / "dl-2019-06-03-withheld.txt"
    words = copy.read_text("utf-8") if copy.is_file() else "Nothing of the kind."
    copy.unlink(missing_ok=True)
    if dice.random() < 0.3:
        copy.symlink_to("elsewhere.txt")
        (root / TEXTS / "elsewhere.txt").write_text(words, "utf-8")
    elif dice.random() < 0.8:
        copy.write_text(words.replace("a", dice.choice("aeo"), 1), "utf-8")
    return {f"articles/{copy.stem}.yaml", COPY}


CHANGES: tuple[Callable[[Path, random.Random], set[str]], ...] = (
    *(move_a_date, name_another, change_words, tell_of_times, tell_of_a_duration, break_yaml, delete, copy, put_elsewhere),
    *(restore, restore, touch, change_the_manifest, lay_a_link, lay_what_cannot_be_read, shift_the_lines, change_a_copy),
)


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.glob("*/*.yaml") if not path.is_symlink())


def outcome(root: Path, copies: Path | None, keeper: Keeper | None = None, only: Iterable[str] = ()) -> Report | tuple[str, Report]:
    """The report, or that the manifest is broken, and how."""
    try:
        return check(root, ALL, Copies(copies), only, keeper=keeper)
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
            only = dice.sample(_files(root), 1) if dice.random() < 0.2 else ()
            keeper = Keeper(root)
            told_warm = outcome(root, copies, keeper, only)
            assert told_warm == outcome(root, copies, None, only), history
            if known and not only and COPY not in changed and isinstance(told_warm, Report):
                _hit(root, changed, keeper, copies=copies is not None)
            known = isinstance(told_warm, Report) and not only and COPY not in changed


def _hit(root: Path, changed: set[str], keeper: Keeper, *, copies: bool) -> None:
    """What is remembered is used: of articles, each that was not changed; all of them, where the registry was not."""
    hits, texts = keeper.hits, {path: (root / path).read_text("utf-8") for path in _files(root)}
    if list((root / "actors").glob("unread-*")):  # what cannot be read is known by nothing, and looked at again each time
        return
    assert hits.by_state + hits.by_bytes + hits.checked == len(texts) + 1
    # elsewhere than its id says, an article has the copy of another file, and is always checked; so is one whose copy is a link
    articles = {path: text for path, text in texts.items() if "schema: article" in text}
    borrowing = {path for path, text in articles.items() if not re.search(rf"^id: {Path(path).stem}$", text, re.MULTILINE)}
    borrowing |= {path for path in articles if not path.startswith("articles/")}
    borrowing |= {path for path in articles if (root / TEXTS / f"{Path(path).stem}.txt").is_symlink()}
    again = (changed & texts.keys()) | (borrowing if copies else set())
    if all(path.startswith("articles/") and texts.get(path, "schema: article").startswith("schema: article") for path in changed):
        assert hits.checked == len(again), changed
    elif "dateline.yaml" not in changed:
        entries = [path for path in texts if not path.startswith("articles/") and path not in changed]
        assert hits.by_state + hits.by_bytes >= len(entries)


def test_a_deleted_actor_breaks_articles_that_nobody_touched(root: Path) -> None:
    warm(root)
    (root / "actors/takeshi-iwaya.yaml").unlink()
    report, keeper = warm(root)
    assert {finding.path.partition("/")[0] for finding in report.told if finding.rule == "dangling-reference"} == {
        "articles",
        "events",
    }
    assert report == cold(root)
    assert keeper.hits.by_bytes + keeper.hits.by_state  # what does not name it is remembered


def test_whether_an_actor_exists_stays_unknown_while_its_file_cannot_be_read(root: Path) -> None:
    """Its ministry may well have to do with those of whose act it speaks: who goes on from a memory knows no better."""
    meeting, accusation = "articles/dl-2019-06-02-meeting.yaml", "events/jpn-accuses-kor-radar-2018-12.yaml"
    event = (
        (root / "events/kor-jpn-radar-lock-on-2018-12.yaml")
        .read_text("utf-8")
        .replace("kor-jpn-radar-lock-on", "jpn-accuses-kor-radar")
    )
    (root / accusation).write_text(re.sub(r"participants: .*", "participants: {actor: [jpn]}", event), "utf-8")
    spoil(root, "actors/kor-mnd.yaml", "part_of: kor\n", "")
    spoil(root, meeting, "speaker: kor\n", "speaker: kor-mnd\n    act: jpn-accuses-kor-radar-2018-12\n")
    assert "act-of-another" in told(cold(root))
    break_file(root / "actors/kor.yaml")
    before, _ = warm(root)
    assert "act-of-another" not in told(before)
    spoil(root, meeting, "cue: denies", "cue: says")
    report, keeper = warm(root)
    assert report == cold(root)
    assert keeper.hits.checked == 1


def break_file(path: Path) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n  - [", "utf-8")


def test_what_has_not_changed_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aged(root)
    before, _ = warm(root)
    changed_later(monkeypatch)
    warm(root)  # what was written a moment ago is known by its state from now on
    monkeypatch.setattr("dateline.loading.source.content", None)
    report, keeper = warm(root)
    assert report == before
    assert keeper.hits == Hits(by_state=len(_files(root)) + 1)


def changed_later(monkeypatch: pytest.MonkeyPatch, seconds: int = 3600) -> None:
    """Let the clock of the program go on, and not that of the disk."""
    now = time.time_ns
    monkeypatch.setattr("dateline.engine.inputs.time.time_ns", lambda: now() + seconds * 10**9)


@pytest.mark.parametrize("moved", [-3600, 0, 3600], ids=["set back", "the same second", "set ahead"])
def test_a_clock_that_is_moved_hides_no_change(moved: int, root: Path) -> None:
    """The change leaves the size, the inode and, as the disk tells it, the time of the last change as they were."""
    path = root / "events/shangri-la-dialogue-2019.yaml"
    when = time.time_ns() + moved * 10**9
    os.utime(path, ns=(when, when))
    warm(root)
    data = path.read_bytes().replace(b"2019-05-31", b"2018-05-31")
    with path.open("r+b") as file:
        file.write(data)
    os.utime(path, ns=(when, when))
    report, _ = warm(root)
    assert report == cold(root)


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"no database at all", b"SQLite format 3\0" + bytes(200), None],
    ids=["empty", "words", "a head alone", "a hole in the middle"],
)
def test_a_memory_that_cannot_be_read_is_made_anew_and_told(spoilt: bytes | None, root: Path) -> None:
    warm(root)
    memory = the_memory(root)
    data = memory.read_bytes()
    memory.write_bytes(spoilt if spoilt is not None else data[:5000] + b"\xff" * (len(data) - 6000) + data[-1000:])
    spoil(root, ARTICLE, "Tuesday", "Monday")
    report, keeper = warm(root)
    assert report == cold(root)
    assert keeper.notes == ([] if spoilt == b"" else [f"{memory.name} {UNREADABLE}"])
    assert warm(root)[1].hits.checked == 0


@pytest.mark.parametrize("kind", ["actor", "event"])
def test_a_record_that_the_memory_cannot_give_is_no_fault_of_the_rule_that_asks_for_it(kind: str, root: Path) -> None:
    warm(root)
    memory = the_memory(root)
    with sqlite3.connect(memory) as spoilt:
        spoilt.execute("UPDATE records SET record = x'c1' WHERE name LIKE ?", (f"{kind}:%",))
    spoil(root, ARTICLE, "Tuesday", "Monday")
    report, keeper = warm(root)
    assert report == cold(root)
    assert keeper.notes == [f"{memory.name} {UNREADABLE}"]


def the_memory(root: Path) -> Path:
    [memory] = folder_of(root).glob("check-*.sqlite")
    return memory


def test_a_memory_that_is_locked_is_waited_for_and_then_done_without(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.engine.memory._WAIT", 0.05)
    before, _ = warm(root)
    spoil(root, ARTICLE, "Tuesday", "Monday")
    locked = the_memory(root)
    for mode in ("IMMEDIATE", "EXCLUSIVE"):
        other = sqlite3.connect(locked, isolation_level=None)
        other.execute(f"BEGIN {mode}")
        report, keeper = warm(root)
        assert locked.exists()
        other.close()
        assert report == cold(root) != before
        assert keeper.notes in ([], ["nothing is remembered (database is locked)"])
    assert warm(root)[0] == cold(root)


def test_a_memory_that_is_read_only_is_used_and_stays_as_it_is(root: Path) -> None:
    warm(root)
    data = the_memory(root).read_bytes()
    spoil(root, ARTICLE, "Tuesday", "Monday")
    run = subprocess.run(  # root may write whatever the bits say: the folder is mounted read-only for others only
        [sys.executable, "-c", READ_ONLY, str(root), str(the_memory(root))],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert the_memory(root).read_bytes() == data


READ_ONLY = """
import os, sqlite3, sys
from pathlib import Path
root, memory = map(Path, sys.argv[1:])
connect = sqlite3.connect
def read_only(place, **more):
    return connect(f"file:{place}?mode=ro", **more | {"uri": True}) if place else connect(place, **more)
sqlite3.connect = read_only
from tests.test_memory import cold, warm
report, keeper = warm(root)
assert report == cold(root)
assert keeper.hits.checked == 1, keeper.hits
"""


@pytest.mark.parametrize("home", ["/proc/nowhere", "", "no way to it"])
def test_where_nothing_can_be_written_nothing_is_remembered_and_that_is_told(
    home: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", home)
    monkeypatch.setattr(Path, "home", nowhere)
    if home == "no way to it":
        monkeypatch.setenv("XDG_CACHE_HOME", str(root / ARTICLE))
    report, keeper = warm(root)
    assert report == cold(root)
    assert [note.partition(" (")[0] for note in keeper.notes] == ["nothing is remembered"]


def nowhere() -> Path:
    message = "Could not determine home directory."
    raise RuntimeError(message)


def test_nothing_that_lies_in_a_corpus_is_taken_for_a_memory_or_written_to(root: Path) -> None:
    """A stranger may send along whatever a memory of the very same corpus holds."""
    warm(root)
    (root / ".dateline").mkdir()
    for name in ("", "-journal", "-wal"):
        (root / ".dateline" / f"{the_memory(root).name}{name}").write_bytes(the_memory(root).read_bytes())
    (root / ".dateline/.gitignore").symlink_to("../written")
    before = sorted(path.relative_to(root) for path in root.rglob("*"))
    shutil.rmtree(folder_of(root))
    spoil(root, ARTICLE, "Tuesday", "Monday")
    report, keeper = warm(root)
    assert report == cold(root)
    assert keeper.hits.checked == len(_files(root)) + 1
    assert sorted(path.relative_to(root) for path in root.rglob("*")) == before


def test_of_a_run_that_is_ended_nothing_is_left(many: Path) -> None:
    shutil.rmtree(folder_of(many), ignore_errors=True)
    command = [sys.executable, "-m", "dateline", "check", str(many), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
        while not list(folder_of(many).glob(".check*")):
            time.sleep(0.01)
        run.terminate()
    assert run.returncode == 128 + signal.SIGTERM
    assert not list(folder_of(many).iterdir())


def test_two_runs_at_once_tell_the_same_and_leave_a_memory_that_can_be_used(root: Path) -> None:
    for _ in range(3):
        spoil(root, ARTICLE, "2019", "2018")
        command = [sys.executable, "-m", "dateline", "check", str(root), "--output-format", "json"]
        runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
        outputs = {run.communicate() for run in runs}
        assert outputs == {(subprocess.run([*command, "--no-cache"], capture_output=True, check=False).stdout, b"")}
        spoil(root, ARTICLE, "2018", "2019")
    assert warm(root, Settings())[1].hits.checked <= 1
    assert not list(folder_of(root).glob(".check*"))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that is large enough to be spread over processes, with findings in and between its files."""
    root = tmp_path_factory.mktemp("many") / "corpus"
    corpora.write(FEWEST + 60, root, faulty=0.2)
    return root


def test_the_number_of_processes_makes_no_difference(many: Path) -> None:
    printed = {
        program.in_bytes("check", many, "--output-format", "json", "--jobs", jobs, *more).stdout
        for jobs, more in (("1", ["--no-cache"]), ("2", ["--no-cache"]), ("8", ["--no-cache"]), ("8", []), ("1", []))
    }
    assert len(printed) == 1
    assert len(json.loads(printed.pop())["findings"]) > FEWEST / 10


def test_a_process_that_is_killed_is_told(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kill(*_: object) -> None:
        if os.getpid() != me:
            os.kill(os.getpid(), 9)

    me = os.getpid()
    monkeypatch.setattr("dateline.engine.answers.check_source", kill)
    with pytest.raises(UsageError, match="a process was ended by the system: try fewer with --jobs"):
        check(many, Settings(), Copies(None), jobs=2)


def test_names_and_texts_that_hold_half_characters_are_checked_and_not_remembered(root: Path) -> None:
    (root / ARTICLE).rename(os.fsdecode(os.fsencode(root / "articles") + b"/\xff.yaml"))
    report, keeper = warm(root)
    assert report == cold(root)
    assert "name-is-not-id" in told(report)
    assert not list(folder_of(root).glob("*.sqlite*")), keeper.notes


def test_of_many_ways_of_asking_the_newest_few_are_remembered(root: Path) -> None:
    for rule in ("T303", "T304", "R501", "E605", "A202", "M101"):
        warm(root, Settings(select=(rule,)))
    assert len(list(folder_of(root).glob("check-*.sqlite"))) == 4
    assert warm(root, Settings(select=("M101",)))[1].hits.checked == 0
    assert warm(root, Settings(select=("T303",)))[1].hits.checked == len(_files(root)) + 1


def test_a_changed_program_does_not_say_what_the_old_one_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warm(root)
    monkeypatch.setattr("dateline.engine.keeping._program", lambda: 1)
    assert warm(root)[1].hits.checked == len(_files(root)) + 1


def test_statistics_say_how_much_was_remembered(root: Path) -> None:
    first = program.dateline("check", root, "--statistics").stdout.split("\n")[-2]
    again = program.dateline("check", root, "--statistics").stdout.split("\n")[-2]
    assert first == "memory: 0 files known from former runs, 12 checked"
    assert again == "memory: 12 files known from former runs (0 by their state on the disk, 12 by their bytes), 0 checked"


def test_a_kept_report_is_that_of_its_day(root: Path) -> None:
    on = [Settings(as_of=date(2016, 1, 1)), Settings(as_of=date(2026, 1, 1))]
    assert [warm(root, settings)[0] for settings in (*on, *on)] == [cold(root, settings) for settings in (*on, *on)]


def test_a_manifest_that_is_saved_while_a_run_goes_on_is_heeded_by_the_next(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.engine.running.selection", doing(selection, lambda: add_a_day(root)))
    warm(root)
    monkeypatch.undo()
    assert warm(root)[0] == cold(root)


def add_a_day(root: Path) -> None:
    (root / "dateline.yaml").write_text((MINIMAL / "dateline.yaml").read_text("utf-8") + "as_of: 2016-01-01\n", "utf-8")


def doing(function: Callable[..., Any], then: Callable[[], object]) -> Callable[..., object]:
    """A function behind which something is done."""

    def done(*arguments: object) -> object:
        result = function(*arguments)
        then()
        return result

    return done


def test_a_copy_that_is_saved_while_a_run_goes_on_is_judged_by_the_next(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = root / TEXTS

    def judged(read: Source | Fault, path: str, *more: Any) -> object:  # noqa: ANN401 - as it is
        checked = check_source(read, path, *more)
        if path == WITHHELD:
            (copies / f"{Path(path).stem}.txt").write_text("Other words.", "utf-8")
        return checked

    monkeypatch.setattr("dateline.engine.answers.check_source", judged)
    before, _ = warm(root, copies=copies)
    monkeypatch.undo()
    assert warm(root, copies=copies)[0] == cold(root, copies=copies) != before


def test_lines_of_a_file_that_is_saved_and_taken_back_while_a_run_goes_on_are_not_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(root, ARTICLE, "Tuesday", "Monday")
    text = (root / ARTICLE).read_text("utf-8")
    save = (root / ARTICLE).write_text
    monkeypatch.setattr("dateline.engine.telling.only_roots", doing(only_roots, lambda: save(f"# moved\n{text}", "utf-8")))
    moved, _ = warm(root)
    monkeypatch.undo()
    save(text, "utf-8")
    assert warm(root)[0] == cold(root) != moved


def test_a_check_of_a_few_named_files_writes_nothing_down(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed_later(monkeypatch)
    warm(root)
    data = the_memory(root).read_bytes()
    spoil(root, ARTICLE, "Tuesday", "Monday")
    keeper = Keeper(root)
    assert check(root, ALL, Copies(None), [ARTICLE], keeper=keeper) == check(root, ALL, Copies(None), [ARTICLE])
    assert keeper.hits.checked == 1
    assert the_memory(root).read_bytes() == data


def test_what_nobody_needs_any_more_is_taken_away(root: Path) -> None:
    warm(root)
    left, other = folder_of(root) / ".check-1.sqlite.1.aa", folder_of(root).parent / "another"
    other.mkdir()
    for path in (left, other / "check-1.sqlite", folder_of(root) / ".check-1.sqlite.2.bb", the_memory(root)):
        path.touch()
    os.utime(left, (1, time.time() - 7200))
    os.utime(other / "check-1.sqlite", (1, time.time() - 100 * 86400))
    warm(root, Settings())
    assert not left.exists()
    assert not other.exists()
    assert len(list(folder_of(root).iterdir())) == 3  # two memories, and what a run may be making


def test_processes_end_with_the_one_that_they_work_for(many: Path) -> None:
    command = [sys.executable, "-m", "dateline", "check", str(many), "--jobs", "2", "--no-cache"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        while len(workers := children.read_text("ascii").split()) < 2:
            time.sleep(0.01)
        run.kill()
    deadline = time.monotonic() + 20
    while any(state_of_process(worker) not in "ZX" for worker in workers):
        assert time.monotonic() < deadline, workers
        time.sleep(0.05)


def state_of_process(name: str) -> str:
    try:
        return Path(f"/proc/{name}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return "X"


@pytest.mark.parametrize("field", ["st_size", "st_mtime_ns", "st_ctime_ns", "st_ino"])
def test_a_file_of_which_anything_is_not_as_it_was_is_not_known_by_its_state(
    field: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, known = str(root / ARTICLE), digest(b"")
    assert not is_still_at(seen(os.lstat(place), known), place)  # it is too new to be sure of
    monkeypatch.setattr("dateline.engine.inputs._SETTLED", 0)
    state = os.lstat(place)
    assert is_still_at(seen(state, known), place)
    fields = {name: getattr(state, name) for name in ("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")}
    other = cast("os.stat_result", SimpleNamespace(**fields | {field: fields[field] - 1}))
    assert not is_still_at(seen(other, known), place)
    assert not is_still_at(seen(state, known), f"{place}.gone")


def test_the_kinds_of_time_are_those_that_begin_as_the_memory_thinks() -> None:
    assert {*IN_TIME} == {kind for kind in KINDS if kind.startswith("time")}


def test_each_name_of_a_corpus_is_held_once(root: Path) -> None:
    paths = tuple(find(root)[0])
    memory = Memory("")
    memory.begin()
    course = Course(Question(root, ALL, Copies(), frozenset(), None, iter, 1, paths, ()), rulebook(), memory, None, KEPT)
    course.run()
    assert sorted(course.seen) == sorted(paths)
    assert set(map(id, course.seen)) == set(map(id, paths))


def test_of_a_file_that_is_looked_at_again_each_time_nothing_is_known(root: Path) -> None:
    assert not is_still_at(UNSEEN, str(root / ARTICLE))
    assert digest_in(UNSEEN) == b""


def test_lines_of_a_file_that_is_known_by_nothing_are_looked_up_each_time(root: Path) -> None:
    (root / ARTICLE).rename(root / "articles/elsewhere.yaml")  # so it has the copy of another name
    warm(root, copies=root / TEXTS)
    text = (root / "articles/elsewhere.yaml").read_text("utf-8")
    (root / "articles/elsewhere.yaml").write_text(f"# moved\n{text}", "utf-8")
    assert warm(root, copies=root / TEXTS)[0] == cold(root, copies=root / TEXTS)


def test_what_is_told_of_an_event_is_told_when_the_last_article_on_it_is_gone_and_not_while_one_cannot_be_read(root: Path) -> None:
    warm(root)
    for path in (*sorted((root / "articles").iterdir()),):
        path.unlink()
        assert warm(root)[0] == cold(root)
    assert "disputed-by-one" in told(warm(root)[0])
    (root / "articles/broken.yaml").write_text("- [", "utf-8")
    report, _ = warm(root)
    assert report == cold(root)
    assert "disputed-by-one" not in told(report)


def test_an_id_that_changes_in_a_file_of_another_name_is_held_against_all_others(root: Path) -> None:
    (root / ARTICLE).rename(root / "articles/odd.yaml")
    warm(root)
    spoil(root, "articles/odd.yaml", f"id: {Path(ARTICLE).stem}", "id: dl-2019-06-02-meeting")
    report, _ = warm(root)
    assert report == cold(root)
    assert "duplicate-id" in told(report)


def test_who_checks_with_copies_and_without_is_remembered_both_ways(root: Path) -> None:
    for copies in (None, root / TEXTS):
        warm(root, copies=copies)
    assert [warm(root, copies=copies)[1].hits.checked for copies in (None, root / TEXTS)] == [0, 0]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_work_that_is_spread_comes_back_in_order(jobs: int) -> None:
    parts = list(range(FEWEST * 6))
    assert [part for chunk in spread(list, parts, jobs) for part in chunk] == parts


def test_what_stands_alone_under_a_key_is_passed_over_but_for_events_and_so_is_what_is_of_time() -> None:
    memory = Memory("")
    memory.begin()
    memory.put_emitted(
        "a", [("words:1", 2, b"two of one article"), ("words:2", 1, b"alone"), ("event:x", 1, b""), ("time:x", 9, b"")]
    )
    memory.put_emitted("a", [("time-between:x", 2, b"")])
    memory.put_emitted("b", [("words:3", 1, b"b")])
    memory.put_emitted("a/", [("words:3", 1, b"a")])
    memory.index()
    assert list(memory.groups()) == [("event:x", b""), ("words:1", b"two of one article"), ("words:3", b"a"), ("words:3", b"b")]


@pytest.mark.parametrize(("name", "age"), [("these", 1), ("those", 0)], ids=["one has changed", "in another place"])
def test_other_libraries_do_not_say_what_the_old_ones_said(
    name: str, age: int, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, changed in (("these", 0), (name, age)):
        place = tmp_path / folder
        place.mkdir(exist_ok=True)
        os.utime(place, (changed, changed))
        monkeypatch.setattr("dateline.engine.keeping.msgspec.__file__", str(place / "msgspec" / "__init__.py"))
        assert warm(root)[1].hits.checked == len(_files(root)) + 1
    assert warm(root)[1].hits.checked == 0
