"""New files: what a copy becomes, what is proposed of it, and what is refused."""

import errno
import os
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dateline.engine.check import check
from dateline.engine.editor import FOLDER
from dateline.engine.formatting import formatted
from dateline.engine.settings import Settings, UsageError
from dateline.importers import records
from dateline.importers.anchors import Anchor, anchored
from dateline.importers.article import Wanted, id_of
from dateline.importers.records import new_article, new_record
from dateline.importers.text import story_of
from dateline.loading.texts import Copies
from dateline.model.text import Range
from msgspec.structs import replace

from tests.program import dateline

NAME = "ao-2019-05-21-talks"
TALKS = """Share

Seoul seeks talks

May 21, 2019 - 09:15 By A Writer
The Defense Ministry said Tuesday that talks with Japan would open in Singapore. Tokyo denied it.

Ministers in Singapore (Pool)
"""


def wanted(**fields: Any) -> Wanted:  # noqa: ANN401 - fields of any shape
    return replace(Wanted("2019-05-21", "An Outlet", "2026-11-25", id=NAME), **fields)


def drafted(corpus: Path, text: str, *, original: bool) -> str:
    copies = corpus.parent / "copies"
    copies.mkdir()
    (copies / f"{NAME}.txt").write_bytes(text.encode())
    sources = ("https://example.org/a",) if original else ()
    draft = new_article(corpus, copies / f"{NAME}.txt", wanted(is_original=original, is_withheld=not original, sources=sources))
    assert draft.path == f"articles/{NAME}.yaml"
    report = check(corpus, Settings(), Copies(copies), [f"articles/{NAME}.yaml"])
    assert {finding.code for finding in report.findings} <= {"P708"}
    assert not list(formatted(corpus, [f"articles/{NAME}.yaml"]))
    return (corpus / "articles" / f"{NAME}.yaml").read_text("utf-8")


def test_a_copy_becomes_blocks_by_kind_and_furniture_is_left_out() -> None:
    story = story_of(TALKS)
    assert [passage.id for passage in story.passages] == ["h1", "b1", "p1", "c1"]
    assert story.authors == ("A Writer",)
    assert story.passages[-1].credit == "Pool"


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (["Seoul seeks talks", "A second round is near", "Talks open."], "h s p"),
        (["Seoul seeks talks", "By A Writer and B Writer", "Talks open.", "By A Writer"], "h b p"),
        (["Seoul seeks talks", "BERGEN, Norway, May 21", "Talks open."], "h s p"),
        (["Seoul seeks talks", "BERGEN, May 21", "Talks open."], "h b p"),
        (["Seoul seeks talks", "Updated today", "writer@example.org", "* * *", "Talks open."], "h b p"),
        (["Seoul seeks talks", "Talks open.", "Ministers (AP Photo/A Writer)", "A ship (Photo courtesy of the Navy)"], "h p c c"),
        (["Seoul seeks talks", "Talks open (Seoul said that they would).", "(Pool)"], "h p p"),
        (["Seoul seeks talks", "", "The talks opened in", "Seoul on Monday, and", "ended there.", "", "Tokyo left."], "h p p"),
    ],
    ids=["a standfirst", "two bylines", "no dateline", "a dateline", "furniture", "captions", "brackets", "lines of a width"],
)
def test_lines_are_told_apart_by_their_looks(lines: list[str], kinds: str) -> None:
    assert " ".join(passage.kind for passage in story_of("\n".join(lines)).passages) == kinds


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("[caption] A ship near the port", None),
        ("[caption] A ship near the port. (Pool)", "Pool"),
        ("[Caption] A ship near the port", None),
        ("[CAPTION]A ship near the port. (Pool)", "Pool"),
    ],
    ids=["no credit", "a credit", "a capital", "no blank"],
)
def test_a_line_that_says_so_is_a_caption_wherever_it_stands(line: str, credit: str | None) -> None:
    story = story_of(f"Seoul seeks talks\n{line}\nTalks open.\n")
    assert [passage.id for passage in story.passages] == ["h1", "c1", "p1"]
    assert story.passages[1].words.startswith("A ship")
    assert story.passages[1].credit == credit


@pytest.mark.parametrize("mark", ["[caption] ", "[Caption]"])
def test_a_copy_with_a_marked_caption_is_that_of_its_withheld_article(corpus: Path, mark: str) -> None:
    text = drafted(corpus, TALKS.replace("Ministers", f"{mark}Ministers"), original=False)
    assert text == drafted_again(corpus, TALKS)


