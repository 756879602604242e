"""``dateline stats``: the numbers of a corpus, as a terminal and as a program get them."""

import json
import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from dateline.cli.console import Color
from dateline.engine.opening import opened
from dateline.engine.tally import Tally, tally
from dateline.loading.texts import Copies
from dateline.model import standard
from dateline.model.edtf import parse
from dateline.model.speaking import Office
from dateline.reporters.safe import width
from dateline.reporters.tally import lines
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests import program
from tests.laid import ARTICLE, CORPUS, MINIMAL, TOP, copy_of, spoil

run = partial(program.run, "stats")
EVENT = "events/jpn-kor-ministers-2019-06.yaml"
MEETING = "articles/dl-2019-06-02-meeting.yaml"


def counted(root: Path, copies: Path | None = None) -> Tally:
    return tally(opened(root, Copies(copies)))


def as_data(root: Path) -> Any:  # noqa: ANN401 - JSON
    printed = run(root, "--output-format", "json")
    assert printed.exit_code == 0, printed.output
    data = json.loads(printed.output)
    Draft202012Validator(standard.document("stats-1.schema.json")).validate(data)
    return data


@pytest.mark.parametrize("root", [MINIMAL, CORPUS], ids=["minimal", "founding"])
def test_the_json_is_as_its_schema_says_and_always_the_same(root: Path) -> None:
    assert as_data(root) == as_data(root)
    assert run(root, "--output-format", "json").output.isascii()


def test_the_numbers_of_the_minimal_corpus() -> None:
    found = counted(MINIMAL)
    assert found.records == {"articles": 3, "actors": 5, "events": 3, "unread": 0}
    assert found.items == {"blocks": 8, "mentions": 17, "times": 6, "quotes": 4, "events": 6}
    assert found.kinds["quote_types"] == {"indirect": 3, "direct": 1}
    assert found.kinds["time_types"] == {"date": 5, "duration": 1}
    assert found.kinds["stances"] == {"asserts": 1, "denies": 1, "plans": 1}
    assert found.kinds["actor_countries"] == {"KOR": 3, "JPN": 2}
    assert found.mentioned == {"none": 0, "one": 1, "two": 2, "more": 0}
    assert (found.claimed, found.disputed) == ((), ("kor-jpn-radar-lock-on-2018-12",))
    assert [(spoken.office, spoken.quotes, spoken.stances) for spoken in found.speakers] == [
        (Office("body", "kor-mnd"), 2, {"plans": 1}),
        (Office("body", "jpn"), 1, {"asserts": 1}),
        (Office("body", "kor"), 1, {"denies": 1}),
    ]


def test_layers_and_kinds_add_up_to_the_items() -> None:
    found = counted(CORPUS)
    assert sum(found.kinds["mention_forms"].values()) == found.items["mentions"]
    assert sum(found.kinds["time_types"].values()) == found.items["times"]
    assert sum(found.kinds["quote_types"].values()) == found.items["quotes"]
    assert sum(found.kinds["mention_statuses"].values()) == found.items["events"]
    assert sum(found.mentioned.values()) == len(found.timeline) == found.records["events"]
    assert sum(found.kinds["actor_countries"].values()) == found.records["actors"]


def test_coverage_tells_what_is_finished_bare_withheld_and_verified(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "  - {in: p1, text: Japan, actor: jpn}\n", "")
    spoil(corpus, ARTICLE, "    - {id: p3,", "    - {id: p4, text: Nothing to see.}\n    - {id: p3,")
    spoil(corpus, ARTICLE, "complete: [mentions, times, quotes, events]", "complete: [times]")
    spoil(corpus, ARTICLE, "text: Tokyo, actor: jpn", "text: Tokyo, suggested: true, actor: jpn")
    found = counted(corpus).coverage
    assert (found.articles, found.complete, found.complete_by_layer["times"]) == (3, 1, 2)
    assert (found.blocks, found.bare_blocks, found.unconfirmed) == (9, 1, 1)
    assert (found.withheld, found.verified) == (1, 0)
    assert counted(corpus, MINIMAL / "texts").coverage.verified == 1
    assert "confirmed by nobody: 1 item\n" in run(corpus).output


