"""Fixes: only the marked places change, a bad fix is thrown away, and nothing is ever lost."""

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest
from dateline.engine import trial
from dateline.engine.changes import carry_out
from dateline.engine.check import check
from dateline.engine.fix import Fixed, fix
from dateline.engine.report import Report
from dateline.engine.settings import Settings, UsageError
from dateline.loading.texts import Copies
from dateline.loading.writing import edited_bytes
from dateline.model.article import Article
from dateline.model.finding import Edit, Fix, PlacedEdit, Problem, Remove, Rename, Replace
from dateline.model.place import Place, Span
from dateline.rules import rulebook

from tests.laid import ARTICLE, CORPUS, MINIMAL, copy_of
from tests.program import run

TUESDAY = "value: 2019-05-21}"
MONDAY = "value: 2019-05-20}"
TOKYO = "{in: h1, text: Tokyo, actor: jpn, form: metonym}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(MINIMAL, tmp_path / "corpus")


def put(root: Path, *pairs: tuple[str, str], path: str = ARTICLE) -> bytes:
    text = (root / path).read_text("utf-8")
    for find, replacement in pairs:
        assert find in text, find
        text = text.replace(find, replacement, 1)
    (root / path).write_text(text, "utf-8", newline="")
    return (root / path).read_bytes()


def fixed(root: Path, *only: str, unsafe: bool = False, settings: Settings | None = None) -> Fixed:
    return fix(root, settings or Settings(), Copies(root / "texts"), only, unsafe=unsafe)


def after(made: Fixed, path: str = ARTICLE) -> str:
    [change] = [change for change in made.changes if change.path == path]
    return change.after.decode()


def test_a_safe_fix_touches_its_place_and_no_other(root: Path) -> None:
    spoilt = put(root, (TOKYO, "{in: h1,  text: Tokyo, nth: 1, actor: jpn,form: metonym}   # kept  "))
    made = fixed(root)
    assert [finding.rule for finding in made.findings] == ["needless-nth"]
    assert after(made) == spoilt.decode().replace(", nth: 1", "", 1)


def test_what_a_person_must_confirm_is_fixed_only_when_asked_for(root: Path) -> None:
    spoilt = put(root, (TUESDAY, MONDAY))
    assert fixed(root).changes == []
    assert after(fixed(root, unsafe=True)) == spoilt.decode().replace(MONDAY, TUESDAY)


def test_files_as_arguments_are_the_only_ones_touched(root: Path) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    put(root, ("name:", "note: NO\nname:"), path="actors/kor.yaml")
    made = fixed(root, "actors/kor.yaml")
    assert [change.path for change in made.changes] == ["actors/kor.yaml"]


def test_selected_rules_are_the_only_ones_obeyed(root: Path) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    assert fixed(root, settings=Settings(select=("T",))).changes == []
    assert fixed(root, settings=Settings(ignore=("needless-nth",))).changes == []
    assert len(fixed(root, settings=Settings(select=("needless-nth",))).changes) == 1
    with pytest.raises(UsageError):
        fixed(root, settings=Settings(select=("no-such-rule",)))


def test_edits_land_right_in_a_file_of_another_system(root: Path) -> None:
    text = put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")), ("Dateline corpus", "Dateline cafe\u0301")).decode()
    clean = text.replace(", nth: 1", "", 1).replace("cafe\u0301", "caf\u00e9")
    (root / ARTICLE).write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    assert after(fixed(root)) == clean
    settings = Settings(select=("needless-nth", "not-nfc"))
    assert after(fixed(root, settings=settings)) == "\ufeff" + clean.replace("\n", "\r\n")
    assert after(fixed(root, settings=Settings(select=("crlf-newlines",)))) == "\ufeff" + text
    assert after(fixed(root, settings=Settings(select=("byte-order-mark",)))) == text.replace("\n", "\r\n")


def test_an_edit_of_nothing_at_the_beginning_takes_a_byte_order_mark_away_and_no_letter() -> None:
    edit = PlacedEdit("a.yaml", Span(1, 1, 1, 1), "")
    assert edited_bytes("\ufeffa: 1\r\n".encode(), [edit]) == b"a: 1\r\n"
    assert edited_bytes(b"a: 1\r\n", [edit]) == b"a: 1\r\n"
    letter = PlacedEdit("a.yaml", Span(1, 1, 1, 2), "b")
    assert edited_bytes("\ufeffa: 1\r\n".encode(), [letter]) == "\ufeffb: 1\r\n".encode()