def drafted_again(corpus: Path, text: str) -> str:
    (corpus / "articles" / f"{NAME}.yaml").unlink()
    (corpus / "copy.txt").write_text(text)
    return (corpus / new_article(corpus, corpus / "copy.txt", wanted()).path).read_text("utf-8")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("by A Writer in Seoul, 9 March 2024", ("A Writer",)),
        ("By A Writer and B Writer in New York", ("A Writer", "B Writer")),
    ],
)
def test_the_place_of_a_byline_is_no_part_of_a_name(byline: str, authors: tuple[str, ...]) -> None:
    assert story_of(f"Seoul seeks talks\n{byline}\nTalks open.").authors == authors


def test_what_an_attribution_interrupts_is_written_in_pieces(corpus: Path) -> None:
    text = 'Seoul seeks talks\n\nThe talks, Seoul said, were long. Tokyo left.\n\n"It was late," Tokyo said, "and it was cold."\n'
    found = drafted(corpus, text, original=True)
    assert "content: [The talks, were long]" in found
    assert "It was late" in found


def test_an_original_has_its_words_and_proposals_that_are_marked(corpus: Path) -> None:
    text = drafted(corpus, TALKS, original=True)
    assert "{in: p1, text: Defense Ministry, actor: kor-mnd, suggested: true}" in text
    assert "{in: p1, text: Tokyo, actor: jpn, form: metonym, suggested: true}" in text
    assert "text: Tuesday, type: date, value: 2019-05-21, suggested: true}" in text
    assert "speaker: kor-mnd" in text
    assert "cue: denied" in text


def test_an_original_keeps_the_marks_and_dashes_of_its_writer(corpus: Path) -> None:
    text = drafted(corpus, "“Seoul” talks\n\nThe talks\u200b were\u00a0“long” — Seoul\u2019s “answer”…\n", original=True)
    assert 'headline: "“Seoul” talks"' in text
    assert "The talks were “long” — Seoul\u2019s “answer”…" in text


def test_times_count_from_the_day_as_of_which_a_text_is_written(corpus: Path) -> None:
    (corpus / "copy.txt").write_text("Seoul seeks talks\n\nMAY 21\n\nSeoul said on Monday that talks were held on Dec. 29.\n")
    sources = ("https://example.org/a",)
    fields = {
        "is_original": True,
        "is_withheld": False,
        "sources": sources,
        "genre": "analysis",
        "authors": ("A Writer", "B Writer"),
    }
    told = wanted(published="2026-11-25", document_time="2019-05-21", id="", **fields)
    path = new_article(corpus, corpus / "copy.txt", told).path
    text = (corpus / path).read_text("utf-8")
    assert path == "articles/outlet-2019-05-21-seoul-seeks-talks.yaml"
    assert "genre: analysis\n" in text
    assert "published: 2026-11-25\ndocument_time: 2019-05-21\n" in text
    assert "authors: [A Writer, B Writer]" in text
    assert 'holder: "A Writer, B Writer", license: CC0-1.0' in text
    assert "text: Monday, type: date, value: 2019-05-20" in text
    assert "text: Dec. 29, type: date, value: 2018-12-29" in text
    assert {finding.code for finding in check(corpus, Settings(), Copies(None), [path]).findings} <= {"P708"}


def test_a_document_time_may_be_a_day_later_in_another_zone(corpus: Path) -> None:
    (corpus / "copy.txt").write_text(TALKS)
    assert new_article(corpus, corpus / "copy.txt", wanted(document_time="2019-05-22")).head["document_time"] == "2019-05-22"


@pytest.mark.parametrize(("genre", "written"), [("", "correction"), ("analysis", "analysis")])
def test_an_article_that_corrects_another_is_a_correction_unless_it_is_called_otherwise(
    corpus: Path, genre: str, written: str
) -> None:
    (corpus / "copy.txt").write_text(TALKS)
    path = new_article(corpus, corpus / "copy.txt", wanted(corrects="dl-2019-05-21-talks", genre=genre)).path
    assert f"genre: {written}\ncorrects: dl-2019-05-21-talks\n" in (corpus / path).read_text("utf-8")
    assert {finding.code for finding in check(corpus, Settings(), Copies(None), [path]).findings} <= {"P708", "C805"}


