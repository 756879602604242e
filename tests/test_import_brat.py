"""What brat writes, into a corpus and back."""

import shutil
from pathlib import Path

import pytest
from dateline.engine.opening import opened
from dateline.exporters import brat as written_brat
from dateline.exporters.marks import marks_of
from dateline.importers import brat
from dateline.loading.texts import Copies
from dateline.model.standoff import Standoff

from tests.foreign import IMPORTS, ORIGINAL, bring, linked, said
from tests.laid import HERE
from tests.program import dateline, findings


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "corpora" / "cast", tmp_path / "cast"))


def back(root: Path) -> dict[str, bytes]:
    article = opened(root, Copies(None)).articles[0]
    document = marks_of(article)
    assert document
    return written_brat.written(document)


def reread(files: dict[str, bytes]) -> Standoff:
    text, lines = (next(data.decode() for name, data in files.items() if name.endswith(end)) for end in (".txt", ".ann"))
    return brat.parsed("again", text, lines)


def test_what_came_from_brat_goes_back_as_it_was(cast: Path) -> None:
    code, output = bring(cast, "brat", IMPORTS / "ship.ann")
    assert code == 0, output
    before, after = brat.read(IMPORTS / "ship.ann")[0], reread(back(cast))
    assert after.text == before.text
    marks = {(mark.label, mark.stretches, mark.words, frozenset(mark.attributes)) for mark in before.marks}
    assert {(mark.label, mark.stretches, mark.words, frozenset(mark.attributes)) for mark in after.marks} == marks
    assert linked(after) == linked(before)
    assert "left out" not in output


@pytest.mark.parametrize(
    ("name", "told"),
    [("ship-crlf", None), ("ship-crlf-drift", "CRLF drift"), ("ship-utf16", "counted in UTF-16")],
)
def test_texts_that_drifted_go_back_with_the_same_annotations(cast: Path, name: str, told: str | None) -> None:
    code, output = bring(cast, "brat", IMPORTS / f"{name}.ann")
    assert code == 0, output
    assert (told or "shifted") in output or told is None
    after = reread(back(cast))
    before = brat.read(IMPORTS / "ship.ann")[0]
    assert said(after) == said(before)
    assert linked(after) == linked(before)


def test_the_same_files_are_written_each_time(cast: Path) -> None:
    bring(cast, "brat", IMPORTS / "ship.ann")
    assert back(cast) == back(cast)


def test_check_says_what_a_person_must_decide(cast: Path) -> None:
    bring(cast, "brat", IMPORTS / "ship.ann")
    code, found = findings(cast)
    errors = {rule for rule, _, _ in found}
    assert code == 1
    assert "dangling-reference" in errors  # the events have no records yet
    assert not errors & {"anchor-not-found", "ambiguous-anchor", "unknown-field", "bad-value"}


def test_of_an_outlets_text_only_digests_are_written(cast: Path) -> None:
    code, output = bring(cast, "brat", IMPORTS / "ship.ann", options=("--published", "2019-05-21", "--publisher", "An Outlet"))
    assert code == 0, output
    written = next((cast / "articles").iterdir()).read_text("utf-8")
    assert "status: withheld" in written
    assert "whatever comes" not in written
    name = next((cast / "articles").iterdir()).stem
    texts = cast.parent / "texts"
    texts.mkdir()
    shutil.copy(IMPORTS / "ship-crlf.txt", texts / f"{name}.txt")
    _, found = findings(cast, "--texts", str(texts))
    broken = {
        "anchor-not-found",
        "fingerprint-mismatch",
        "fingerprint-missing",
        "text-changed",
        "counts-differ",
        "anchor-cuts-word",
    }
    assert not broken & {rule for rule, _, _ in found}


