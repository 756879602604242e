"""The fast road gives what the road that explains gives, and takes no file in which that one finds a fault."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from dateline.loading import characters, ordinary
from dateline.loading.document import Document, parse
from dateline.loading.explaining import Builder
from dateline.loading.source import Source
from dateline.model.fault import InvisibleCharacter
from dateline.rules import rulebook
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.laid import CORPUS, HERE, MINIMAL, TOP, without_libyaml

RECORDS = sorted({*CORPUS.rglob("*.yaml"), *MINIMAL.rglob("*.yaml")})
FAULTS: list[dict[str, Any]] = yaml.safe_load((HERE / "faults.yaml").read_text("utf-8"))
Change = Callable[[str, random.Random], str]
SEEDS, MUTANTS = 40, 600


def text_of(data: bytes) -> str | None:
    """The text that the fast road is asked about: one whose characters have no fault."""
    file = Source("x.yaml", data)
    text = characters.decoded(file)
    return text if isinstance(text, str) and not any(characters.faults("x.yaml", text)) else None


def taken(data: bytes) -> str:
    """Which road takes a file: the fast one, the one that explains though it finds no fault, or that for a fault's sake."""
    text = text_of(data)
    if text is None:
        return "faulty"
    builder = Builder("x.yaml", text)
    builder.run()
    found = ordinary.data_of(text)
    if found is None:
        return "faulty" if builder.faults else "rare"
    assert builder.faults == [], text
    assert repr(found) == repr(builder.data), text  # which tells true from 1, and the order of keys
    return "fast"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(TOP).as_posix())
def test_every_record_here_is_ordinary(path: Path) -> None:
    assert taken(path.read_bytes()) == "fast"


@pytest.mark.parametrize(
    "text",
    [
        *(
            '"<<": a',
            "'': a",
            '"no": "yes"',
            "a: b!",
            "a: b&c",
            "a: b # c",
            "a: # b",
            "a: [b, # c\n  d]",
            "a:",
            "a: {b}",
            "? a\n: b",
        ),
        *("---\na: b\n...", "a: |\n  b-\n\n  c", "a: |\n  - b", "a: 'b-\n  c'", 'a: "b \\\n  c"', "a: 'b\n\n  c'", "a: >1\n  b"),
    ],
)
def test_what_records_seldom_hold_is_ordinary(text: str) -> None:
    assert taken(text.encode()) == "fast"


@pytest.mark.parametrize(
    "text",
    [
        *("%YAML 1.1\n---\na: b", "%TAG ! tag:x,2000:\n---\na: b", "a: b\n---\nc: d", "- a\n- b", "a", "", "*a"),
        *("a: &b {c: d}", "a: &b [c]", "a: &b c", "&a b: c", "&a {b: c}", "a: *b", "*a : b", "a: {*b : c}", "- *a"),
        *("a: !b {c: d}", "a: !b [c]", "a: !b c", "!a b: c", "a: ! b", "a: !!str b"),
        *("a: {[b]: c}", "? [a]\n: b", "? {a: b}\n: c", "? a\n: b\na: c", ": a", "<<: a", "a: {<<: b}", "a: {'b': c, b: d}"),
        *(
            "a: |\n  long-\n  term",
            "a: >\n  long-\n  term",
            "a: |\n  - id: q1",
            'a: "\\u200b"',
            '"a\\u200b": b',
            "no: a",
            "a: [1.5]",
        ),
        *("a: b #c", "a: (b # c)", "? a #b\n: c", "a: |\n\tb", "a: b\r\n", "\ufeffa: b"),
    ],
)
def test_what_is_no_ordinary_record_is_left_to_the_road_that_explains(text: str) -> None:
    assert taken(text.encode()) == ("faulty" if text not in ("- a\n- b", "a", "") else "rare")


@pytest.mark.parametrize("path", sorted((HERE / "corpora").rglob("*.yaml")), ids=lambda path: path.relative_to(HERE).as_posix())
def test_the_roads_agree_on_hostile_files(path: Path) -> None:
    taken(path.read_bytes())


def test_the_roads_agree_on_the_cases_of_the_schemas() -> None:
    roads: Counter[str] = Counter()
    for path in (TOP / "schema/1.0/cases").glob("*.json"):
        for case in json.loads(path.read_text("utf-8")):
            as_json = json.dumps(case["data"], ensure_ascii=False)
            written = (yaml.safe_dump(case["data"], allow_unicode=True, width=width) for width in (20, 120))
            roads.update(taken(text.encode("utf-8", "surrogatepass")) for text in (as_json, *written))
    assert roads["fast"] > roads.total() / 2