def test_nothing_is_proposed_in_the_credit_of_a_caption(corpus: Path) -> None:
    text = drafted(corpus, TALKS.replace("(Pool)", "(Defense Ministry of South Korea)"), original=True)
    assert "credit: Defense Ministry of South Korea" in text
    assert "{in: c1, text: Singapore, place: Singapore, suggested: true}" in text
    assert text.count("in: c1") == 1


def test_an_author_that_is_named_stands_for_the_byline(corpus: Path) -> None:
    (corpus / "copy.txt").write_text(TALKS)
    assert new_article(corpus, corpus / "copy.txt", wanted(authors=("B Writer",))).head["authors"] == ["B Writer"]


def test_a_text_of_somebody_else_is_its_publishers(corpus: Path) -> None:
    assert "rights: {holder: An Outlet," in drafted(corpus, TALKS, original=False)


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
        ("Head\n\nTalks go on.\n\n[Caption]\n\nA ship", "behind it, on the same line"),
    ],
    ids=["nothing", "one line", "many lines", "a control", "a placeholder", "a mark alone"],
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


@pytest.mark.parametrize(
    ("kind", "name", "fields"),
    [
        ("actor", "a-body", {"name": "A body: of one", "kind": "public-body", "country": "KOR"}),
        ("actor", "nobody", {"name": "No", "kind": "person", "country": None}),
        ("event", "a-round-2019-06", {"status": "planned", "label": '"Round" #1', "type": "consult", "date": "2019-06"}),
    ],
    ids=["a body", "words that others read as false", "an event"],
)
@pytest.mark.parametrize("with_schema", [True, False])
def test_new_records_are_sound_and_in_canonical_layout(
    corpus: Path, kind: str, name: str, fields: dict[str, str | None], *, with_schema: bool
) -> None:
    if with_schema:
        (corpus / FOLDER).mkdir(parents=True)
        (corpus / FOLDER / f"{kind}.schema.json").write_text("{}")
    path = new_record(corpus, kind, name, fields)
    assert not list(formatted(corpus, [path]))
    assert {finding.severity for finding in check(corpus, Settings(), Copies(None), [path]).findings} <= {"info", "warning"}
    assert (corpus / path).read_text("utf-8").startswith("# yaml-language-server: $schema=../" if with_schema else "schema: ")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"published": "yesterday"}, 'published "yesterday" is no day or time'),
        ({"published": "2019-02-30"}, "is no day or time"),
        ({"published": "2019-05"}, 'published "2019-05" is no day: write one'),
        ({"published": "2019-05-21/2019-05-22"}, "is no day: write one"),
        ({"document_time": "2019-05"}, '--document-time "2019-05" is no day: write one'),
        ({"document_time": "2019-06-01"}, "--document-time 2019-06-01 is after --published 2019-05-21"),
        ({"corrects": "dl-2019-05-21-nowhere"}, '--corrects "dl-2019-05-21-nowhere" is no article of the corpus'),
        ({"corrects": "../dateline"}, "is no article of the corpus"),
        ({"genre": "gossip"}, 'genre: "gossip" is no term'),
        ({"publisher": ""}, "name the outlet with --publisher"),
        ({"publisher": "An \x1b[31mOutlet"}, "publisher: U.001B"),
        ({"is_original": True}, "name its sources with --source"),
        ({"is_original": True, "sources": ("nowhere",)}, 'sources: "nowhere" is no address'),
        ({"by": "nobody"}, '"nobody" is no annotator of dateline.yaml: name one of first, second'),
        ({"country": "Korea"}, 'country: "Korea" is no term'),
        ({"language": "English"}, 'language: "English" is no language tag'),
        ({"day": "tomorrow"}, 'date: "tomorrow" is no day'),
        ({"id": "../evil"}, 'id: "../evil" is no record id'),
        ({"id": "a/b"}, 'id: "a/b" is no record id'),
        ({"id": "dl-2019-05-21-talks"}, "nothing is overwritten"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_what_no_draft_can_have_is_told_and_nothing_is_written(corpus: Path, fields: dict[str, Any], says: str) -> None:
    before = sorted(corpus.parent.rglob("*"))
    (corpus / "copy.txt").write_text(TALKS)
    with pytest.raises(UsageError, match=says):
        new_article(corpus, corpus / "copy.txt", wanted(**fields))
    assert sorted(corpus.parent.rglob("*")) == sorted([*before, corpus / "copy.txt"])


def _fifo(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda _: None, "copy.txt does not exist"),
        (Path.mkdir, "cannot be read: it is a folder"),
        (_fifo, "cannot be read: it is not an ordinary file"),
        (lambda path: path.write_bytes(bytes(range(256))), "is not UTF-8: save it as UTF-8"),
        (lambda path: path.write_text(TALKS, "utf-16"), "is not UTF-8"),
        (lambda path: path.write_text(TALKS * 10_000), "is larger than 1 MiB"),
        (lambda path: path.write_text("This ends in a stop.\n"), "name it with --headline"),
        (lambda path: path.write_text(f"{TALKS}\nA \u202ehidden mark."), r'"A \u202ehidden mark\." holds U\+202E'),
    ],
    ids=["nothing", "a folder", "a pipe", "a binary", "UTF-16", "too large", "no headline", "a bidi control"],
)
def test_files_that_are_no_copies_are_refused_in_a_line(corpus: Path, make: Callable[[Path], Any], says: str) -> None:
    make(corpus / "copy.txt")
    with pytest.raises(UsageError, match=says):
        new_article(corpus, corpus / "copy.txt", wanted())


