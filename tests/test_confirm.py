"""``dateline confirm``: the marks of proposals go, and nothing beside them."""

from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from dateline.engine.check import check
from dateline.engine.confirming import confirmed
from dateline.engine.settings import Settings, UsageError
from dateline.importers.article import Wanted
from dateline.importers.records import new_article
from dateline.loading.texts import Copies
from dateline.model.article import Article
from dateline.model.judged import PROPOSED

from tests.program import dateline

COPY = """Seoul seeks talks

The Defense Ministry said Tuesday that talks would open in Singapore on Monday. Tokyo denied it.
"""
MARK = ", suggested: true"


@pytest.fixture
def article(corpus: Path) -> Path:
    (corpus / "copy.txt").write_text(COPY)
    wanted = Wanted(
        "2019-05-21", "An Outlet", "2026-11-25", is_original=True, is_withheld=False, sources=("https://example.org/a",)
    )
    path = corpus / new_article(corpus, corpus / "copy.txt", wanted).path
    path.write_text(path.read_text("utf-8").replace("times:", "# seen twice\ntimes:"))
    return path


def test_the_marks_go_and_everything_else_stays(corpus: Path, article: Path) -> None:
    before = article.read_text("utf-8")
    run = dateline("confirm", article.stem, cwd=corpus)
    after = article.read_text("utf-8")
    assert run.returncode == 0
    assert run.stdout == f"articles/{article.name}: confirmed 4 mentions, 2 times, 2 quotes\n"
    assert after == before.replace(MARK, "").replace("    suggested: true\n", "")
    assert after.count("suggested") == 0 < before.count("suggested") == 8
    assert "P708" not in {
        finding.code for finding in check(corpus, Settings(), Copies(None), [f"articles/{article.name}"]).findings
    }
    assert dateline("confirm", article.stem, cwd=corpus).stdout == f"articles/{article.name}: nothing to confirm\n"


def test_the_layers_in_which_a_program_can_propose_are_those_whose_items_can_be_marked() -> None:
    marked = {layer for layer, kind in get_type_hints(Article).items() if "suggested" in fields_in(kind)}
    assert {*PROPOSED} == marked


def fields_in(kind: object) -> set[str]:
    """The fields of what a layer holds."""
    return {name for inner in get_args(kind) for name in getattr(inner, "__struct_fields__", ())}


def test_a_layer_is_confirmed_alone_and_what_is_left_is_told(corpus: Path, article: Path) -> None:
    before = article.read_text("utf-8")
    run = dateline("confirm", article.stem, "--layers", "times", cwd=corpus)
    assert (run.stdout, run.stderr) == (
        f"articles/{article.name}: confirmed 2 times\n",
        "6 items of other layers still to be confirmed\n",
    )
    assert article.read_text("utf-8").count("suggested") == before.count("suggested") - 2


def test_what_would_be_confirmed_is_shown_and_nothing_is_written(corpus: Path, article: Path) -> None:
    before = article.read_bytes()
    run = dateline("confirm", article.stem, "--diff", cwd=corpus)
    assert run.returncode == 1
    assert run.stdout.count("\n-") == 8
    assert article.read_bytes() == before


@pytest.mark.parametrize(
    ("path", "layers", "says"),
    [
        ("", ["events"], '--layers "events": nothing is proposed in it'),
        ("actors/kor.yaml", [], "is no article"),
        ("articles/none.yaml", [], "cannot be read as an article"),
    ],
)
def test_what_cannot_be_confirmed_is_told(corpus: Path, article: Path, path: str, layers: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        confirmed(corpus, path or f"articles/{article.name}", layers)


LAST = "  - {in: p1, text: talks, actor: kor, suggested: true}\n"
IN_BLOCK = "  - in: p1\n    text: talks\n    actor: kor\n    suggested: true\n"


def with_mentions(article: Path, written: str) -> int:
    """Put mentions in the place of those of an article; the line at which they begin."""
    text = article.read_text("utf-8")
    before, _, after = text.partition("mentions:\n")
    rest = after[after.index("# seen twice") :]
    article.write_text(f"{before}mentions:\n{written}{rest}", "utf-8")
    return before.count("\n") + 2


@pytest.mark.parametrize(
    ("written", "line", "says"),
    [
        (IN_BLOCK.replace("suggested: true", "?\n      suggested\n    : true"), None, 'write each as "suggested: true"'),
        (LAST.replace("actor: kor, ", "actor: kor, # two\n    ").replace("true}", "true, # three\n    }"), 1, "a comment"),
        (LAST.replace("actor: kor, ", "actor: kor, # two\n    ").replace("true}", "true}"), 1, "a comment"),
        ("  - suggested: true  # why\n    in: p1\n    text: talks\n    actor: kor\n", 0, "a comment"),
        ("  - suggested: true\n    # why\n    in: p1\n    text: talks\n    actor: kor\n", 0, "a comment"),
        (IN_BLOCK.replace("true", "true  # sure?"), 3, "a comment"),
    ],
    ids=[
        "a question mark",
        "in braces before a comma",
        "in braces at the end",
        "at a dash",
        "under a dash",
        "at the end of a line",
    ],
)
def test_marks_that_do_not_come_out_alone_are_left_where_they_are(
    corpus: Path, article: Path, written: str, line: int | None, says: str
) -> None:
    start = with_mentions(article, written)
    before = article.read_bytes()
    run = dateline("confirm", article.stem, cwd=corpus)
    assert (run.returncode, run.stdout) == (2, "")
    assert f"articles/{article.name}{'' if line is None else f':{start + line}:'}" in run.stderr
    assert says in run.stderr
    assert article.read_bytes() == before


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (IN_BLOCK.replace("suggested:", "? suggested\n    :"), IN_BLOCK.replace("    suggested: true\n", "")),
        (
            "  - ? suggested\n    : true\n    in: p1\n    text: talks\n    actor: kor\n",
            "  - in: p1\n    text: talks\n    actor: kor\n",
        ),
        (LAST.replace("suggested", "? suggested "), LAST.replace(MARK, "")),
        (LAST.replace("in: p1", "? suggested : true, in: p1").replace(MARK, ""), LAST.replace(MARK, "")),
    ],
    ids=["last", "at a dash", "last in braces", "first in braces"],
)
def test_a_key_goes_with_its_question_mark(corpus: Path, article: Path, written: str, plain: str) -> None:
    """Left behind, it made another key of the next one."""
    with_mentions(article, written)
    before = article.read_text("utf-8")
    assert dateline("confirm", article.stem, "--layers", "mentions", cwd=corpus).returncode == 0
    assert article.read_text("utf-8") == before.replace(written, plain)


@pytest.mark.parametrize("written", [LAST, IN_BLOCK, IN_BLOCK.replace("talks\n", "talks  # it's these\n") + "    # all of it\n"])
def test_comments_beside_a_mark_stay(corpus: Path, article: Path, written: str) -> None:
    with_mentions(article, written)
    before = article.read_text("utf-8")
    assert dateline("confirm", article.stem, "--layers", "mentions", cwd=corpus).returncode == 0
    assert article.read_text("utf-8") == before.replace(written, written.replace(MARK, "").replace("    suggested: true\n", ""))


def test_what_is_no_article_is_told_by_the_way_to_it(corpus: Path) -> None:
    run = dateline("confirm", "corpus/actors/kor.yaml", cwd=corpus.parent)
    assert run.returncode == 2
    assert "corpus/actors/kor.yaml is no article: only in articles things are proposed" in " ".join(run.stderr.split())
