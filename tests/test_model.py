"""Small truths of the model that no page's example shows."""

from datetime import date
from fractions import Fraction

import pytest
from dateline.engine.article import article_at
from dateline.loading.texts import Copies
from dateline.model import edtf, marks, reckoning, text, timex
from dateline.model.circles import circles
from dateline.model.copy import Unaligned, aligned
from dateline.model.corpus import Registry
from dateline.model.facts.events import Presented
from dateline.model.facts.unmarked import unmarked_words
from dateline.model.gathered import Dating
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.records import Event, ExternalId
from dateline.reporters.safe import safe, width
from dateline.rules.events import dates_differ_by_article as compared
from msgspec.structs import replace

from tests.laid import ARTICLE, MINIMAL


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2019-02-30", "February 2019 has 28 days"),
        ("2019-13", "no month 13"),
        ("2019-21?", "a season takes no"),
        ("2019-05-21T24:61:00+09:00", "no clock"),
        ("0000", "no year 0000"),
    ],
)
def test_an_impossible_date_says_why(written: str, why: str) -> None:
    with pytest.raises(edtf.ImpossibleDateError, match=why):
        edtf.parse(written)


@pytest.mark.parametrize(
    ("inner", "outer", "can"),
    [
        ("2019-06-01", "2019-05-31/2019-06-02", True),
        ("2019-06-03", "2019-05-31/2019-06-02", False),
        ("2019-06", "2019-05-31/2019-06-02", True),
        ("2019-05-30/2019-06-01", "2019-05-31/2019-06-02", False),
        ("2019-06-03?", "2019-05-31/2019-06-02", True),
        ("2019-06-03", "2019-05-31/..", True),
        ("2019-05-30", "2019-05-31/..", False),
        ("201X", "2019-05-31", True),
    ],
)
def test_a_part_lies_in_its_whole_unless_it_cannot(inner: str, outer: str, *, can: bool) -> None:
    assert edtf.can_lie_within(edtf.parse(inner), edtf.parse(outer)) is can


def test_durations_are_as_long_as_others_of_other_units() -> None:
    assert timex.duration("P2Y4M").size == timex.duration("P28M").size
    assert timex.duration("P2W").size == timex.duration("P14D").size == (Fraction(0), Fraction(14), Fraction(0))
    assert timex.duration("P1M").size != timex.duration("P30D").size
    assert timex.duration("PXM").is_vague
    with pytest.raises(ValueError, match="no duration"):
        timex.duration("P")


@pytest.mark.parametrize(
    ("block", "words", "found"),
    [
        ("Seoul and Seoul", "Seoul", [(0, 5), (10, 15)]),
        ("Seoul's ministry", "Seoul", [(0, 5)]),
        ("Japan", "apan", []),
        ("한국은 말했다", "한국", [(0, 2)]),
        ("2016 and 20160", "2016", [(0, 4)]),
        ("a b c b", "a [...] b", [(0, 3)]),
        ("a x a y", "a [...] y", [(0, 7), (4, 7)]),
    ],
)
def test_words_are_found_between_word_boundaries(block: str, words: str, found: list[tuple[int, int]]) -> None:
    assert text.occurrences(block, words) == found


def test_what_is_missed_says_what_was_probably_meant() -> None:
    assert text.resolved("p1", "in Japan now", "apan", None) == text.CutsWord("Japan")
    assert text.resolved("p1", "the Defense Ministry said", "Defence Ministry", None) == text.NotFound("Defense Ministry")
    assert text.resolved("p1", "Seoul", "seoul", None) == text.NotFound("Seoul")
    assert text.resolved("p1", "a a", "a", 3) == text.OutOfRange(2)


def test_typography_changes_no_fingerprint() -> None:
    printed = "\u201cWe\u201d \u2014 Seoul\u2019s\u00a0men\u2026"
    assert text.normalised(printed) == text.normalised('"We" -- Seoul\'s men...') == '"We" - Seoul\'s men...'


def test_a_copy_that_does_not_fit_names_its_lines() -> None:
    listed = [("h1", text.fingerprint("One")), ("p1", text.fingerprint("Two")), ("p2", text.fingerprint("Three"))]
    found = aligned("One\nZwei\nDrei\nThree\n", listed)
    assert found.troubles == (Unaligned(("p1",), (2, 3)),)
    assert found.texts == {"h1": "One", "p2": "Three"}
    wrapped = aligned("One\n\nTwo\n\nThr\nee\n", [*listed[:2], ("p2", text.fingerprint("Thr ee"))])
    assert wrapped.texts["p2"] == "Thr ee"


def test_hostile_characters_become_visible() -> None:
    assert safe("a\x1b[31m\u202eb\n") == "a\\x1b[31m\\u202eb\\x0a"
    assert safe("::error::x").startswith(": :")
    assert "##[" not in safe("x ##[group]")
    assert width("한국e\u0301") == 5


def test_long_runs_and_many_occurrences_are_searched_once() -> None:
    assert text.normalised(" " * 200_000 + "x") == "x"  # each of these took minutes when the search was quadratic
    block = "a b " * 20_000 + "c"
    assert len(text.occurrences(block, "a [...] c")) == 20_000
    assert text.resolved("p1", block, "a [...] d", None) == text.NotFound(None)


def test_circles_are_found_once_each_and_begin_with_their_first() -> None:
    onward = {"a": "b", "b": "c", "c": "b", "d": "d", "e": "f", "g": "a"}
    assert list(circles(onward)) == [["b", "c"], ["d"]]
    assert list(circles({"x": "y", "y": "z"})) == []