def test_a_refusal_is_one_line_in_which_nothing_acts_on_a_terminal(corpus: Path) -> None:
    (corpus / "copy.txt").write_text(f"{TALKS}\n\x1b[31mred words\n")
    run = dateline("new", "article", "--from-text", "copy.txt", "--published", "2019-05-21", "--publisher", "An Outlet", cwd=corpus)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert run.stderr.startswith('error: the paragraph "\\x1b[31mred words" holds U+001B')


def test_a_corpus_that_cannot_be_read_or_written_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    fields: dict[str, str | None] = {"kind": "public-body", "name": "A body"}
    (corpus / "events").rename(corpus / "others")
    (corpus / "events").symlink_to(corpus / "others")
    with pytest.raises(UsageError, match="symbolic link, which is never followed"):
        new_record(corpus, "event", "some-talks", {"label": "Talks", "type": "consult", "status": "planned"})
    monkeypatch.setattr(records, "create", full)
    with pytest.raises(UsageError, match=r"actors/a-body\.yaml cannot be written: no space left on device"):
        new_record(corpus, "actor", "a-body", fields)
    (corpus / "dateline.yaml").write_text("a: [")
    (corpus / "copy.txt").write_text(TALKS)
    with pytest.raises(UsageError, match=r"dateline\.yaml cannot be read"):
        new_article(corpus, corpus / "copy.txt", wanted())


@pytest.mark.parametrize(
    "text",
    [
        "Seoul talks\n\n" + '"We will see about the talks," Seoul said Monday.\n\n' * 900,
        "Seoul talks\n\n" + '"We will see," Seoul said. ' * 2500,
        "Seoul talks\n\n" + ("They met on Tuesday and on May 3, 2018. " * 60 + "\n\n") * 40,
    ],
    ids=["quotations", "marks in one paragraph", "times"],
)
def test_thousands_of_marks_and_times_take_seconds(corpus: Path, text: str) -> None:
    (corpus / "copy.txt").write_text(text)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run = dateline("new", "article", "--from-text", "copy.txt", "--published", "2019-05-21", "--publisher", "An Outlet", cwd=corpus)
    assert run.returncode == 0
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 10


@pytest.mark.parametrize(
    ("publisher", "headline", "name"),
    [
        ("The Outlet of Bergen", "The port's closed to a ship", "ob-2019-05-21-ports-closed-ship"),
        ("Outlet", "One two three four five", "outlet-2019-05-21-one-two-three-four"),
        ("24 Hours", "Ports", "x2h-2019-05-21-ports"),
        ("\uc2e0\ubb38", "\ud56d\uad6c", "x-2019-05-21"),
    ],
    ids=["initials", "a single word", "a figure first", "no Latin letters"],
)
def test_an_id_is_made_of_outlet_day_and_headline(publisher: str, headline: str, name: str) -> None:
    assert id_of(wanted(publisher=publisher), headline) == name


