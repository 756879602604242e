"""The program as a user runs it: exit codes, streams, bad input, and the report for other programs."""

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from dateline.cli import main
from dateline.cli.checking import plainly_asked
from dateline.cli.console import corpus_at
from dateline.engine.check import check
from dateline.engine.keeping import Keeper
from dateline.engine.report import Report
from dateline.engine.settings import Settings
from dateline.loading.texts import Copies
from dateline.model import standard
from dateline.rules import rulebook
from dateline.rules.discovery import CATALOGUE, as_module, discovered

from tests.laid import ARTICLE, HERE, MINIMAL, copy_of, spoil
from tests.program import dateline, findings, in_bytes

HEADER = "schema: actor/1.0\nid: x-body\nkind: public-body\nname: A body\n"


def test_a_clean_corpus_ends_with_0_and_says_how_much_was_checked(corpus: Path) -> None:
    run = dateline("check", corpus, "--texts", corpus / "texts")
    assert run.returncode == 0
    assert "41, of which 41 verified" in run.stdout
    assert run.stderr == ""


def test_a_corpus_is_found_from_a_folder_below(corpus: Path) -> None:
    assert dateline("show", Path(ARTICLE).stem, cwd=corpus / "texts").returncode == 0
    assert dateline("stats", cwd=corpus / "actors").stdout == dateline("stats", corpus).stdout
    spoil(corpus, ARTICLE, "actor: kor", "actor: nobody")
    for folder in ("actors", "texts"):
        run = dateline("check", cwd=corpus / folder)
        assert (run.returncode, "nobody" in run.stdout) == (1, True)


def test_a_folder_that_is_named_limits_what_is_told(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "actor: kor", "actor: nobody")
    assert dateline("check", ".", cwd=corpus / "events").returncode == 0
    nothing = dateline("check", ".", cwd=corpus / "texts")
    assert (nothing.returncode, "nothing was checked" in nothing.stdout) == (1, True)


def test_an_interruption_while_the_program_is_loaded_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.cli._run", MagicMock(side_effect=KeyboardInterrupt))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130


