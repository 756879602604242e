"""The views of a release."""

import json
from pathlib import Path
from typing import Any

import pytest
from dateline.engine.opening import opened
from dateline.exporters import web_annotations
from dateline.exporters.columns import Record, Rows, Table
from dateline.exporters.view_tables import PLOVER_EVENTS, TIMEX3, VIEWS
from dateline.exporters.web_annotations import annotations
from dateline.loading.texts import Copies

from tests.laid import ARTICLE, CORPUS, MINIMAL, spoil
from tests.rows import rows_of
from tests.test_rows import misfits_of

TALKS = "dl-2019-05-21-talks"
MEETING = "dl-2019-06-02-meeting"
WITHHELD = "dl-2019-06-03-withheld"


def views(root: Path, texts: Path | None = None) -> Rows:
    return rows_of(opened(root, Copies(texts)))


def record(view: Table, rows: Rows, **key: object) -> Record:
    (found,) = (one for one in view.records(rows) if key.items() <= one.items())
    return found


@pytest.mark.parametrize("root", [CORPUS, MINIMAL], ids=["corpus", "minimal"])
def test_every_row_fits_its_view(root: Path) -> None:
    rows = rows_of(opened(root, Copies()))
    for view in VIEWS:
        assert rows[view.name]
        assert list(misfits_of(view, rows)) == []


def test_a_meeting_that_is_planned_is_an_agreement_to_meet() -> None:
    found = views(MINIMAL)
    planned = record(PLOVER_EVENTS, found, article=TALKS, event="jpn-kor-ministers-2019-06")
    assert (planned["plover"], planned["quad"], planned["cameo"], planned["modes"]) == ("AGREE", 1, ("036",), ())
    assert (planned["statuses"], planned["document_day"], planned["date"]) == (("planned", "sought"), "2019-05-21", "2019-06-01")
    assert planned["actors"] == planned["recipients"] == ("jeong-kyeong-doo", "takeshi-iwaya")
    held = record(PLOVER_EVENTS, found, article=MEETING, event="jpn-kor-ministers-2019-06")
    assert (held["plover"], held["quad"], held["cameo"], held["modes"]) == ("CONSULT", 1, ("04",), ("third-party",))


def test_who_acts_and_who_is_acted_on() -> None:
    found = record(PLOVER_EVENTS, views(MINIMAL), article=MEETING, event="kor-jpn-radar-lock-on-2018-12")
    assert (found["plover"], found["quad"], found["statuses"]) == ("MOBILIZE", 4, ("disputed",))
    assert (found["actors"], found["recipients"]) == (("kor",), ("jpn",))


@pytest.mark.parametrize("status", ["negated", "hypothetical", "cancelled", "planned"])
def test_what_did_not_come_about_is_not_coded(corpus: Path, status: str) -> None:
    path = corpus / ARTICLE
    path.write_text(path.read_text("utf-8").replace("status: disputed", f"status: {status}"), "utf-8")
    coded = {(one["article"], one["event"]) for one in PLOVER_EVENTS.records(views(corpus))}
    assert (TALKS, "kor-jpn-radar-lock-on-2018-12") not in coded


MEETING_RECORD = "events/jpn-kor-ministers-2019-06.yaml"


def test_what_recurs_is_not_coded(corpus: Path) -> None:
    spoil(corpus, MEETING_RECORD, "status: occurred\n", "status: occurred\ngeneric: true\n")
    assert "jpn-kor-ministers-2019-06" not in {one["event"] for one in PLOVER_EVENTS.records(views(corpus))}


def test_a_host_is_met_and_a_mediator_is_neither_side(corpus: Path) -> None:
    parts = "participants: {actor: [takeshi-iwaya], host: [kor], mediator: [kor-mnd]}"
    spoil(corpus, MEETING_RECORD, "participants: {participant: [jeong-kyeong-doo, takeshi-iwaya]}", parts)
    found = record(PLOVER_EVENTS, views(corpus), article=MEETING, event="jpn-kor-ministers-2019-06")
    assert (found["actors"], found["recipients"], found["mediators"]) == (("takeshi-iwaya",), ("kor",), ("kor-mnd",))


@pytest.mark.parametrize("kind", ["support", "cooperate", "aid"])
def test_what_is_agreed_on_and_is_no_meeting_has_the_code_of_an_intent_to_cooperate(corpus: Path, kind: str) -> None:
    spoil(corpus, MEETING_RECORD, "type: consult\nmode: [third-party]\n", f"type: {kind}\n")
    found = record(PLOVER_EVENTS, views(corpus), article=TALKS, event="jpn-kor-ministers-2019-06")
    assert (found["plover"], found["cameo"]) == ("AGREE", ("03",))


@pytest.mark.parametrize("kind", ["agree", "concede", "retreat"])
def test_what_is_the_same_ahead_or_not_has_its_own_code(corpus: Path, kind: str) -> None:
    spoil(corpus, MEETING_RECORD, "type: consult\nmode: [third-party]\n", f"type: {kind}\n")
    found = record(PLOVER_EVENTS, views(corpus), article=TALKS, event="jpn-kor-ministers-2019-06")
    assert (found["plover"], found["statuses"]) == (kind.upper(), ("planned", "sought"))


