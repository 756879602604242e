"""Canonical layout: the data is the same, every comment is there, and a second time nothing changes."""

import json
import re
from pathlib import Path

import pytest
from dateline.engine.changes import Change, LeftAlone
from dateline.engine.formatting import formatted, orders_of
from dateline.loading.document import Document, parse
from dateline.loading.layout import LayoutError, laid_out
from dateline.loading.property_order import keys_at
from dateline.loading.source import Source, find, kind_of
from hypothesis import given
from hypothesis import strategies as st

from tests.laid import ARTICLE, CORPUS, MINIMAL, copy_of
from tests.newer import versions_up_to
from tests.test_edits import BLOCK

FILES = {path: (CORPUS / path).read_text("utf-8") for path in find(CORPUS)[0]}


def document(text: str, path: str = "actors/a.yaml") -> Document:
    parsed = parse(Source(path, text.encode()))
    assert isinstance(parsed, Document), parsed
    return parsed


def laid(text: str, path: str = "actors/a.yaml") -> str:
    return laid_out(document(text, path), kind_of(path), {})[0]


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?:^|\s)(#.*?)[ \t]*$", text, re.MULTILINE))


# what may be done to the lines of a record without a change of its meaning; lines of blocks of text are left alone


@st.composite
def untidied(draw: st.DrawFn, text: str) -> str:
    sections = re.split(r"\n(?=[a-z_\"]+:)", text.rstrip("\n"))
    sections = draw(st.permutations(sections))
    made = []
    for number, section in enumerate(sections):
        deeper = " " * draw(st.integers(0, 3))
        lines = [line and (deeper + line if line.startswith(" ") else line) for line in section.split("\n")]
        if ">-" not in section:
            lines = [draw(_spoilt(line, f"{number}.{n}")) for n, line in enumerate(lines)]
        made += lines
    return "\n".join(made) + draw(st.sampled_from(["", "\n", "\n\n\n", "\n# the end"]))


@st.composite
def _spoilt(draw: st.DrawFn, line: str, name: str) -> str:
    match draw(st.integers(0, 11)):
        case 0:
            return line + "   "
        case 1 if line:
            return f"{line}\n\n\n"
        case 2 if line and " #" not in line:
            return f"{line}   # behind {name}"
        case 3 if line:
            indent = " " * (len(line) - len(line.lstrip()))
            return f"{indent}# above {name}\n\n{line}"
        case 4:
            return f"# at the left {name}\n{line}"
        case 5 if re.search(r"\{.*\}$", line):
            head, _, inner = line.partition("{")
            parts = re.split(r", (?![^\[]*\])(?=[a-z0-9_-]+: )", inner[:-1])
            return f"{head}{{ {' , '.join(draw(st.permutations(parts)))} }}"
        case 6:
            return re.sub(r"(?<=[:\[,{] )([A-Za-z][A-Za-z0-9-]*)(?=$|[\],}])", r'"\1"', line, count=1)
        case 7:
            return re.sub(r"^( *)- ([a-z]+:)", r"\1-\n\1  \2", line)
        case 8:
            return re.sub(r"(?<=[^{]): \[", ": [\n       ", line, count=1) if line[:1].isalpha() else line
        case _:
            return line


@pytest.mark.parametrize("path", FILES)
def test_a_record_of_the_corpus_is_laid_out_already(path: str) -> None:
    assert laid(FILES[path], path) == FILES[path]


@given(st.data())
def test_an_untidy_record_keeps_its_data_and_its_comments_and_is_laid_out_once(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(FILES)))
    text = data.draw(untidied(FILES[path]))
    before = document(text, path)
    once = laid(text, path)
    assert json.dumps(document(once, path).data, sort_keys=True) == json.dumps(before.data, sort_keys=True)
    assert comments(once) == comments(text)
    assert laid(once, path) == once


@given(st.data())
def test_what_holds_no_comments_and_is_in_the_order_of_the_schema_has_one_layout(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path in FILES if path.startswith("actors/"))))
    sections = re.split(r"\n(?=[a-z_]+:)", FILES[path].rstrip("\n"))
    assert laid("\n".join(data.draw(st.permutations(sections))), path) == FILES[path]


LAID = {
    "a comment goes where the line goes that it stands above": (
        "name: A\n\n# of the kind\nkind: state   # behind\nid: a\n",
        "id: a\n\n# of the kind\nkind: state   # behind\nname: A\n",
    ),
    "a comment at the end of a list stays at its end": (
        "aliases:\n- b\n- c\n  # no more\nname: A\n",
        "name: A\naliases:\n  - b\n  - c\n  # no more\n",
    ),
    "a comment as deep as the items stays with them": (
        "name: A\naliases:\n   - b\n   # no more\nnote: c\n# the end\n",
        "name: A\naliases:\n  - b\n  # no more\nnote: c\n# the end\n",
    ),
    "a comment in brackets keeps them on their lines": (
        'name: "A"\naliases: [\n   b,  # one\n   c]\n',
        "name: A\naliases: [\n   b,  # one\n   c]\n",
    ),
    "a block of text moves with its field": (
        "posts:\n - id: x\n   title: >-\n         one\n           two\n\n         # three\n   of: kor\n",
        "posts:\n  - id: x\n    title: >-\n      one\n        two\n\n      # three\n    of: kor\n",
    ),
    "words over several lines stay on them": ("note: one\n   two\n\n   three\n", "note: one\n  two\n\n  three\n"),
    "an item whose first field is another one keeps what stands above": (
        "posts:\n  # a post\n  - title: B\n    # its id\n    id: b  # b\n",
        "posts:\n  # a post\n  # its id\n  - id: b  # b\n    title: B\n",
    ),
    "fields that the schema does not know follow": ("x: 1\nname: A\nb: 2\n", "name: A\nx: 1\nb: 2\n"),
    "nothing stays nothing": ("name:\naliases: {b: , a: null}\n", "name:\naliases: {b: , a: null}\n"),
    "what another reader would mistake gets quotation marks": ("note: no\nname: off\n", 'name: "off"\nnote: "no"\n'),
    "quotation marks that are needed stay": (
        "name: 'a: b'\nnote: 'c \"d\"'\naliases: ['1', \"x, y\", '2018-05']\n",
        'name: "a: b"\naliases: ["1", "x, y", 2018-05]\nnote: \'c "d"\'\n',
    ),
}