def test_an_error_ends_with_1_and_exit_zero_with_0(corpus: Path) -> None:
    (corpus / "actors/kor.yaml").write_text("schema: actor/1.0\nid: kor\n", "utf-8")
    assert dateline("check", corpus).returncode == 1
    assert dateline("check", corpus, "--exit-zero").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "/nowhere"], "does not exist"),
        (["check", "/"], "no dateline.yaml"),
        (["check", MINIMAL, "--select", "no-such-rule"], "no rule"),
        (["check", MINIMAL, "--as-of", "yesterday"], "write one such as"),
        (["check", MINIMAL, "--texts", "/nowhere"], "is no folder"),
        (["check", MINIMAL, "--output-file", "/nowhere/report"], "a folder that exists"),
        (["check", MINIMAL, "--output-file", MINIMAL], "name an ordinary file"),
        (["check", MINIMAL, "--output-file", "/dev/null"], "name an ordinary file"),
        (["check", MINIMAL, "--output-file", MINIMAL / ARTICLE], "lies among the records"),
        (["check", MINIMAL, "--output-file", MINIMAL / "dateline.yaml"], "lies among the records"),
        (["check", MINIMAL, "--statistics", "--output-format", "json"], "goes with --output-format full or concise"),
        (["check", HERE.parent / "corpus/README.md"], "README.md is no record: records are dateline.yaml and"),
        (["explain", "weekday-mismatched"], 'did you mean "weekday-mismatch"'),
        (["schema", "chapter"], "name one of"),
        (["anchor", MINIMAL / ARTICLE], "no article with a withheld text"),
        (["anchor", MINIMAL], "is a folder"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_wrong_command_ends_with_2_and_says_what_to_do(arguments: list[str], says: str) -> None:
    run = dateline(*arguments)
    assert run.returncode == 2
    assert says in run.stderr
    assert "Traceback" not in run.stderr


def test_a_broken_manifest_ends_with_2_at_its_line(corpus: Path) -> None:
    (corpus / "dateline.yaml").write_text("schema: corpus/1.0\ntitle: [\n", "utf-8")
    run = dateline("check", corpus)
    assert run.returncode == 2
    assert "dateline.yaml:2:" in run.stdout


BAD_FILES = {
    "not UTF-8": (HEADER.encode() + b"note: Jos\xe9\n", "not-utf8", 5),
    "empty": (b"", "wrong-type", 1),
    "binary": (bytes(range(256)) * 4, "not-utf8", 2),
    "with a NUL": (HEADER.encode() + b"note: a\x00b\n", "invisible-characters", 5),
    "of 2 MB": (b"# " + b"x" * (2 << 20), "too-large-or-deep", 1),
    "an alias bomb": (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "alias-or-tag", 1),
    "100,000 brackets": (b"a: " + b"[" * 100_000, "too-large-or-deep", 1),
    "of a Python object": (b"a: !!python/object/apply:os.system [ls]\n", "alias-or-tag", 1),
    "of another version": (b"schema: actor/9.9\nid: x-body\n", "schema-version", 1),
    "of half a character": (HEADER.encode() + b'note: "\\ud800"\n', "invisible-characters", 5),
    "of two documents": (HEADER.encode() + b"---\na: 1\n", "alias-or-tag", 5),
    "a list": (b"- a\n- b\n", "wrong-type", 1),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gives_one_located_message_and_the_others_are_judged(name: str, corpus: Path) -> None:
    data, rule, line = BAD_FILES[name]
    (corpus / "actors/x-body.yaml").write_bytes(data)
    spoil(corpus, ARTICLE, "value: 2019-05-21}", "value: 2019-05-20}")
    code, told = findings(corpus)
    assert code == 1
    assert (rule, "actors/x-body.yaml", line) in told
    assert [found for found in told if found[1] != "actors/x-body.yaml"] == [("weekday-mismatch", ARTICLE, 36)]
    assert len(told) == 2


def test_folders_links_and_pipes_are_told_and_not_followed(corpus: Path) -> None:
    (corpus / "actors/folder.yaml").mkdir()
    (corpus / "actors/dangling.yaml").symlink_to("nowhere.yaml")
    (corpus / "actors/linked.yaml").symlink_to("kor.yaml")
    os.mkfifo(corpus / "actors/pipe.yaml")
    code, told = findings(corpus)
    assert code == 1
    assert [(rule, path) for rule, path, _ in told] == [
        ("unreadable-file", "actors/dangling.yaml"),
        ("unreadable-file", "actors/folder.yaml"),
        ("unrecognised-file", "actors/linked.yaml"),
        ("unreadable-file", "actors/pipe.yaml"),
    ]


def test_a_folder_that_is_a_link_is_told_and_not_followed(corpus: Path) -> None:
    (corpus / "events").rename(corpus.parent / "elsewhere")
    (corpus / "events").symlink_to(corpus.parent / "elsewhere")
    code, told = findings(corpus)
    assert code == 1
    assert ("unreadable-file", "events", 1) in told
    assert not any(path.startswith("events/") for _, path, _ in told)


def test_a_file_in_the_place_of_a_folder_is_told(corpus: Path) -> None:
    (corpus / "events").rename(corpus.parent / "elsewhere")
    (corpus / "events").touch()
    code, told = findings(corpus)
    assert code == 1
    assert ("unreadable-file", "events", 1) in told


@pytest.mark.parametrize(
    "setting",
    [
        "ignore: [F, M]",
        "select: [T]",
        "severity: {F: info, F008: info}",
        "waivers: [{rule: F, record: dl-2019-05-21-talks, reason: x}, {rule: F008, record: dl-2019-05-21-talks, reason: x}]",
    ],
)
def test_nothing_hides_that_a_file_could_not_be_judged(corpus: Path, setting: str) -> None:
    with (corpus / ARTICLE).open("a", encoding="utf-8") as article:
        article.write("x: [\n")
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(f"{setting}\n")
    code, told = findings(corpus)
    assert code == 1
    assert ARTICLE in [path for _, path, _ in told]


def test_a_rule_that_is_always_asked_can_be_selected_and_its_fix_is_offered_only_then(corpus: Path) -> None:
    spoil(corpus, "actors/kor.yaml", "kind: state", "kind: stat")
    assert findings(corpus, "--select", "not-utf8") == (1, [("unknown-term", "actors/kor.yaml", 3)])
    for wanted, fixable in (("unknown-term", True), ("not-utf8", False)):
        told = json.loads(dateline("check", corpus, "--select", wanted, "--output-format", "json").stdout)["findings"]
        assert [found["fix"] is not None for found in told] == [fixable]
        assert dateline("fix", corpus, "--unsafe", "--select", wanted, "--diff").returncode == fixable
    assert findings(corpus, "--ignore", "unknown-term")[0] == 1


def test_a_manifest_that_leaves_no_rule_is_an_error_of_use(corpus: Path) -> None:
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("select: [unknown-rule]\n")
    run = dateline("check", corpus)
    assert run.returncode == 2
    assert "no rule is left to ask: select and ignore in dateline.yaml leave none" in run.stderr


def test_a_file_of_50_mb_is_told_and_not_read(corpus: Path) -> None:
    with (corpus / "actors/x-body.yaml").open("wb") as file:
        file.truncate(50_000_000)
    run = dateline("check", corpus, "--output-format", "concise")
    assert "F012 [too-large-or-deep] the file has 50,000,000 bytes" in run.stdout
    assert run.returncode == 1


def test_a_file_without_permission_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: str | os.PathLike[str], *rest: int) -> int:
        if Path(path).name == "kor.yaml":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refuse)  # the owner of a machine may read everything: chmod would not do
    report = check(corpus, Settings(), Copies(None))
    assert [(finding.rule, finding.path) for finding in report.findings] == [("unreadable-file", "actors/kor.yaml")]
    assert "no permission" in report.findings[0].message


