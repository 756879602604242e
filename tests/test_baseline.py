"""A comparison with a revision: what it already has does not fail, what a change brings does."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from dateline.engine.baseline import base_at, compared
from dateline.engine.check import check
from dateline.engine.report import Report
from dateline.engine.settings import Settings, UsageError
from dateline.loading import base
from dateline.loading.texts import Copies
from msgspec.structs import replace

from tests.laid import ARTICLE, MINIMAL, TEXTS, copy_of, spoil, told
from tests.program import dateline, findings
from tests.repositories import commit, git

ORPHAN = "schema: actor/1.0\nid: {0}\nkind: state\nname: {1}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus in a repository, below its top; it is not committed yet."""
    (tmp_path / "repository").mkdir()
    git(tmp_path / "repository", "init", "--quiet")
    return copy_of(MINIMAL, tmp_path / "repository" / "corpus")


def against(root: Path, ref: str = "HEAD", only: tuple[str, ...] = ()) -> Report:
    copies = Copies(root / TEXTS)
    return compared(check(root, Settings(), copies, only), base_at(root, ref), Settings(), copies)


def already(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings if finding.baseline]


def wrong_day(root: Path) -> None:
    spoil(root, ARTICLE, "value: 2019-05-21}", "value: 2019-05-20}")


def test_what_the_base_has_is_marked_counted_and_does_not_fail(corpus: Path) -> None:
    wrong_day(corpus)
    commit(corpus)
    report = against(corpus)
    assert (already(report), report.fails) == (["weekday-mismatch"], False)
    assert findings(corpus, "--against", "HEAD") == (0, [("weekday-mismatch", ARTICLE, 36)])
    for form in ("full", "concise"):
        printed = dateline("check", corpus, "--against", "HEAD", "--output-format", form).stdout
        assert printed.startswith("no findings in 12 files; 1 already in HEAD")
    assert "weekday" not in dateline("check", corpus, "--against", "HEAD", "--statistics").stdout


def test_a_comparison_without_findings_says_that_it_was_made(corpus: Path) -> None:
    commit(corpus)
    assert dateline("check", corpus, "--against", "HEAD").stdout.startswith("no findings in 12 files; none already in HEAD")


def test_a_finding_may_move_to_another_line(corpus: Path) -> None:
    wrong_day(corpus)
    commit(corpus)
    spoil(corpus, ARTICLE, "schema:", "# a line more\nschema:")
    assert told(against(corpus)) == []


def test_a_copied_item_fails_and_it_is_the_copy_that_is_told(corpus: Path) -> None:
    wrong_day(corpus)
    commit(corpus)
    bad = next(line for line in (corpus / ARTICLE).read_text("utf-8").split("\n") if "2019-05-20}" in line)
    spoil(corpus, ARTICLE, "times:\n", "times:\n" + bad.replace("t1", "t9").replace("05-20", "05-23") + "\n")
    report = against(corpus)
    days = [(finding.message, finding.baseline) for finding in report.findings if finding.rule == "weekday-mismatch"]
    assert [("05-23" in message, baseline) for message, baseline in days] == [(True, False), (False, True)]
    assert report.fails


def test_a_copy_with_the_very_same_words_fails_as_well(corpus: Path) -> None:
    wrong_day(corpus)
    commit(corpus)
    bad = next(line for line in (corpus / ARTICLE).read_text("utf-8").split("\n") if "2019-05-20}" in line)
    spoil(corpus, ARTICLE, "times:\n", "times:\n" + bad.replace("t1", "t9") + "\n")
    report = against(corpus)
    assert told(report).count("weekday-mismatch") == already(report).count("weekday-mismatch") == 1


