"""Spans of tools, found again by their words."""

import unicodedata
from typing import Literal

import pytest
from dateline.importers import ladder
from dateline.importers.ladder import Found, Lost, Sought, diagnosis, located
from dateline.model.text import utf16_length
from hypothesis import given
from hypothesis import strategies as st

WORDS = ("Seoul", "\ud55c\uad6d", "\U0001f1f0\U0001f1f7", "caf\u00e9", "said", "\U0001f600", "T\u00f4ky\u00f4")
texts = st.lists(st.sampled_from([*WORDS, "\n", " "]), min_size=2, max_size=30).map(" ".join)
picks = st.tuples(st.integers(0, 200), st.integers(1, 12))


def spans_of(text: str, wanted: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = [(start % len(text), min(len(text), start % len(text) + size)) for start, size in wanted]
    return [(start, end) for start, end in found if start < end]


@given(texts, st.lists(picks, min_size=1, max_size=8))
def test_what_stands_where_it_should_is_found_there(text: str, wanted: list[tuple[int, int]]) -> None:
    spans = spans_of(text, wanted)
    assert located(text, [Sought(start, end, text[start:end]) for start, end in spans]) == [Found(*span) for span in spans]


@given(texts, st.lists(picks, min_size=1, max_size=8))
def test_a_tool_that_is_known_to_count_utf16_needs_no_repair(text: str, wanted: list[tuple[int, int]]) -> None:
    spans = spans_of(text, wanted)
    sought = [Sought(utf16_length(text[:start]), utf16_length(text[:end])) for start, end in spans]
    assert located(text, sought, ladder.UTF16) == [Found(*span) for span in spans]


@given(texts)
def test_utf16_drift_is_named_and_undone(text: str) -> None:
    text = f"\U0001f600 {text} Busan"
    start = len(text) - len("Busan")
    drifted = utf16_length(text[:start])
    found = located(text, [Sought(0, 2, "\U0001f600"), Sought(drifted, drifted + 5, "Busan")])
    assert found == [Found(0, 1, ladder.UTF16), Found(start, start + 5, ladder.UTF16)]
    assert "UTF-16" in (diagnosis(found) or "")


@given(texts)
def test_crlf_drift_is_named_and_undone_in_both_directions(text: str) -> None:
    # as many characters beyond U+FFFF as line ends would be the other drift just as well
    text = f"Incheon\n{text.encode('ascii', 'ignore').decode()}\nBusan"
    crlf = text.replace("\n", "\r\n")
    for here, there, rung in ((crlf, text, ladder.LINE_FEEDS), (text, crlf, ladder.RETURNS)):
        start, meant = there.index("Busan"), here.index("Busan")
        found = located(here, [Sought(start, start + 5, "Busan"), Sought(0, 7, "Incheon")])
        assert found == [Found(meant, meant + 5, rung), Found(0, 7, rung)]
        assert "CRLF" in (diagnosis(found) or "")


def test_crlf_and_utf16_drift_at_once() -> None:
    text = "\U0001f600\r\nSeoul\r\nBusan"
    found = located(text, [Sought(9, 14, "Busan"), Sought(3, 8, "Seoul")])
    assert [text[place.start : place.end] for place in found if isinstance(place, Found)] == ["Busan", "Seoul"]
    assert "CRLF drift and UTF-16" in (diagnosis(found) or "")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_another_normal_form_is_undone(form: Literal["NFC", "NFD"]) -> None:
    whole = "caf\u00e9 \ud55c\uad6d caf\u00e9 Seoul"
    text = unicodedata.normalize("NFD" if form == "NFC" else "NFC", whole)
    there = unicodedata.normalize("NFC" if form == "NFC" else "NFD", whole)
    hangul = unicodedata.normalize(form, "\ud55c\uad6d")
    start = there.index(hangul)
    found = located(text, [Sought(start, start + len(hangul), hangul)])[0]
    assert isinstance(found, Found)
    assert unicodedata.normalize("NFC", text[found.start : found.end]) == "\ud55c\uad6d"
    assert found.rung == ladder.NFC


def test_words_in_one_place_nearby_are_found_and_told() -> None:
    text = "In Seoul, a ministry said it was in Busan."
    found = located(text, [Sought(0, 5, "Seoul"), Sought(36, 41, "Busan")])
    assert found == [Found(3, 8, ladder.NEARBY), Found(36, 41)]


def test_words_in_two_places_nearby_are_an_error() -> None:
    found = located("Seoul and Seoul", [Sought(1, 6, "Seoul")])
    assert found == [Lost('"Seoul" is not at 1-6, and stands 2 times nearby: which is meant?')]


@pytest.mark.parametrize(
    ("span", "why"),
    [
        (Sought(3, 99), "past the end"),
        (Sought(90, 99, "Busan"), "past the end"),
        (Sought(4, 2), "cover nothing"),
        (Sought(0, 5, "Busan"), 'where "Seoul" stands'),
    ],
)
def test_what_is_lost_is_told(span: Sought, why: str) -> None:
    found = located("Seoul said so", [span])[0]
    assert isinstance(found, Lost)
    assert why in found.why


def test_half_of_a_character_is_lost() -> None:
    assert isinstance(located("\U0001f600", [Sought(0, 1)], ladder.UTF16)[0], Lost)


def test_a_message_is_one_line() -> None:
    found = located("Seoul\nsaid so", [Sought(3, 8, "Busan")])[0]
    assert found == Lost('"Busan" is not at 3-8, where "ul sa" stands, nor near it')
