"""``dateline show``: an article as a terminal shows it. Renew the golden with ``DATELINE_GOLDEN=write``."""

import re
from functools import partial
from inspect import signature
from pathlib import Path

import pytest
from dateline.cli.show import show
from dateline.engine.article import article_at
from dateline.engine.settings import UsageError
from dateline.loading.texts import Copies
from dateline.model.article import LAYERS
from dateline.reporters.article import View, lines
from dateline.reporters.safe import width

from tests import program
from tests.laid import ARTICLE, MINIMAL, golden, laid_over

WITHHELD = "articles/dl-2019-06-03-withheld.yaml"
LABEL = r"[mteq][0-9]+(?:\.[a-z]+)?"
run = partial(program.run, "show")


def shown(root: Path, path: str, copies: Path | None = None, view: View | None = None) -> str:
    article = article_at(root, path, Copies(copies))
    return "\n".join("".join(piece.text for piece in line).rstrip() for line in lines(article, view or View()))


def lay(root: Path, layers: str) -> None:
    """Lay layers over the article, which has these alone."""
    record = (root / ARTICLE).read_text("utf-8").partition("\nmentions:")[0]
    (root / ARTICLE).write_text(laid_over(f"{record}\n", layers), "utf-8")


def test_an_article_is_shown_as_it_was() -> None:
    printed = "\n\n".join(
        [
            shown(MINIMAL, ARTICLE),
            shown(MINIMAL, ARTICLE, view=View(("quotes", "times"), 50)),
            shown(MINIMAL, WITHHELD, MINIMAL / "texts"),
            shown(MINIMAL, WITHHELD),
        ]
    )
    assert f"{printed}\n" == golden("tests/golden/show.txt", f"{printed}\n")


def test_without_its_brackets_the_text_is_that_of_the_article() -> None:
    article = article_at(MINIMAL, ARTICLE, Copies(None))
    text = shown(MINIMAL, ARTICLE, view=View(LAYERS, 500))
    for block in article.text.blocks:
        [line] = re.findall(rf"^{block.id} \| (.*)$", text, re.MULTILINE)
        assert re.sub(rf"\[|\]{LABEL}(?:,{LABEL})*", "", line) == block.words


def test_nested_ranges_nest_equal_ones_share_a_bracket_and_crossing_ones_are_named_at_both_ends(corpus: Path) -> None:
    lay(
        corpus,
        """text:
  status: inline
  blocks:
    - {id: p1, text: one two three four five}
mentions:
  - {in: p1, text: two three, place: A}
  - {in: p1, text: three four, place: B}
  - {in: p1, text: five, place: C}
  - {in: p1, text: five, place: D}
times:
  - {id: t1, in: p1, text: two, type: date, value: 2019-05-21}
""",
    )
    assert "p1 | one [m1: [two]t1 [m2: three]m1 four]m2 [five]m3,m4" in shown(corpus, ARTICLE)


def test_what_has_no_place_in_the_text_is_not_lost(corpus: Path) -> None:
    lay(corpus, "mentions:\n  - {in: p1, text: Nowhere, place: A}\n  - {in: p9, text: Seoul, place: B}\n")
    text = shown(corpus, ARTICLE)
    assert '  m1  "Nowhere": place A (not placed in this text)' in text
    assert text.endswith('in no paragraph of this text\n     m2  "Seoul": place B (in p9)')


def test_a_copy_that_is_not_the_one_annotated_places_nothing(corpus: Path) -> None:
    (corpus / "texts/dl-2019-06-03-withheld.txt").write_text("Talks may perhaps go on.\n", "utf-8")
    text = shown(corpus, WITHHELD, corpus / "texts")
    assert "[" not in text.replace("[...]", "")
    assert '"Talks [...] go"' in text


@pytest.mark.parametrize("cells", [40, 41, 57, 80])
def test_no_line_is_wider_than_the_terminal(corpus: Path, cells: int) -> None:
    words = "국방부 장관은 화요일에 회담을 계획한다고 말했다 " * 5 + "防衛大臣会談" * 20 + " " + "x" * 200
    block = f"{{id: p1, text: {words}}}"
    mention = f"{{in: p1, text: {words[:30]}, nth: 1, place: A}}"
    lay(corpus, f"text: {{status: inline, blocks: [{block}]}}\nmentions: [{mention}]\n")
    text = shown(corpus, ARTICLE, view=View(LAYERS, cells))
    assert max(map(width, text.split("\n"))) in (cells - 1, cells)
    letters = re.sub(r"\s|\[|\]m1", "", "".join(re.findall(r"^(?:p1|  ) \| (.*)$", text, re.MULTILINE)))
    assert letters == words.replace(" ", "")


