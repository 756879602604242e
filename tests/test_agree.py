"""``dateline agree``: two annotations of the same articles, measured; and what cannot be compared."""

import json
import re
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from dateline.model import standard
from jsonschema import Draft202012Validator

from tests import program
from tests.laid import ARTICLE, CORPUS, MINIMAL, copy_of, spoil

run = partial(program.run, "agree")
WITHHELD = "articles/dl-2019-06-03-withheld.yaml"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another annotation of the article of the minimal corpus, outside of any."""
    folder = tmp_path / "agreement" / "dl-2019-05-21-talks"
    folder.mkdir(parents=True)
    (folder / "second.yaml").write_bytes((MINIMAL / ARTICLE).read_bytes())
    return folder / "second.yaml"


def measured(one: Path, other: Path, *arguments: object) -> dict[str, Any]:
    """The agreement as a program gets it, layers and values by their names."""
    printed = run(one, other, *arguments, "--output-format", "json")
    assert printed.exit_code == 0, printed.output
    data: dict[str, Any] = json.loads(printed.output)
    Draft202012Validator(standard.document("agreement-1.schema.json")).validate(data)
    data["spans"] = {spans["layer"]: spans for spans in data["spans"]}
    data["values"] = {f"{value['layer']}/{value['name']}": value for value in data["values"]}
    return data


def swap(other: Path, find: str, put: str) -> None:
    spoil(other.parent, other.name, find, put)


@pytest.mark.parametrize("root", [MINIMAL, CORPUS], ids=["minimal", "founding"])
def test_a_corpus_agrees_with_itself(root: Path) -> None:
    found = measured(root, root)
    for spans in found["spans"].values():
        assert spans["exact"] == spans["overlapping"] == spans["in_a"] == spans["in_b"] > 0
        assert spans["f1_exact"] == spans["f1_overlap"] == 1
    for value in found["values"].values():
        assert value["n"] == value["same"]
        assert value["kappa"] in (1, None)
        assert value["kappa"] == value["alpha"]


def test_what_differs_is_counted_at_its_layer(other: Path) -> None:
    swap(other, "in: p1, text: Defense Ministry, actor", "in: p1, text: Ministry, actor")
    swap(other, "  - {in: h1, text: Tokyo, actor: jpn, form: metonym}\n", "")
    swap(other, "text: Japan, actor: jpn", "text: Japan, actor: kor")
    swap(other, "value: 2019-05-21}", "value: 2019-05-14}")
    swap(other, "speaker: kor-mnd", "speaker: kor")
    swap(other, "ministers-2019-06: plans", "ministers-2019-06: seeks")
    swap(other, "status: sought", "status: planned")
    found = measured(MINIMAL / ARTICLE, other)
    mentions = found["spans"]["mentions"]
    assert [mentions[name] for name in ("in_a", "in_b", "exact", "overlapping")] == [11, 10, 9, 10]
    assert mentions["f1_exact"] == pytest.approx(18 / 21)
    assert mentions["f1_overlap"] == pytest.approx(20 / 21)
    values = {name: (value["same"], value["n"]) for name, value in found["values"].items()}
    assert values["mentions/actor"] == (9, 10)
    assert values["times/value"] == (4, 5)
    assert values["quotes/speaker"] == (1, 2)
    assert values["quotes/stance"] == (0, 1)
    assert values["events/status"] == (2, 3)
    assert values["events/event"] == (3, 3)


def test_it_does_not_matter_which_comes_first(other: Path) -> None:
    swap(other, "text: Japan, actor: jpn", "text: Japan, actor: kor")
    swap(other, "value: 2019-05-21}", "value: 2019-05-14}")
    swap(other, "in: p1, text: Defense Ministry, actor", "in: p1, text: Ministry, actor")
    here, there = measured(MINIMAL / ARTICLE, other), measured(other, MINIMAL / ARTICLE)
    assert here["values"] == there["values"]
    for layer, spans in here["spans"].items():
        assert spans | {"in_a": spans["in_b"], "in_b": spans["in_a"]} == there["spans"][layer]


def test_nothing_to_compare_is_undefined(other: Path) -> None:
    text = other.read_text("utf-8")
    other.write_text(re.sub(r"\nquotes:.*?\nevents:", "\nevents:", text, flags=re.DOTALL).replace(", via: [q1]", ""), "utf-8")
    found = measured(MINIMAL / ARTICLE, other)
    assert found["spans"]["quotes"]["f1_exact"] == 0
    assert measured(other, other)["spans"]["quotes"]["f1_exact"] is None
    speaker = found["values"]["quotes/speaker"]
    assert (speaker["n"], speaker["share"], speaker["kappa"], speaker["alpha"]) == (0, None, None, None)
    assert re.search(r"quotes: speaker +0 +0 +undefined +undefined +undefined", run(MINIMAL / ARTICLE, other).output)


def test_unnamed_sources_are_compared_by_their_body_and_not_by_ids_that_annotators_make_up(other: Path, tmp_path: Path) -> None:
    unnamed = "unnamed:\n  _official: {role: official, number: one, of: kor-mnd}\n\nmentions:"
    swap(other, "mentions:", unnamed)
    swap(
        other,
        "  - id: q2\n    in: p2\n    type: direct\n    speaker: kor-mnd",
        "  - id: q2\n    in: p2\n    type: direct\n    speaker: _official",
    )
    renamed = tmp_path / "third.yaml"
    renamed.write_text(other.read_text("utf-8").replace("_official", "_source"), "utf-8")
    assert measured(other, renamed)["values"]["quotes/speaker"]["same"] == 2
    elsewhere = tmp_path / "fourth.yaml"
    elsewhere.write_text(renamed.read_text("utf-8").replace("of: kor-mnd", "of: kor"), "utf-8")
    assert measured(other, elsewhere)["values"]["quotes/speaker"]["same"] == 1


def test_withheld_articles_are_compared_by_words_and_with_copies_by_place(corpus: Path) -> None:
    spoil(corpus, WITHHELD, 'mentions:\n  - {in: p1, text: "Talks [...] go"', "mentions:\n  - {in: p1, text: Talks")
    by_words = measured(MINIMAL / WITHHELD, corpus / WITHHELD)
    assert by_words["compared_by_words"] == ["dl-2019-06-03-withheld"]
    assert (by_words["spans"]["mentions"]["exact"], by_words["spans"]["mentions"]["overlapping"]) == (0, 1)
    by_place = measured(MINIMAL / WITHHELD, corpus / WITHHELD, "--texts", MINIMAL / "texts")
    assert by_place["compared_by_words"] == []
    assert by_place["spans"] == by_words["spans"]


def test_a_second_annotation_lies_in_the_corpus_and_is_no_record(corpus: Path) -> None:
    second = corpus / "agreement/dl-2019-05-21-talks/second.yaml"
    second.parent.mkdir(parents=True)
    second.write_bytes((corpus / ARTICLE).read_bytes())
    assert program.findings(corpus) == program.findings(MINIMAL)
    assert measured(corpus / ARTICLE, second)["spans"]["mentions"]["f1_exact"] == 1
    assert measured(MINIMAL, corpus)["articles"] == measured(MINIMAL, MINIMAL)["articles"]


def test_what_each_says_of_an_item_is_compared_whatever_the_order_of_ids(other: Path) -> None:
    swap(other, "text: Japan, actor: jpn", "text: Japan, actor: [jpn, kor]")
    swap(
        other,
        "text: talks, event: jpn-kor-ministers-2019-06, status: sought",
        "text: talks, event: [x-2019, a-2019], status: sought",
    )
    turned = other.with_name("third.yaml")
    turned.write_text(
        other.read_text("utf-8").replace("[jpn, kor]", "[kor, jpn]").replace("[x-2019, a-2019]", "[a-2019, x-2019]"), "utf-8"
    )
    same = measured(other, turned)["values"]
    assert (same["mentions/actor"]["same"], same["events/event"]["same"]) == (11, 3)
    swap(turned, "text: Seoul, actor: kor, form: metonym", "text: Seoul, actor: kor, form: name")
    swap(turned, "    speaker: kor-mnd", "    suggested: true\n    speaker: kor-mnd")
    found = measured(other, turned)
    assert (found["values"]["mentions/form"]["same"], found["spans"]["quotes"]["in_b"], found["unconfirmed"]) == (10, 1, 1)


def test_an_anchor_of_either_that_is_not_found_is_told(other: Path) -> None:
    swap(other, "in: p1, text: Defense Ministry, actor", "in: p1, text: Nowhere, actor")
    for pair in ((MINIMAL / ARTICLE, other), (other, MINIMAL / ARTICLE)):
        assert measured(*pair)["compared_by_words"] == ["dl-2019-05-21-talks"]


def test_what_the_numbers_do_not_cover_is_told(corpus: Path) -> None:
    (corpus / WITHHELD).unlink()
    spoil(corpus, ARTICLE, "complete: [mentions, times, quotes, events]", "complete: [mentions]")
    spoil(corpus, ARTICLE, "text: Tokyo, actor: jpn", "text: Tokyo, suggested: true, actor: jpn")
    printed = run(MINIMAL, corpus).output
    assert "2 articles compared" in printed
    assert "only in A: dl-2019-06-03-withheld" in printed
    assert "quotes: not finished by both in 1 article" in printed
    assert "mentions: not finished" not in printed
    assert "left out: 1 item that a program proposed" in printed
    assert measured(corpus, MINIMAL)["only_in_b"] == ["dl-2019-06-03-withheld"]


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        (
            "id: dl-2019-05-21-talks",
            "id: dl-2019-05-21-others",
            "annotates dl-2019-05-21-others: name two annotations of one article",
        ),
        ("We are working", "We are walking", "is not the same text in both: paragraph p2 differs"),
        ("    - {id: h1, text: Seoul seeks talks with Tokyo}\n", "", "is not the same text in both: paragraph h1 differs"),
        ("schema: article/1.0", "schema: article/1.1", "follows article/1.0 here and article/1.1 there"),
        ("schema: article/1.0", "schema: actor/1.0", "is no article"),
        ("schema: article/1.0", "schema: 3", "is no article"),
        ("mentions:", "mentions: [}", ":22:12: a bracket"),
        ("headline:", "headlin:", ':3:1: there is no field "headlin" here'),
        ("headline:", "\x00headline:", ":3:1: "),
    ],
)
def test_what_cannot_be_compared_is_told_in_a_line(find: str, put: str, said: str, other: Path) -> None:
    swap(other, find, put)
    for arguments in ((MINIMAL / ARTICLE, other), (other, MINIMAL / ARTICLE)):
        printed = program.dateline("agree", *arguments)
        assert (printed.returncode, printed.stdout) == (2, "")
        assert said in printed.stderr or said.startswith(("annotates", "follows"))
        assert printed.stderr.count("\n") == 1


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"- a\n", b"x" * (1 << 21)], ids=["not UTF-8", "empty", "a list", "too large"])
def test_files_of_anything_are_told_in_a_line(data: bytes, other: Path) -> None:
    other.write_bytes(data)
    printed = program.dateline("agree", MINIMAL / ARTICLE, other)
    assert (printed.returncode, printed.stdout) == (2, "")
    assert other.name in printed.stderr
    assert printed.stderr.count("\n") == 1


def test_corpora_that_cannot_be_compared_are_told(corpus: Path, tmp_path: Path) -> None:
    def said(one: Path, other: Path) -> str:
        printed = run(one, other)
        assert printed.exit_code != 0
        return str(printed.exception)

    assert "are a corpus and a file" in said(MINIMAL, MINIMAL / ARTICLE)
    assert "is no corpus" in said(MINIMAL, MINIMAL / "articles")
    assert "does not exist" in said(MINIMAL, tmp_path / "nowhere")
    assert "have no article in common" in said(MINIMAL, CORPUS)
    spoil(corpus, ARTICLE, "We are working", "We are walking")
    assert "dl-2019-05-21-talks is not the same text in both" in said(MINIMAL, corpus)
    spoil(corpus, ARTICLE, "headline:", "headlin:")
    assert f"{ARTICLE} cannot be read as an article" in said(MINIMAL, corpus)


def test_a_copy_that_cannot_be_read_is_told(corpus: Path, tmp_path: Path) -> None:
    (copy_of(MINIMAL / "texts", tmp_path / "texts") / "dl-2019-06-03-withheld.txt").write_bytes(b"\xff")
    printed = run(MINIMAL / WITHHELD, corpus / WITHHELD, "--texts", tmp_path / "texts")
    assert "dl-2019-06-03-withheld.txt: the copy is not UTF-8" in str(printed.exception)


def test_the_page_of_the_corpus_states_how_far_its_annotators_agree(tmp_path: Path) -> None:
    page = (CORPUS / "README.md").read_text("utf-8")
    for name in ("founders", "second"):
        copy_of(CORPUS, tmp_path / name)
        shutil.rmtree(tmp_path / name / "articles")
        (tmp_path / name / "articles").mkdir()
        for folder in (CORPUS / "agreement").iterdir():
            shutil.copy(folder / f"{name}.yaml", tmp_path / name / "articles" / f"{folder.name}.yaml")
    found = measured(tmp_path / "founders", tmp_path / "second")
    assert len(found["articles"]) == 4
    assert len(re.findall(r"^\| [a-z_: ]+ \|(?: [0-9.-]+ \|)+$", page, re.MULTILINE)) == len(found["spans"]) + len(found["values"])
    for layer, spans in found["spans"].items():
        noun = "event mentions" if layer == "events" else layer
        assert f"| {noun} | {spans['f1_exact']:.3f} | {spans['f1_overlap']:.3f} |" in page
    for item, value in found["values"].items():
        row = (f"{value['share']:.3f}", f"{value['kappa']:.3f}", f"{value['alpha']:.3f}")
        assert f"| {item.replace('/', ': ')} | {value['n']} | {' | '.join(row)} |" in page
