"""What an import tells those who do not know the program yet, and what of their tool's values it keeps."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from dateline.engine.opening import opened
from dateline.exporters import brat as written_brat
from dateline.exporters.marks import LABELS, marks_of
from dateline.importers.ladder import UTF16, Sought, diagnosis, located
from dateline.importers.mapping import DEFAULT
from dateline.loading.texts import Copies

from tests import program
from tests.foreign import ORIGINAL, bring
from tests.laid import CORPUS, HERE, MINIMAL, TOP

SHIP = "Ministers meet \U0001f6a2 again\nThe talks with Kari Holm ended Monday."
TALK = "A talk\nKari Holm said so in Oslo on Tuesday."


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "corpora" / "cast", tmp_path / "cast"))


def written(root: Path) -> dict[str, Any]:
    return opened(root, Copies(None)).articles[0].data


def from_brat(cast: Path, folder: Path, text: str, lines: str, table: str = "") -> tuple[int, str]:
    (folder / "x.txt").write_bytes(text.encode())
    (folder / "x.ann").write_text(lines)
    (folder / "map.yaml").write_text(table)
    return bring(cast, "brat", folder / "x.ann", options=(*ORIGINAL, *(("--map", str(folder / "map.yaml")) if table else ())))


def from_label_studio(cast: Path, folder: Path, said: list[dict[str, Any]], label: str = "Time") -> tuple[int, str]:
    """A region "r" over "Monday", and one over "Kari Holm", whose offsets count code points; what is said of them."""
    result: list[dict[str, Any]] = []
    for name, words, of in (("m", "Kari Holm", "Mention"), ("r", "Monday", label)):
        start = SHIP.index(words)
        value = {"start": start, "end": start + len(words), "text": words, "labels": [of]}
        result.append({"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value})
    (folder / "x.json").write_text(json.dumps([{"data": {"text": SHIP}, "annotations": [{"result": [*result, *said]}]}]))
    return bring(cast, "labelstudio", folder / "x.json")


def control(kind: str, name: str, value: Any, of: str = "r") -> dict[str, Any]:  # noqa: ANN401 - data of any shape
    field = "text" if kind == "textarea" else kind
    return {"id": of, "from_name": name, "to_name": "text", "type": kind, "value": {"start": 1, "end": 2, field: value}}


def test_code_points_where_the_tool_counts_utf16_are_told_so(cast: Path, tmp_path: Path) -> None:
    code, output = from_label_studio(cast, tmp_path, [])
    assert code == 0, output
    assert "all 2 spans: counted in characters (code points), not in UTF-16 units as the tool does" in output


@pytest.mark.parametrize(
    ("counted", "told"),
    [
        (f"\n{SHIP}", "counted in characters (code points), not in UTF-16"),
        (f"\n{SHIP}".replace("\n", "\r\n"), "CRLF drift: counted in characters (code points), with carriage returns"),
    ],
)
def test_of_a_tool_that_counts_utf16_code_points_are_the_repair(counted: str, told: str) -> None:
    spans = [Sought(counted.index(word), counted.index(word) + len(word), word) for word in ("talks", "Holm", "Monday")]
    assert told in str(diagnosis(located(f"\n{SHIP}", spans, UTF16)))


@pytest.mark.parametrize(
    ("kind", "value"),
    [("textarea", ["2019-05-20"]), ("choices", ["2019-05-20"]), ("text", "2019-05-20"), ("datetime", "2019-05-20")],
)
def test_what_label_studio_says_of_a_region_is_an_attribute_of_it(cast: Path, tmp_path: Path, kind: str, value: object) -> None:
    code, output = from_label_studio(cast, tmp_path, [control(kind, "value", value)])
    assert code == 0, output
    assert [(one["text"], one["value"]) for one in written(cast)["times"]] == [("Monday", "2019-05-20")]
    assert "left out" not in output


def test_numbers_and_ways_down_a_taxonomy_are_attributes_too(cast: Path, tmp_path: Path) -> None:
    said = [control("number", "value", 2019), control("rating", "sure", 4), control("taxonomy", "kind", [["date", "year"]])]
    code, output = from_label_studio(cast, tmp_path, said)
    assert code == 0, output
    assert written(cast)["times"][0]["value"] == "2019"
    assert 'x.json: task 1: region r: left out: sure "4" of Time "Monday": no field has it' in output
    assert 'left out: kind "date/year" of Time "Monday"' in output


def test_a_control_that_nobody_filled_in_says_nothing(cast: Path, tmp_path: Path) -> None:
    empty = control("textarea", "mod", None)
    code, output = from_label_studio(cast, tmp_path, [control("textarea", "value", ["2019-05-20"]), empty, empty | {"type": []}])
    assert code == 0, output
    assert "mod" not in written(cast)["times"][0]
    assert "left out: results of the kind []" in output


def test_what_is_said_of_the_whole_text_is_told(cast: Path, tmp_path: Path) -> None:
    code, output = from_label_studio(cast, tmp_path, [control("choices", "genre", ["news"], of="elsewhere")], "Event")
    assert code == 0, output
    assert "left out: genre: it is said of the whole text, and of no region" in output


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("", "left out: a time of which no value is given: it has no Value"),
        ("marks: {Time: time}\n", "left out: a time of which no value is given: it has no attribute for it, until --map names one"),
    ],
)
def test_a_time_without_a_value_is_told_so(cast: Path, tmp_path: Path, table: str, why: str) -> None:
    code, output = from_brat(cast, tmp_path, TALK, "T1\tTime 36 43\tTuesday\n", table)
    assert code == 0, output
    assert f"x.ann:1: {why}" in output


def test_attributes_and_links_are_known_in_capitals_or_not(cast: Path, tmp_path: Path) -> None:
    lines = (
        "T1\tTime 36 43\tTuesday\nA1\tVALUE T1 2019-05-21\nT2\tQuote 22 24\tso\nA2\ttype T2 indirect\nR1\tsaidon Arg1:T2 Arg2:T1\n"
    )
    code, output = from_brat(cast, tmp_path, TALK, lines)
    assert code == 0, output
    assert "left out" not in output
    assert written(cast)["quotes"][0]["time"] == "t1"


def test_what_no_field_has_is_told_with_its_words_and_where(cast: Path, tmp_path: Path) -> None:
    lines = "T1\tMention 7 16\tKari Holm\nT2\tMention 28 32\tOslo\n#1\tAnnotatorNotes T2\tnot sure\n#2\tAnnotatorNotes T1\tshe\n"
    code, output = from_brat(cast, tmp_path, TALK, lines)
    assert code == 0, output
    assert 'x.ann:1: left out: AnnotatorNotes "she" of Mention "Kari Holm", and of 1 more: no field has it' in output


def test_a_note_goes_into_a_field_that_the_map_names(cast: Path, tmp_path: Path) -> None:
    lines = "T1\tQuote 22 24\tso\n#1\tAnnotatorNotes T1\tthat they would meet\n"
    code, output = from_brat(cast, tmp_path, TALK, lines, 'marks: {Quote: {layer: quote, gist: "@AnnotatorNotes"}}\n')
    assert code == 0, output
    assert written(cast)["quotes"][0]["gist"] == "that they would meet"


def test_slips_of_a_mapping_are_told(cast: Path, tmp_path: Path) -> None:
    table = 'marks:\n  Who: {layer: mention, actor: "@nme"}\n  Whom: mention\n  Token: skip\nlinks: {to: source}\n'
    code, output = from_brat(cast, tmp_path, TALK, "T1\tWho 7 16\tKari Holm\n", table)
    assert code == 0, output
    assert "map.yaml: marks: Who: actor: no Who has the attribute nme: is it written as in the tool?" in output
    assert "map.yaml: marks: Whom: no annotation has this label" in output
    assert "map.yaml: links: to: no link has this label" in output
    assert "Token" not in output


def test_a_mapping_that_fits_is_not_spoken_of(cast: Path, tmp_path: Path) -> None:
    table = 'marks: {Who: {layer: mention, actor: "@Name"}}\nlinks: {To: skip}\n'
    code, output = from_brat(cast, tmp_path, TALK, "T1\tWho 7 16\tKari Holm\nA1\tname T1 kari-holm\n", table)
    assert code == 0, output
    assert "map.yaml" not in output


def test_a_value_that_is_no_term_is_told_with_the_translation_that_helps(cast: Path, tmp_path: Path) -> None:
    lines = "T1\tMeet 17 21\tsaid\nA1\tDone T1\n"
    code, output = from_brat(cast, tmp_path, TALK, lines, 'marks: {Meet: {layer: event, status: "@Done"}}\n')
    assert code == 2
    assert 'x.ann:1: status "true" is no term of the standard: translate the Done of Meet with --map' in output
    said = 'status: {from: Done, "true": occurred}'
    assert said in output
    code, output = from_brat(cast, tmp_path, TALK, lines, f"marks: {{Meet: {{layer: event, {said}}}}}\n")
    assert code == 0, output


def test_a_mark_of_byte_order_that_came_later_is_named(cast: Path, tmp_path: Path) -> None:
    code, output = from_brat(cast, tmp_path, f"\ufeff{TALK}", "T1\tMention 7 16\tKari Holm\nT2\tMention 28 32\tOslo\n")
    assert code == 0, output
    assert "x.ann: all 2 spans: counted without the byte-order mark" in output
    assert [one["text"] for one in written(cast)["mentions"]] == ["Kari Holm", "Oslo"]


def test_a_mark_of_byte_order_and_other_line_ends_are_named_together() -> None:
    spans = [Sought(SHIP.index(word), SHIP.index(word) + len(word), word) for word in ("talks", "Holm", "Monday")]
    found = located("\ufeff" + SHIP.replace("\n", "\r\n"), spans)
    assert str(diagnosis(found)).startswith("counted without the byte-order mark")
    assert "; CRLF drift: counted without the carriage returns" in str(diagnosis(found))


def test_a_return_alone_ends_a_line(cast: Path, tmp_path: Path) -> None:
    code, output = from_brat(cast, tmp_path, "A talk\rKari Holm met.\r\rHe left.", "T1\tMention 7 16\tKari Holm\n")
    assert code == 0, output
    assert [block["text"] for block in written(cast)["text"]["blocks"]] == ["A talk", "Kari Holm met.", "He left."]


def test_a_copy_with_returns_alone_is_that_of_its_article(cast: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(TALK.replace("\n", "\r").encode())
    (tmp_path / "x.ann").write_text("T1\tMention 7 16\tKari Holm\n")
    options = ("--published", "2019-05-21", "--publisher", "An Outlet", "--id", "ao-2019-05-21-talk")
    assert bring(cast, "brat", tmp_path / "x.ann", options=options)[0] == 0
    (tmp_path / "texts").mkdir()
    shutil.copy(tmp_path / "x.txt", tmp_path / "texts" / "ao-2019-05-21-talk.txt")
    _, found = program.findings(cast, "--texts", str(tmp_path / "texts"))
    assert not {"text-changed", "anchor-not-found", "fingerprint-mismatch"} & {rule for rule, _, _ in found}


def test_a_project_of_inception_is_named_as_one(cast: Path, tmp_path: Path) -> None:
    pytest.importorskip("cassis")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("exportedproject.json", "{}")
    code, output = bring(cast, "cas", tmp_path / "x.zip")
    assert code == 2
    assert "x.zip: it is a whole project of INCEpTION: export its documents one by one, as UIMA CAS XMI" in output


def emptied(root: Path, to: Path) -> Path:
    return Path(shutil.copytree(root, to, ignore=shutil.ignore_patterns("articles")))


@pytest.mark.parametrize(("root", "name"), [(CORPUS, "dl-2019-06-02-singapore-talks"), (MINIMAL, "dl-2019-05-21-talks")])
def test_what_was_exported_to_brat_agrees_with_itself_in_another_corpus(tmp_path: Path, root: Path, name: str) -> None:
    document = marks_of(next(one for one in opened(root, Copies(None)).articles if one.record.id == name))
    assert document
    for file, data in written_brat.written(document).items():
        (tmp_path / file).write_bytes(data)
    other = emptied(root, tmp_path / "other")
    options = ("--origin", "original", "--source", "https://example.org/x", "--published", name[3:13])
    code, output = bring(other, "brat", tmp_path / f"{name}.ann", options=options)
    assert code == 0, output
    printed = program.run("agree", root, other, "--output-format", "json")
    assert printed.exit_code == 0, printed.exception
    found = json.loads(printed.output)
    assert found["articles"] == [name]
    assert {(one["f1_exact"], one["f1_overlap"]) for one in found["spans"]} == {(1, 1)}
    assert all(value["n"] == value["same"] for value in found["values"])


@pytest.mark.parametrize("file", ["dl-2019-05-22-talk", "dl-2019-05-21", "Talk-2019-05-21-x"])
def test_a_name_that_is_no_id_of_that_day_is_not_kept(cast: Path, tmp_path: Path, file: str) -> None:
    (tmp_path / f"{file}.txt").write_text(TALK)
    (tmp_path / f"{file}.ann").write_text("")
    code, output = bring(cast, "brat", tmp_path / f"{file}.ann")
    assert code == 0, output
    assert written(cast)["id"] == "cmun-2019-05-21-talk"
    assert ("it is named by an article of another day than --published" in output) == file.endswith("22-talk")


def test_what_is_known_by_default_stands_on_the_page() -> None:
    page = (TOP / "CONTRIBUTING.md").read_text("utf-8")
    for label, names in LABELS.items():
        rule = DEFAULT.marks[label]
        known = [(rule.attribute(field), field) for field, _ in rule.fields]
        assert {name for name in names if name != "Suggested"} <= {name for name, _ in known}
        said = ", ".join(f"`{name}`" + (f" ({field})" if name.casefold() != field else "") for name, field in known)
        assert f"| `{label}` | {rule.layer} | {said} |" in page or not known
