"""Nothing opens a network connection: no command asks for a socket, or for where a name is."""

import socket
from collections.abc import Sequence
from pathlib import Path

import pytest
from dateline.model import standard
from dateline.reporters import REPORTERS

from tests.foreign import IMPORTS
from tests.laid import ARTICLE, MINIMAL
from tests.program import commands, run
from tests.repositories import commit, git

WITHHELD = "articles/dl-2019-06-03-withheld.yaml"
COPY = MINIMAL / "texts/dl-2019-06-03-withheld.txt"
NEWEST = standard.folder() / standard.VERSION
# {} is the corpus
RUNS: dict[str, list[Sequence[str | Path]]] = {
    "check": [
        ["{}", "--texts", "{}/texts", "--preview", "--against", "HEAD"],
        *(("{}", "--output-format", form) for form in REPORTERS),
    ],
    "fix": [["{}", "--unsafe"]],
    "fmt": [["{}"]],
    "confirm": [["{}/" + ARTICLE]],
    "explain": [["weekday-mismatch"]],
    "rules": [["--output-format", "json"]],
    "schema": [["article"], ["--with-ids", "--corpus", "{}"], ["--compare", NEWEST, NEWEST]],
    "anchor": [["{}/" + WITHHELD, "--texts", "{}/texts"]],
    "show": [["{}/" + ARTICLE]],
    "migrate": [["{}"]],
    "export": [["{}/../release", "--corpus", "{}", "--texts", "{}/texts"]],
    "hydrate": [["{}/../release", "--texts", "{}/texts"]],
    "tables": [[]],
    "stats": [["{}", "--texts", "{}/texts"], ["{}", "--output-format", "json"]],
    "agree": [["{}", "{}", "--texts", "{}/texts"], ["{}/" + ARTICLE, "{}/" + ARTICLE, "--output-format", "json"]],
    "import": [
        ["brat", IMPORTS / "ship.ann", "--published", "2019-06-03", "--publisher", "X", "--corpus", "{}"],
        ["timeml", IMPORTS / "ship.tml", "--published", "2019-06-03", "--publisher", "X", "--corpus", "{}"],
    ],
    "new article": [["--from-text", COPY, "--published", "2019-06-03", "--publisher", "X", "--corpus", "{}"]],
    "new actor": [["chn", "--name", "China", "--kind", "state", "--corpus", "{}"]],
    "new event": [["talks-2019", "--label", "Talks", "--type", "consult", "--corpus", "{}"]],
}

FIRST = {"hydrate": ["export", "{}/../release", "--corpus", "{}"]}  # what a command needs


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("a network connection")


@pytest.mark.parametrize("command", commands())
def test_no_command_opens_a_connection(command: str, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(corpus, "init", "--quiet")
    commit(corpus)
    run(*(argument.format(corpus) for argument in FIRST.get(command, ["tables"])))
    for way in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, way, refuse)
    for arguments in RUNS[command]:
        done = run(*command.split(), *(str(argument).format(corpus) for argument in arguments))
        assert (done.exit_code, done.exception) == (0, None), done.output