@pytest.mark.parametrize(
    ("text", "lines", "why"),
    [
        ("He said.", "T1\tQuote 0 30\tHe said\nthat\n", 'x.ann:1: "He said" is not as long'),
        ("He said a.", "T1\tQuote 0 10\tHe said\na.\n", "x.ann:2: it does not begin with an id"),
        ("He said.", "T1\tMention 0 90\tHe said\n", "x.ann:1: "),
        ("Title\nHe said so. " * 40, "T1\tMention 900 908\tHe said.\n", "past the end"),
        ("He said.", "T1 Mention 0 2 He\n", "x.ann:1: it does not begin with an id and a tab"),
        ("He said.", "T1\tMention 0 2\tHe\nT1\tMention 0 2\tHe\n", "x.ann:2: T1 is there already, at"),
        ("He said.", "T1\tMention 0 2\tHe\nR1\tVia Arg1:T1 Arg2:T9\n", "x.ann:2: there is no T9"),
        ("He said.", "A1\tForm T7 name\n", "x.ann:1: there is no T7"),
        ("He said.", "E1\tMeet:T7\n", "x.ann:1: there is no T7"),
        ("He said.", "T1\tMention 0 2;4\tHe\n", "x.ann:1: it is no span"),
        ("He said.", "T1\tMention 0 99999999999999999999\tHe\n", "x.ann:1: it is no span"),
        ("He met He", "T1\tMention 1 3\tHe\n", 'x.ann:1: "He" is not at 1-3, and stands 2 times'),
        ("He said.", "T1\tEvent 3 7\tsaid\nA1\tStatus T1 perhaps\n", 'x.ann:1: status "perhaps" is no term'),
        ("He said.", "T1\tQuote 3 7\tsaid\nA1\tAbout T1 talks-2019:perhaps\n", 'x.ann:1: talks-2019: "perhaps" is no term'),
        ("He said so.", "T1\tQuote 8 10\tso\nA1\tType T1 mixed\n", "x.ann:1: a mixed quote has literal words"),
        ("He said so.", "T1\tTime 3 7\tsaid\nA1\tValue T1 2019\nA2\tMod T1 so\n", 'x.ann:1: mod "so" is no term'),
        ("He said so.", "T1\tMention 0 2\tHe\n#1\tPlace T1\ta\u202eb\n", "x.ann: "),
        ("", "", "0 paragraphs"),
        ("a\u202eb", "", "U+202E"),
    ],
)
def test_bad_files_give_one_located_message_and_write_nothing(cast: Path, tmp_path: Path, text: str, lines: str, why: str) -> None:
    (tmp_path / "x.txt").write_bytes(text.encode())
    (tmp_path / "x.ann").write_bytes(lines.encode())
    code, output = bring(cast, "brat", tmp_path / "x.ann", options=(*ORIGINAL, "--headline", "A talk"))
    assert code == 2
    assert why in output
    assert "\n" not in output.strip()
    assert not (cast / "articles").exists()


