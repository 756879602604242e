"""``dateline migrate``: a newer version of the schema is reached step by step, and nothing beside it is touched."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dateline.engine.changes import Change
from dateline.engine.check import check
from dateline.engine.migration import migrated
from dateline.engine.settings import Settings, UsageError
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.loading.texts import Copies
from dateline.model import standard
from dateline.model.comparison import Verdict, compared
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laid import ARTICLE, MINIMAL, copy_of
from tests.newer import versions_up_to
from tests.program import run
from tests.test_schema_guard import errors

EVENT = "events/shangri-la-dialogue-2019.yaml"
RECORDS = sorted(path.relative_to(MINIMAL).as_posix() for path in MINIMAL.glob("**/*.yaml"))


@pytest.fixture
def one_one(tmp_path: Path) -> Iterator[Path]:
    with versions_up_to("1.1", tmp_path) as folder:
        yield folder


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Path]:
    with versions_up_to("2.0", tmp_path) as folder:
        yield folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(MINIMAL, tmp_path / "corpus")


def migrate(*arguments: str | Path) -> tuple[int, str, str]:
    done = run("migrate", *arguments)
    if isinstance(done.exception, UsageError):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def all_files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.glob("**/*")) if path.is_file()}


def test_with_one_version_everything_is_at_the_newest(root: Path) -> None:
    before = all_files(root)
    assert migrate(root) == (0, "", "nothing to do: everything is at version 1.0, the newest\n")
    assert all_files(root) == before


def test_every_record_gets_a_step_and_a_second_run_changes_nothing(root: Path, one_one: Path) -> None:
    before = all_files(root)
    code, told, noted = migrate(root)
    assert one_one.exists()
    assert (code, sorted(told.split())) == (0, RECORDS)
    assert noted == f"{len(RECORDS)} files brought to version 1.1\n"
    for path, data in all_files(root).items():
        assert data == (re.sub(rb"(?m)^(schema: [a-z]+/)1\.0$", rb"\g<1>1.1", before[path]) if path in RECORDS else data)
    assert check(root, Settings(), Copies(None)).findings == ()
    after = all_files(root)
    assert migrate(root) == (0, "", "nothing to do: everything is at version 1.1, the newest\n")
    assert all_files(root) == after


@pytest.mark.usefixtures("one_one")
def test_a_deprecated_field_gets_its_new_name_and_comments_and_layout_survive(root: Path) -> None:
    (root / EVENT).write_text(
        "# on the dialogue\n"
        "schema:   event/1.0   # the first line\n\n"
        "id: shangri-la-dialogue-2019\nlabel:  'The dialogue'\ntype: consult\nstatus: occurred\n"
        "'note' :  held every year   # a remark\n"
        'date: "2019-05-31/2019-06-02"\n# the end\n',
        "utf-8",
    )
    expected = (root / EVENT).read_text("utf-8").replace("event/1.0", "event/1.1").replace("'note' :", "remark :")
    text = (root / ARTICLE).read_text("utf-8")
    text = text.replace("license: CC0-1.0}", 'license: CC0-1.0, note: "as printed"}')
    text = text.replace("    time: t1\n", "    time: t1\n    gist: talks are planned  # in short\n")
    (root / ARTICLE).write_text(text, "utf-8")
    assert migrate(root)[0] == 0
    assert (root / EVENT).read_text("utf-8") == expected
    new = text.replace("article/1.0", "article/1.1").replace(" note: ", " remark: ").replace("    gist: ", "    summary: ")
    assert (root / ARTICLE).read_text("utf-8") == new
    assert check(root, Settings(), Copies(None)).findings == ()


@pytest.mark.usefixtures("two")
def test_where_the_new_field_stands_beside_the_old_one_a_person_has_to_choose(root: Path) -> None:
    text = (root / EVENT).read_text("utf-8").replace("event/1.0", "event/1.1") + "note: one\nremark: another\n"
    (root / EVENT).write_text(text, "utf-8")
    code, _, noted = migrate(root / EVENT)
    assert (code, noted) == (1, f'{EVENT} is left as it is: version 2.0 would not take it: look at "/note"\n')
    assert (root / EVENT).read_text("utf-8") == text


@pytest.mark.usefixtures("one_one")
def test_a_record_is_judged_by_the_version_that_it_names(root: Path) -> None:
    with (root / EVENT).open("a", encoding="utf-8") as file:
        file.write("note: of today\n")
    assert check(root, Settings(), Copies(None)).findings == ()
    (root / EVENT).write_text((root / EVENT).read_text("utf-8").replace("note:", "remark:"), "utf-8")
    assert [finding.rule for finding in check(root, Settings(), Copies(None)).findings] == ["unknown-field"]


@pytest.mark.usefixtures("one_one")
def test_diff_shows_what_would_be_changed_and_writes_nothing(root: Path) -> None:
    with (root / EVENT).open("a", encoding="utf-8") as file:
        file.write("note: one\n")
    before = all_files(root)
    code, told, noted = migrate(root / EVENT, "--diff")
    assert (code, noted) == (1, "1 file would be brought to version 1.1\n")
    lines = told.split("\n")
    assert lines[:2] == [f"--- {EVENT}", f"+++ {EVENT}"]
    assert [line for line in lines[2:] if line[:1] in ("-", "+")] == [
        "-schema: event/1.0",
        "+schema: event/1.1",
        "-note: one",
        "+remark: one",
    ]
    assert all_files(root) == before


@pytest.mark.usefixtures("one_one")
def test_several_files_are_told_as_seen_from_the_working_directory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    code, told, noted = migrate(f"corpus/{EVENT}", "corpus/actors/jpn.yaml")
    assert (code, told) == (0, f"corpus/actors/jpn.yaml\ncorpus/{EVENT}\n")
    assert noted == "2 files brought to version 1.1\n"


@pytest.mark.usefixtures("one_one")
def test_a_file_of_which_nothing_is_known_is_told_and_left_alone_and_the_others_go_on(root: Path) -> None:
    (root / EVENT).write_text("schema: event/1.0\nid: [\n", "utf-8")
    (root / "actors/jpn.yaml").write_text("schema: actor/1.0\nid: jpn\n", "utf-8")
    (root / "actors/kor.yaml").write_text("schema: actor/9.0\nid: kor\n", "utf-8")
    (root / "actors/kor-mnd.yaml").unlink()
    (root / "actors/kor-mnd.yaml").symlink_to(root / "actors/jpn.yaml")
    before = all_files(root)
    code, told, noted = migrate(root)
    alone = {line.partition(" ")[0]: line for line in noted.split("\n") if "left as it is" in line}
    assert code == 1
    assert set(alone) == {EVENT, "actors/jpn.yaml", "actors/kor.yaml"}
    assert "cannot be read" in alone[EVENT]
    assert "not valid as it is" in alone["actors/jpn.yaml"]
    assert {path: data for path, data in all_files(root).items() if path not in told.split()} == {
        path: data for path, data in before.items() if path not in told.split()
    }
    assert set(told.split()) == set(RECORDS) - set(alone) - {"actors/kor-mnd.yaml"}


@pytest.mark.usefixtures("one_one")
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_ends_of_lines_and_a_byte_order_mark_are_kept(root: Path, end: str, mark: str) -> None:
    text = (root / EVENT).read_text("utf-8") + "note: one\n"
    (root / EVENT).write_bytes((mark + text.replace("\n", end)).encode())
    assert migrate(root / EVENT)[0] == 0
    new = text.replace("event/1.0", "event/1.1").replace("note:", "remark:")
    assert (root / EVENT).read_bytes() == (mark + new.replace("\n", end)).encode()


@pytest.mark.usefixtures("two")
def test_steps_follow_one_another_up_to_the_version_that_is_named(root: Path) -> None:
    with (root / EVENT).open("a", encoding="utf-8") as file:
        file.write("note: one\n")
    assert migrate(root, "--to", "1.1")[0] == 0
    assert "event/1.1" in (root / EVENT).read_text("utf-8")
    assert migrate(root, "--to", "1.0") == (0, "", "nothing to do: everything is at version 1.0 or a newer one\n")
    assert migrate(root)[0] == 0
    assert (root / EVENT).read_text("utf-8").startswith("schema: event/2.0\n")
    assert (root / EVENT).read_text("utf-8").endswith("\nremark: one\n")
    assert check(root, Settings(), Copies(None)).findings == ()


@pytest.mark.usefixtures("two")
def test_a_record_that_a_major_version_does_not_take_is_left_whole_where_it_was(root: Path) -> None:
    text = "schema: event/1.0\nid: x-talks-2019\nlabel: Talks\ntype: consult\nstatus: occurred\nseries: {id: talks, number: 1}\n"
    (root / "events/x-talks-2019.yaml").write_text(text, "utf-8")
    code, told, noted = migrate(root)
    assert code == 1
    assert "events/x-talks-2019.yaml is left as it is: version 2.0 would not take it" in noted
    assert (root / "events/x-talks-2019.yaml").read_text("utf-8") == text
    assert set(told.split()) == set(RECORDS)


def test_a_version_that_does_not_exist_is_an_error_of_use(root: Path) -> None:
    with pytest.raises(UsageError, match=r"no version \"1\.7\" of the schema: name one of 1\.0"):
        migrate(root, "--to", "1.7")


def test_the_invented_versions_are_what_they_are_called(two: Path) -> None:
    assert compared(two / "1.0", two / "1.1").verdict is Verdict.MINOR
    assert compared(two / "1.1", two / "2.0").verdict is Verdict.MAJOR
    assert standard.VERSIONS == ("1.0", "1.1", "2.0")


@pytest.mark.usefixtures("two")
def test_records_of_a_past_version_are_tried_on_a_newer_one_and_a_greater_change_is_noticed() -> None:
    assert errors(Path(EVENT), (MINIMAL / EVENT).read_text("utf-8"), "1.1") == []
    assert errors(Path(EVENT), (MINIMAL / EVENT).read_text("utf-8") + "note: one\n", "1.1") == []
    assert errors(Path(EVENT), (MINIMAL / EVENT).read_text("utf-8") + "note: one\n", "2.0") != []


LINES = ["note: one", '"note": "two\\nlines"', "note: >-\n  folded\n  text", "# a comment", "", "date: 2019-05-31", "{}"]


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(6)), st.booleans(), st.sampled_from([*LINES, "schema: 'event/1.0'"]))
def test_the_data_is_that_of_before_but_for_version_and_names(
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    flow: bool,  # noqa: FBT001 - hypothesis fills it in
    extra: str,
) -> None:
    fields = ["schema: event/1.0", "id: x-talks-2019", "label: Talks", "type: consult", "status: occurred", extra]
    if "schema" in extra:
        fields[0] = "# the first line"
    text = "\n".join(fields[n] for n in order) + "\n"
    if flow and ":" in extra and "\n" not in extra and "#" not in text:
        text = "{" + ", ".join(fields[n] for n in order) + "}"
    folder = tmp_path_factory.mktemp("any")
    root = folder / "corpus"
    (root / "events").mkdir(parents=True)
    (root / "events/x-talks-2019.yaml").write_text(text, "utf-8")
    (root / "dateline.yaml").write_bytes((MINIMAL / "dateline.yaml").read_bytes())
    before: Any = parse(Source("events/x-talks-2019.yaml", text.encode()))
    with versions_up_to("1.1", folder):
        found = [one for one in migrated(root, "1.1") if one.path != "dateline.yaml"]
    if not isinstance(before, Document):
        assert not isinstance(found[0], Change)
        return
    [change] = found
    assert isinstance(change, Change)
    after: Any = parse(Source("events/x-talks-2019.yaml", change.after))
    data: dict[str, Any] = before.data  # type: ignore[assignment] # whatever is no map was refused
    expected = {{"note": "remark"}.get(key, key): value for key, value in data.items()} | {"schema": "event/1.1"}
    assert after.data == expected
    assert change.after.count(b"#") == text.count("#")