def test_a_picture_of_somebody_is_annotated(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "    - {id: p3,", "    - {id: c1, text: A picture, depicts: [kor]}\n    - {id: p3,")
    assert counted(corpus).coverage.bare_blocks == 0


def test_events_are_counted_by_the_articles_that_mention_them_and_not_by_mentions(corpus: Path) -> None:
    mention = "events:\n  - {in: p1, text: Talks, event: jpn-kor-ministers-2019-06}\n"
    spoil(corpus, "articles/dl-2019-06-03-withheld.yaml", "mentions:\n", f"{mention}mentions:\n")
    found = counted(corpus)
    assert found.mentioned == {"none": 0, "one": 1, "two": 1, "more": 1}
    assert {moment.event: moment.articles for moment in found.timeline}["jpn-kor-ministers-2019-06"] == 3


def test_offices_with_as_many_quotes_are_in_the_order_of_their_bodies() -> None:
    keys = [(-spoken.quotes, spoken.office.key) for spoken in counted(CORPUS).speakers]
    assert keys == sorted(keys)
    assert len({quotes for quotes, _ in keys}) < len(keys)


def test_a_copy_verifies_a_text_only_if_all_its_paragraphs_are_those_annotated(corpus: Path) -> None:
    second = "    - {id: p2, fp: sha256:0000000000000000, chars: 5, words: 1}\n"
    spoil(corpus, "articles/dl-2019-06-03-withheld.yaml", "words: 11}\n", f"words: 11}}\n{second}")
    copy = corpus / "texts/dl-2019-06-03-withheld.txt"
    copy.write_text(f"{copy.read_text('utf-8').strip()}\nOther\n", "utf-8")
    assert counted(corpus, corpus / "texts").coverage.verified == 0


def test_a_copy_of_another_text_verifies_nothing(tmp_path: Path) -> None:
    (tmp_path / "dl-2019-06-03-withheld.txt").write_text("Talks will go on, or so they say.", "utf-8")
    assert counted(MINIMAL, tmp_path).coverage.verified == 0


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """The two articles of May and June 2019."""
    root = copy_of(CORPUS, tmp_path / "two")
    for path in (root / "articles").iterdir():
        if not path.name.startswith(("kh-2019-05", "dl-2019-06")):
            path.unlink()
    return root


def test_offices_are_those_of_the_text_and_of_the_day(two: Path) -> None:
    spoken = {one.office: one.quotes for one in counted(two).speakers}
    assert spoken[Office("post", "jpn", "defence-minister")] == 3
    assert spoken[Office("post", "kor", "defence-minister")] == 3
    assert Office("post", "kor", "jcs-chairman") not in spoken
    assert spoken[Office("unnamed", "kor-mnd")] == 2


def test_an_office_held_in_two_terms_that_overlap_is_one(corpus: Path) -> None:
    spoil(corpus, MEETING, "speaker: jpn", "speaker: takeshi-iwaya")
    before = counted(corpus).speakers
    again = "posts:\n  - {id: defence-minister, title: Minister of Defense, of: jpn, start: 2019-01, end: ..}\n"
    spoil(corpus, "actors/takeshi-iwaya.yaml", "posts:\n", again)
    assert counted(corpus).speakers == before


def test_offices_are_told_by_what_they_are(corpus: Path, two: Path) -> None:
    printed = run(two).output
    assert "  3 defence-minister of kor: denies 1, supports 1\n" in printed
    assert "  2 sources without a name, of kor-mnd: asserts 1\n" in printed
    assert "  1 sources without a name: asserts 1\n" in printed
    spoil(corpus, ARTICLE, "speaker: kor-mnd", "speaker: jeong-kyeong-doo")
    (corpus / "actors/jeong-kyeong-doo.yaml").write_text(
        "schema: actor/1.0\nid: jeong-kyeong-doo\nkind: person\nname: Jeong Kyeong-doo\n", "utf-8"
    )
    assert "jeong-kyeong-doo, in no office that is known: plans 1\n" in run(corpus).output


