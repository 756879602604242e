"""What must hold for all inputs: positions, normalisation, anchors, dates, any bytes, any order of files."""

import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from dateline.engine.check import check
from dateline.engine.settings import Settings
from dateline.loading import schemas, source
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.model import edtf
from dateline.model.copy import aligned
from dateline.model.fault import Fault
from dateline.model.place import Place
from dateline.model.text import Ambiguous, Range, fingerprint, normalised, occurrences, resolved, utf16_length, without
from dateline.reporters.json import render
from dateline.rules.provenance.unknown_licence import USUAL
from edtf_validate.valid_edtf import conformsLevel0, conformsLevel1, is_valid
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from packaging.licenses import canonicalize_license_expression

from tests.laid import CORPUS, MINIMAL, copy_of, without_libyaml

FILES = [path.read_bytes() for path in [*sorted(MINIMAL.glob("**/*.yaml")), *sorted(CORPUS.glob("**/*.yaml"))]]
words = st.text(st.sampled_from("aé한😀 '\"\u201c\u201d\u2019\u2014\u2013-\u2026\u00a0\u200b.Seoul[]"), max_size=30)


@given(st.text())
@example("a \u2014 b -- c\u2013d \u2026 \u201cx\u201d \u00a0y")
@example("- - -")
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.text() | words | st.text(st.sampled_from("a- \t\n\x1c\x85\u2003\u2010\u2212\u2018\u00ade\u0301\u1112\u1161")))
@example(" --a")
def test_normalising_is_its_steps_one_by_one(raw: str) -> None:
    text = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u2060\ufeff]", "", raw)).replace("\u2026", "...")
    text = re.sub(r" ?(?:[\u2014\u2015]|[-\u2010-\u2015\u2212]{2,})[-\u2010-\u2015\u2212]* ?", " - ", re.sub(r"\s+", " ", text))
    for plain, others in (("-", "[\u2010-\u2013\u2212]"), ("'", "[\u2018-\u201b]"), ('"', "[\u201c-\u201f]")):
        text = re.sub(others, plain, text)
    assert normalised(raw) == re.sub(r"\s+", " ", text).strip()


@given(words, words)
def test_an_anchor_that_is_found_holds_its_words(text: str, part: str) -> None:
    block, wanted = normalised(text), normalised(part)
    for start, end in occurrences(block, wanted):
        if " [...] " not in wanted:
            assert block[start:end] == wanted
    found = resolved("p1", block, wanted, None)
    if isinstance(found, Ambiguous):
        assert found.count > 1


_few = st.lists(st.sampled_from([*"aa '.\u0301가", " [...] "]), max_size=12).map("".join)


@settings(max_examples=2000)
@given(_few, _few, st.none() | st.integers(1, 3))
@example("", "", None)
@example("a a [...] b", "a [...] b", None)
def test_an_anchor_is_found_where_its_words_stand_once_or_are_counted(text: str, part: str, nth: int | None) -> None:
    block = normalised(text)
    places = occurrences(block, normalised(part))
    meant = places[:1] if nth is None and len(places) == 1 else places[nth - 1 : nth] if nth else []
    found = resolved("p1", block, part, nth)
    assert [found] == [Range("p1", *place) for place in meant] if meant else not isinstance(found, Range)


@given(st.text(st.sampled_from("abc "), min_size=5), st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9))))
def test_a_text_without_ranges_is_what_lies_in_none(text: str, taken: list[tuple[int, int]]) -> None:
    ranges = [Range("p1", start, min(start + length, len(text))) for start, length in taken if start < len(text)]
    inside = {at for found in ranges for at in range(found.start, found.end)}
    left = without(text, ranges)
    assert left.replace("\n", "") == "".join(letter for at, letter in enumerate(text) if at not in inside)
    assert left.count("\n") == len(ranges)