EXPLAINED = {
    "a near miss is told once, with the field that was meant": ("nam: A body", ["unknown-field"], 'did you mean "name"'),
    "a field twice wrong is told once": ("name: A body\nkin: state", ["unknown-field"], None),
    "a list where text is wanted": (
        "name: A body\nposts: [{id: x, title: Head, of: [kor]}]",
        ["wrong-type"],
        "text must stand here",
    ),
    "a combination has words of its own": ("name: A body\nids: {wikidata: Q42}\nstart: 1948/1949", ["bad-value"], "1948"),
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_the_schema_is_explained_in_plain_words(name: str, corpus: Path) -> None:
    fields, rules, says = EXPLAINED[name]
    (corpus / "actors/x-body.yaml").write_text(f"schema: actor/1.0\nid: x-body\nkind: public-body\n{fields}\n", "utf-8")
    report = check(corpus, Settings(), Copies(None))
    told = [finding for finding in report.findings if finding.path == "actors/x-body.yaml"]
    assert [finding.rule for finding in told] == rules
    assert says is None or says in f"{told[0].message} {told[0].help}"


@pytest.mark.parametrize(
    ("actor", "rule", "says"),
    [
        ("[kor]", "bad-value", "at least two"),
        ("[kor, Japan]", "bad-id", "Japan"),
        ("{id: kor}", "wrong-type", "text or a list"),
    ],
)
def test_of_two_alternatives_the_nearest_is_explained(actor: str, rule: str, says: str, corpus: Path) -> None:
    spoil(corpus, ARTICLE, "text: Japan, actor: jpn", f"text: Japan, actor: {actor}")
    [told] = check(corpus, Settings(), Copies(None)).findings
    assert told.rule == rule
    assert says in f"{told.message} {told.help}"


def test_the_manifest_can_be_asked_for_alone(corpus: Path) -> None:
    assert dateline("check", corpus / "dateline.yaml").returncode == 0
    spoil(corpus, "dateline.yaml", "version: 0.1.0", "version: [one]")
    assert dateline("check", corpus / "dateline.yaml").returncode == 2


def test_files_limit_what_is_told_and_not_what_references_resolve_against(corpus: Path) -> None:
    (corpus / "events/bad.yaml").write_text("schema: event/1.0\n", "utf-8")
    code, told = findings(corpus / ARTICLE)
    assert (code, told) == (0, [])


def test_a_report_goes_into_a_file_and_nothing_to_stdout(corpus: Path, tmp_path: Path) -> None:
    (corpus / "actors/kor.yaml").write_text("schema: actor/1.0\n", "utf-8")
    file = tmp_path / "report.txt"
    file.write_text("of yesterday\n", "utf-8")
    run = dateline("check", corpus, "--output-file", file, "--color", "always")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == f"3 errors in 12 files: written to {file}\n"
    assert file.read_text("utf-8") == dateline("check", corpus).stdout
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.txt"]


@pytest.mark.parametrize("more", [[], ["--watch"]], ids=["once", "watching"])
def test_no_report_goes_among_the_copies_of_texts(corpus: Path, more: list[str]) -> None:
    copies = sorted((corpus / "texts").iterdir())
    before = copies[0].read_bytes()
    for name in (copies[0].name, "report.txt"):
        run = dateline("check", "--texts", "texts", "--output-file", f"texts/{name}", *more, cwd=corpus)
        assert (run.returncode, run.stdout) == (2, "")
        assert "lies among your copies of texts" in run.stderr
    assert sorted((corpus / "texts").iterdir()) == copies
    assert copies[0].read_bytes() == before


def test_a_report_on_a_broken_manifest_goes_into_the_file_too(corpus: Path, tmp_path: Path) -> None:
    (corpus / "dateline.yaml").write_text("schema: corpus/1.0\ntitle: [\n", "utf-8")
    run = dateline("check", corpus, "--output-format", "json", "--output-file", tmp_path / "report.json")
    assert (run.returncode, run.stdout) == (2, "")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["findings"][0]["path"] == "dateline.yaml"


def test_annotations_name_files_from_the_top_of_the_repository(corpus: Path) -> None:
    (corpus / "actors/kor.yaml").write_text("schema: actor/1.0\n", "utf-8")
    top = corpus.parent
    for place, folder in ((HERE, ""), (top, "corpus/"), (corpus, "")):
        assert f"file={folder}actors/kor.yaml," in dateline("check", corpus, "--output-format", "github", cwd=place).stdout
    (top / ".git").mkdir()
    assert "file=corpus/actors/kor.yaml," in dateline("check", "actors", "--output-format", "github", cwd=corpus).stdout


def test_colour_comes_only_when_asked_for(corpus: Path) -> None:
    (corpus / "actors/kor.yaml").write_text("schema: actor/1.0\n", "utf-8")
    assert "\x1b[" not in dateline("check", corpus).stdout
    assert "\x1b[1;31merror" in dateline("check", corpus, "--color", "always").stdout


def test_statistics_count_by_rule(corpus: Path) -> None:
    (corpus / "actors/kor.yaml").write_text("schema: actor/1.0\n", "utf-8")
    assert "M101  error    missing-field" in dateline("check", corpus, "--statistics").stdout


def test_the_summary_tells_how_many_findings_a_command_can_fix(corpus: Path) -> None:
    text = (corpus / ARTICLE).read_text("utf-8").replace("text: Tokyo,", "text: Tokyo, nth: 1,", 1)
    (corpus / ARTICLE).write_text(text, "utf-8")
    for arguments in ([], ["--output-format", "concise"], ["--statistics"]):
        assert "\n1 can be fixed by dateline fix\nchecked: " in dateline("check", corpus, *arguments).stdout
    (corpus / ARTICLE).write_text(text.replace("value: 2019-05-21}", "value: 2019-05-20}"), "utf-8")
    assert "\n1 can be fixed by dateline fix, 1 more with --unsafe\n" in dateline("check", corpus).stdout
    assert "can be fixed" not in dateline("check", corpus, "--output-format", "markdown").stdout


def test_what_each_command_does_fits_into_a_line() -> None:
    shown = dateline("--help", COLUMNS="80").stdout
    assert "..." not in shown.partition("Commands:")[2]


def test_a_corpus_in_a_hidden_folder_is_named_in_full(corpus: Path) -> None:
    corpus.rename(corpus.with_name(".corpus"))
    (corpus.with_name(".corpus") / "actors/kor.yaml").write_text("schema: actor/1.0\n", "utf-8")
    assert "--> .corpus/actors/kor.yaml:1:1" in dateline("check", ".corpus", cwd=corpus.parent).stdout


def test_rules_are_selected_and_ignored(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "value: 2019-05-21}", "value: 2019-05-20}")
    assert [rule for rule, *_ in findings(corpus)[1]] == ["weekday-mismatch"]
    assert findings(corpus, "--ignore", "T3")[1] == []
    assert findings(corpus, "--select", "Q")[1] == []
    assert [rule for rule, *_ in findings(corpus, "--select", "T303", "--ignore", "T")[1]] == ["weekday-mismatch"]


@pytest.mark.parametrize("setting", ["select: [X]", "ignore: [C, X]", "select: [T]\nignore: [unknown-rule, X]"])
def test_a_setting_that_is_void_is_told_whatever_is_selected(corpus: Path, setting: str) -> None:
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(f"{setting}\n")
    for arguments in ([], [str(corpus / ARTICLE)]):
        code, told = findings(corpus, *arguments)
        assert code == 1
        assert [(rule, path) for rule, path, _ in told] == [("unknown-rule", "dateline.yaml")]


def test_a_severity_of_the_manifest_holds(corpus: Path) -> None:
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("severity: {weekday-mismatch: warning}\n")
    spoil(corpus, ARTICLE, "value: 2019-05-21}", "value: 2019-05-20}")
    assert findings(corpus)[0] == 0


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("check .. --output-file loop", "leads to itself"),
        ("check loop/x --output-file loop/x", "loop/x does not exist"),
        (f"check {'x' * 5000}", "file name too long"),
        (f"check .. --output-file {'x' * 300}", "file name too long"),
        ("check .. >/dev/full", "no space left on device"),
        ("check .. >&-", "it is closed"),
        ("check nowhere 2>/dev/full", ""),
        ("check nowhere 2>&-", ""),
        ("check .. --output-file ../../other/articles/a.yaml", "lies among the records"),
    ],
    ids=lambda value: value[:40],
)
def test_what_the_system_refuses_is_told_and_is_no_failure_of_ours(corpus: Path, command: str, says: str) -> None:
    (corpus / "here").mkdir()
    (corpus / "here/loop").symlink_to("loop")
    (corpus.parent / "other/articles").mkdir(parents=True)
    (corpus.parent / "other/dateline.yaml").write_bytes((corpus / "dateline.yaml").read_bytes())
    run = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m dateline {command}'],
        cwd=corpus / "here",
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.stderr) < 1200