def test_an_office_that_is_not_sure_is_not_counted(corpus: Path) -> None:
    spoil(corpus, MEETING, "speaker: jpn", "speaker: takeshi-iwaya")
    in_office, person = Office("post", "jpn", "defence-minister"), Office("person", "takeshi-iwaya")
    assert in_office in {spoken.office for spoken in counted(corpus).speakers}
    # on the last day of a term nobody can tell who spoke in the office
    spoil(corpus, "actors/takeshi-iwaya.yaml", "2019-09-11", "2019-06-02")
    assert {in_office, person} & {spoken.office for spoken in counted(corpus).speakers} == {person}
    # the office that the text gives needs no other proof
    spoil(corpus, MEETING, "speaker: takeshi-iwaya", "speaker: takeshi-iwaya\n    as: defence-minister")
    assert {in_office, person} & {spoken.office for spoken in counted(corpus).speakers} == {in_office}


def test_the_timeline_is_in_order_and_ends_with_what_has_no_date(corpus: Path) -> None:
    (corpus / EVENT).write_text(re.sub(r"(?m)^date:.*\n", "", (corpus / EVENT).read_text("utf-8")), "utf-8")
    found = counted(corpus).timeline
    assert [moment.year for moment in found] == [2018, 2019, None]
    (corpus / EVENT).write_text(f"{(corpus / EVENT).read_text('utf-8')}date: /2016-02\n", "utf-8")
    assert [moment.year for moment in counted(corpus).timeline] == [2016, 2018, 2019]
    starts = [parse(moment.when).first for moment in counted(CORPUS).timeline if moment.when and moment.when[0] != "/"]
    assert starts == sorted(starts, key=lambda day: day or date.max)


@given(st.integers(0, 200))
def test_lines_fit_the_terminal(cells: int) -> None:
    for line in lines(counted(MINIMAL), cells):
        assert sum(width(piece.text) for piece in line) <= max(cells, 40)


def test_a_terminal_too_narrow_to_read_is_taken_for_a_wider_one() -> None:
    assert list(lines(counted(MINIMAL), 0)) == list(lines(counted(MINIMAL), 40))


def test_marks_say_in_colour_and_without_what_is_disputed() -> None:
    plain = run(MINIMAL).output
    assert "\n3 articles, 5 actors, 3 events\n" in plain
    coloured = run(MINIMAL, "--color", Color.ALWAYS.value).output
    assert "\x1b" not in plain
    assert "+ occurred, ! disputed" in plain
    assert re.search(r"^2018\n  ! 2018-12-20 +Alleged radar lock-on by a South Korean destroyer", plain, re.MULTILINE)
    assert "\x1b[31m!\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == plain


def test_labels_of_strangers_act_on_nothing(corpus: Path) -> None:
    label = 'label: "::error::x ##[error]y"\n'
    (corpus / EVENT).write_text(re.sub(r"(?m)^label:.*\n", lambda _: label, (corpus / EVENT).read_text("utf-8")), "utf-8")
    for printed in (run(corpus).output, run(corpus, "--output-format", "json").output):
        assert "##[" not in printed
        assert "[error]y" in printed
        assert not re.search(r"^\s*::", printed, re.MULTILINE)


def test_files_that_are_no_records_are_told(corpus: Path) -> None:
    spoil(corpus, EVENT, "type: consult", "type: dinner")
    assert "left out: 1 file that cannot be read as a record" in run(corpus).output
    assert as_data(corpus)["records"]["unread"] == 1


def test_an_empty_corpus_has_numbers(corpus: Path) -> None:
    for path in corpus.glob("*/*.yaml"):
        path.unlink()
    printed = run(corpus)
    assert printed.exit_code == 0
    assert "0 articles" in printed.output
    assert as_data(corpus)["timeline"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([MINIMAL / ARTICLE], "is not a whole corpus: name its folder"),
        ([TOP / "docs"], "no dateline.yaml"),
        ([TOP / "nowhere"], "does not exist"),
        ([MINIMAL, "--texts", TOP / "nowhere"], "is no folder"),
    ],
)
def test_what_cannot_be_counted_is_told_in_a_line(arguments: list[Path | str], said: str) -> None:
    printed = program.dateline("stats", *arguments)
    assert (printed.returncode, printed.stdout) == (2, "")
    assert said in printed.stderr
    assert printed.stderr.count("\n") == 1


def test_a_broken_manifest_is_told(corpus: Path) -> None:
    (corpus / "dateline.yaml").write_text("schema: [\n", "utf-8")
    printed = program.dateline("stats", corpus)
    assert printed.returncode == 2
    assert "dateline.yaml cannot be read" in printed.stderr