def test_nothing_that_a_stranger_wrote_acts_on_a_terminal_or_a_runner(corpus: Path) -> None:
    name = f'"::x ##[y] {"z" * 64} ::error::w"'
    lay(
        corpus,
        f"""headline: {name}
publisher: {{name: {name}}}
text: {{status: inline, blocks: [{{id: p1, text: "::error::x ##now ##[z]"}}]}}
mentions: [{{in: p1, text: now, place: {name}}}]
""",
    )
    (corpus / "texts/dl-2019-06-03-withheld.txt").write_text("Talks \x1b[31m will \u202e go on\n", "utf-8")
    text = f"{shown(corpus, ARTICLE)}\n{shown(corpus, WITHHELD, corpus / 'texts')}"
    assert "\\x1b[31m" in text
    assert all(character.isprintable() or character == "\n" for character in text)
    assert "##" not in text
    assert not re.search(r"^\s*::", text, re.MULTILINE)


@pytest.mark.parametrize("hidden", ["", "\ufe0f", "\u034f", "\u17b4"])
@pytest.mark.parametrize("cells", [40, 71, 72, 73, 120])
def test_no_line_is_a_command_wherever_it_is_broken(hidden: str, cells: int, corpus: Path) -> None:
    mark = f":{hidden}:error:{hidden}:w "
    lay(
        corpus,
        f"""headline: "{mark * 20}"
text: {{status: inline, blocks: [{{id: p1, text: "#{hidden}#Seoul] {mark * 20}"}}]}}
mentions: [{{in: p1, text: Seoul, place: A}}]
""",
    )
    text = shown(corpus, ARTICLE, view=View(LAYERS, cells))
    seen = text.replace(hidden, "") if hidden else text
    assert "##[" not in seen
    assert not re.search(r"^\s*::", seen, re.MULTILINE)


def test_a_long_paragraph_is_wrapped_in_one_go(corpus: Path) -> None:
    words = "word " * 60_000
    lay(corpus, f"text: {{status: inline, blocks: [{{id: p1, text: {words}}}]}}\n")
    assert shown(corpus, ARTICLE, view=View(LAYERS, 40)).count("word") == 60_000


def test_colours_are_those_of_the_layers_and_only_colours() -> None:
    plain, painted = run(MINIMAL / ARTICLE), run(MINIMAL / ARTICLE, "--color", "always")
    assert (plain.exit_code, painted.exit_code) == (0, 0)
    assert "\x1b" not in plain.output
    assert "\x1b[36m[Seoul]m1\x1b[0m seeks \x1b[35m[talks]e1\x1b[0m" in painted.output
    assert re.sub(r"\x1b\[[0-9]*m", "", painted.output) == plain.output


def test_an_article_is_found_by_its_id_from_within_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(MINIMAL / "actors")
    assert run("dl-2019-05-21-talks", COLUMNS="80").output == run(MINIMAL / ARTICLE, COLUMNS="80").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["dl-2019-05-21-talk"], 'did you mean "dl-2019-05-21-talks"'),
        (["zz"], "or the id of an article"),
        (["actors/kor.yaml"], "is no article"),
        (["articles"], "is a folder"),
        (["articles/none.yaml"], "does not exist"),
        (["dl-2019-05-21-talks", "--layers", "time"], "name some of mentions, times"),
        (["articles/broken.yaml"], 'run "dateline check"'),
        (["broken.yaml"], "is no record"),
        (["broken"], 'run "dateline check"'),
        (["dl-2019-06-03-withheld", "--texts", "bad"], "not UTF-8"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_shown_is_told_with_what_to_do(
    arguments: list[str], says: str, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "articles/broken.yaml").write_text("schema: article/1.0\nid: broken\n", "utf-8")
    (corpus / "broken.yaml").write_text("a: [\n", "utf-8")
    (corpus / "bad").mkdir()
    (corpus / "bad/dl-2019-06-03-withheld.txt").write_bytes(b"\xff")
    monkeypatch.chdir(corpus)
    result = run(*arguments)
    assert isinstance(result.exception, UsageError)
    assert says in str(result.exception)


def test_away_from_every_corpus_an_id_names_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "no corpus is around" in str(run("dl-2019-05-21-talks").exception)


def test_what_nobody_has_confirmed_is_called_suggested(corpus: Path) -> None:
    lay(
        corpus,
        """text: {status: inline, blocks: [{id: p1, text: Seoul said Tuesday it agrees}]}
mentions: [{in: p1, text: Seoul, actor: kor, form: metonym, suggested: true}]
times: [{id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21, suggested: true}]
quotes: [{id: q1, in: p1, type: indirect, speaker: kor, content: it agrees, suggested: true}]
""",
    )
    assert re.findall(r"^ +([mtq]1) .*, suggested$", shown(corpus, ARTICLE), re.MULTILINE) == ["m1", "t1", "q1"]


def test_the_layers_of_the_command_are_those_of_an_article() -> None:
    assert signature(show).parameters["layers"].default == ",".join(LAYERS)