def test_the_same_mistake_in_another_record_fails(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Korea"), "utf-8")
    commit(corpus)
    (corpus / "actors/mng.yaml").write_text(ORPHAN.format("mng", "Mongolia"), "utf-8")
    report = against(corpus)
    assert [(finding.record, finding.baseline) for finding in report.findings] == [("mng", False), ("prk", True)]


def test_one_that_is_mended_excuses_another_of_its_rule_and_record_and_no_more(corpus: Path) -> None:
    wrong_day(corpus)
    commit(corpus)
    spoil(corpus, ARTICLE, "value: 2019-05-20}", "value: 2019-05-22}")
    assert told(against(corpus)) == []
    spoil(corpus, ARTICLE, "value: 2019-05-22}", "value: 2019-05-21}")
    assert against(corpus).findings == ()


def test_a_deleted_file_breaks_what_refers_to_it(corpus: Path) -> None:
    commit(corpus)
    (corpus / "events/shangri-la-dialogue-2019.yaml").unlink()
    report = against(corpus)
    assert set(told(report)) == {"dangling-reference"}
    assert already(report) == []


def test_a_renamed_file_takes_its_findings_along_if_the_manifest_says_so(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Korea"), "utf-8")
    commit(corpus)
    (corpus / "actors/prk.yaml").unlink()
    (corpus / "actors/dprk.yaml").write_text(ORPHAN.format("dprk", "North Korea"), "utf-8")
    assert told(against(corpus)) == ["orphan"]
    spoil(corpus, "dateline.yaml", "annotators:", "renames: {prk: nko, nko: dprk}\nannotators:")
    assert (told(against(corpus)), already(against(corpus))) == ([], ["orphan"])
    # a copy under the old name is one too many
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Corea"), "utf-8")
    assert told(against(corpus)).count("orphan") == 1


def test_a_ring_of_renames_ends(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Korea"), "utf-8")
    spoil(corpus, "dateline.yaml", "annotators:", "renames: {prk: nko, nko: prk}\nannotators:")
    commit(corpus)
    assert told(against(corpus)) == []


def test_what_is_waived_now_excuses_no_other(corpus: Path) -> None:
    wrong_day(corpus)
    commit(corpus)
    bad = next(line for line in (corpus / ARTICLE).read_text("utf-8").split("\n") if "2019-05-20}" in line)
    spoil(corpus, ARTICLE, "times:\n", "times:\n" + bad.replace("t1", "t9").replace("05-20", "05-23") + "\n")
    waiver = "waivers: [{rule: T303, record: dl-2019-05-21-talks, at: /times/1, reason: known}]"
    spoil(corpus, "dateline.yaml", "annotators:", f"{waiver}\nannotators:")
    assert "weekday-mismatch" in told(against(corpus))


def test_a_waiver_that_is_taken_out_leaves_its_finding_new(corpus: Path) -> None:
    wrong_day(corpus)
    waiver = "waivers: [{rule: T303, record: dl-2019-05-21-talks, reason: known}]\n"
    spoil(corpus, "dateline.yaml", "annotators:", f"{waiver}annotators:")
    commit(corpus)
    assert against(corpus).findings[0].waived == "known"
    spoil(corpus, "dateline.yaml", waiver, "")
    assert told(against(corpus)) == ["weekday-mismatch"]


def test_a_waiver_that_was_idle_before_is_idle_already(corpus: Path) -> None:
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("waivers: [{rule: published-in-future, record: dl-2019-05-21-talks, reason: known}]\n")
    commit(corpus)
    assert (told(against(corpus)), already(against(corpus))) == ([], ["unused-waiver"])
    # on a day that somebody gives, it may be in use: it is told neither here nor there
    settings = Settings(as_of=date(2030, 1, 1))
    report = compared(check(corpus, settings, Copies()), base_at(corpus, "HEAD"), settings, Copies())
    assert "unused-waiver" not in (*told(report), *already(report))


def test_the_base_is_judged_on_the_day_of_today(corpus: Path) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Korea"), "utf-8")
    with (corpus / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("waivers: [{rule: orphan, record: prk, reason: known, until: 2026-11-30}]\n")
    commit(corpus)
    assert against(corpus).told == ()
    spoil(corpus, "dateline.yaml", "annotators:", "as_of: 2026-12-01\nannotators:")
    assert (told(against(corpus)), already(against(corpus))) == ([], ["orphan", "expired-waiver"])


def test_files_as_arguments_limit_what_is_told_of_a_comparison(corpus: Path) -> None:
    wrong_day(corpus)
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Korea"), "utf-8")
    commit(corpus)
    assert already(against(corpus, only=(ARTICLE,))) == ["weekday-mismatch"]


def test_a_corpus_that_the_base_has_not_is_new_in_all(corpus: Path) -> None:
    first = commit_nothing(corpus)
    wrong_day(corpus)
    commit(corpus)
    report = against(corpus, first)
    assert (told(report), already(report)) == (["weekday-mismatch"], [])


def commit_nothing(corpus: Path) -> str:
    git(corpus.parent, "commit", "--quiet", "--allow-empty", "-m", "nothing")
    return git(corpus.parent, "rev-parse", "HEAD")


def test_a_base_with_a_broken_manifest_excuses_nothing(corpus: Path) -> None:
    manifest = (corpus / "dateline.yaml").read_text("utf-8")
    wrong_day(corpus)
    (corpus / "dateline.yaml").write_text("title: [\n", "utf-8")
    commit(corpus)
    (corpus / "dateline.yaml").write_text(manifest, "utf-8")
    assert told(against(corpus)) == ["weekday-mismatch"]


def test_a_run_on_nothing_is_never_excused(corpus: Path) -> None:
    for folder in ("articles", "actors", "events"):
        shutil.rmtree(corpus / folder)
    commit(corpus)
    assert told(against(corpus)) == ["nothing-checked"]


def test_the_corpus_may_be_the_top_of_its_repository(tmp_path: Path) -> None:
    root = copy_of(MINIMAL, tmp_path / ":(top) é*")
    git(root, "init", "--quiet")
    wrong_day(root)
    commit(root)
    assert already(against(root)) == ["weekday-mismatch"]


def test_a_folder_of_a_strange_name_is_found_as_it_is(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    root = copy_of(MINIMAL, tmp_path / ":(top) é*\n")
    wrong_day(root)
    commit(tmp_path)
    assert already(against(root)) == ["weekday-mismatch"]


NO_COMMIT = (
    "",
    "-h",
    "--help",
    "--output=x",
    "nowhere",
    "^HEAD",
    "HEAD:corpus",
    "HEAD..HEAD",
    "HEAD\n",
    "HEAD HEAD",
    "HEAD^{tree}",
)


@pytest.mark.parametrize("ref", NO_COMMIT)
def test_what_names_no_commit_ends_with_2_and_nothing_takes_its_place(corpus: Path, ref: str) -> None:
    commit(corpus)
    run = dateline("check", corpus, f"--against={ref}")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("error: --against: ")
    assert run.stderr.count("\n") == 1


def test_a_shallow_clone_is_told_to_fetch_the_whole_history(corpus: Path, tmp_path: Path) -> None:
    first = commit(corpus)
    commit(corpus)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{corpus.parent}", "shallow")
    run = dateline("check", tmp_path / "shallow/corpus", "--against", first)
    assert run.returncode == 2
    assert "fetch-depth: 0" in run.stderr
    assert dateline("check", tmp_path / "shallow/corpus", "--against", "HEAD").returncode == 0


def test_a_partial_clone_fetches_nothing_and_says_so(corpus: Path, tmp_path: Path) -> None:
    git(corpus.parent, "config", "uploadpack.allowFilter", "true")
    wrong_day(corpus)
    commit(corpus)
    spoil(corpus, ARTICLE, "2019-05-20}", "2019-05-19}")
    commit(corpus)
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", f"file://{corpus.parent}", "partial")
    run = dateline("check", tmp_path / "partial/corpus", "--against", "HEAD~1")
    assert run.returncode == 2
    assert run.stderr.startswith("error: --against HEAD~1: ")
    assert dateline("check", tmp_path / "partial/corpus", "--against", "HEAD").returncode == 0


def test_a_corpus_in_a_bare_repository_or_in_none_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "bare")
    for root in copy_of(MINIMAL, tmp_path / "bare" / "corpus"), copy_of(MINIMAL, tmp_path / "none"):
        run = dateline("check", root, "--against", "HEAD")
        assert run.returncode == 2
        assert "lies in no work tree of git" in run.stderr


def test_what_is_no_repository_inside_is_told(corpus: Path) -> None:
    shutil.rmtree(corpus.parent / ".git")
    (corpus.parent / ".git").mkdir()
    run = dateline("check", corpus, "--against", "HEAD")
    assert run.returncode == 2
    assert "not a git repository" in run.stderr


def test_without_git_it_is_told(corpus: Path) -> None:
    commit(corpus)
    run = dateline("check", corpus, "--against", "HEAD", PATH="")
    assert run.returncode == 2
    assert "git is not installed" in run.stderr


def test_neither_filters_nor_hooks_run_and_nothing_is_changed(corpus: Path, tmp_path: Path) -> None:
    wrong_day(corpus)
    (corpus / ".gitattributes").write_text("*.yaml filter=evil diff=evil export-subst ident\n", "utf-8")
    commit(corpus)
    script = tmp_path / "evil"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n", "utf-8")
    script.chmod(0o755)
    filters = ("filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "diff.external")
    for setting in (*filters, "core.fsmonitor", "core.pager", "core.sshCommand"):
        git(corpus.parent, "config", setting, str(script))
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "pre-auto-gc", "fsmonitor-watchman"):
        shutil.copy(script, corpus.parent / ".git/hooks" / hook)
    (corpus / "staged.txt").write_text("x", "utf-8")
    before = {path: path.stat().st_mtime_ns for path in corpus.parent.rglob("*")}
    assert dateline("check", corpus, "--against", "HEAD").returncode == 0
    assert not (tmp_path / "ran").exists()
    assert {path: path.stat().st_mtime_ns for path in corpus.parent.rglob("*")} == before
    git(corpus.parent, "status")
    assert (tmp_path / "ran").exists()  # git as everybody calls it does run them


def test_the_variables_of_git_lead_nowhere_else(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong_day(corpus)
    commit(corpus)
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_EXTERNAL_DIFF"):
        monkeypatch.setenv(name, str(tmp_path))
    assert already(against(corpus)) == ["weekday-mismatch"]


def test_a_folder_that_poses_as_a_repository_is_not_asked(corpus: Path) -> None:
    clean = commit(corpus)
    wrong_day(corpus)
    git(corpus, "init", "--quiet", "--bare", ".")  # what a stranger could add, file by file
    git(corpus, "--git-dir=.", "config", "core.bare", "false")
    git(corpus, "config", "--file", "config", "core.worktree", "..")
    posing = ("--git-dir=corpus", "--work-tree=.")
    git(corpus.parent, *posing, "add", "corpus/articles", "corpus/dateline.yaml")
    git(corpus.parent, *posing, "commit", "--quiet", "-m", "posing")
    assert git(corpus, "rev-parse", "HEAD") != clean  # git as everybody calls it does ask it
    assert told(against(corpus)) == ["weekday-mismatch"]


def test_links_submodules_and_folders_of_the_base_are_not_followed(corpus: Path, tmp_path: Path) -> None:
    (corpus / "actors/linked.yaml").symlink_to("kor.yaml")
    (corpus / "actors/folder").mkdir()
    (corpus / "actors/folder/x.yaml").write_text("x: 1\n", "utf-8")
    head = commit(corpus)
    git(corpus.parent, "update-index", "--add", "--cacheinfo", f"160000,{head},corpus/actors/module")
    git(corpus.parent, "commit", "--quiet", "-m", "a submodule")
    repository = base.repository_of(corpus)
    (tmp_path / "to").mkdir()
    assert base.unpack(repository, base.commit_of(repository, "HEAD"), corpus, tmp_path / "to")
    names = {path.relative_to(tmp_path / "to").as_posix() for path in (tmp_path / "to").rglob("*")}
    assert not any(name.startswith(("actors/linked", "actors/module", "texts")) for name in names)
    assert "actors/folder" in names
    assert "actors/folder/x.yaml" not in names
    assert already(against(corpus)) == ["unrecognised-file"]


def test_a_file_too_large_is_not_read_and_the_whole_has_a_limit(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (corpus / "actors/x-body.yaml").write_bytes(b"# " + b"x" * (2 << 20))
    commit(corpus)
    assert already(against(corpus)) == ["too-large-or-deep"]
    monkeypatch.setattr(base, "MOST", 1000)
    with pytest.raises(UsageError, match="too much to compare with"):
        against(corpus)


@pytest.mark.parametrize("name", ["..", "."])
def test_a_name_that_no_file_can_have_is_refused(corpus: Path, name: str) -> None:
    head = commit(corpus)
    blob = git(corpus, "rev-parse", f"HEAD:corpus/{ARTICLE}")

    def tree(*entries: str) -> str:
        done = subprocess.run(
            [shutil.which("git") or "git", "mktree", "--missing"],
            cwd=corpus,
            input="\n".join(entries),
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    bad = tree(f"100644 blob {blob}\t{name}")
    top = tree(f"040000 tree {tree(f'040000 tree {bad}' + chr(9) + 'articles')}\tcorpus")
    crafted = git(corpus, "commit-tree", top, "-p", head, "-m", "crafted")
    wrong_day(corpus)
    with pytest.raises(UsageError, match="no file can have"):
        against(corpus, crafted)


def test_an_object_that_is_gone_is_told(corpus: Path) -> None:
    commit(corpus)
    gone = git(corpus, "rev-parse", "HEAD:corpus/actors/kor.yaml")
    wrong_day(corpus)
    place = corpus.parent / ".git/objects" / gone[:2] / gone[2:]
    place.unlink()
    with pytest.raises(UsageError, match="--against HEAD: "):
        against(corpus)


def test_an_object_that_is_damaged_is_told(corpus: Path) -> None:
    commit(corpus)
    name = git(corpus, "rev-parse", "HEAD:corpus/actors/kor.yaml")
    wrong_day(corpus)
    place = corpus.parent / ".git/objects" / name[:2] / name[2:]
    place.chmod(0o644)
    place.write_bytes(place.read_bytes()[:-20])
    with pytest.raises(UsageError, match=f"git does not give object {name[:12]}"):
        against(corpus)


def test_a_git_that_gives_nothing_is_not_waited_for(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = commit(corpus)
    slow = tmp_path / "git"
    slow.write_text(f'#!/bin/sh\ncase "$*" in *cat-file*) exec sleep 60;; esac\nexec {shutil.which("git")} "$@"\n', "utf-8")
    slow.chmod(0o755)
    repository = replace(base.repository_of(corpus), program=str(slow))
    monkeypatch.setattr(base, "_SECONDS", 2)
    (tmp_path / "to").mkdir()
    with pytest.raises(base.NoBaseError, match="not in 2 seconds"):
        base.unpack(repository, head, corpus, tmp_path / "to")


SEVERITIES: list[tuple[list[str], int]] = [
    ([], 0),
    (["--fail-on", "error"], 0),
    (["--fail-on", "warning"], 1),
    (["--fail-on", "warning", "--exit-zero"], 0),
    (["--fail-on", "warning", "--against", "HEAD"], 0),
]


@pytest.mark.parametrize(("arguments", "code"), SEVERITIES, ids=lambda value: " ".join(value) if isinstance(value, list) else None)
def test_fail_on_says_what_ends_with_1(corpus: Path, arguments: list[str], code: int) -> None:
    (corpus / "actors/prk.yaml").write_text(ORPHAN.format("prk", "North Korea"), "utf-8")
    commit(corpus)
    assert dateline("check", corpus, *arguments).returncode == code