def test_a_state_that_was_just_checked_is_not_checked_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[bytes] = []

    def noted(corpus: Path, settings: Settings, copies: Copies) -> Report:
        checked.append((corpus / ARTICLE).read_bytes())
        return check(corpus, settings, copies)

    monkeypatch.setattr(trial, "check", noted)
    spoilt = put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    assert checked == [spoilt, after(fixed(root)).encode()]


def test_edits_that_overlap_wait_a_round(root: Path) -> None:
    lines = f"  - {TOKYO}\n"
    put(root, (lines, lines * 4))
    made = fixed(root)
    assert after(made) == (MINIMAL / ARTICLE).read_text("utf-8")
    assert {finding.rule for finding in made.findings} == {"duplicate-mention"}


@pytest.fixture
def edits_of(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Edit, ...]]:
    """The edits with which ``needless-nth`` now mends the mention of a name; of any other, it does what is right."""
    edits: dict[str, tuple[Edit, ...]] = {}

    def judge(article: Article) -> Iterator[Problem]:
        for mention in article.mentions:
            if mention.words.nth:
                made = edits.get(mention.words.text, (Remove(mention.at / "nth"),))
                yield Problem("needless", mention.at / "nth", fix=Fix(made, safe=True))

    [rule] = [known for known in rulebook() if known.name == "needless-nth"]
    monkeypatch.setitem(rule.__dict__, "check", judge)
    return edits


TOKYO_AT = Place(ARTICLE) / "mentions" / 1


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ((Replace(TOKYO_AT / "nth", 1),), "what it mends would still be found"),
        ((Remove(TOKYO_AT / "nth"), Replace(TOKYO_AT / "text", "Kyoto")), f"anchor-not-found would be found at {ARTICLE}:24"),
        ((Remove(TOKYO_AT / "nth"), Rename(TOKYO_AT / "text", "in")), f"duplicate-key would be found at {ARTICLE}:24"),
    ],
    ids=["without effect", "with an error of meaning", "with a broken file"],
)
def test_a_bad_fix_is_thrown_away_and_told_and_the_good_ones_stay(
    root: Path,
    edits_of: dict[str, tuple[Edit, ...]],
    edits: tuple[Edit, ...],
    why: str,
) -> None:
    names = ("{in: h1, text: Seoul", "{in: h1, text: Tokyo", "{in: p1, text: Japan", "{in: p3, text: Japan")
    spoilt = put(root, *((f"{name},", f"{name}, nth: 1,") for name in names)).decode()
    edits_of["Tokyo"] = edits
    made = fixed(root)
    assert after(made) == spoilt.replace("Seoul, nth: 1", "Seoul").replace("Japan, nth: 1", "Japan")
    assert [refused.why for refused in made.refused.values()] == [why]
    shown = run("fix", root)
    assert f"{ARTICLE}:24: the fix of needless-nth was not applied: {why}; please report this" in shown.stderr


def test_of_two_fixes_that_do_not_agree_one_is_made(root: Path, edits_of: dict[str, tuple[Edit, ...]]) -> None:
    put(root, *((f"{{in: h1, text: {name},", f"{{in: h1, text: {name}, nth: 1,") for name in ("Seoul", "Tokyo")))
    put(root, ("name:", "metonyms: [Yongsan]\nname:"), path="actors/kor-mnd.yaml")
    body = Place("actors/kor-mnd.yaml")
    edits_of["Seoul"] = (Remove(Place(ARTICLE) / "mentions" / 0 / "nth"), Rename(body / "metonyms", "aliases"))
    edits_of["Tokyo"] = (Remove(TOKYO_AT / "nth"), Rename(body / "short_names", "aliases"))
    made = fixed(root)
    [refused] = made.refused.values()
    assert "duplicate-key" in refused.why
    assert "aliases: [Yongsan]\n" in after(made, "actors/kor-mnd.yaml")
    assert "text: Seoul, actor" in after(made)
    assert "text: Tokyo, nth: 1" in after(made)


def test_a_fix_that_opens_a_file_may_bring_to_light_what_was_hidden(root: Path) -> None:
    spoilt = put(root, ("published:", "publishd:"), (TUESDAY, MONDAY))
    made = fixed(root, unsafe=True)
    assert made.refused == {}
    assert after(made) == spoilt.decode().replace("publishd", "published").replace(MONDAY, TUESDAY)


def test_what_a_finding_hid_may_come_to_light(root: Path) -> None:
    put(root, ("country: KOR", "country: NO"), path="actors/kor.yaml")
    made = fixed(root)
    assert made.refused == {}
    assert 'country: "NO"\n' in after(made, "actors/kor.yaml")