def test_in_a_folder_that_is_gone_nothing_fails_in_us(corpus: Path) -> None:
    gone = "mkdir gone && cd gone && rmdir ../gone && "
    run = subprocess.run(
        ["/bin/sh", "-c", f'{gone} "{sys.executable}" -m dateline check'], cwd=corpus, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (2, "error: no such file or directory: the working directory or the output\n")


def test_every_rule_is_listed_and_explained() -> None:
    listed = json.loads(dateline("rules", "--output-format", "json").stdout)["rules"]
    assert [rule["code"] for rule in listed] == [rule.code for rule in rulebook()]
    assert all(rule["summary"] and rule["why"] and rule["wrong"] and rule["right"] for rule in listed)
    explained = dateline("explain", "t303").stdout
    assert explained.startswith("weekday-mismatch (T303, error")
    assert "```" not in explained


def test_the_generated_files_of_the_standard_are_up_to_date() -> None:
    assert dateline("rules", "--output-format", "json").stdout == (standard.folder() / "rules.json").read_text("utf-8")
    from dateline.engine.catalogue import as_page  # noqa: PLC0415 - only this test needs it

    found = discovered()
    assert as_module(found) == CATALOGUE.read_text("utf-8"), "run dateline rules --write"
    assert found == list(rulebook())
    assert as_page(found) == (standard.folder() / "RULES.md").read_text("utf-8")


def test_no_report_lies_among_the_records_of_an_outer_corpus(corpus: Path) -> None:
    inner = copy_of(MINIMAL, corpus / "articles/inner")
    run = dateline("check", inner, "--output-file", inner / "report")
    assert run.returncode == 2
    assert "lies among the records" in run.stderr
    assert not (inner / "report").exists()


def test_a_corpus_that_tells_no_day_has_no_today(corpus: Path) -> None:
    for folder in ("articles", "actors", "events"):
        shutil.rmtree(corpus / folder)
    said = dateline("check", corpus).stdout
    assert "checked: 0 articles" in said
    assert "today is" not in said


LOADED = """
import sys
from dateline.cli import main
try:
    main()
except SystemExit:
    sys.stderr.write("\\n".join(sys.modules))
"""


def loaded_by(*arguments: str | Path) -> set[str]:
    """Every module that is loaded at the end of a command that has nothing to say on stderr."""
    around = os.environ | {"PYTHONPATH": str(HERE.parent / "validator")}
    run = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, env=around, check=True)
    return set(run.stderr.split())