def test_what_was_begun_is_told_and_what_is_left_to_do(corpus: Path) -> None:
    (corpus / "copy.txt").write_text(TALKS + "\n" + "Seoul said so. " * 400)
    run = dateline(
        "new",
        "article",
        "--from-text",
        "copy.txt",
        "--published",
        "2019-05-21",
        "--publisher",
        "Outlet",
        "--country",
        "KOR",
        cwd=corpus,
    )
    first, unread, _, keep = run.stdout.splitlines()
    assert first.startswith("articles/outlet-2019-05-21-seoul-seeks-talks.yaml: 5 paragraphs; proposed: ")
    assert unread == "the text is very long: nothing was looked for in 1 paragraph"
    assert keep.startswith("keep your copy outside the corpus as outlet-2019-05-21-seoul-seeks-talks.txt")
    run = dateline("new", "event", "some-talks", "--label", "Talks", "--type", "consult", cwd=corpus)
    assert run.stdout.splitlines()[0] == "events/some-talks.yaml"
    assert run.stdout.splitlines()[1] == "add what a source says: date, place, participants, part_of, and sources"
    assert (corpus / "events/some-talks.yaml").is_file()


def test_what_was_said_of_a_record_is_not_asked_for_again(corpus: Path) -> None:
    event = ("new", "event", "some-talks", "--label", "Talks", "--type", "consult", "--date", "2019-06")
    assert dateline(*event, cwd=corpus).stdout.splitlines()[1].startswith("add what a source says: place,")
    person = ("new", "actor", "a-person", "--name", "A Person", "--kind", "person")
    assert "surname" in dateline(*person, cwd=corpus).stdout
    named = ("new", "actor", "b-person", "--name", "B Person", "--kind", "person", "--surname", "Person")
    assert "surname" not in dateline(*named, cwd=corpus).stdout


def test_a_correction_that_corrects_nothing_and_actors_that_cannot_be_read_are_told(corpus: Path) -> None:
    (corpus / "copy.txt").write_text(TALKS)
    article = ("new", "article", "--from-text", "copy.txt", "--published", "2019-05-21", "--publisher", "Outlet")
    run = dateline(*article, "--genre", "correction", "--id", "o-2019-05-21-a", cwd=corpus)
    assert "if the corpus has the article that it puts right, add corrects: and its id" in run.stdout.splitlines()
    assert run.stderr == ""
    (corpus / "actors/kor-mnd.yaml").write_text("name: [")
    (corpus / "events/broken.yaml").write_text("label: [")
    run = dateline(*article, "--corrects", "dl-2019-05-21-talks", "--id", "o-2019-05-21-b", cwd=corpus)
    assert (run.returncode, "add corrects" in run.stdout) == (0, False)
    assert run.stderr == ('nothing is proposed of actors whose files cannot be read: actors/kor-mnd.yaml; run "dateline check"\n')


def test_the_corpus_is_found_from_the_top_of_its_repository(corpus: Path) -> None:
    corpus.rename(corpus.parent / "corpus")
    run = dateline("new", "event", "some-talks", "--label", "Talks", "--type", "consult", cwd=corpus.parent)
    assert run.stdout.splitlines()[0] == "corpus/events/some-talks.yaml"
    (corpus.parent / "corpus").rename(corpus.parent / "another")
    run = dateline("new", "event", "more-talks", "--label", "Talks", "--type", "consult", cwd=corpus.parent)
    assert (run.returncode, run.stderr.partition(":")[2].strip()[:26]) == (2, "no dateline.yaml in . or a")


@pytest.mark.parametrize("command", ["article", "actor", "event"])
def test_help_says_what_each_option_is_for(command: str) -> None:
    text = dateline("new", command, "--help", COLUMNS="80").stdout
    assert "<str>" not in text.replace("ID <str>", "")
    assert max(map(len, text.splitlines())) <= 96


@pytest.mark.parametrize(
    ("text", "words", "anchor"),
    [
        ("we left the port", "left the port", ("left the port", None)),
        ("we left, and we left again", "left again", ("left again", None)),
        ("we saw it: the old port is closed to ships", "the old port is closed to ships", ("the [...] ships", None)),
        ("the ships left the old port of the town", "the old port of the town", ("the old [...] town", None)),
        ("the ships of the port left the port of the ships", "the port of the ships", ("the port of [...] ships", None)),
        ("we met, we met and we met at sea", "we met at sea", ("we met at sea", None)),
        ("go go go go go go go go go go go go", "go go go go go go go go go go go go", None),
    ],
    ids=["three words", "words that stand there once", "its ends", "longer ends", "the longest ends", "few words", "no ends"],
)
def test_a_range_is_meant_by_few_words(text: str, words: str, anchor: Anchor | None) -> None:
    at = Range("p1", text.rindex(words), text.rindex(words) + len(words))
    assert anchored(text, at) == anchor