def test_the_roads_agree_on_the_pages_and_the_cases_of_the_rules() -> None:
    bodies = [shown.body for rule in rulebook() for shown in (*rule.page.wrong, *rule.page.right) if shown.kind == "yaml"]
    for path in (HERE / "cases").glob("*.yaml"):
        bodies += [body for case in yaml.safe_load(path.read_text("utf-8")) for body in case["lay"].values()]
    roads = Counter(taken(body.encode()) for body in bodies)
    assert roads["fast"] > roads.total() * 0.9
    assert roads["rare"] < roads.total() * 0.05


def test_the_roads_agree_on_injected_faults() -> None:
    for fault in FAULTS:
        text = (CORPUS / fault["file"]).read_text("utf-8")
        taken(text.replace(fault["find"], fault["put"], 1).encode())


def pieces(text: str) -> Iterator[str]:
    """Some fields of a record, and of each no more than its first lines: small, that many can be tried."""
    fields = ["".join(field.splitlines(keepends=True)[:16]) for field in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if field]
    for n in range(0, len(fields), 5):
        yield "".join(fields[n : n + 5])


PIECES = sorted({piece for path in RECORDS for piece in pieces(path.read_text("utf-8")) if len(piece) < 2500})
# and what records seldom hold
PIECES += [
    "a: 'it''s'\nb: \"x \\u00e9 \\\" y\"\nc: |\n  one\n  two\n\nd: >+\n  long\n\n  more\ne: [1, -2, true, null, ~x, 2019-05-01?]\n",
    'f: {a: b, "c": d, e: [f, {g: h}]}\ng: word\n  more words\n  and more\nh: "a\n  b"\ni: \'a\n\n  b\'\n',
    "j:\n- - x\n  - y\n- z: 1\n  w: 2\nk: # said\n  - l # said of it\n",
    "? a\n: b\nc: !x\n",
]
LENGTHS = list(accumulate(map(len, PIECES)))  # the longer, the oftener
# what has a meaning in YAML, in a scalar, or to nobody
ALPHABET: list[str] = [
    *"{}[]:,#'\"&*!|>%@`?-~=<.\\\n \t()“é한😀\r\0\x7f\x85\xa0\xad\u200b\u200d\u2028\ufeff",
    *("- ", ": ", " #", " # ", " #1", " #: x", "? ", "| ", ">-\n", "|2", "|-#", "> #x", "- - - ", "\n\n", "\n  ", "\n- "),
    *("&a ", "*a", "!t ", "! ", "!!str ", "<<", "<<: ", "...\n", "---\n", "\n---\n", "%YAML 1.1\n", "\r\n", "e\u0301", "â€™"),
    *(":?", ":[", ":,", " :", "key:value", "{a: b: c}", "[]", "{}", "''", '""', r"\u200b", r"\ud800", r"\x00", r"\N", r"\e"),
    *("co-", "-\n", "long-\n  term", "long- \n    term", "- id: q1\n", "- {in: p1, text: x}\n", "yes", "on", "NO", "y", "ye\u017f"),
    *("null", "Null", "true", "1", "01", "1_0", "0x1", "1:30", "1.5", ".5", "1e3", "-1", "+1", ".inf", "\u200d한", "a\u200cb"),
]