def under(*names: str, among: set[str]) -> set[str]:
    """The modules of these names, and those in them."""
    return {name for name in among if name.startswith(tuple(f"{one}." for one in names)) or name in names}


def test_a_check_loads_nothing_that_only_other_commands_need(corpus: Path) -> None:
    loaded = loaded_by("check", corpus)
    assert "dateline.engine.course" in loaded
    others = ("importers", "exporters", "engine.opening", "engine.tally", "engine.agreeing", "engine.both", "engine.fix")
    assert under(*(f"dateline.{other}" for other in others), among=loaded) == set()


# what is made for commands with options, for the words of shapes that are wrong, or for many processes
HEAVY = ("jsonschema", "referencing", "rich", "pydantic", "typer", "click", "multiprocessing", "concurrent", "packaging", "difflib")


def remembered(corpus: Path) -> None:
    """Check a corpus whose files are old enough to be known by their state."""
    for path in [corpus, *corpus.rglob("*")]:
        os.utime(path, (1e9, 1e9))
    time.sleep(max(0.0, 2.1 - (time.time() - max(path.stat().st_ctime for path in corpus.rglob("*")))))
    dateline("check", corpus)


def test_a_hook_run_loads_no_library_that_it_does_not_need(corpus: Path) -> None:
    remembered(corpus)
    spoil(corpus, ARTICLE, "\nauthors: [", "\nauthors: [Somebody Else, ")
    loaded = loaded_by("check", corpus / ARTICLE)
    assert {"yaml", "jsonschema_rs", "dateline.rules.time.weekday_mismatch"} <= loaded
    assert under(*HEAVY, among=loaded) == set()
    assert {"tempfile", "subprocess", "secrets", "pickle"} & loaded == set()