def test_a_text_in_another_encoding_is_named(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.ann").write_bytes(b"")
    for data, why in ((b"caf\xe9", "x.txt:1:4: byte 0xE9"), ("x".encode("utf-16"), "it is UTF-16")):
        (tmp_path / "x.txt").write_bytes(data)
        code, output = bring(cast, "brat", tmp_path / "x.ann")
        assert code == 2
        assert why in output


def test_a_file_of_two_gigabytes_is_not_read(cast: Path, tmp_path: Path) -> None:
    with (tmp_path / "x.txt").open("wb") as file:
        file.truncate(2 << 30)
    (tmp_path / "x.ann").write_bytes(b"")
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert code == 2
    assert "2,147,483,648 bytes" in output


def test_of_two_files_the_second_at_fault_leaves_nothing(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("He said")
    (tmp_path / "x.ann").write_text("broken\n")
    assert bring(cast, "brat", IMPORTS / "ship.ann", tmp_path / "x.ann")[0] == 2
    assert bring(cast, "brat", IMPORTS / "ship.ann", IMPORTS / "missing.ann")[0] == 2
    assert not (cast / "articles").exists()


def test_a_document_of_which_no_label_is_known_is_not_made_an_empty_article(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TALK)
    (tmp_path / "x.ann").write_text("T1\tPolitician 0 3\tKar\nT2\tTown 5 6\tx\n")
    before = sorted(cast.rglob("*"))
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert (code, "none of its labels (Politician, Town) is known: say with --map" in output) == (2, True)
    assert sorted(cast.rglob("*")) == before


def test_labels_are_mapped_by_a_file(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("A talk\nKari Holm met somebody in Paris.")
    (tmp_path / "x.ann").write_text(
        "T1\tWho 7 16\tKari Holm\nT2\tCity 33 38\tParis\nE1\tMeet:T3 Agent:T1\nT3\tMeet 17 20\tmet\nT4\tOdd 0 1\tA\n"
    )
    (tmp_path / "map.yaml").write_text("marks:\n  Who: mention\n  Meet: {layer: event, type: consult, status: occurred}\n")
    code, output = bring(cast, "brat", tmp_path / "x.ann", options=(*ORIGINAL, "--map", str(tmp_path / "map.yaml")))
    assert code == 0, output
    written = next((cast / "articles").iterdir()).read_text("utf-8")
    assert "actor: kari-holm" in written
    assert "place: Paris" in written
    assert "type: consult" in written
    assert "left out: 1 of the label Odd" in output
    assert "left out: 1 link of the label Agent" in output


TALK = "A talk\nKari Holm said so in Oslo on Tuesday.\nOslo [...] waits."
TOLD = [
    (
        (
            "T1\tQuote 22 24\tso\nT2\tSource 7 16\tKari Holm\nT3\tSource 28 32\tOslo\n"
            "R1\tSource Arg1:T1 Arg2:T2\nR2\tSource Arg1:T1 Arg2:T3\n"
        ),
        'x.ann:1: left out: source "Oslo": the standard has one source of Quote',
    ),
    ("T1\tMention 7 16\tKari Holm\nA1\tForm T1 name\nA2\tForm T1 title\n", 'x.ann:1: left out: form "title"'),
    ("T1\tMention 7 16\tKari Holm\nT2\tMention 28 32\tOslo\nR1\tVia Arg1:T1 Arg2:T2\n", "left out: 1 link of the label Via"),
    ("T1\tMention 7 16\tKari Holm\nN1\tReference T1 Dateline:../x\tx\n", 'x.ann:1: actor "../x" is no id of a record: written as '),
    ("T1\tEvent 17 21\tsaid\nN1\tReference T1 Dateline:ab-cd\tx\nA1\tType T1 consult\n", 'x.ann:1: left out: type "consult"'),
    ("T1\tQuote 22 24\tso\nA1\tAbout T1 talks-2019\n", 'x.ann:1: left out: about "talks-2019"'),
    ("T1\tQuote 22 24\tso\nA1\tAbout T1 ab-cd:plans\nA2\tAbout T1 ab-cd:denies\n", 'left out: about "ab-cd:denies"'),
    ("T1\tMention 7 11;17 21;25 27\tKari said in\n", 'left out: Mention "Kari said in": it has more than two pieces'),
    ("T1\tMention 2 6;7 16\ttalk Kari Holm\n", 'left out: Mention "talk Kari Holm": it stands in two paragraphs'),
    (
        "T1\tQuote 17 32\tsaid so in Oslo\nT2\tVerbatim 17 21;28 32\tsaid Oslo\nR1\tVerbatim Arg1:T1 Arg2:T2\nA1\tType T1 mixed\n",
        "x.ann:2: Verbatim has 2 pieces: each is written as one of its own",
    ),
    ("T1\tMention 45 55\tOslo [...]\n", 'left out: Mention "Oslo [...]": "[...]" in them would mean a gap'),
    (
        "T1\tMention 7 9\tKa\n",
        'left out: Mention "Ka": its words cannot be told from others of the paragraph, or begin or end inside',
    ),
]


@pytest.mark.parametrize(("lines", "told"), TOLD)
def test_nothing_is_left_out_or_changed_unsaid(cast: Path, tmp_path: Path, lines: str, told: str) -> None:
    (tmp_path / "x.txt").write_text(TALK)
    (tmp_path / "x.ann").write_text(lines)
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert code == 0, output
    assert told in output


def test_a_literal_part_with_a_gap_comes_back_as_its_pieces(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TALK)
    (tmp_path / "x.ann").write_text(TOLD[-3][0])
    bring(cast, "brat", tmp_path / "x.ann")
    after = reread(back(cast))
    assert {(mark.label, mark.words) for mark in after.marks} == {
        ("Quote", ("said so in Oslo",)),
        ("Verbatim", ("said",)),
        ("Verbatim", ("Oslo",)),
    }


def test_of_a_withheld_text_no_long_name_is_written(cast: Path, tmp_path: Path) -> None:
    name = "The tall and very senior spokesperson of the northern ministry"
    (tmp_path / "x.txt").write_text(f"A talk\n{name} said so.")
    (tmp_path / "x.ann").write_text(f"T1\tMention 7 {7 + len(name)}\t{name}\nN1\tReference T1 Dateline:_the-source\tx\n")
    code, output = bring(cast, "brat", tmp_path / "x.ann", options=("--published", "2019-05-21", "--publisher", "An Outlet"))
    assert code == 0, output
    assert "it would show more than 8 words of a withheld text" in output
    assert "spokesperson" not in next((cast / "articles").iterdir()).read_text("utf-8")


@pytest.mark.parametrize(("name", "is_kept"), [("one-two three four five six seven eight", True), ("a-b c d e f g h i", False)])
def test_words_of_a_withheld_text_are_counted_as_by_its_rule(cast: Path, tmp_path: Path, name: str, *, is_kept: bool) -> None:
    (tmp_path / "x.txt").write_text(f"A talk\n{name} said so.")
    (tmp_path / "x.ann").write_text(f"T1\tMention 7 {7 + len(name)}\t{name}\nN1\tReference T1 Dateline:kari-holm\tx\n")
    code, output = bring(cast, "brat", tmp_path / "x.ann", options=("--published", "2019-05-21", "--publisher", "An Outlet"))
    assert (code, "it would show more than 8 words" in output) == (0, not is_kept)
    assert "too-many-words-shown" not in {rule for rule, _, _ in findings(cast)[1]}


def test_an_option_at_fault_is_named(cast: Path) -> None:
    code, output = bring(cast, "brat", IMPORTS / "ship.ann", options=(*ORIGINAL, "--id", "../x"))
    assert code == 2
    assert output.startswith('--id: id: "../x" is no record id')


def test_what_is_left_out_leaves_no_id_behind(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TALK)
    (tmp_path / "x.ann").write_text(
        "T1\tTime 36 39\tTue\nA1\tValue T1 2019-05-21\nT2\tQuote 22 24\tso\nR1\tSaidOn Arg1:T2 Arg2:T1\n"
        "T3\tEvent 22 24\tso\nR2\tWhen Arg1:T3 Arg2:T1\n"
    )
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert code == 0, output
    assert output.count('left out: time "Tue", which is left out itself') == 2
    assert "dangling-local-id" not in {rule for rule, _, _ in findings(cast)[1]}


def test_two_events_of_one_trigger_are_two(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(TALK)
    (tmp_path / "x.ann").write_text(
        "T1\tEvent 17 21\tsaid\nT2\tTime 36 43\tTuesday\nA1\tValue T2 2019-05-21\nE1\tEvent:T1\nE2\tEvent:T1 When:T2\n"
        "A2\tStatus E1 negated\nA3\tStatus E2 planned\n"
    )
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert code == 0, output
    events = opened(cast, Copies(None)).articles[0].data["events"]
    assert [(event.get("status"), event.get("time")) for event in events] == [("negated", None), ("planned", "t1")]


@pytest.mark.parametrize("raw", ["Kari\u00a0Holm", "Kari  Holm", "Kari\tHolm"])
def test_spaces_of_a_tool_are_spaces(cast: Path, tmp_path: Path, raw: str) -> None:
    (tmp_path / "x.txt").write_text(f"A talk\n{raw} met.")
    (tmp_path / "x.ann").write_text(f"T1\tMention 7 {7 + len(raw)}\tKari Holm\n")
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert code == 0, output
    assert "text: Kari Holm, actor: kari-holm" in next((cast / "articles").iterdir()).read_text("utf-8")


def test_words_over_a_line_break_are_found_as_brat_writes_them(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("A talk\nKari met.\nHolm left.")
    (tmp_path / "x.ann").write_text("T1\tQuote 7 21\tKari met. Holm\n")
    code, output = bring(cast, "brat", tmp_path / "x.ann")
    assert code == 0, output
    assert opened(cast, Copies(None)).articles[0].data["quotes"][0]["content"] == ["Kari met.", {"in": "p2", "text": "Holm"}]


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("marks: {Who: nobody}\n", 'marks: Who: layer: "nobody" is none of mention'),
        ("marks: {Who: {layer: mention, colour: red}}\n", "colour"),
        ("marks: []\n", "a mapping is expected"),
        ("links: {Who: to}\n", "links: Who"),
        ("others: {}\n", "others"),
        ("a: [\n", "map.yaml:1: a: a bracket, comma or quotation mark"),
        ("marks: {Who: mention}\nmarks: {}\n", "map.yaml:2: "),
        ("marks:\n\tWho: mention\n", "map.yaml:2: "),
        ("marks: &a [*a]\n", "map.yaml:1: "),
        ("marks: " + "[" * 5000, "map.yaml:1: "),
        ("marks: {Who: {layer: mention, form: nonsense}}\n", 'marks: Who: form: "nonsense" is none of name, title'),
        ("marks: {Who: {layer: event, status: {from: mood, real: so}}}\n", 'marks: Who: status: "so" is none of'),
        ("marks: {Who: {layer: mention, form: [a]}}\n", "form is a term"),
    ],
)
def test_a_mapping_at_fault_is_told(cast: Path, tmp_path: Path, table: str, why: str) -> None:
    (tmp_path / "map.yaml").write_text(table)
    code, output = bring(cast, "brat", IMPORTS / "ship.ann", options=(*ORIGINAL, "--map", str(tmp_path / "map.yaml")))
    assert code == 2
    assert why in output


@pytest.mark.parametrize("name", ["dl-2019-05-21-talks", "dl-2019-06-02-meeting"])
def test_an_article_of_a_corpus_comes_back_from_brat_with_its_annotation(tmp_path: Path, name: str) -> None:
    root = Path(shutil.copytree(HERE / "corpora" / "minimal", tmp_path / "minimal"))
    article = next(one for one in opened(root, Copies(None)).articles if one.record.id == name)
    document = marks_of(article)
    assert document
    for file, data in written_brat.written(document).items():
        (tmp_path / file).write_bytes(data)
    code, output = bring(root, "brat", tmp_path / f"{name}.ann", options=(*ORIGINAL, "--id", "dl-2019-05-21-again"))
    assert code == 0, output
    assert "left out" not in output
    # a long content may be anchored by other words of it: what it covers is the same
    again = marks_of(next(one for one in opened(root, Copies(None)).articles if one.record.id == "dl-2019-05-21-again"))
    assert again
    assert said(again) == said(document)
    assert linked(again) == linked(document)


def test_what_is_no_ordinary_file_is_not_read(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.ann").write_text("")
    for file, why in (
        (tmp_path / "x.ann", "not an ordinary file"),
        (tmp_path / "none.ann", "cannot be read"),
        (tmp_path, "end in .ann"),
    ):
        code, output = bring(cast, "brat", file)
        assert code == 2
        assert why in output


def test_the_program_tells_an_error_in_one_line_and_ends_with_2(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("A talk\nHe said.\x1b")
    (tmp_path / "x.ann").write_text("T1\tMention 2 4\t\x1bHe\n")
    done = dateline("import", "brat", tmp_path / "x.ann", "--corpus", cast, *ORIGINAL)
    assert done.returncode == 2
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert done.stdout == ""


def test_brat_is_told_every_label_that_is_written() -> None:
    lines = written_brat.configuration().decode().splitlines()
    labels = lines[1 : lines.index("[relations]")]
    links = [line.split()[0] for line in lines[lines.index("[relations]") + 1 : lines.index("[events]")]]
    document = brat.read(IMPORTS / "ship.ann")[0]
    assert {mark.label for mark in document.marks} <= set(labels)
    assert {link.label for link in document.links} <= set(links)
    assert "Form Arg:Mention, Value:name|title|nominal|pronoun|metonym|adjective|deictic" in lines
    assert "Suggested Arg:Mention|Time|Quote" in lines


def test_more_annotations_than_anybody_made_by_hand_are_refused(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("A talk\nHe said.")
    for count, why in ((5_001, "x.ann: 5,001 annotations are more than the 5,000"), (200_001, "more than the 200,000")):
        (tmp_path / "x.ann").write_text("".join(f"T{n}\tMention 7 9\tHe\n" for n in range(count)))
        code, output = bring(cast, "brat", tmp_path / "x.ann")
        assert code == 2
        assert why in output