def test_types_that_plover_does_not_have_are_not_coded() -> None:
    rows = rows_of(opened(CORPUS, Copies()))
    dropped = {row[0] for row in rows["events"] if row[2] in ("statement", "decision", "condition", "other")}
    assert dropped
    assert not dropped & {one["event"] for one in PLOVER_EVENTS.records(rows)}


@pytest.mark.parametrize(
    ("written", "value", "mod"),
    [
        ('"2018"', "2018", None),
        ("2018-05", "2018-05", None),
        ("2018-05-XX", "2018-05", None),
        ('"2018?"', "2018", None),
        ("XXXX-12", "XXXX-12", None),
        ("XXXX-WXX-2", "XXXX-WXX-2", None),
        ("2018-XX", "2018", None),
        ('"2018~"', "2018", "APPROX"),
        ('"2018", mod: end', "2018", "END"),
        ('"2018", mod: on-or-before', "2018", "ON_OR_BEFORE"),
        ("2018-12-21", "2018-12-21", None),
        ("2018-21", "2018-SP", None),
        ("2018-24", "2018-WI", None),
        ("20XX", "20", None),
        ('"2018%"', "2018", "APPROX"),
        ("201X", "201", None),
        ("2018-Q4", "2018-Q4", None),
        ("past", "PAST_REF", None),
        ("2018-01/2018-03", None, None),
    ],
)
def test_values_as_timex3_writes_them(corpus: Path, written: str, value: str | None, mod: str | None) -> None:
    path = corpus / ARTICLE
    path.write_text(path.read_text("utf-8").replace('type: date, value: "2018"', f"type: date, value: {written}"), "utf-8")
    found = record(TIMEX3, views(corpus), article=TALKS, tid="t3")
    assert (found["type"], found["value"], found["mod"]) == ("DATE", value, mod)


def test_ends_of_durations_are_expressions_alone() -> None:
    found = record(TIMEX3, views(CORPUS), article="kh-2019-05-21-defence-talks", tid="t10")
    assert (found["type"], found["value"], found["begin_point"], found["end_point"]) == ("DURATION", "P2Y4M", None, "t9")


def test_a_duration_that_ends_with_the_article_has_no_expression_as_its_end(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "value: P2Y4M}", "value: P2Y4M, begin: t4, end: published}")
    found = record(TIMEX3, views(corpus), article=TALKS, tid="t5")
    assert (found["begin_point"], found["end_point"]) == ("t4", None)


def annotated(root: Path, name: str, texts: Path | None = None) -> dict[str, Any]:
    (found,) = (one for one in annotations(rows_of(opened(root, Copies(texts)))) if one["id"] == f"articles/{name}")
    return found


def test_an_annotation_selects_its_words_and_their_place() -> None:
    assert annotated(MINIMAL, f"{TALKS}#quote-q1") == {
        "id": f"articles/{TALKS}#quote-q1",
        "type": "Annotation",
        "motivation": "describing",
        "body": [{"type": "TextualBody", "value": "kor-mnd"}],
        "target": {
            "source": f"articles/{TALKS}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "that talks with Japan were planned for May 31 to June 2"},
                {"type": "TextPositionSelector", "start": 72, "end": 127},
            ],
        },
    }


def test_an_annotation_of_a_place_names_it() -> None:
    assert annotated(MINIMAL, f"{TALKS}#mention-4")["body"] == [{"type": "TextualBody", "value": "Seoul"}]


def test_an_annotation_of_a_withheld_text_selects_what_may_be_shown() -> None:
    assert annotated(MINIMAL, f"{WITHHELD}#mention-1")["target"] == {"source": f"articles/{WITHHELD}"}
    placed = annotated(MINIMAL, f"{WITHHELD}#mention-1", MINIMAL / "texts")
    assert placed["target"]["selector"] == [{"type": "TextPositionSelector", "start": 0, "end": 13}]
    short = annotated(CORPUS, "kh-2019-05-21-defence-talks#mention-7")
    assert short["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "Defense Ministry"}]


def test_content_in_parts_is_selected_by_its_place_alone(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "content: that talks [...] June 2", "content: [that talks, May 31 to June 2]")
    found = annotated(corpus, f"{TALKS}#quote-q1")
    assert found["target"]["selector"] == [{"type": "TextPositionSelector", "start": 72, "end": 127}]


def test_positions_count_code_points(corpus: Path) -> None:
    path = corpus / ARTICLE
    told = "text: Seoul seeks talks with Tokyo}", "text: \U0001f54a 서울 Seoul seeks talks with Tokyo}"
    path.write_text(path.read_text("utf-8").replace(*told), "utf-8")
    found = annotated(corpus, f"{TALKS}#mention-1")
    assert found["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "Seoul"},
        {"type": "TextPositionSelector", "start": 5, "end": 10},
    ]
    assert found["body"] == [{"type": "TextualBody", "value": "kor"}]


def test_the_file_is_one_page_of_annotations() -> None:
    rows = rows_of(opened(CORPUS, Copies()))
    page = json.loads(web_annotations.files(rows)[web_annotations.PATH])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert page["items"] == list(annotations(rows))
    assert len(page["items"]) == sum(len(rows[layer]) for layer in ("mentions", "times", "quotes"))