def test_a_run_in_which_nothing_has_changed_loads_next_to_nothing(corpus: Path) -> None:
    remembered(corpus)
    loaded = loaded_by("check", corpus)
    assert "dateline.engine.keeping" in loaded
    others = ("yaml", "jsonschema_rs", "json", "hashlib", "dateline.rules", "dateline.model.reading", "dateline.model.article")
    assert under(*HEAVY, *others, "dateline.loading.characters", "dateline.loading.base", among=loaded) == set()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("corpus",), 0),
        (("faulty",), 1),
        ((f"faulty/{ARTICLE}", "faulty/actors"), 1),
        ((f"corpus/{ARTICLE}",), 0),
        (("corpus", "faulty"), 2),
        (("corpus/nowhere.yaml",), 2),
        (("corpus/texts/README",), 2),
        (("broken",), 2),
        (("..",), 2),
        ((), 0),
    ],
    ids=["clean", "faulty", "files", "one file", "two corpora", "missing", "no record", "broken manifest", "no corpus", "below"],
)
def test_a_plain_check_says_what_typer_lets_it_say(arguments: tuple[str, ...], code: int, corpus: Path) -> None:
    spoil(copy_of(MINIMAL, corpus.parent / "faulty"), ARTICLE, "actor: kor", "actor: nobody")
    spoil(copy_of(MINIMAL, corpus.parent / "broken"), "dateline.yaml", "schema:", "schema: [")
    (corpus / "texts/README").write_text("no record")
    assert plainly_asked(["check", *arguments])
    assert plainly_asked(["check", *arguments, "--color", "auto"]) is None
    plain = in_bytes("check", *arguments, cwd=corpus.parent)
    typers = in_bytes("check", *arguments, "--color", "auto", cwd=corpus.parent)
    assert (plain.returncode, plain.stdout, plain.stderr) == (typers.returncode, typers.stdout, typers.stderr)
    assert plain.returncode == code
    assert plain.stdout or plain.stderr