def test_a_guess_that_would_be_wrong_is_not_made_and_is_no_error_of_the_rule(tmp_path: Path) -> None:
    root, path = copy_of(CORPUS, tmp_path / "corpus"), "articles/dl-2019-06-02-singapore-talks.yaml"
    there = "event: chn-kor-defence-talks-16, time: t12}"  # of times that there are, the nearest by letters is t11
    spoilt = put(root, (there, there.replace("t12", "t13")), path=path)
    shown = run("fix", root, "--unsafe")
    assert shown.exit_code == 1
    assert (root / path).read_bytes() == spoilt
    assert "was not applied: date-against-time would be found" in shown.stderr
    assert "decide yourself" in shown.stderr


def test_a_file_that_was_changed_in_the_meantime_is_not_written(root: Path) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    made = fixed(root)
    theirs = put(root, ("Dateline corpus", "Another corpus"))
    troubles = carry_out(root, made.changes)
    assert "run this again" in troubles[ARTICLE]
    assert (root / ARTICLE).read_bytes() == theirs
    assert list((root / "articles").glob(".*")) == []


def test_a_file_that_is_read_only_is_told_and_left(root: Path) -> None:
    spoilt = put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    (root / ARTICLE).chmod(0o444)
    shown = run("fix", root)
    assert shown.exit_code == 1
    assert "read-only" in shown.stderr
    assert (root / ARTICLE).read_bytes() == spoilt


def test_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    spoilt = put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    made = fixed(root)
    (root / ARTICLE).rename(tmp_path / "elsewhere.yaml")
    (root / ARTICLE).symlink_to(tmp_path / "elsewhere.yaml")
    assert "symbolic link" in carry_out(root, made.changes)[ARTICLE]
    assert (tmp_path / "elsewhere.yaml").read_bytes() == spoilt


