"""What TimeML, doccano and Label Studio hold, as articles."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.importers.foreign import READERS
from dateline.importers.terms import time_value

from tests.foreign import IMPORTS, ORIGINAL, bring
from tests.laid import HERE


@pytest.fixture
def cast(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "corpora" / "cast", tmp_path / "cast"))


def articles(root: Path) -> list[dict[str, Any]]:
    return [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted((root / "articles").iterdir())]  # noqa: S506 - strings alone


def test_every_tool_that_the_command_names_has_a_reader() -> None:
    assert [*import_module("dateline.cli.import_").Tool] == [*READERS]


def test_timeml_gives_times_and_events(cast: Path) -> None:
    code, output = bring(cast, "timeml", IMPORTS / "ship.tml")
    assert code == 0, output
    [article] = articles(cast)
    assert article["headline"] == "Ministers meet \U0001f6a2 again & again"
    assert article["times"] == [
        {"id": "t1", "in": "p1", "text": "Monday", "type": "date", "value": "2019-05-20"},
        {"id": "t2", "in": "p2", "text": "recently", "type": "date", "value": "past"},
        {"id": "t3", "in": "p2", "text": "early summer", "type": "date", "value": "2018-22", "mod": "start"},
    ]
    assert article["events"] == [
        {"in": "h1", "text": "meet", "type": "other"},
        {"in": "p1", "text": "ended", "type": "other", "status": "negated", "time": "t1"},
        {"in": "p2", "text": "strained", "type": "condition"},
    ]
    assert "left out: 1 TLINK" in output
    assert "the document's time there is 2019-05-21" in output


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2008-SU", "2008-22"),
        ("2008-WI", "2008-24"),
        ("199", "199X"),
        ("19", "19XX"),
        ("PRESENT_REF", "present"),
        ("2008-XY", None),
    ],
)
def test_values_of_timex3_are_written_in_edtf(value: str, edtf: str | None) -> None:
    assert time_value(value) == edtf


def test_a_value_that_the_standard_cannot_hold_is_told(cast: Path, tmp_path: Path) -> None:
    text = (IMPORTS / "ship.tml").read_text("utf-8").replace("2018-SU", "2018-XY")
    (tmp_path / "x.tml").write_text(text, "utf-8")
    assert "left out: a time whose value the standard cannot hold: 2018-XY" in bring(cast, "timeml", tmp_path / "x.tml")[1]


def test_the_title_of_timeml_is_the_headline(cast: Path, tmp_path: Path) -> None:
    text = '<TEXT>\nSeoul <EVENT eid="e1" class="OCCURRENCE">spoke</EVENT>.\n</TEXT>'
    (tmp_path / "x.tml").write_text(f"<TimeML>\n<TITLE>Talks\n go on</TITLE>\n{text}\n</TimeML>\n", "utf-8")
    code, output = bring(cast, "timeml", tmp_path / "x.tml")
    assert code == 0, output
    [article] = articles(cast)
    assert (article["headline"], [block["id"] for block in article["text"]["blocks"]]) == ("Talks go on", ["p1"])


def test_label_studio_counts_utf16(cast: Path) -> None:
    code, output = bring(cast, "labelstudio", IMPORTS / "ship-labelstudio.json")
    assert code == 0, output
    [article] = articles(cast)
    assert [(one["text"], one.get("actor") or one["place"]) for one in article["mentions"]] == [
        ("\ubd80\uc0b0", "\ubd80\uc0b0"),
        ("Kari Holm", "kari-holm"),
    ]
    assert article["times"][0]["value"] == "2019-05-20"
    assert article["events"][0]["time"] == "t1"
    assert "moved" not in output


def test_doccano_gives_an_article_a_line(cast: Path) -> None:
    code, output = bring(cast, "doccano", IMPORTS / "ship-doccano.jsonl")
    assert code == 0, output
    assert sorted(article["headline"] for article in articles(cast)) == ["Another talk", "Ministers meet \U0001f6a2 again"]
    assert "does not say which words" in output
    assert "left out: 1 link of the label to" in output


@pytest.mark.parametrize(
    ("tool", "text", "why"),
    [
        ("doccano", "{", "x:1:2: it is no JSON"),
        ("doccano", "\n[]", "x:2: an object is expected"),
        ("doccano", '{"text": "A talk", "label": [[0, 99, "PER"]]}', "x:1: label 1: offsets 0-99 lie past the end"),
        ("doccano", '{"text": "A talk", "label": [[0, 1]]}', "x:1: label 1: it is no span"),
        ("doccano", '{"text": "A talk", "label": [[0, true, "PER"]]}', "end is no whole number"),
        ("doccano", '{"label": []}', "data is no text"),
        ("doccano", '{"text": "A talk", "label": NaN}', "NaN is no value"),
        ("doccano", "", "it holds no document"),
        ("doccano", '{"text": "A", "relations": [{"from_id": 1, "to_id": 2, "type": "x"}]}', "there is no entity 1"),
        ("labelstudio", "{}", "x: it is no list of tasks"),
        ("labelstudio", "[" * 100_000, "too deep"),
        (
            "labelstudio",
            '[{"data": {"text": "A talk"}, "annotations": []}]',
            "task 1: it has no annotations: predictions",
        ),
        ("labelstudio", '[{"data": {"text": "A talk"}, "annotations": [{}, {}]}]', "task 1: it has 2 annotations"),
        ("labelstudio", '[{"data": {"a": "b", "c": "d"}, "annotations": [{"result": []}]}]', "which of its data is the text"),
        (
            "doccano",
            json.dumps(
                {"text": "A b", "entities": [{"id": 1, "label": "PER", "start_offset": n, "end_offset": n + 1} for n in (0, 2)]}
            ),
            "x:1: entity 1: another annotation has the id 1, too",
        ),
        ("doccano", f'{{"text": "A", "label": [[0, {"9" * 5000}, "PER"]]}}', "x:1: it is no JSON: a number in it has"),
        ("timeml", "<TimeML>", "x:1: it is no XML"),
        ("timeml", "<a/>", "it is no TimeML"),
        ("timeml", "<TimeML>A <EVENT>talk</EVENT></TimeML>", "x:1: EVENT has no eid"),
        ("timeml", '<!DOCTYPE a [<!ENTITY b "c">]><TimeML>&b;</TimeML>', "x:1: it has declarations"),
    ],
)
def test_bad_files_give_one_located_message(cast: Path, tmp_path: Path, tool: str, text: str, why: str) -> None:
    (tmp_path / "x").write_text(text)
    code, output = bring(cast, tool, tmp_path / "x")
    assert code == 2
    assert why in output
    assert "\n" not in output.strip()
    assert not (cast / "articles").exists()


def test_words_that_stand_elsewhere_are_moved_and_told(cast: Path, tmp_path: Path) -> None:
    tasks = json.loads((IMPORTS / "ship-labelstudio.json").read_text("utf-8"))
    value = tasks[0]["annotations"][0]["result"][0]["value"]
    value["start"], value["end"] = value["start"] - 4, value["end"] - 4
    (tmp_path / "x.json").write_text(json.dumps(tasks))
    code, output = bring(cast, "labelstudio", tmp_path / "x.json")
    assert code == 0, output
    assert "region a: moved from" in output
    assert "in one place nearby alone" in output


def test_a_document_type_elsewhere_is_not_looked_for(cast: Path, tmp_path: Path) -> None:
    text = (IMPORTS / "ship.tml").read_text("utf-8").replace("<TimeML>", '<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>')
    (tmp_path / "x.tml").write_text(text, "utf-8")
    code, output = bring(cast, "timeml", tmp_path / "x.tml")
    assert code == 0, output


def test_a_further_instance_of_an_event_is_told(cast: Path, tmp_path: Path) -> None:
    event = '<TimeML><TEXT>A talk\nThey <EVENT eid="e1" class="OCCURRENCE">met</EVENT>.</TEXT>'
    instances = [f'<MAKEINSTANCE eiid="i{n}" eventID="e1" polarity="{said}"/>' for n, said in enumerate(("NEG", "POS"))]
    (tmp_path / "x.tml").write_text("\n".join([event, *instances, "</TimeML>"]))
    code, output = bring(cast, "timeml", tmp_path / "x.tml")
    assert code == 0, output
    assert "x.tml:4: left out: a further instance of the event e1" in output
    assert articles(cast)[0]["events"][0]["status"] == "negated"


def test_an_import_that_is_ended_takes_back_what_it_wrote(cast: Path, tmp_path: Path) -> None:
    tasks = [{"data": {"text": f"Talk {n}\nThey met."}, "annotations": [{"result": []}]} for n in range(400)]
    (tmp_path / "x.json").write_text(json.dumps(tasks))
    program = "from dateline.cli import main; main()"
    command = [sys.executable, "-c", program, "import", "labelstudio", str(tmp_path / "x.json"), "--corpus", str(cast), *ORIGINAL]
    with subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        limit = time.monotonic() + 60
        while time.monotonic() < limit and not list((cast / "articles").glob("*.yaml")):
            time.sleep(0.001)
        running.send_signal(signal.SIGTERM)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 128 + signal.SIGTERM
    assert complaint == b""
    # a hidden file that was just being made may stay: nothing reads it
    assert [file.name for file in (cast / "articles").iterdir() if not file.name.startswith(".")] == []
