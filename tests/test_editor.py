"""What an editor shows of the schemas that ``dateline schema --with-ids`` writes, asked of a real language server."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dateline.engine import editor
from dateline.loading import interpreted
from dateline.model import standard
from dateline.model.bundle import bundle
from jsonschema import Draft202012Validator

from tests.editor.server import NPM, PROGRAM, Server
from tests.laid import MINIMAL, TOP, copy_of
from tests.program import dateline
from tests.repositories import git
from tests.test_schema import CASES, nodes

SETTINGS = json.loads((TOP / ".vscode/settings.json").read_text("utf-8"))
ARTICLE = "corpus/articles/x.yaml"
EVENT = "corpus/events/x.yaml"
HEAD = "schema: article/1.0\nid: ex-2019-06-03-talks\n"
WHOLE = f"""\
{HEAD}headline: Talks end
publisher: {{name: The Example}}
language: en
published: 2019-06-03
rights: {{holder: The Example, license: CC0-1.0}}
annotation: {{by: [founders], date: 2026-11-24, license: CC-BY-4.0, complete: []}}
text: {{status: inline, blocks: [{{id: p1, text: They met Monday.}}]}}
"""
QUOTE = "quotes:\n  - id: q1\n    in: p1\n    type: direct\n    content: Talks\n"
ask = pytest.mark.skipif(NPM is None, reason="npm is not installed: it brings the language server")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server as it runs for who opens this repository in VS Code, after ``make check``."""
    assert PROGRAM.exists(), "the language server is not installed: make tests/editor/node_modules/.package-lock.json"
    workspace = tmp_path_factory.mktemp("workspace")
    editor.write_schemas(copy_of(TOP / "corpus", workspace / "corpus"))
    with Server(workspace, SETTINGS) as running:
        yield running


def in_last(text: str, key: str) -> str:
    """The text, with the cursor in the last place where a key stands."""
    before, found, after = text.rpartition(f"{key}:")
    assert found
    return f"{before}{key[0]}|{key[1:]}:{after}"


@ask
@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (HEAD + "|\n", {"headline": "as printed", "mentions": "Who and where", "quotes": "Who says what"}),
        (HEAD + "mentions:\n  - |\n", {"in": "paragraph", "actor": "Who is named", "form": "How the words name it"}),
        (HEAD + "mentions:\n  - {in: p1, te|}\n", {"text": "head of the mention", "tenure": "`current` if left out"}),
        (HEAD + "times:\n  - id: t1\n    |\n", {"value": "never more", "anchor": "counts from", "mod": "Part or nearness"}),
        (HEAD + "quotes:\n  - id: q1\n    |\n", {"speaker": "Who says it", "about": "from event to stance", "cue": "report"}),
        (HEAD + "events:\n  - in: p1\n    |\n", {"event": "event of the corpus", "via": "innermost quotes"}),
        (HEAD + "text:\n  blocks:\n    - |\n", {"credit": "of a picture", "depicts": "in a picture"}),
    ],
    ids=["article", "mention", "mention in a flow map", "time", "quote", "event", "block"],
)
def test_keys_complete_with_their_descriptions(server: Server, text: str, offered: dict[str, str]) -> None:
    found = server.completions(ARTICLE, text)
    assert {key: said in found.get(key, "") for key, said in offered.items()} == dict.fromkeys(offered, True), found