def test_what_cannot_be_read_is_told_and_hinders_no_other(root: Path) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    (root / "actors/dangling.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(root / "actors/pipe.yaml")
    with (root / "actors/large.yaml").open("wb") as file:
        file.truncate(2 << 20)
    (root / "actors/bytes.yaml").write_bytes(b"a: \xff\n")
    shown = run("fix", root)
    assert shown.exit_code == 1
    assert f"{ARTICLE}: fixed needless-nth\n" in shown.stdout
    assert "2,097,152 bytes" in shown.stdout


def test_fix_tells_what_it_did_and_what_is_left(root: Path) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")), (TUESDAY, MONDAY))
    (root / ARTICLE).chmod(0o640)
    shown = run("fix", root)
    assert shown.exit_code == 1
    assert f"{ARTICLE}: fixed needless-nth\n1 finding fixed in 1 file\n" in shown.stdout
    assert "1 can be fixed by dateline fix --unsafe" in shown.stdout
    assert (root / ARTICLE).stat().st_mode & 0o777 == 0o640
    shown = run("fix", root, "--unsafe")
    assert shown.exit_code == 0
    assert (root / ARTICLE).read_bytes() == (MINIMAL / ARTICLE).read_bytes()


def test_a_comparison_is_safe_to_print(root: Path) -> None:
    path = root / "actors/kor.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b'note: "::error::\\e[31m"  # ::error::\r\n')
    shown = run("fix", root, "--diff")
    assert "\r" not in shown.stdout
    assert "\\x0d" in shown.stdout
    assert not any(line.lstrip().startswith("::") for line in shown.stdout.split("\n"))


def waive(root: Path, *records: str) -> bytes:
    with (root / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("waivers:\n" + "".join(f"  - {{rule: orphan, record: {record}, reason: known}}\n" for record in records))
    return (root / "dateline.yaml").read_bytes()


STRAYS = (
    "a file of another name",
    "a folder",
    "a link to a record",
    "a link in place of a folder",
    "a name in capitals",
    "a closed folder",
)


def stray(root: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    match what:
        case "a file of another name":
            (root / "actors/zzz.yml").write_text("a: 1\n", "utf-8")
        case "a folder":
            (root / "actors/zzz").mkdir()
        case "a link to a record":
            (root / "actors/zzz.yaml").symlink_to("kor.yaml")
        case "a link in place of a folder":
            (root / "articles").rename(root / "elsewhere")
            (root / "articles").symlink_to("elsewhere")
        case "a name in capitals":
            (root / "actors/Kor.yaml").write_bytes((root / "actors/kor.yaml").read_bytes())
        case "a closed folder":
            closed, scan = root / "articles", os.scandir
            refuse = PermissionError(errno.EACCES, "Permission denied")
            monkeypatch.setattr(os, "scandir", lambda folder: throw(refuse) if folder == closed else scan(folder))


def throw(error: OSError) -> Never:
    raise error


@pytest.mark.parametrize("what", STRAYS)
def test_where_not_everything_is_known_no_waiver_is_taken_out(root: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waivers = waive(root, "nobody")
    assert [change.path for change in fixed(root).changes] == ["dateline.yaml"]
    stray(root, what, monkeypatch)
    assert "unused-waiver" not in {finding.rule for finding in check(root, Settings(), Copies(root / "texts")).findings}
    assert "unused-waiver" not in {finding.rule for finding in fixed(root).findings}
    assert (root / "dateline.yaml").read_bytes() == waivers


def test_with_the_last_waiver_the_list_of_them_goes(root: Path) -> None:
    before = (root / "dateline.yaml").read_text("utf-8")
    waive(root, "kor", "jpn", "nobody")
    assert after(fixed(root), "dateline.yaml") == before


def test_a_waiver_that_is_seen_to_be_idle_only_when_the_last_error_is_mended_keeps_no_fix_away(root: Path) -> None:
    before = (root / "dateline.yaml").read_text("utf-8")
    put(root, ("value: 2019-05-21}", "value: 2019-05-20}"))
    waive(root, "nobody")
    made = fixed(root, unsafe=True)
    assert made.refused == {}
    assert [finding.rule for finding in made.findings] == ["weekday-mismatch", "unused-waiver"]
    assert after(made, "dateline.yaml") == before


@pytest.mark.parametrize("command", ["fix", "fmt"])
def test_a_broken_manifest_is_told_and_nothing_is_written(command: str, root: Path) -> None:
    (root / "dateline.yaml").write_text("schema: corpus/1.0\ntitle: [\n", "utf-8")
    before = (root / "dateline.yaml").read_bytes()
    shown = run(command, root)
    assert shown.exit_code != 0
    assert (root / "dateline.yaml").read_bytes() == before
    assert "dateline.yaml:2:1  (bad-yaml)" in shown.stdout or "dateline.yaml is left as it is" in shown.stderr


def test_fmt_tells_what_is_no_record(root: Path) -> None:
    (root / "actors/notes.txt").write_text("a", "utf-8")
    shown = run("fmt", root / "actors/notes.txt")
    assert (shown.exit_code, shown.stderr.split("\n")[0]) == (1, "actors/notes.txt is left as it is: it is no record of the corpus")


def test_a_file_of_an_editor_is_mentioned_by_none(root: Path) -> None:
    run("fmt", root)
    (root / "actors/.kor.yaml").write_text("a: [\n", "utf-8")
    for place in (root, root / "actors"):
        shown = run("fmt", "--check", place)
        assert (shown.exit_code, shown.stdout, shown.stderr) == (0, "", "0 files would be formatted\n")


@pytest.mark.parametrize(("command", "spoilt"), [("fix", "text: Tokyo, nth: 1,"), ("fmt", "text:  Tokyo,")])
def test_paths_lead_from_the_working_directory(command: str, spoilt: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("fmt", root)
    right = (root / ARTICLE).read_bytes()
    put(root, ("text: Tokyo,", spoilt))
    monkeypatch.chdir(root.parent)
    shown = run(command, "--diff", "corpus")
    assert shown.exit_code == 1
    assert shown.stdout.startswith(f"--- corpus/{ARTICLE}\n+++ corpus/{ARTICLE}\n")
    subprocess.run(["git", "apply", "-p0"], input=shown.stdout, encoding="utf-8", check=True)  # noqa: S607 - whichever git is there
    assert (root / ARTICLE).read_bytes() == right
    put(root, ("text: Tokyo,", spoilt))
    assert run(command, "corpus").stdout.startswith(f"corpus/{ARTICLE}")
    assert (root / ARTICLE).read_bytes() == right


def test_a_fix_is_told_of_each_file_that_it_changes(root: Path, edits_of: dict[str, tuple[Edit, ...]]) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    edits_of["Tokyo"] = (Remove(TOKYO_AT / "nth"), Rename(Place("actors/kor-mnd.yaml") / "short_names", "aliases"))
    shown = run("fix", root)
    assert shown.stdout.startswith(
        f"actors/kor-mnd.yaml: fixed needless-nth\n{ARTICLE}: fixed needless-nth\n1 finding fixed in 2 files\n"
    )


def test_a_report_promises_no_fix_that_was_just_refused(root: Path, edits_of: dict[str, tuple[Edit, ...]]) -> None:
    put(root, (TOKYO, TOKYO.replace("Tokyo", "Tokyo, nth: 1")))
    edits_of["Tokyo"] = (Replace(TOKYO_AT / "nth", 1),)
    assert "1 can be fixed by dateline fix\n" in run("check", root).stdout
    shown = run("fix", root)
    assert "was not applied" in shown.stderr
    assert "can be fixed" not in shown.stdout
