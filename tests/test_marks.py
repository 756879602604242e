"""The annotation of an article as marks, and what brat and UIMA are given of it."""

from pathlib import Path

import pytest
from dateline.engine.opening import opened
from dateline.exporters import brat, cas
from dateline.exporters.marks import documents, marks_of
from dateline.loading.texts import Copies
from dateline.model.standoff import Link, Mark, Standoff

from tests.laid import ARTICLE, CORPUS, MINIMAL, TEXTS, copy_of, spoil


def marked(root: Path) -> Standoff:
    return documents((one.record.id, marks_of(one)) for one in opened(root, Copies(None)).articles)[0]


def lines(document: Standoff) -> list[str]:
    return brat.written(document)[f"{document.name}.ann"].decode().splitlines()


def test_a_withheld_text_gives_no_marks_not_even_with_a_copy_at_hand() -> None:
    found = documents((one.record.id, marks_of(one)) for one in opened(MINIMAL, Copies(MINIMAL / TEXTS)).articles)
    assert [document.name for document in found] == ["dl-2019-05-21-talks", "dl-2019-06-02-meeting"]


def test_what_has_no_words_in_the_text_is_told_and_nothing_links_to_it(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "content: that talks [...] June 2", "content: no such words")
    document = marked(corpus)
    assert 'Quote "no such words": its words are not found in the text' in document.dropped
    assert not [link for link in document.links if "q1" in (link.start, link.end)]
    assert lines(document)


def test_where_a_time_begins_and_ends_is_a_link_to_what_has_a_mark_and_else_an_attribute(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "value: P2Y4M}", "value: P2Y4M, begin: t4, end: published, anchor: q1}")
    document = marked(corpus)
    assert {link for link in document.links if link.start == "t5"} == {Link("Begin", "t5", "t4"), Link("Anchor", "t5", "q1")}
    [time] = (mark for mark in document.marks if mark.id == "t5")
    assert (time.value("End"), time.value("Begin"), time.value("Anchor")) == ("published", None, None)


def test_the_second_of_two_paragraphs_of_one_id_moves_no_mark(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "    - {id: p2,", "    - {id: p1, text: Once more.}\n    - {id: p2,")
    document = marked(corpus)
    assert all(mark.words == tuple(document.text[start:end] for start, end in mark.stretches) for mark in document.marks)
    assert "Tuesday" in {words for mark in document.marks for words in mark.words or () if mark.id == "t1"}


def test_what_marks_cannot_hold_is_told(corpus: Path) -> None:
    plain = marked(MINIMAL).dropped
    assert plain == ("headline, publisher, dates, rights and the names of those who annotated it",)
    assert "role, number and terms of sources without a name" in marked(CORPUS).dropped
    for more in ("b1", "h2"):
        root = copy_of(corpus, corpus.parent / more)
        spoil(root, ARTICLE, "    - {id: p1,", f"    - {{id: {more}, text: By somebody}}\n    - {{id: p1,")
        assert set(marked(root).dropped) - set(plain) == {"kinds of paragraphs: all but the headline become plain ones"}


def test_a_mark_over_a_line_break_stays_on_its_line_in_brat() -> None:
    assert lines(Standoff("x", "the talks\nof May", (Mark("m", "Event", ((4, 12),)),))) == ["T1\tEvent 4 12\ttalks of"]


@pytest.mark.parametrize(
    ("value", "line"),
    [("sought", "A1\tStatus T1 sought"), ("in June", "#1\tStatus T1\tin June"), ("", "#1\tStatus T1\t")],
    ids=["a word is an attribute", "words are a note", "and so is nothing"],
)
def test_an_attribute_of_brat_is_one_word(value: str, line: str) -> None:
    assert lines(Standoff("x", "talks", (Mark("m", "Event", ((0, 5),), attributes=(("Status", value),)),)))[1:] == [line]


def test_no_value_stands_twice_in_the_configuration_of_brat() -> None:
    for line in brat.configuration().decode().splitlines():
        values = line.partition("Value:")[2].split("|")
        assert len(values) == len(set(values))


def test_marks_and_links_of_brat_are_numbered_as_they_stand_in_the_text() -> None:
    marks = (Mark("b", "Event", ((6, 8),)), Mark("a", "Time", ((0, 5),)), Mark("c", "Quote", ((6, 8),)))
    found = lines(Standoff("x", "talks go", marks, (Link("When", "b", "a"), Link("SaidOn", "c", "a"))))
    assert found == [
        "T1\tTime 0 5\ttalks",
        "T2\tEvent 6 8\tgo",
        "T3\tQuote 6 8\tgo",
        "R1\tSaidOn Arg1:T3 Arg2:T1",
        "R2\tWhen Arg1:T2 Arg2:T1",
    ]


def test_a_cas_has_a_mark_with_gaps_whole_and_in_pieces_and_a_link_where_it_ends() -> None:
    cassis = pytest.importorskip("cassis")
    marks = (Mark("e", "Event", ((0, 4), (9, 11))), Mark("t", "Time", ((12, 15),)))
    files = cas.written(Standoff("x", "sent its back May", marks, (Link("When", "e", "t"),)))
    read = cassis.load_cas_from_json(files["x.json"].decode())
    places = {kind: [(one.begin, one.end) for one in read.select(f"dateline.{kind}")] for kind in ("Event", "Fragment", "Link")}
    assert places == {"Event": [(0, 11)], "Fragment": [(0, 4), (9, 11)], "Link": [(12, 15)]}


def test_a_cas_does_not_tell_in_which_order_its_links_came() -> None:
    pytest.importorskip("cassis")
    marks = tuple(Mark(name, "Quote", ((at, at + 1),)) for at, name in enumerate("abc"))
    links = (Link("Within", "a", "b"), Link("Within", "b", "c"))
    assert cas.written(Standoff("x", "abc", marks, links)) == cas.written(Standoff("x", "abc", marks[::-1], links[::-1]))