def mutant(rng: random.Random, *changes: Change) -> bytes:
    text = rng.choices(PIECES, cum_weights=LENGTHS)[0]
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        text = rng.choice(changes or CHANGES)(text, rng)
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if data and rng.random() < 0.05:
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def _inserted(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(ALPHABET) + text[at:]


def _put_at_a_word(text: str, rng: random.Random) -> str:
    """Put something before or behind a word, or into its place."""
    words = [match.span() for match in re.finditer(r"[^\s,\[\]{}]+", text)] or [(0, 0)]
    start, end = rng.choice(words)
    start, end = rng.choice(((start, start), (start, end), (end, end), (end - 1, end)))
    return text[:start] + rng.choice(ALPHABET) + text[end:]


def _removed(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.randint(1, 6) :]


def _doubled(text: str, rng: random.Random) -> str:
    at = rng.randint(0, len(text))
    return text[: at + rng.randint(1, 12)] + text[at:]


def _lines_changed(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    n, m = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            lines[n], lines[m] = lines[m], lines[n]
        case 1:
            lines.insert(n, lines[m])
        case 2:
            lines.insert(
                n, rng.choice(("# said", "  # said", "? key", "<<: x", "key:", "- a", "  - a", "key: #x", "...", "- - - a", "%x"))
            )
        case _:
            lines[n] += rng.choice((" # said", " #1 of them", " #", "  ", " |", ":", "-", " co-", " (", ' "'))
    return "\n".join(lines)


def _indented(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    n = rng.randrange(len(lines))
    lines[n] = lines[n].removeprefix(" ") if rng.random() < 0.5 else " " * rng.randint(1, 3) + lines[n]
    return "\n".join(lines)


CHANGES: tuple[Change, ...] = (_inserted, _inserted, _put_at_a_word, _removed, _doubled, _lines_changed, _indented)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_roads_agree_on_mutants(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same at every run
    roads = Counter(taken(mutant(rng)) for _ in range(MUTANTS))
    assert roads["fast"] > MUTANTS * 0.25, roads
    assert roads["faulty"] > MUTANTS * 0.25, roads
    assert roads["rare"] < MUTANTS * 0.1, roads


@pytest.mark.parametrize("seed", range(4))
def test_the_roads_agree_where_there_is_no_libyaml(seed: int) -> None:
    rng = random.Random(-1 - seed)  # noqa: S311 - the same at every run
    with without_libyaml():
        roads = Counter(taken(mutant(rng, _put_at_a_word)) for _ in range(MUTANTS // 4))
    assert min(roads["fast"], roads["faulty"]) > MUTANTS / 4 * 0.25, roads
    # what the two parsers read differently
    for text in (
        "a: {b: c:?d}\n",
        "a: [b:]\n",
        "a: {b:}\n",
        "a: {b:, c: d}\n",
        "a: |#b\n",
        "a: >-# b\n  c\n",
        "a: [b :]\n",
        "a: {b\n  :}\n",
    ):
        assert taken(text.encode()) == "faulty"
        with without_libyaml():
            assert taken(text.encode()) == "faulty"


@given(st.lists(st.sampled_from([*ALPHABET, *"ab1\n\n  ::--"]), max_size=14).map("".join))
@example("a: b")
@settings(max_examples=1500)
def test_the_roads_agree_on_any_text(text: str) -> None:
    taken(text.encode("utf-8", "surrogatepass"))
    taken(f"a: b\nc:\n  {text}".encode("utf-8", "surrogatepass"))


def test_what_is_deeper_than_any_record_is_left_to_the_other_road() -> None:
    assert ordinary.data_of("a: " + "[" * 31 + "]" * 31) is not None
    for deep in (
        "a: " + "[" * 32 + "]" * 32,
        "a: " + "[" * 500_000,
        "a:\n" + "- " * 400_000 + "b",
        "? " * 400_000,
        "{a: " * 200_000,
    ):
        assert ordinary.data_of(deep) is None
        assert [type(fault).__name__ for fault in _faults(deep)] == ["TooLargeOrDeep"] or deep[0] in "?{"


def _faults(text: str) -> tuple[Any, ...]:
    document = parse(Source("x.yaml", text.encode()))
    return document.faults if isinstance(document, Document) else document


def test_every_character_that_nobody_sees_is_found() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x10000), *range(0x1D100, 0x1D200), *range(0xDFF00, 0xE1100)):
        character = chr(code)
        told = {fault.character for fault in characters.faults("x", f"a: {character}b") if isinstance(fault, InvisibleCharacter)}
        assert told == set(characters.INVISIBLE.findall(character)), hex(code)


@pytest.mark.parametrize(
    ("written", "count"), [(r"\ud800", 1), (r"\U0000dc00", 1), (r"\\\udfff", 1), (r"\\ud800", 0), (r"\u00e9", 0)]
)
def test_an_escape_of_half_a_character_is_found(written: str, count: int) -> None:
    assert len(list(characters.faults("x", f'a: "{written}"'))) == count


def test_scalars_that_come_again_are_judged_as_at_first() -> None:
    texts = [f"a: {value}\n" for value in ("no", "1", "true", "~", "word", "2019-05-01", "2019")]
    first = [ordinary.data_of(text) for text in texts]
    for one, other in pairwise([first, *([ordinary.data_of(text) for text in texts] for _ in range(2))]):
        assert repr(one) == repr(other)
    assert repr(first) == "[None, {'a': 1}, {'a': True}, None, {'a': 'word'}, {'a': '2019-05-01'}, {'a': 2019}]"
