"""The reader of time expressions: what words can mean and what they cannot, by tables of newswire, and what it must survive."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from dateline.model.article import Time, Words
from dateline.model.edtf import EdtfDate, parse
from dateline.model.place import Place
from dateline.model.reading import Context, Verdict, both_readings, forms, judged, read
from dateline.model.reading.annotated import judged_in
from dateline.model.reading.lexicon import LANGUAGES, LONGEST, file_of
from dateline.model.reading.scan import _pattern, clocks_in, may_hold_time, times_in
from dateline.model.timex import time_value
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.laid import HERE

_FIRST, _LAST = date(1000, 1, 1), date(2999, 12, 31)
RIGHT = (Verdict.AGREES, Verdict.OTHER_PART)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


# the second table was written before the reader had seen it
ROWS = table(HERE / "time_expressions.tsv") + table(HERE / "time_expressions_held_out.tsv")


def context_of(written: str) -> Context:
    *language, day = written.split()
    return Context(parse(day), language=language[0] if language else "en")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['words']} on {row['day']}")
def test_words_mean_what_they_say_and_nothing_beside(row: dict[str, str]) -> None:
    readings = read(row["words"], context_of(row["day"]))
    assert readings, "not understood"
    shown = [reading.value.text for reading in readings]
    for value in row["is"].split("|"):
        assert judged(time_value(value), None, readings) in RIGHT, (value, shown)
    for value in row["not"].split("|"):
        assert judged(time_value(value), None, readings) not in RIGHT, (value, shown)


@pytest.mark.parametrize(
    "words",
    [
        "the Joint Strike Fighter program",
        "16th talks",
        "24/7",
        "after the vote",
        "a Tuesday person",
        "",
        "-",
        "of the",
        "2019 Shangri-La Dialogue",
    ],
)
def test_what_is_no_time_has_no_reading(words: str) -> None:
    assert read(words, Context(parse("2019-05-21"))) == ()


def test_a_day_without_a_year_may_be_of_a_year_that_the_text_names() -> None:
    alone = Context(parse("2019-05-21"))
    beside = Context(parse("2019-05-21"), others=(parse("2011"),))
    assert judged(parse("2011-03-11"), None, read("March 11", alone)) is Verdict.CONTRADICTS
    assert judged(parse("2011-03-11"), None, read("March 11", beside)) is Verdict.AGREES


def test_two_days_later_counts_from_what_the_text_told_before() -> None:
    context = Context(parse("2019-05-21"), others=(parse("2018-12-20"),))
    assert judged(parse("2018-12-22"), None, read("two days later", context)) is Verdict.AGREES
    assert judged(parse("2018-12-22"), None, read("two days ago", context)) is Verdict.CONTRADICTS


@pytest.mark.parametrize(
    ("words", "anchor", "right", "wrong"),
    [
        ("half an hour later", "2016-07-08T15:00+08:00", "2016-07-08T15:30+08:00", "2016-07-08T15:45+08:00"),
        ("two hours later", "2016-07-08T23:00Z", "2016-07-09T01:00Z", "2016-07-08T01:00Z"),
        ("two hours later", "2016-07-08T23:00Z", "2016-07-09T01:00Z", "2016-07-09"),
        ("20 minutes before", "2016-07-08T15:00", "2016-07-08T14:40", "2016-07-08T15:20"),
        ("90 seconds later", "2016-07-08T15:00", "2016-07-08T15:01:30", "2016-07-08T15:03"),
        ("48 hours later", "2016-07-08T15:00", "2016-07-10", "2016-07-09"),
        ("two days later", "2016-07-08T15:00", "2016-07-10", "2016-07-09"),
        ("half a day later", "2016-07-08T15:00", "2016-07-09T03:00", "2016-07-09T04:00"),
        ("a day and a half later", "2016-07-08T15:00", "2016-07-10T03:00", "2016-07-11"),
        ("an hour and a half later", "2016-07-08T15:00", "2016-07-08T16:30", "2017-01"),
        ("two years and a half later", "2016-07-08", "2019-01", "2018-07"),
        ("about two weeks later", "2016-07-08", "2016-07-24", "2016-07-25"),
        ("nearly a day later", "2016-07-08", "2016-07-10", "2016-07-11"),
        ("half an hour later", "2016-07-08", "2016-07-08", "2016-07-08T15:30"),
        ("the same day", "2018-12-29", "2018-12-29", "2018-12-28"),
        ("that day", "2018-12-29", "2018-12-29", "2018-12-30"),
        ("the same morning", "2018-12-29", "2018-12-29TMO", "2018-12-28TMO"),
        ("the night", "2018-12-29", "2018-12-28TNI", "2018-12-30TNI"),
        ("the later date", "2018-12-21", "2018-12-21", "2018-12-20"),
        ("earlier", "2018-12-21", "2018-12-20", "2018-12-22"),
        ("afterwards", "2018-12-21", "2018-12-22", "2018-12-20"),
        ("a week earlier", "2018-12-28", "2018-12-21", "2018-12-20"),
        ("a week earlier", "2018-12-28", "2018-W51", "2018-W50"),
        ("the last day", "2018-06-01/2018-06-03", "2018-06-03", "2018-06-02"),
        ("the second day", "2018-06-01/2018-06-03", "2018-06-02", "2018-06-03"),
        ("the last day of the talks", "2018-06-01", "2018-06-01", "2018-05-31"),
        ("last day", "2018-06-01", "2018-06-01", "2018-05-31/2018-05-31"),
        ("the first day", "2018-06-01", "2018-06-01", "2018-06-02"),
        ("the final day", "2018-06-01", "2018-06-01", "2018-05-31"),
        ("last year of the war", "2016/2018", "2018", "2017"),
        ("last week", "2018-06-01", "2018-W21", "2018-W22"),
        ("the day after the vote", "2018-05-24", "2018-05-25", "2018-05-24"),
        ("the day after", "2018-05-24", "2018-05-25", "2018-05-26"),
        ("the day after the talks", "2018-06-01/2018-06-03", "2018-06-04", "2018-06-05"),
        ("the day before the vote", "2018-05-24", "2018-05-23", "2018-05-22"),
        ("the day before Christmas", "2018-05-24", "2018-12-24", "2018-12-25"),
        ("the year before", "2018-05-24", "2017", "P1Y"),
        ("the day before", "2018-05-24", "2018-05-23", "P1D"),
        ("the evening before the vote", "2018-05-24", "2018-05-23TEV", "2018-05-24TEV"),
        ("the night before the vote", "2018-05-24", "2018-05-23TNI", "2018-05-24TNI"),
        ("the morning before the vote", "2018-05-24", "2018-05-24TMO", "2018-05-25TMO"),
        ("the morning after the vote", "2018-05-24", "2018-05-25TMO", "2018-05-24TMO"),
        ("the evening after the vote", "2018-05-24", "2018-05-24TEV", "2018-05-23TEV"),
        ("the evening before Christmas", "2018-05-24", "2018-12-24TEV", "2018-12-25TEV"),
        ("the morning of the reshuffle", "2019-09-11", "2019-09-11TMO", "2019-09-11TEV"),
        ("two weeks before his letter", "2018-05-24", "2018-05-10", "2018-05-11"),
        ("after the vote", "2018-05-24", "2018-05-25", "2018-05-23"),
        ("since the vote", "2018-05-24", "2018-05-24/..", "2018-05-23"),
        ("until the vote", "2018-05-24", "../2018-05-24", "2018-05-25"),
        ("the new year", "2015-12-31", "2016", "2015"),
        ("the new year", "2016-01-02", "2016", "2017"),
        ("early in the new year", "2015-12-31", "2016", "2017"),
        ("New Year 2017", "2015-12-31", "2017-01-01", "2016-01-01"),
    ],
)
def test_what_counts_from_a_named_anchor_counts_from_nothing_else(words: str, anchor: str, right: str, wrong: str) -> None:
    readings = read(words, Context(parse(anchor), named=True))
    assert judged(time_value(right), None, readings) in RIGHT
    assert readings
    assert judged(time_value(wrong), None, readings) not in RIGHT


@pytest.mark.parametrize(
    ("anchor", "words", "meant"), [("2018-06-01", "last day", "2018-06-01"), ("2016/2018", "last year", "2018")]
)
def test_what_is_told_of_the_last_part_is_that_part_and_no_length(anchor: str, words: str, meant: str) -> None:
    time = Time(Place("x"), "t1", Words(Place("x"), "p1", words, None, None), "date", "2015", parse("2015"))
    found = judged_in(words, time, [Context(parse(anchor), named=True)])
    assert found is not None
    assert found.meant == meant
    assert found.likeliest is None or found.likeliest.text == meant


@pytest.mark.parametrize("words", ["the second day", "the first week"])
def test_of_what_began_on_a_day_a_later_part_may_be_any(words: str) -> None:
    readings = read(words, Context(parse("2018-06-01"), named=True))
    assert [reading.loose for reading in readings] == [True]


def test_the_day_after_a_month_is_not_known_and_no_length() -> None:
    assert read("the day after", Context(parse("2018-06"), named=True)) == ()


@pytest.mark.parametrize("words", ["the morning of the reshuffle", "two weeks before his letter", "since", "until"])
def test_what_an_event_is_called_is_read_only_where_it_is_named(words: str) -> None:
    assert read(words, Context(parse("2019-09-11"))) == ()


def test_an_hour_counts_from_a_moment_that_the_text_told_before() -> None:
    context = Context(parse("2016-07-08"), others=(parse("2016-07-08T15:00"),))
    assert judged(parse("2016-07-08T15:30"), None, read("half an hour later", context)) is Verdict.AGREES
    assert judged(parse("2016-07-08T15:45"), None, read("half an hour later", context)) is Verdict.CONTRADICTS


def test_no_moment_lies_beyond_the_calendar() -> None:
    assert [r.value.text for r in read("an hour later", Context(parse("9999-12-31T23:30")))] == ["9999-12-31", "PT1H"]


@pytest.mark.parametrize(("told", "beside"), [("2018-12-20", {"2018-12-18", "2018-12-25"}), ("2018-12-18", {"2018-12-18"})])
def test_a_weekday_may_lie_beside_another_day_of_the_text(told: str, beside: set[str]) -> None:
    readings = read("Tuesday", Context(parse("2019-05-22"), others=(parse(told), parse("2018-12"))))
    assert {reading.value.text for reading in readings} == {"2019-05-21", "2019-05-28"} | beside
    assert {reading.value.text for reading in readings if not reading.deictic} == beside


def test_a_weekday_beside_a_day_of_this_week_is_of_this_week() -> None:
    readings = read("Friday", Context(parse("2016-07-09"), others=(parse("2016-07-07"), parse("2016-07-02"))))
    assert {reading.value.text for reading in readings} == {"2016-07-08", "2016-07-15"}


def test_a_direction_leaves_the_days_on_its_side() -> None:
    past = read("Saturday", Context(parse("2019-05-21"), direction="past"))
    future = read("Saturday", Context(parse("2019-05-21"), direction="future"))
    assert [reading.value.text for reading in past] == ["2019-05-18"]
    assert [reading.value.text for reading in future] == ["2019-05-25"]


@pytest.mark.parametrize(
    ("words", "value", "mod", "verdict"),
    [
        ("late last year", "2018", "end", Verdict.AGREES),
        ("late last year", "2018", None, Verdict.OTHER_PART),
        ("late last year", "2018", "start", Verdict.OTHER_PART),
        ("late last year", "2018-12", None, Verdict.OTHER_PART),
        ("late last year", "2017", "end", Verdict.CONTRADICTS),
        ("last year", "2018", "end", Verdict.OTHER_PART),
        ("last year", "2018", "approx", Verdict.AGREES),
        ("last year", "2018-05", None, Verdict.FINER),
        ("last year", "201X", None, Verdict.COARSER),
        ("last year", "past", None, Verdict.COARSER),
        ("May 31 to June 2", "2019-05/2019-06", None, Verdict.COARSER),
        ("May 31 to June 2", "2019-05-01/2019-06-30", None, Verdict.CONTRADICTS),
        ("2018", "2018-03/2018-05", None, Verdict.FINER),
        ("2018", "2018~", None, Verdict.AGREES),
        ("2018", "2018/..", None, Verdict.AGREES),
        ("two years", "PXY", None, Verdict.COARSER),
        ("a few years", "P3Y", None, Verdict.FINER),
        ("two years", "2017", None, Verdict.CONTRADICTS),
        ("5 p.m. Tuesday", "2019-05-21", None, Verdict.COARSER),
        ("Tuesday", "2019-05-21T17:00", None, Verdict.FINER),
        ("Tuesday", "2019-W21", None, Verdict.COARSER),
    ],
)
def test_a_verdict_says_how_a_value_stands_to_its_words(words: str, value: str, mod: str | None, verdict: Verdict) -> None:
    assert judged(time_value(value), mod, read(words, Context(parse("2019-05-21")))) is verdict


@pytest.mark.parametrize(
    ("words", "day", "values"),
    [
        ("in two weeks", "2019-05-21", ["2019-06-04", "2019-W23", "2019-06-03/2019-06-09", "P2W"]),
        ("two years ago", "2019-05-21", ["2017", "2017-05", "2017-Q2", "2017-05-21"]),
        ("five months ago", "2019-05-21", ["2018-12", "2018-12-21"]),
        ("a year ago", "2019-05", ["2018", "2018-05", "2018-H1", "2018-Q2"]),
        ("winter 2018", "2019-05-21", ["2017-24", "2017-12/2018-02", "2018-24", "2018-12/2019-02"]),
        ("the past two days", "2019-05-21", ["P2D", "2019-05-19/2019-05-20", "2019-05-19/2019-05-21"]),
        ("May to May", "2019-05-21", ["2019-05/2019-05"]),
        ("soon", "2019-05-21", ["future", "2019-05-21/.."]),
        ("now", "2019-05-21", ["present", "2019-05-21"]),
        ("next year", "9999-05-21", ["P1Y"]),
        ("yesterday", "0001-01-01", []),
    ],
)
def test_all_the_meanings_of_words(words: str, day: str, values: list[str]) -> None:
    assert sorted({reading.value.text for reading in read(words, Context(parse(day)))}) == sorted(values)


def test_both_readings_of_figures() -> None:
    assert [day.isoformat() for day in both_readings("05/06/2019")] == ["2019-05-06", "2019-06-05"]
    assert [day.isoformat() for day in both_readings("31.12.18")] == ["2018-12-31"]
    assert [day.isoformat() for day in both_readings("2019/05/06")] == ["2019-05-06"]
    assert both_readings("32/13/2019") == []


def test_running_text_gives_up_only_what_is_certainly_a_time() -> None:
    text = "On Tuesday, Dec. 31, 2015 and in 2016 the 2019 Shangri-La Dialogue may march on; 3 May, two days ago. In 2019 Tokyo"
    assert [text[a:b] for a, b in times_in(text, "en")] == ["Tuesday", "Dec. 31, 2015", "2016", "3 May", "two days ago"]
    korean = "지난해 5월 21일 화요일"
    assert [korean[a:b] for a, b in times_in(korean, "ko")] == ["지난해", "5월 21일", "화요일"]
    assert list(times_in("국내일주 오늘날 수요일보", "ko")) == []
    assert list(times_in(text, "fr")) == []
    assert list(clocks_in("at 17:28, 5:30 p.m. and 1:2", "en")) == [("17:28", (17, 28)), ("5:30 p.m.", (17, 30))]


@pytest.mark.parametrize("language", ["en", "ko"])
@settings(max_examples=1000)
@given(data=st.data())
def test_no_time_is_found_in_a_text_that_is_said_to_hold_none(language: str, data: st.DataObject) -> None:
    names = [name for table in ("months", "weekdays") for names in file_of(language)[table] for name in names]
    text = data.draw(st.from_regex(_pattern(language)) | st.sampled_from(names).map(lambda name: f"{name.title()} 3"))
    assert all(may_hold_time(text[start:end], language) for start, end in times_in(text, language))
    assert not may_hold_time("49 of 769 towns", language)
    assert not may_hold_time(text, "fr")


def unreadable(words: str, context: Context) -> list[str]:
    """The meanings of words that no record could hold; those that only bound a value are never written."""
    values = [reading.value.text for reading in read(words, context) if not reading.loose]
    return [value for value in values if not is_value(value)]


def is_value(value: str) -> bool:
    try:
        return time_value(value).text == value
    except ValueError:
        return False


WORDS = [
    "quarter",
    "past",
    "this",
    "weekend",
    "month",
    "a",
    "three",
    "in",
    "earlier",
    "Q3",
    "the",
    "last",
    "next",
    "two",
    "first",
    "May",
    "Tuesday",
    "21",
    "2018",
    "years",
    "week",
    "of",
    "to",
    "and",
    "-",
    "ago",
    "late",
    "half",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.dates(), st.sampled_from(LANGUAGES))
@example(["last", "half"], date(2000, 1, 1), "en")  # once an interval of quarters, which EDTF cannot write
@settings(max_examples=1000)
def test_any_words_on_any_day_are_read_or_left(words: list[str], day: object, language: str) -> None:
    context = Context(parse(str(day)), others=(parse("2018-12-20"), parse("2016")), language=language)
    assert unreadable(" ".join(words), context) == []


@given(st.text(st.sampled_from("wMuUnodyYAHXlsvtxfeRgbahN@EOTkK&FB$#*rpSmPLGjzQc,-/iI<VW"), min_size=1, max_size=7))
@example("t*")
@example("$y")
def test_every_form_that_matches_is_found(kinds: str) -> None:
    fitting = [make for pattern, _, make in forms.PATTERNS if re.fullmatch(pattern, kinds)]
    assert [make for make, _ in forms.matching(kinds)] == fitting


@given(st.text(max_size=LONGEST + 20))
def test_any_text_is_read_or_left(text: str) -> None:
    assert unreadable(text, Context(parse("2019-05-21"))) == []


@given(st.dates(min_value=_FIRST, max_value=_LAST))
def test_a_day_in_words_is_that_day_in_every_order(day: object) -> None:
    date = parse(str(day))
    assert isinstance(date, EdtfDate)
    context = Context(parse("2019-05-21"))
    if date.first.year >= 1000:
        for form in (
            "{0:%B} {0.day}, {0.year}",
            "{0.day} {0:%B} {0.year}",
            "{0:%b}. {0.day}, {0.year}",
            "{0:%A}, {0:%B} {0.day}, {0.year}",
        ):
            assert {reading.value.text for reading in read(form.format(date.first), context)} == {date.text}