@ask
@pytest.mark.parametrize(
    ("path", "text", "vocabulary"),
    [
        (ARTICLE, HEAD + "events:\n  - in: p1\n    type: |\n", "event-types"),
        (ARTICLE, HEAD + "events:\n  - in: p1\n    status: |\n", "mention-statuses"),
        (ARTICLE, HEAD + "quotes:\n  - id: q1\n    about: {prk-provocations: |}\n", "stances"),
        (ARTICLE, HEAD + "annotation:\n  complete: [|]\n", "layers"),
        (EVENT, "schema: event/1.0\nstatus: |\n", "event-statuses"),
        (EVENT, "schema: event/1.0\nparticipants:\n  |\n", "roles"),
        ("corpus/actors/x.yaml", "schema: actor/1.0\ncountry: |\n", "countries"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_terms_complete_with_their_meanings(server: Server, path: str, text: str, vocabulary: str) -> None:
    found = server.completions(path, text)
    words = standard.vocabulary(vocabulary)
    for term, meaning in zip(words["enum"], words["enumDescriptions"], strict=True):
        assert meaning in found[term], term


@ask
@pytest.mark.parametrize(
    ("path", "text", "name", "said"),
    [
        (ARTICLE, HEAD + "mentions:\n  - {in: p1, actor: k|}\n", "kor-mnd", "Ministry of National Defense"),
        (ARTICLE, HEAD + "quotes:\n  - id: q1\n    speaker: |\n", "takeshi-iwaya", "Takeshi Iwaya"),
        (ARTICLE, HEAD + "quotes:\n  - id: q1\n    speaker: [kor, |]\n", "jpn", "Japan"),
        (ARTICLE, HEAD + "quotes:\n  - id: q1\n    as: |\n", "jcs-chairman", "Chairman of the Joint Chiefs of Staff"),
        (ARTICLE, HEAD + "quotes:\n  - id: q1\n    setting: sh|\n", "shangri-la-dialogue-2019", "2019 Shangri-La Dialogue"),
        (ARTICLE, HEAD + "quotes:\n  - id: q1\n    about:\n      |\n", "kor-thaad-decision-2016", "South Korea decides to host"),
        (ARTICLE, HEAD + "events:\n  - in: p1\n    event: |\n", "prk-provocations", "North Korean provocations"),
        (ARTICLE, HEAD + "times:\n  - id: t1\n    anchor: |\n", "kor-thaad-decision-2016", "South Korea decides to host"),
        (ARTICLE, HEAD + "corrects: |\n", "kh-2019-05-21-defence-talks", "South Korea pushes"),
        (ARTICLE, HEAD + "annotation:\n  by: [|]\n", "founders", "The founders of Dateline"),
        (EVENT, "schema: event/1.0\nparticipants:\n  actor: [|]\n", "wei-fenghe", "Wei Fenghe"),
        (EVENT, "schema: event/1.0\nresponds_to: [|]\n", "kor-thaad-decision-2016", "South Korea decides to host"),
        ("corpus/dateline.yaml", "schema: corpus/1.0\nmaintainers: [|]\n", "founders", "The founders of Dateline"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_ids_complete_with_the_names_of_their_records(server: Server, path: str, text: str, name: str, said: str) -> None:
    assert said in server.completions(path, text).get(name, "")


@ask
@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        (WHOLE, "headline", "The headline, as printed."),
        (WHOLE, "status", "`withheld`: they are somebody else's"),
        (WHOLE + QUOTE + "    speaker: kor\n", "speaker", "Who says it, or a list of joint speakers."),
        (WHOLE + QUOTE + "    speaker: _official\n", "speaker", "Who says it, or a list of joint speakers."),
        (WHOLE + QUOTE + "    speaker: [kor, jpn]\n", "speaker", "Who says it, or a list of joint speakers."),
        (WHOLE + QUOTE + "    cue: {text: said, nth: 2}\n", "cue", "The words that report"),
        (WHOLE + QUOTE + "    cue: {text: said, nth: 2}\n", "nth", "Which occurrence in the block"),
        (WHOLE + QUOTE, "content", "What is said: words of the text"),
        (WHOLE + QUOTE + "    about: {kor-thaad-decision-2016: denies}\n", "kor-thaad-decision-2016", "decides to host"),
        (WHOLE + "events:\n  - {in: p1, text: met, event: prk-provocations}\n", "event", "The event of the corpus"),
        (WHOLE + "events:\n  - {in: p1, text: met, type: consult}\n", "type", "The type of an event that has no record."),
        (WHOLE + "times:\n  - {id: t1, in: p1, text: Monday, type: date, value: 2019}\n", "value", "never more"),
    ],
    ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
)
def test_hovering_over_a_key_shows_its_description_once(server: Server, text: str, key: str, said: str) -> None:
    shown = server.hover(ARTICLE, in_last(text, key))
    assert shown.count(said) == 1, shown


ONE_OF = "a mention has either an actor or a place, exactly one of them"


@ask
@pytest.mark.parametrize(
    ("added", "told"),
    [
        (QUOTE + "    speakr: kor\n", ['Missing property "speaker".', "Property speakr is not allowed."]),
        ("mentions:\n  - {in: p1, text: They, actr: kor}\n", [ONE_OF, "Property actr is not allowed."]),
        ("mentions:\n  - {in: px, text: They, actor: kor}\n", ["a letter for the kind of paragraph and a number, such as p1"]),
        ("mentions:\n  - {in: p1, text: They, actor: Kor}\n", ["the id of an actor, such as kor-mnd, or of an unnamed source"]),
        ("times:\n  - {id: t1, in: p1, text: Monday, type: date, value: 2019-5}\n", ["a date (2019-05-21, 2019-05,"]),
        ("mentions:\n  - {in: p1, text: They, actor: kor, form: nam}\n", ['Valid values: "name", "title"']),
        ("corrects: an-article-still-to-come\n", []),
        (QUOTE + "    speaker: [_official, somebody-new]\n    about: {news-of-today: denies}\n", []),
    ],
    ids=["speakr", "actr", "a block", "an actor", "a date", "a term", "an id still to come", "local ids"],
)
def test_mistakes_are_told_and_nothing_else(server: Server, added: str, told: list[str]) -> None:
    found = sorted(server.problems(ARTICLE, WHOLE + added))
    assert len(found) == len(told), found
    for words in told:
        assert any(words in message for message in found), found


@ask
def test_every_file_of_the_corpora_is_right_and_nothing_is_fetched(server: Server) -> None:
    paths = [path for root in (TOP / "corpus", MINIMAL) for path in sorted(root.glob("**/*.yaml"))]
    names = {path: path.relative_to(TOP).as_posix() for path in paths}
    problems = {name: server.problems(name, path.read_text("utf-8")) for path, name in names.items()}
    assert len(problems) > 40
    assert {name: found for name, found in problems.items() if found} == {}
    assert "headline" in server.completions("tests/corpora/minimal/articles/x.yaml", HEAD + "|\n")


@ask
def test_a_file_elsewhere_can_name_its_schema_in_its_first_line(server: Server) -> None:
    line = "# yaml-language-server: $schema=../corpus/.dateline/schema/article.schema.json\n"
    text = HEAD + "mentions:\n  - {in: p1, actor: |}\n"
    assert server.completions("elsewhere/x.yaml", text) == {}
    assert "kor-mnd" in server.completions("elsewhere/y.yaml", line + text)


IDS = {"actorId": {"kor": "South Korea"}, "actorRef": {"kor": "South Korea"}, "eventId": {"talks-2019": "Talks"}}


@pytest.mark.parametrize("ids", [{}, IDS], ids=["without ids", "with ids"])
@pytest.mark.parametrize("kind", standard.KINDS)
def test_a_bundle_accepts_what_the_schema_accepts(kind: str, ids: dict[str, dict[str, str]]) -> None:
    whole = bundle(kind, ids)
    Draft202012Validator.check_schema(whole)
    assert all(str(node.get("$ref", "#")).startswith("#") and "$id" not in node for _, node in nodes(whole))
    validator = Draft202012Validator(whole, format_checker=interpreted.validator(kind).format_checker)
    cases = [case for case in CASES if case["kind"] == kind]
    assert len(cases) > 10
    assert [case["description"] for case in cases if validator.is_valid(case["data"]) != case["valid"]] == []


def written(root: Path) -> dict[str, Any]:
    return {path.name: json.loads(path.read_text("utf-8")) for path in sorted((root / editor.FOLDER).iterdir())}


def test_the_command_writes_the_schemas_and_prints_the_settings(tmp_path: Path) -> None:
    root = copy_of(MINIMAL, tmp_path / "mine")
    run = dateline("schema", "--with-ids", cwd=root / "actors")
    assert run.returncode == 0
    assert "actor ids" in run.stderr
    first = {path.name: path.read_bytes() for path in (root / editor.FOLDER).iterdir()}
    assert sorted(first) == [f"{kind}.schema.json" for kind in sorted(standard.KINDS)]
    for name, files in json.loads(run.stdout)["yaml.schemas"].items():
        assert (root / name).is_file()
        assert list(root.glob(files.removeprefix("/")))
    below = dateline("schema", "--with-ids", "--corpus", "mine", cwd=tmp_path)
    assert {path.name: path.read_bytes() for path in (root / editor.FOLDER).iterdir()} == first
    assert all((tmp_path / name).is_file() for name in json.loads(below.stdout)["yaml.schemas"])


def test_the_settings_of_this_repository_are_those_that_the_command_prints() -> None:
    printed = editor.settings_for("corpus")["yaml.schemas"]
    minimal = {Path(name).name: files for name, files in editor.settings_for("tests/corpora/minimal")["yaml.schemas"].items()}
    assert SETTINGS["yaml.schemas"] == {name: [files, minimal[Path(name).name]] for name, files in printed.items()}


def test_a_record_that_cannot_be_read_keeps_its_id_and_a_name_is_no_markup(tmp_path: Path) -> None:
    root = copy_of(MINIMAL, tmp_path / "mine")
    (root / "actors/torn.yaml").write_text("name: [\n", "utf-8")
    (root / "actors/Not An Id.yaml").write_text("name: Nobody\n", "utf-8")
    (root / "actors/sly.yaml").write_text('name: "![x](https://example.org/x.png) <b> `c`"\n', "utf-8")
    editor.write_schemas(root)
    terms = written(root)["article.schema.json"]["$defs"]["common.actorId.known"]
    said = dict(zip(terms["enum"], terms["markdownEnumDescriptions"], strict=True))
    assert said["torn"] == "**torn**: "
    assert "Not An Id" not in said
    assert said["sly"] == r"**sly**: \!\[x\]\(https\://example.org/x.png\) \<b\> \`c\`"


def test_no_link_is_followed_out_of_the_corpus(tmp_path: Path) -> None:
    root = copy_of(MINIMAL, tmp_path / "mine")
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(root / ".dateline", ignore_errors=True)
    (root / ".dateline").symlink_to(tmp_path / "elsewhere")
    run = dateline("schema", "--with-ids", "--corpus", root)
    assert run.returncode == 2
    assert "symbolic link" in run.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["schema", "actor", "--with-ids"], "stands alone"),
        (["schema", "--corpus", str(MINIMAL)], "goes with --with-ids"),
        (["schema", "--with-ids", "--corpus", "/"], "no dateline.yaml"),
    ],
)
def test_a_wrong_use_ends_with_2_and_says_what_to_do(arguments: list[str], says: str) -> None:
    run = dateline(*arguments)
    assert run.returncode == 2
    assert says in run.stderr


def test_what_the_command_writes_is_no_part_of_the_corpus(tmp_path: Path) -> None:
    root = copy_of(MINIMAL, tmp_path / "mine")
    shutil.rmtree(root / ".dateline", ignore_errors=True)
    editor.write_schemas(root)
    git(tmp_path, "init", "--quiet")
    listed = git(tmp_path, "status", "--porcelain", "--untracked-files=all", "--", "mine/.dateline")
    assert listed == ""
