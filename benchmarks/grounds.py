"""Where it is measured: made-up corpora in .bench/, and what is done to them between runs."""

import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from dateline.engine.keeping import folder_of

from benchmarks import corpora
from benchmarks.pairs import CommandFailedError, ran, told

HERE = Path(__file__).parent.parent
KEPT = HERE / ".bench"
SCHEMAS = KEPT / "schema"
_MINUTE = re.compile(r"(published: \S+T[0-9]{2}:)([0-9]{2})")
_TIME_OF_EVENT = re.compile(r"(\{in: [^{}\n]*event: [^{}\n]*)(, time: t[0-9]+)\}")
_HIDDEN = re.compile(r"(\{in: [^{}\n]*)\}  # (, time: t[0-9]+)")
_TRUSTED = 2.2  # seconds after which a file that was written is known by its stat
_WHOLE = ".gitignore"  # written when all the rest is
_LONG_AGO = 1_000_000_000


@dataclass
class Ground:
    """A corpus and its memory."""

    articles: int
    _touched: int = 0

    @property
    def root(self) -> Path:
        """Its folder."""
        return KEPT / str(self.articles)

    @property
    def article(self) -> Path:
        """The article that is edited."""
        return min((self.root / "articles").iterdir())

    def sample(self, count: int) -> list[Path]:
        """Some of the articles, evenly spread."""
        found = sorted((self.root / "articles").iterdir())
        return found[:: max(1, len(found) // count)][:count]

    def made(self) -> "Ground":
        """The corpus, made if it is not there as a whole."""
        if not (self.root / _WHOLE).exists():
            shutil.rmtree(self.root, ignore_errors=True)
            told(f"making {self.articles:,} articles")
            corpora.write(self.articles, self.root)
            (self.root / _WHOLE).touch()
        return self

    def tracked(self) -> Path:
        """Its folder, known to git."""
        if not (self.root / ".git").is_dir():
            who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false")
            for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "made up")):
                subprocess.run(["git", *command], cwd=self.root, check=True)  # noqa: S603, S607 - git, wherever it is
        return self.root

    def forget(self) -> None:
        """Take the memory away."""
        shutil.rmtree(folder_of(self.root), ignore_errors=True)

    def edit(self) -> None:
        """Change one article: it was published another minute."""
        article = self.article
        text = article.read_text("utf-8")
        article.write_text(_MINUTE.sub(lambda found: f"{found[1]}{(int(found[2]) + 1) % 60:02}", text, count=1), "utf-8")

    def retell(self) -> None:
        """Change one article: when an event was that it tells of, or, the next time, that it does not say."""
        text = self.article.read_text("utf-8")
        hidden = _TIME_OF_EVENT.sub(r"\1}  # \2", text, count=1)
        self.article.write_text(hidden if hidden != text else _HIDDEN.sub(r"\1\2}", text, count=1), "utf-8")

    def touch(self) -> None:
        """Give every file another time, so that only its bytes tell that it is known: as in a fresh clone."""
        self._touched += 1
        for path in self.root.glob("**/*.yaml"):
            os.utime(path, (_LONG_AGO + self._touched, _LONG_AGO + self._touched))

    def warmed(self, *command: str | Path) -> None:
        """Run a command until all is known: once to fill the memory, once more when the files have settled."""
        for _ in range(2):
            time.sleep(_TRUSTED)
            code, errors = ran(command)
            if code:
                raise CommandFailedError(f"{' '.join(map(str, command))} returned {code}\n{errors[-2000:]}")


def schemas() -> None:
    """Lay the schemas out for those who cannot be told to leave the cases aside."""
    shutil.rmtree(SCHEMAS, ignore_errors=True)
    for path in (*(HERE / "schema" / "1.0").glob("*.json"), *(HERE / "schema" / "vocabulary").glob("*.json")):
        for name, text in (("ids", path.read_text("utf-8")), ("plain", _without_id(path.read_text("utf-8")))):
            copy = SCHEMAS / name / path.parent.name / path.name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, "utf-8")


def _without_id(schema: str) -> str:
    """Without an address of its own, a schema's references are looked for beside it and not on the network."""
    return re.sub(r'\n  "\$id": [^\n]*', "", schema, count=1)
