"""What strangers write acts on nobody: an attack corpus in every format, in every command, and in wrong commands."""

import html.parser
import itertools
import json
import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from dateline.reporters import REPORTERS
from dateline.reporters.safe import escaped, is_harmless, safe
from dateline.rules import rulebook
from dateline.rules.page import Example
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from tests.laid import HERE, MINIMAL, copy_of, report_on
from tests.oracles import sarif_faults
from tests.program import in_bytes as dateline
from tests.repositories import commit, git

HOSTILE = HERE / "corpora" / "hostile"
# joined characters are how some names and emoji are written: what is forbidden is to hide a command behind one
JOINERS = "\u200c\u200d"
# the signs of Arabic, Syriac and Kaithi that enclose what follows are seen, whatever their category
SEEN = f"\n{JOINERS}\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
# characters of which Unicode says that they may be ignored (Default_Ignorable_Code_Point), and all others of format (Cf)
UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    f"{''.join(c for c in map(chr, range(sys.maxunicode)) if unicodedata.category(c) == 'Cf')}]"
)
RAW = {
    "a command": "::error file=x::owned",
    "a command behind spaces": " \t\u00a0\u3000::add-mask::x",
    "a command behind a joiner": "\u200d::warning::x",
    "a command with a joiner in it": ":\ufe0f:warning::x",
    "a command on a second line": "a\n::set-output name=x::y",
    "a command after a return": "a\r::set-env name=PATH::y",
    "a command after other line ends": "a\x0b::error::b\x0c::error::c\x85::error::d\u2028::error::e\u2029::error::f",
    "a command after an escaped newline": "%0A::error::x%0D%25",
    "an old command": "a ##[error]b ##[set-env name=x]y",
    "an old command with a joiner in it": "#\u200d#[error]b",
    "commands with selectors in them": "#\U000e0100#[error]a #\u115f#[error]b",
    "a command of another runner": "##vso[task.setvariable variable=x]y ##teamcity[buildStatus]",
    "an end of properties": ",line=1,title=x::y",
    "an escape sequence": "\x1b[2J\x1b]8;;https://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "an escape sequence of C1": "\x9b31m\x9d0;x\x9c",
    "bells and backspaces": "\x07\x08\x08\x7f",
    "a change of direction": "\u202egnp\u2066x\u2069\u200f",
    "nothing to see": "\u200b\u2060\ufeff\xad\U000e0041",
    "noncharacters": "\ufffe\uffff",
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "the ends of elements": "</code></pre></td></table><details open><!--",
    "links": "[x](https://evil.example) ![x](//evil.example/x.png) https://evil.example www.evil.example a@evil.example",
    "mentions": "@everyone #1 GH-1 a/b#1 :tada:",
    "Markdown": "`a` ``` **b** | c \\| _d_ ~~e~~ # f > g",
    "an entity": "&lt;b&gt; &#64;everyone &xxe; ]]> <![CDATA[",
    "JSON": '"}]}],"runs":[{"x":"\\',
    "a formula": '=HYPERLINK("https://evil.example","x") +1 -1 @SUM(1)|cmd',
    "rich's markup": "[/x] [red]x[/red] [link=https://evil.example]x[/link]",
    "a way out": "../../../../etc/passwd",
    "templates": "{0} {x} %s %(x)s ${{ github.token }} $(id) {{x}}",
    "a number beyond": "9" * 5000,
    "a long line": "x" * 20_000,
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The attack corpus, with every raw value as key, value, words and file name, in a folder with a hostile name."""
    repository = tmp_path_factory.mktemp("repository")
    (repository / ".git").mkdir()
    root = copy_of(HOSTILE, repository / "::error::\n \x1b[1m<b>@x`")
    copy_of(MINIMAL / "actors", root / "actors")
    article = (MINIMAL / "articles/dl-2019-05-21-talks.yaml").read_text("utf-8")
    for number, raw in enumerate(RAW.values()):
        quoted = json.dumps(raw, ensure_ascii=False)
        actor = f"schema: actor/1.0\nid: raw-{number}\nkind: person\nname: X\n"
        (root / f"actors/raw-{number}.yaml").write_text(f"{actor}{quoted}: 1\ncountry: {quoted}\n", "utf-8", newline="")
        (root / f"actors/id-{number}.yaml").write_text(f"schema: actor/1.0\nid: {quoted}\n", "utf-8", newline="")
        words = article.replace("text: Japan, actor: jpn", f"text: {quoted}, actor: jpn", 1).replace(
            "talks\n", f"talk-{number}\n", 1
        )
        (root / f"articles/dl-2019-05-21-talk-{number}.yaml").write_text(words, "utf-8", newline="")
        name = raw.replace("/", "\u2215").encode()[:200]
        for ending in (b".yaml", b".txt"):
            (root / "events" / os.fsdecode(name.strip(b".") + ending)).write_bytes(b"schema: event/1.0\n" + name + b"\n")
    (root / "actors" / os.fsdecode(b"\xff\xfe.yaml")).write_bytes(b"schema: actor/1.0\n")
    (root / "actors/out.yaml").symlink_to("/etc/passwd")
    (root / "actors/half.yaml").write_text('schema: actor/1.0\nid: half\n"\\ud800": 1\n', "utf-8")
    return root


@pytest.fixture(scope="module")
def printed(corpus: Path) -> dict[str, str]:
    runs = {form: dateline("check", corpus, "--output-format", form) for form in REPORTERS}
    assert {run.returncode for run in runs.values()} == {1}
    assert {run.stderr for run in runs.values()} == {b""}
    return {form: run.stdout.decode() for form, run in runs.items()}


def test_no_character_acts_or_hides_a_command() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1)]
    assert acting("".join(map(safe, every))) == set()
    hidden = "\n".join(safe(f":{character}:error::x #{character}#[error]x") for character in every)
    assert commands(hidden) == []


def acting(text: str) -> set[str]:
    """The characters that act on a terminal, or that no terminal shows, or that are none."""
    return {c for c in text if (unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in SEEN) or is_none(c)}


def is_none(character: str) -> bool:
    """Whether Unicode calls it a noncharacter."""
    return 0xFDD0 <= ord(character) <= 0xFDEF or ord(character) & 0xFFFE == 0xFFFE


def commands(text: str) -> list[str]:
    """The lines that a runner may take for a command, whatever the command's name.

    Source: github.com/actions/runner, ``ActionCommand.cs``: after white space a line starts with ``::`` and has another
    ``::``, or ``##[`` and a ``]`` stand anywhere in it. It compares by culture, that is, past what is not seen.
    """
    found = []
    for line in re.split("[\n\r\x0b\x0c\x85\u2028\u2029]", text):
        seen = UNSEEN.sub("", line).strip()
        if (seen.startswith("::") and "::" in seen[2:]) or re.search(r"##\w*\[.*\]", seen):
            found.append(line)
    return found


@pytest.mark.parametrize("raw", RAW.values(), ids=RAW)
def test_the_corpus_reaches_the_reports(raw: str, printed: dict[str, str]) -> None:
    """Every value has to be told somewhere as it is: else the tests below would hold of nothing."""
    told = json.dumps([json.loads(line) for line in printed["jsonl"].split("\n") if line], ensure_ascii=False)
    samples = [json.dumps(text[:50], ensure_ascii=False)[1:-1] for text in (raw, raw.replace("/", "\u2215"))]
    assert any(sample.encode() in told.encode("utf-8", "surrogateescape") for sample in samples)


@pytest.mark.parametrize("form", REPORTERS)
def test_nothing_acts_on_a_terminal(form: str, printed: dict[str, str]) -> None:
    assert acting(printed[form]) == set()


def test_colour_is_all_that_a_terminal_is_told(corpus: Path) -> None:
    coloured = dateline("check", corpus, "--color", "always").stdout.decode()
    assert "\x1b[1;31m" in coloured
    assert acting(re.sub("\x1b\\[[0-9;]*m", "", coloured)) == set()


@pytest.mark.parametrize("form", [form for form in REPORTERS if form != "github"])
def test_no_line_is_a_command(form: str, printed: dict[str, str]) -> None:
    assert commands(printed[form]) == []


def test_the_annotations_are_those_that_are_meant(printed: dict[str, str]) -> None:
    found = commands(printed["github"])
    names = {rule.name for rule in rulebook()}
    assert 10 < len(found) <= 30
    for line in found:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]+)::(.+)", line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert set(properties) in ({"title", "file", "line", "endLine", "col", "endColumn"}, {"title", "file", "line", "endLine"})
        assert properties["title"] in names
        assert all(value.isdigit() for key, value in properties.items() if key not in ("title", "file"))
        assert re.search("%(?!25|0A)", match[3]) is None
    shown = printed["github"].split("\n")[len(found) :]
    assert commands("\n".join(shown)) == []


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif", "gitlab", "junit"])
def test_what_programs_read_is_ascii(form: str, printed: dict[str, str]) -> None:
    assert printed[form].isascii()


def test_the_json_is_what_it_says(printed: dict[str, str]) -> None:
    findings = json.loads(printed["json"])["findings"]
    assert [json.loads(line) for line in printed["jsonl"].rstrip("\n").split("\n")] == findings
    issues = json.loads(printed["gitlab"])
    told = [finding for finding in findings if finding["waived"] is None]
    assert [issue["fingerprint"] for issue in issues if issue["check_name"] != "dateline"] == [f["fingerprint"] for f in told]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert not any(issue["location"]["path"].startswith(("./", "/")) for issue in issues)


def test_the_sarif_log_is_one_and_its_addresses_stay_inside(printed: dict[str, str]) -> None:
    log = json.loads(printed["sarif"])
    assert sarif_faults(log) == []
    addresses = [node["uri"] for node in nodes(log) if "uri" in node]
    assert len(addresses) > len(RAW)
    for address in addresses:
        assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", address)
        assert ".." not in address.split("/")
    for text in (node["text"] for node in nodes(log) if set(node) == {"text"}):
        assert "](" not in text
        assert acting(text) == set()


def nodes(data: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Every object in JSON but the text of a fix, which goes into a file as it is."""
    if isinstance(data, list):
        return [node for part in data for node in nodes(part)]
    if not isinstance(data, dict):
        return []
    return [data, *(node for name, part in data.items() if name != "insertedContent" for node in nodes(part))]


def test_the_xml_is_read_back(printed: dict[str, str]) -> None:
    suites = list(JUnitXml.fromstring(printed["junit"].encode()))
    failures = sum(suite.failures for suite in suites)
    errors = [f for f in json.loads(printed["json"])["findings"] if f["severity"] == "error" and f["waived"] is None]
    assert failures == len(errors)
    assert "<!" not in printed["junit"]
    names = [(case.classname, case.name) for suite in suites for case in suite]
    assert len(set(names)) == len(names)


class Elements(html.parser.HTMLParser):
    """What a browser makes of a page: its elements, and the text that stands outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; none of ours has attributes but one."""
        assert attrs in ([], [("colspan", "4")]), attrs
        self.seen.add(tag)
        self.open += [tag] if tag != "br" else []

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text that a filter of the page would read."""
        if not {"code", "pre"} & set(self.open):
            self.text += data


def test_the_markdown_does_nothing(printed: dict[str, str]) -> None:
    page = Elements()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(printed["markdown"]))
    page.close()
    assert page.open == []
    assert "<!" not in printed["markdown"]
    assert page.seen == {"h3", "table", "tr", "th", "td", "code", "br", "pre"}
    assert re.fullmatch(r"(?:[\s,…]|[0-9]+|Dateline:|help:|and|more|where|what|rule|errors?|warnings?|info|notes?)+", page.text)
    assert len(printed["markdown"]) < 65_536


def test_a_broken_manifest_does_nothing_either() -> None:
    for form in REPORTERS:
        run = dateline("check", HERE / "corpora/hostile_manifest", "--output-format", form)
        assert run.returncode == 2
        assert acting((run.stdout + run.stderr).decode()) == set()
        assert all(line.startswith("::error title=") for line in commands((run.stdout + run.stderr).decode())), form
        assert form == "github" or commands((run.stdout + run.stderr).decode()) == []


@pytest.mark.parametrize("form", ["full", "markdown"])
def test_what_an_encoding_cannot_hold_is_printed_as_an_escape(form: str, corpus: Path) -> None:
    run = dateline("check", corpus, "--output-format", form, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert run.returncode == 1
    assert run.stdout.isascii()
    assert commands(run.stdout.decode()) == []


ARGUMENT = "x\n::error::y\r ##[error]z \x1b[31m\x9b\u202e\u200b\udcff"
NEW = ["--published", "2019-05-21", "--publisher", ARGUMENT]
ARTICLE = ["new", "article", "--publisher", "x", "--corpus", MINIMAL]
# every command that repeats what stands in files, and how it may end
COMMANDS = {
    "check the base of": (["check", "{corpus}", "--against", "HEAD"], {0}),
    "count": (["check", "{corpus}", "--statistics"], {1}),
    "show fixes": (["fix", "{corpus}", "--unsafe", "--diff"], {0, 1}),
    "fix": (["fix", "{corpus}"], {1}),
    "show the layout": (["fmt", "{corpus}", "--diff"], {1}),
    "lay out": (["fmt", "{corpus}"], {0, 1}),
    "show a migration": (["migrate", "{corpus}", "--diff"], {0, 1}),
    "complete ids": (["schema", "--with-ids", "--corpus", "{corpus}"], {0}),
    "show an article": (["show", "{corpus}/articles/dl-2019-05-21-talk-0.yaml"], {0, 2}),
    "fill in digests": (["anchor", "{corpus}/articles/dl-2019-05-21-talk-0.yaml"], {0, 2}),
    "draft an article": (["new", "article", "--from-text", "{copy}", *NEW, "--corpus", "{corpus}"], {0, 2}),
    "begin an actor": (["new", "actor", "x", "--name", ARGUMENT, "--kind", "person", "--corpus", "{corpus}"], {2}),
    "compare schemas": (["schema", "--compare", "{schemas}", "{schemas}/newer"], {0}),
    "tell the numbers": (["stats", "{corpus}"], {0}),
    "tell the numbers to a program": (["stats", "{corpus}", "--output-format", "json"], {0}),
    "measure agreement": (["agree", "{corpus}", "{corpus}"], {2}),
    "measure agreement on an article": (["agree", *["{corpus}/articles/dl-2019-05-21-talk-0.yaml"] * 2], {0}),
}


@pytest.fixture
def guarded(corpus: Path, tmp_path: Path) -> dict[str, Path]:
    """A copy of the attack corpus in a repository, with all of it in the last revision; a hostile copy; hostile schemas."""
    root = copy_of(corpus, tmp_path / "repository" / corpus.name)
    git(root, "init", "--quiet")
    commit(root)
    (tmp_path / "copy.txt").write_text("A headline\n\nBy A B\n\n" + "\n\n".join(RAW.values()), "utf-8")
    for name, raw in (("", RAW), ("newer", list(RAW.values())[::-1])):
        (tmp_path / "schemas" / name).mkdir(exist_ok=True)
        keys = {value: {"type": "string", "enum": list(raw)} for value in raw}
        document = {"type": "object", "properties": keys}
        (tmp_path / "schemas" / name / "article.schema.json").write_text(json.dumps(document), "utf-8")
    return {"corpus": root, "copy": tmp_path / "copy.txt", "schemas": tmp_path / "schemas"}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_acts(command: str, guarded: dict[str, Path]) -> None:
    arguments, codes = COMMANDS[command]
    run = dateline(*(argument.format(**guarded) if "{" in argument else argument for argument in arguments))
    said = (run.stdout + run.stderr).decode()
    assert run.returncode in codes, said[-2000:]
    assert said
    assert acting(said) == set()
    assert commands(said) == []


def test_settings_for_an_editor_are_safe_where_the_folder_is_hostile(corpus: Path) -> None:
    run = dateline("schema", "--with-ids", "--corpus", corpus.name, cwd=corpus.parent)
    assert run.returncode == 0
    assert any(corpus.name in path for path in json.loads(run.stdout)["yaml.schemas"])
    assert acting((run.stdout + run.stderr).decode()) == set()
    assert commands((run.stdout + run.stderr).decode()) == []


WRONG = {
    "a path": ["check", "{}"],
    "a rule": ["check", MINIMAL, "--select", "{}"],
    "a day": ["check", MINIMAL, "--as-of", "{}"],
    "a folder of copies": ["check", MINIMAL, "--texts", "{}"],
    "a colour": ["check", MINIMAL, "--color", "{}"],
    "a format": ["check", MINIMAL, "--output-format", "{}"],
    "a file to write": ["check", MINIMAL, "--output-file", "{}/x"],
    "an option": ["check", "--{}"],
    "a command": ["x{}"],
    "a rule to explain": ["explain", "{}"],
    "one argument more": ["explain", "weekday-mismatch", "{}"],
    "a schema": ["schema", "x{}"],
    "an article": ["anchor", "{}"],
    "a format of rules": ["rules", "--output-format", "{}"],
    "a revision": ["check", MINIMAL, "--against", "{}"],
    "a path to fix": ["fix", "{}"],
    "a path to lay out": ["fmt", "{}"],
    "a version": ["migrate", MINIMAL, "--to", "{}"],
    "an article to show": ["show", "{}"],
    "a layer": ["show", MINIMAL / "articles/dl-2019-05-21-talks.yaml", "--layers", "{}"],
    "a copy": [*ARTICLE, "--from-text", "{}", "--published", "2019-05-21"],
    "a day of publication": [*ARTICLE, "--from-text", MINIMAL / "dateline.yaml", "--published", "{}"],
    "an id": ["new", "event", "{}", "--label", "x", "--type", "consult", "--corpus", MINIMAL],
    "a folder of schemas": ["schema", "--compare", "{}"],
    "a corpus": ["schema", "--with-ids", "--corpus", "{}"],
    "a corpus to count": ["stats", "{}"],
    "a format of numbers": ["stats", MINIMAL, "--output-format", "{}"],
    "an annotation": ["agree", MINIMAL, "{}"],
    "another annotation": ["agree", "{}", MINIMAL],
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_said_of_a_wrong_command_does_nothing(wrong: list[str | Path]) -> None:
    run = dateline(*(str(part).format(ARGUMENT) for part in wrong))
    said = run.stderr.decode()
    assert run.returncode == 2
    assert run.stdout == b""
    assert "x\\x0a::error" in said or "x\\n::error" in said
    assert "Traceback" not in said
    assert acting(said) == set()
    assert commands(said) == []


def test_what_the_rulebook_prints_does_nothing() -> None:
    pages = [dateline("rules"), dateline("rules", "--output-format", "json"), dateline("explain", "invisible-characters")]
    for run in pages:
        assert run.returncode == 0
        assert acting(run.stdout.decode()) == set()
        assert commands(run.stdout.decode()) == []


def test_what_is_taken_for_harmless_is_left_as_it_is_by_every_pattern() -> None:
    texts = {"".join(found) for length in range(5) for found in itertools.product("a:# [\x1b\n\x7f\u200b", repeat=length)}
    texts |= set(map(chr, range(0x300)))
    assert all(escaped(text) == text for text in texts if is_harmless(text))
    assert {"a", "::", "##", "\x1b", "a:# "} - {text for text in texts if is_harmless(text)} == {"::", "##", "\x1b"}


def test_a_number_of_more_digits_than_python_reads_is_none(tmp_path: Path) -> None:
    event = "series: {id: ministers-meetings, number: 15}\n"
    article = f"""headline: Talks
text: {{status: inline, blocks: [{{id: h1, text: Talks}}, {{id: p1, text: The {"9" * 6000}th round is planned.}}]}}
annotation: {{by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}}
mentions: []
times: []
quotes: []
events: [{{in: p1, text: round, event: jpn-kor-ministers-2019-06, status: planned}}]
"""
    laid = (Example("yaml", "events/jpn-kor-ministers-2019-06.yaml", event), Example("yaml", "", article))
    report, _ = report_on(laid, tmp_path / "corpus", preview=True, of="number-against-series")
    assert not report.told