def test_an_isni_is_one_however_it_is_grouped() -> None:
    written = ("0000 0001 2146 438X", "0000-0001-2146-438x", "000000012146438X")
    assert len({ExternalId("isni", value, Place("actors/a.yaml")).key for value in written}) == 1


LAST = 200


def test_of_many_articles_that_agree_each_new_one_is_held_against_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(n: int) -> Presented:
        at = Place(f"articles/a{n:03}.yaml")
        day = edtf.parse("2019-06-02" if n == LAST else "2019-06-01")
        return Presented("e", "occurred", None, None, day, at / "event", at, at / "time", ())

    def counted(one: edtf.Edtf, other: edtf.Edtf) -> bool:
        asked.append(one)
        return edtf.can_agree(one, other)

    asked: list[edtf.Edtf] = []
    monkeypatch.setattr(compared, "can_agree", counted)
    event = Event(Place("events/e.yaml"), "e", "E", "consult", "occurred")
    corpus = Dating(Registry.of([event]), "e", tuple(map(told, range(LAST + 1))))
    (problem,) = compared.dates_differ_by_article(corpus)
    assert problem.at.file == f"articles/a{LAST:03}.yaml"
    assert len(asked) <= 3 * LAST


@pytest.mark.parametrize("written", ["2018-W21-2", "2018-5-021", "20180521-0", "XXXX-05-21"])
def test_ten_characters_are_not_always_a_day(written: str) -> None:
    with pytest.raises(ValueError, match="no date of the form"):
        edtf.date_of(written)
    assert edtf.day_value(date(987, 5, 21)) == edtf.parse("0987-05-21")
    assert isinstance(timex.time_value("XXXX-05-21"), timex.Recurrence)


def test_bounds_of_dates_that_are_no_single_day() -> None:
    season = edtf.parse("2018-24")
    assert (str(season.first), str(season.last)) == ("2018-01-01", "2019-02-28")
    assert str(edtf.parse("19XX").first) == "1900-01-01"
    with pytest.raises(ValueError, match="a day in an unspecified month"):
        edtf.parse("2018-XX-05")


@pytest.mark.parametrize(
    ("written", "is_reversed"),
    [
        ("2019-05-21T10:00Z/2019-05-21T10:00Z", False),
        ("2019-05-21T10:00Z/2019-05-21T09:59Z", True),
        ("2019-05-21T10:00/2019-05-21T09:59", True),
        ("2019-05-21T10:00Z/2019-05-21T09:59", False),  # one of them has no zone: nobody can tell
        ("2019-06-02/2019-06-02", False),
    ],
)
def test_an_interval_of_moments_is_reversed_where_both_can_be_compared(written: str, is_reversed: bool) -> None:  # noqa: FBT001 - as pytest gives it
    interval = edtf.parse(written)
    assert isinstance(interval, edtf.EdtfInterval)
    assert interval.is_reversed is is_reversed


def test_pairs_of_marks_are_told_only_where_each_opens_and_closes() -> None:
    assert marks.pairs('He said "we go" and "we stay".') == ((8, 14), (20, 28))
    assert marks.pairs('a 6" gun and a 9" gun') == ()
    assert marks.pairs('He said" we go".') == ()
    assert marks.pairs('He said "we go "now.') == ()


def test_a_year_and_a_half_is_no_round_number_and_twenty_years_are() -> None:
    assert [reckoning.leeway_of(timex.duration(text)) for text in ("P20Y", "P12Y", "P10Y6M", "P3W")] == [5, 1, 1, 1]


def test_of_two_with_one_id_the_first_counts() -> None:
    article = article_at(MINIMAL, ARTICLE, Copies(None))
    time, quote = article.times[0], article.quotes[0]
    twice = replace(article, times=(time, replace(time, written="9999")), quotes=(quote, replace(quote, type="mixed")))
    assert twice.time(Ref(time.id, time.at)) is time
    assert twice.quote(Ref(quote.id, quote.at)) is quote
    block = article.text.blocks[0]
    assert replace(article.text, blocks=(block, replace(block, words=""))).block(block.id) is block


def test_a_quote_holds_words_from_its_first_to_its_last() -> None:
    article = article_at(MINIMAL, ARTICLE, Copies(None))
    content = next(part.range for quote in article.quotes for part in quote.content if part.range)
    whole, half = replace(content), replace(content, end=content.end - 1)
    wider, elsewhere = replace(content, end=content.end + 1), replace(content, block="p99")
    held = [[part for part, _ in article.quoting(found)] for found in (whole, half, wider, elsewhere, None)]
    assert held == [[content], [content], [], [], []]


def test_names_that_nobody_marked_are_found_by_their_first_word() -> None:
    article = article_at(MINIMAL, ARTICLE, Copies(None))
    words = 'Élysée Palace, and (Roh Jae-chun, "McGregor") met iPhone sellers of the Élysée. Roh smiled'
    block = replace(article.text.blocks[1], id="p9", words=words, fp=None)
    bare = replace(article, text=replace(article.text, blocks=(block,)))
    for firsts, names in (
        ({"Élysée"}, ["Élysée Palace", "Élysée"]),
        ({"Roh", "Phone", "and"}, ["Roh Jae-chun", "Roh"]),
        ({"McGregor"}, ["McGregor"]),
        ({"Gregor", "Palac"}, []),
    ):
        assert [found.words for found in unmarked_words(bare, firsts)] == names
