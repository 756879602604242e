"""The hooks, run by the real pre-commit in temporary repositories with a small corpus of their own.

The transcript is ``docs/hooks.md``; ``pytest -n 0 -s -k pre_commit`` prints it as it comes, ``DATELINE_GOLDEN=write`` renews it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from dateline.cli.app import app
from typer.main import get_command

from tests.laid import ARTICLE, HERE, MINIMAL, copy_of
from tests.repositories import CLEAN

TOP = HERE.parent
PAGE = TOP / "docs" / "hooks.md"
README = (TOP / "README.md").read_text("utf-8")
HOOKS = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))
RADAR = "events/kor-jpn-radar-lock-on-2018-12.yaml"
# what pip needs to build the program, and pre-commit to find the hooks
SHIPPED = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "LICENSE-DATA",
    "CHANGELOG.md",
    ".pre-commit-hooks.yaml",
    "validator",
    "schema",
)
NOTE = re.compile(r"^\[(?:INFO|WARNING)\].*\n", re.MULTILINE)
HEAD = """# The hooks at work

Written by `tests/test_pre_commit.py`, which runs these commands with the real pre-commit in temporary repositories; `make test`
holds that they still print this. The repositories have a corpus of their own (`tests/corpora/minimal`) and the four lines of
configuration that stand in the README. `pytest -n 0 -s -k pre_commit` prints what follows.
"""


@dataclass
class Repository:
    """A repository with a corpus, in which a contributor works. ``hooks`` are a repository, too, and ``home`` is pre-commit's."""

    folder: Path
    hooks: Path
    home: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository, with nothing of the settings of whoever runs the tests."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{CLEAN['PATH']}"
        return subprocess.run(
            command,
            cwd=self.folder,
            env=CLEAN | {"PRE_COMMIT_HOME": str(self.home), "PATH": path, "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=600,
        )

    def must(self, *command: str) -> None:
        """Run a command that cannot fail."""
        done = self.run(*command)
        assert done.returncode == 0, done.stdout

    def begin(self, configuration: str) -> None:
        """Make it a repository whose commits the hooks guard; the first commit is unguarded."""
        self.must("git", "init", "--quiet", "--initial-branch=main")
        configured = configuration.replace("ADDRESS", self.hooks.as_uri()).replace("REVISION", "v0.1.0")
        (self.folder / ".pre-commit-config.yaml").write_text(configured, "utf-8")
        self.must("git", "add", "--all")
        self.must("git", "commit", "--quiet", "--message", "Begin")
        self.must("pre-commit", "install")

    def enter(self, *commands: str) -> tuple[int, str]:
        """Run commands as a contributor types them; give how the last one ended, and all that was printed.

        The notes of pre-commit are left out: they tell of installations and name files of its own.
        """
        printed, ended = "", 0
        for command in commands:
            done = self.run(*shlex.split(command))
            ended = done.returncode
            printed += f"$ {command}\n{NOTE.sub('', done.stdout)}"
        return ended, printed


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> tuple[Path, Path]:
    """The hooks as a repository of their own, and the home of pre-commit: the same for every worker, installed once."""
    base = tmp_path_factory.getbasetemp()
    place = (base if worker_id == "master" else base.parent) / "hooks"
    home = place.with_name("pre-commit-home")
    draft = Repository(tmp_path_factory.mktemp("draft"), place, home)
    for name in SHIPPED:
        if (TOP / name).is_dir():
            shutil.copytree(TOP / name, draft.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(TOP / name, draft.folder / name)
    draft.must("git", "init", "--quiet", "--initial-branch=main")
    draft.must("git", "add", "--all")
    draft.must("git", "commit", "--quiet", "--message", "The program")
    draft.must("git", "tag", "v0.1.0")
    try:
        # the first worker's copy stays; pre-commit itself sees to it that one of them installs, and the other waits
        draft.folder.rename(place)
    except OSError:
        assert (place / ".git").is_dir()
    return place, home


@pytest.fixture
def repository(tmp_path: Path, shared: tuple[Path, Path]) -> Repository:
    copy_of(MINIMAL, tmp_path / "work" / "corpus")
    return Repository(tmp_path / "work", *shared)


@dataclass
class Step:
    """A step of a story: commands, then a commit; how that ends, what it must print, and what it must not."""

    sentence: str
    commands: list[str]
    code: int
    says: list[str]
    leaves_out: list[str] = field(default_factory=list)


[FOUR_LINES] = [fence for fence in re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL) if "repos:" in fence]
ALL = "{id: dateline-check, args: [corpus]}"
FILES = FOUR_LINES.replace(ALL, "{id: dateline-check-files}")
FMT = FOUR_LINES.replace(ALL, "{id: dateline-fmt}")
WRONG_DAY = f"sed -i 's/value: 2019-05-21}}/value: 2019-05-20}}/' corpus/{ARTICLE}"
COMMIT = "git commit --quiet --message 'A change'"
STORIES = {
    "all": (
        FOUR_LINES,
        [
            Step(
                "A change that spoils nothing passes.",
                ["sed -i 's/name: Japan/name: Japan     # the state/' corpus/actors/jpn.yaml", "git add corpus"],
                0,
                ["Passed"],
            ),
            Step(
                "A wrong date is refused, at its line.",
                [WRONG_DAY, "git add corpus"],
                1,
                [
                    "Failed",
                    f"--> corpus/{ARTICLE}:36:56",
                    '"Tuesday" is a Tuesday, but 2019-05-20 is a Monday',
                    "1 error in 12 files",
                ],
            ),
            Step(
                "What is not staged is put aside: this commit does not hold the wrong date.",
                [
                    "git reset --quiet",
                    "sed -i 's/kind: state/kind: state     # with its people/' corpus/actors/kor.yaml",
                    "git add corpus/actors/kor.yaml",
                ],
                0,
                ["Passed"],
                ["Tuesday"],
            ),
            Step(
                "A commit that only deletes an actor is refused: records that it does not touch name that actor.",
                [f"git checkout --quiet corpus/{ARTICLE}", "git rm --quiet corpus/actors/takeshi-iwaya.yaml"],
                1,
                ["Failed", "--> corpus/articles/dl-2019-06-02-meeting.yaml:22:42", 'there is no actor "takeshi-iwaya"'],
            ),
            Step(
                "A commit that touches no record is checked, too; here it passes.",
                ["git reset --quiet --hard", "touch notes.txt", "git add notes.txt"],
                0,
                ["Passed"],
            ),
        ],
    ),
    "files": (
        FILES,
        [
            Step(
                "With `dateline-check-files`, only the staged records are told of: the date that no calendar has was there before.",
                [
                    f"sed -i 's/date: 2018-12-20/date: 2018-12-32/' corpus/{RADAR}",
                    f"git commit --quiet --no-verify --message 'Unguarded' corpus/{RADAR}",
                    WRONG_DAY,
                    "git add corpus",
                ],
                1,
                ["Failed", f"--> corpus/{ARTICLE}:36:56", "1 error in 1 file"],
                [f"--> corpus/{RADAR}"],
            ),
            Step(
                "It passes when these are right, and when none is staged.",
                ["git reset --quiet --hard", "touch notes.txt", "git add notes.txt"],
                0,
                ["Skipped"],
            ),
        ],
    ),
    "fmt": (
        FMT,
        [
            Step(
                "`dateline-fmt` lays out the staged records, and refuses a commit that it has to change; the next passes.",
                [
                    "sed -i 's/kind: state/kind:    state     # with its people/' corpus/actors/kor.yaml",
                    "git add corpus",
                    COMMIT,
                    "git add corpus",
                ],
                0,
                ["files were modified by this hook", "actors/kor.yaml", "Passed"],
            ),
        ],
    ),
}


def told(repository: Repository, story: list[Step]) -> str:
    """Live through a story, step by step; give its transcript."""
    transcript = ""
    for step in story:
        ended, printed = repository.enter(*step.commands, COMMIT)
        assert ended == step.code, printed
        assert [words for words in step.says if words not in printed] == [], printed
        assert [words for words in step.leaves_out if words in printed] == [], printed
        transcript += f"\n{step.sentence}\n\n```console\n{printed.rstrip()}\n```\n"
    return transcript


def test_the_transcript_of_pre_commit_is_that_of_the_page(tmp_path: Path, shared: tuple[Path, Path]) -> None:
    transcript = ""
    for name, (configuration, story) in STORIES.items():
        copy_of(MINIMAL, tmp_path / name / "corpus")
        repository = Repository(tmp_path / name, *shared)
        repository.begin(configuration)
        transcript += told(repository, story)
    sys.stdout.write(transcript)
    if os.environ.get("DATELINE_GOLDEN") == "write":
        PAGE.write_text(f"{HEAD}{transcript}", "utf-8")
    assert f"{HEAD}{transcript}" == PAGE.read_text("utf-8")


def test_thousands_of_staged_files_come_in_several_calls_and_each_finding_once(repository: Repository) -> None:
    repository.begin(FILES)
    event = (MINIMAL / "events" / "shangri-la-dialogue-2019.yaml").read_text("utf-8")
    names = [f"dialogue-with-a-name-that-is-rather-long-{number:04}" for number in range(3000)]
    wrong = {names[7], names[2992]}
    for number, name in enumerate(names):
        text = event.replace("shangri-la-dialogue-2019", name).replace("2019 Shangri-La Dialogue", f"Dialogue {number:04}")
        text = text.replace("2019-05-31/2019-06-02", "2019-06-02/2019-05-31") if name in wrong else text
        (repository.folder / "corpus" / "events" / f"{name}.yaml").write_text(text, "utf-8")
    repository.must("git", "add", "corpus")
    ended, printed = repository.enter(COMMIT)
    assert ended == 1, printed[-3000:]
    counted = [int(number) for number in re.findall(r" in (\d+) files$", printed, re.MULTILINE)]
    assert len(counted) > 1, "one call holds them all: the test needs more files"
    assert sum(counted) == len(names)
    found = re.findall(r"--> corpus/events/(\S+)\.yaml:\d+:\d+  \(interval-reversed\)", printed)
    assert (len(found), set(found)) == (2, wrong)


def test_every_hook_runs_a_command_that_there_is_and_stands_in_the_readme() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined] # Typer gives a click group
    for hook in HOOKS:
        program, command = hook["entry"].split()
        assert (program, command in commands) == ("dateline", True), hook["id"]
        assert f"`{hook['id']}`" in README


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("corpus/articles/x.yaml", True),
        ("corpus/dateline.yaml", True),
        ("dateline.yaml", True),
        ("events/x.yaml", True),
        ("docs/x.yaml", False),
        ("actors/x.yml", False),
        ("my-dateline.yaml", False),
        ("factors/x.yaml", False),
        ("articles/deeper/x.yaml", False),
        ("--output-file=x/articles/x.yaml", False),
    ],
)
def test_hooks_of_files_take_records_and_the_manifest(path: str, *, taken: bool) -> None:
    patterns = [hook["files"] for hook in HOOKS if "files" in hook]
    assert [bool(re.search(pattern, path)) for pattern in patterns] == [taken, taken]
