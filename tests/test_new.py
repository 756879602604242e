"""New files: what a copy becomes, what is proposed of it, and what is refused."""

from pathlib import Path

import pytest
from dateline.engine.check import check
from dateline.engine.settings import Settings, UsageError
from dateline.importers.article import Wanted
from dateline.importers.records import new_article, new_record
from dateline.importers.text import story_of
from dateline.loading.texts import Copies

NAME = "ao-2019-05-21-talks"
TALKS = """Share

Seoul seeks talks

May 21, 2019 - 17:28 By A Writer
The Defense Ministry said Tuesday that talks with Japan would open in Singapore. Tokyo denied it.

Ministers in Singapore (Pool)
"""


def drafted(corpus: Path, text: str, *, original: bool) -> str:
    copies = corpus.parent / "copies"
    copies.mkdir()
    (copies / f"{NAME}.txt").write_bytes(text.encode())
    sources = ("https://example.org/a",) if original else ()
    wanted = Wanted(
        "2019-05-21", "An Outlet", "2026-11-25", id=NAME, is_original=original, is_withheld=not original, sources=sources
    )
    new_article(corpus, copies / f"{NAME}.txt", wanted)
    report = check(corpus, Settings(), Copies(copies), [f"articles/{NAME}.yaml"])
    assert {finding.code for finding in report.findings} <= {"P708"}
    return (corpus / "articles" / f"{NAME}.yaml").read_text("utf-8")


def test_a_copy_becomes_blocks_by_kind_and_furniture_is_left_out() -> None:
    story = story_of(TALKS)
    assert [passage.id for passage in story.passages] == ["h1", "b1", "p1", "c1"]
    assert story.authors == ("A Writer",)
    assert story.passages[-1].credit == "Pool"


def test_an_original_has_its_words_and_proposals_that_are_marked(corpus: Path) -> None:
    text = drafted(corpus, TALKS, original=True)
    assert "{in: p1, text: Defense Ministry, actor: kor-mnd, suggested: true}" in text
    assert "{in: p1, text: Tokyo, actor: jpn, form: metonym, suggested: true}" in text
    assert "text: Tuesday, type: date, value: 2019-05-21, suggested: true}" in text
    assert "speaker: kor-mnd" in text
    assert "cue: denied" in text


def test_a_withheld_text_is_not_written(corpus: Path) -> None:
    assert "talks with Japan" not in drafted(corpus, TALKS, original=False)


@pytest.mark.parametrize(
    "text",
    [
        TALKS.replace("\n", "\r\n"),
        'Talks: {a: [b]} # "x" & *y\n\n- {in: p1, text: x}: "a" \'b\' #c\n\n--- !!python/object\n',
        "Seoul talks\n\n" + '"' * 4000,
        "Seoul talks\n\n" + '"a b c d," Seoul said. ' * 200,
        "Seoul talks\n\n" + "A. " * 1600,
        "Seoul talks\n\n" + "Seoul" + ", a b" * 1200 + " said that it is.",
        "null\n\nyes\n\n12:30\n\n2019-05-21 is no.\n",
    ],
    ids=["CR LF", "YAML", "marks alone", "marks by the hundred", "stops", "commas", "scalars"],
)
@pytest.mark.parametrize("original", [True, False])
def test_hostile_copies_become_files_without_fault(corpus: Path, text: str, *, original: bool) -> None:
    drafted(corpus, text, original=original)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no paragraph"),
        ("a" * (1 << 20), "larger than 1 MiB"),
        ("a\n" * 2000, "paragraphs, more than"),
        ("Head\n\nA \x07 bell.", "U+0007"),
        ("TODO\n\nTalks go on.", "stands for a value"),
    ],
    ids=["nothing", "one line", "many lines", "a control", "a placeholder"],
)
def test_copies_that_are_no_article_are_refused_and_nothing_is_written(corpus: Path, text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says.replace("+", "[+]")):
        drafted(corpus, text, original=False)
    assert not (corpus / "articles" / f"{NAME}.yaml").exists()


def test_nothing_is_overwritten_and_nothing_leaves_its_folder(corpus: Path) -> None:
    fields: dict[str, str | None] = {"kind": "public-body", "name": "A body"}
    new_record(corpus, "actor", "a-body", fields)
    with pytest.raises(UsageError, match="there already"):
        new_record(corpus, "actor", "a-body", fields)
    with pytest.raises(UsageError, match="lower-case"):
        new_record(corpus, "actor", "../evil", fields)
    assert not (corpus / "evil.yaml").exists()