def test_a_manifest_that_is_as_it_was_is_not_checked_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def again() -> Report:
        return check(corpus, Settings(), Copies(), keeper=Keeper(corpus))

    spoil(corpus, "dateline.yaml", "schema: corpus/1.0", "schema: corpus/1.0\nignore: [A213]")
    again()
    spoil(corpus, ARTICLE, "headline: ", "headline: X")
    monkeypatch.setattr("dateline.engine.running.check_source", MagicMock(side_effect=ZeroDivisionError))
    assert again().told == ()
    spoil(corpus, "dateline.yaml", "\nignore: [A213]", "")
    with pytest.raises(ZeroDivisionError):
        again()


def test_options_and_the_environment_are_typers_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_TEXTS", raising=False)
    assert plainly_asked(["check"]) is not None
    assert [plainly_asked(words) for words in ([], ["--version"], ["fix"], ["check", "--"], ["check", "a", "-h"])] == [None] * 5
    monkeypatch.setenv("DATELINE_TEXTS", "texts")
    assert plainly_asked(["check"]) is None


def test_of_records_that_are_named_the_corpus_is_looked_through_once(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records, others = ["actors/kor.yaml", ARTICLE], ["dateline.yaml", "actors"]
    (corpus / "events/linked.yaml").symlink_to(corpus / "actors/kor.yaml")

    with monkeypatch.context() as slow:
        slow.setattr("dateline.cli.console._is_surely_a_record", MagicMock(return_value=False))
        slowly = {name: corpus_at([corpus / name]) for name in (*records, *others, "events/linked.yaml")}
    assert slowly == {name: corpus_at([corpus / name]) for name in slowly}
    monkeypatch.setattr("dateline.loading.source.find", MagicMock(side_effect=ZeroDivisionError))
    assert corpus_at([corpus / name for name in records]) == (corpus.resolve(), records)
    for name in (*others, "events/linked.yaml"):
        with pytest.raises(ZeroDivisionError):
            corpus_at([corpus / name])