@given(words)
def test_utf16_lengths_are_those_of_the_encoding(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(st.lists(words.map(normalised).filter(bool), min_size=1, max_size=6, unique=True), st.lists(words, max_size=3))
def test_a_copy_with_furniture_before_and_after_is_aligned(blocks: list[str], furniture: list[str]) -> None:
    extra = [line for line in furniture if normalised(line) not in blocks]
    copy = "\n\r\n".join([*extra, *blocks, *extra])
    listed = [(f"p{n}", fingerprint(block)) for n, block in enumerate(blocks)]
    assert aligned(copy, listed).texts == {f"p{n}": block for n, block in enumerate(blocks)}


days = st.dates(date(1, 1, 2), date(9999, 12, 30))


@given(days, days)
def test_intervals_hold_their_days_and_order_is_kept(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = edtf.parse(f"{first}/{last}")
    assert (interval.first, interval.last) == (first, last)
    assert edtf.can_lie_within(edtf.parse(str(first)), interval)
    assert edtf.surely_before(edtf.parse(str(first)), edtf.parse(str(last))) == (first < last)
    outside = edtf.parse(str(last + timedelta(days=1)))
    assert not edtf.can_lie_within(outside, interval)


dates = st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?", fullmatch=True)


@given(
    st.one_of(dates, st.tuples(dates, dates).map("/".join), dates.map(lambda day: f"{day}/.."), dates.map(lambda day: f"/{day}"))
)
@example("2018-21")
@example("0000-01-01")
@example("2019-02-29")
def test_a_date_is_read_just_where_the_oracle_reads_it(text: str) -> None:
    ours = edtf.is_edtf(text)
    if ours:
        assert str(edtf.parse(text)) == text
        value = edtf.parse(text)
        if not (isinstance(value, edtf.EdtfInterval) and value.is_reversed):
            assert conformsLevel0(text) or conformsLevel1(text)
    elif "0000" not in text and not re.search(r"-2[1-4]", text):  # the calendar has a year 0000 for the oracle alone
        # a leap day alone is judged by the oracle's whole, and not by its grammar of a level
        assert not (is_valid(text) and conformsLevel0(text)) or "-02-29" in text


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes_give_a_document_or_faults(data: bytes) -> None:
    result = parse(Source("actors/x.yaml", data))
    if isinstance(result, Document):
        assert schemas.check(result) is not None
    else:
        assert result
        assert all(isinstance(fault, Fault) for fault in result)


INSERTED = [part.encode() for part in (*"{}[]:,#'\"\n \\", "- ", " #", "&a ", "*a", "? ", "| ", "한", "NO", "\r\n", "")]


@st.composite
def mutants(draw: st.DrawFn) -> bytes:
    data = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 3))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 8))
        put = draw(st.sampled_from(INSERTED))
        data = data[:at] + put + data[at + length :]
    return data


@given(mutants())
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_mutant_never_crashes_and_positions_hold_their_values(data: bytes) -> None:
    document = parse(Source("articles/x.yaml", data))
    if not isinstance(document, Document):
        return
    schemas.check(document)
    for steps, value in scalars(document.data):
        span = document.span(Place("articles/x.yaml", steps))
        line = document.lines[span.line - 1]
        if isinstance(value, int) and not isinstance(value, bool) and span.line == span.end_line:
            assert int(line[span.column - 1 : span.end_column - 1].strip("\"'")) == value


def scalars(data: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:  # noqa: ANN401 - any data
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in scalars(value, (*steps, key))]
    if isinstance(data, list):
        return [found for n, value in enumerate(data) for found in scalars(value, (*steps, n))]
    return [(steps, data)]


def without_c(data: bytes) -> Document | tuple[Fault, ...]:
    with without_libyaml():
        result = parse(Source("x.yaml", data))
        if isinstance(result, Document):
            assert result.spans is not None
        return result


@pytest.mark.parametrize("data", FILES)
def test_both_parsers_agree_on_every_file_here(data: bytes) -> None:
    fast, slow = parse(Source("x.yaml", data)), without_c(data)
    assert isinstance(fast, Document)
    assert isinstance(slow, Document)
    assert fast.data == slow.data
    assert fast.spans == slow.spans


@given(st.one_of(mutants(), st.text("ab1 :-#?[]{},'\"|>\n\n  é?", max_size=24).map(str.encode)))
@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_both_parsers_agree_on_mutants(data: bytes) -> None:
    fast, slow = parse(Source("x.yaml", data)), without_c(data)
    if isinstance(fast, Document):
        assert isinstance(slow, Document)
        assert fast.data == slow.data
        assert fast.data is None or fast.spans == slow.spans
    else:
        assert not isinstance(slow, Document)


def test_positions_are_exact_under_accents_hangul_and_emoji() -> None:
    document = parse(Source("x.yaml", 'é: "한국 😀", \n'.replace(", ", "").encode() + "한글: [å, 😀, x]\n".encode()))
    assert isinstance(document, Document)
    for n, column in enumerate((6, 9, 12)):
        span = document.span(Place("x.yaml", ("한글", n)))
        assert (span.line, span.column, span.end_column) == (2, column - 0, column + 1)


@given(st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_the_order_of_files_changes_no_byte_of_the_report(random: Any) -> None:  # noqa: ANN401 - hypothesis' own
    def shuffled(entries: list[Any]) -> list[Any]:
        random.shuffle(entries)
        return entries

    plain = render(check(CORPUS, Settings(ignore=("T",)), Copies()))
    find = source.find
    with mock.patch.object(source, "find", lambda root: (shuffled(find(root)[0]), find(root)[1])):
        assert render(check(CORPUS, Settings(ignore=("T",)), Copies())) == plain


def test_a_file_deleted_during_the_run_is_told(tmp_path: Path) -> None:
    root = copy_of(MINIMAL, tmp_path / "corpus")
    find = source.find

    def find_and_delete(where: Path) -> Any:  # noqa: ANN401 - as it is found
        found = find(where)
        (root / "actors/jpn.yaml").unlink()
        return found

    with mock.patch.object(source, "find", find_and_delete):
        report = check(root, Settings(), Copies())
    assert [(finding.rule, finding.path) for finding in report.findings] == [("unreadable-file", "actors/jpn.yaml")]


def test_the_licences_that_are_known_by_name_are_expressions_of_spdx() -> None:
    assert all(canonicalize_license_expression(name) == name for name in USUAL)