@pytest.mark.parametrize("sentence", LAID)
def test_layout(sentence: str) -> None:
    text, expected = LAID[sentence]
    made = laid(text)
    assert made == expected
    assert document(made).data == document(text).data
    assert laid(made) == made


def test_any_nesting_keeps_its_data_and_comments() -> None:
    made = laid(BLOCK)
    assert document(made).data == document(BLOCK).data
    assert comments(made) == comments(BLOCK)
    assert laid(made) == made


@pytest.mark.parametrize(
    "text",
    ["{a: 1}\n", "a: |+\n  b\n\n", "a: [b: c]\n", "? a\n: b\n"],
    ids=["brackets", "empty lines that count", "a map without braces", "a question mark"],
)
def test_what_is_rarely_written_is_left_alone(text: str) -> None:
    with pytest.raises(LayoutError):
        laid(text)


def test_the_order_of_fields_is_that_of_the_schema() -> None:
    assert keys_at("article", "1.0", ("quotes", 3))[:3] == ("id", "in", "within")
    assert keys_at("article", "1.0", ("quotes", 3, "content"))[:1] == ("in",)
    assert keys_at("article", "1.0", ("text", "blocks", 0))[:2] == ("id", "text")
    assert keys_at("corpus", "1.0", ("waivers", 0))[0] == "rule"
    assert keys_at("article", "1.0", ("quotes", 3, "about")) == ()


def test_a_record_is_laid_out_by_the_version_that_it_names(tmp_path: Path) -> None:
    old = "schema: article/1.0\n\nquotes:\n  - gist: one\n    suggested: true\n"
    new = "schema: article/2.0\n\nquotes:\n  - suggested: true\n    gist: one\n"
    with versions_up_to("2.0", tmp_path):  # which no longer knows a gist
        assert (laid(old, ARTICLE), laid(new, ARTICLE)) == (old, new)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(MINIMAL, tmp_path / "corpus")


def put(root: Path, find: str, put: str) -> bytes:
    text = (root / ARTICLE).read_text("utf-8")
    assert find in text
    (root / ARTICLE).write_text(text.replace(find, put), "utf-8")
    return (root / ARTICLE).read_bytes()


FIRST = "  - {in: h1, text: Seoul, actor: kor, form: metonym}\n"
SECOND = "  - {in: h1, text: Tokyo, actor: jpn, form: metonym}\n"


def changes(root: Path) -> list[Change | LeftAlone]:
    return list(formatted(root, [ARTICLE]))


def test_mentions_are_put_in_the_order_of_the_text(root: Path) -> None:
    put(root, FIRST + SECOND, f"  # Tokyo\n{SECOND}{FIRST}")
    [change] = changes(root)
    assert isinstance(change, Change)
    assert f"mentions:\n{FIRST}  # Tokyo\n{SECOND}" in change.after.decode()


def test_items_are_not_moved_where_a_waiver_names_one_by_its_number(root: Path) -> None:
    put(root, "{id: h1, text: Seoul seeks talks with Tokyo}", "{id: h1,  text: Seoul seeks talks with Tokyo}")
    spoilt = put(root, FIRST + SECOND, SECOND + FIRST)
    waiver = "waivers: [{rule: orphan, record: dl-2019-05-21-talks, at: /mentions/1/actor, reason: a test}]\n"
    with (root / "dateline.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(waiver)
    [change] = changes(root)
    assert isinstance(change, Change)
    assert change.before == spoilt
    assert SECOND + FIRST in change.after.decode()


def test_ids_that_count_up_are_the_order_of_their_annotator() -> None:
    text = (MINIMAL / ARTICLE).read_text("utf-8")
    lines = [line for line in text.split("\n") if line.startswith("  - {id: t")]
    swapped = text.replace(f"{lines[0]}\n{lines[1]}", f"{lines[1]}\n{lines[0]}")
    renumbered = swapped.replace("id: t1,", "id: t0,").replace("id: t2,", "id: t1,").replace("id: t0,", "id: t2,")
    assert orders_of(document(swapped, ARTICLE))["times"] == [1, 0, 2, 3, 4]
    assert "times" not in orders_of(document(renumbered, ARTICLE))


def test_an_anchor_that_is_not_found_keeps_the_order_of_its_layer(root: Path) -> None:
    spoilt = put(root, FIRST + SECOND, SECOND.replace("Tokyo", "Kyoto") + FIRST)
    orders = orders_of(document(spoilt.decode(), ARTICLE))
    assert "mentions" not in orders
    assert "events" in orders


def test_a_file_that_cannot_be_read_is_left_alone_and_told(root: Path) -> None:
    (root / "actors/kor.yaml").write_text("a: [\n", "utf-8")
    [told] = [one for one in formatted(root) if isinstance(one, LeftAlone)]
    assert told.path == "actors/kor.yaml"
    assert "dateline check" in told.why


def test_no_comment_keeps_the_spaces_at_its_end() -> None:
    tidy = "schema: actor/1.0  # behind\n# above\nid: a  # behind\n"
    assert laid(tidy.replace("\n", "   \n")) == laid(tidy) == tidy
