"""Small files that made a check take minutes: what is done for each is bounded, and what is told of it is right."""

from collections import Counter
from itertools import combinations, product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from dateline.engine import placing
from dateline.engine.article import article_at
from dateline.engine.check import check
from dateline.engine.phenomena.sight import PHENOMENA
from dateline.engine.settings import Settings
from dateline.loading import document
from dateline.loading.texts import Copies
from dateline.model.cues import is_participle
from dateline.model.finding import Finding
from dateline.reporters import REPORTERS

from tests.test_phenomena import article_of, write

NAME = "dl-2019-05-21-hostile"
MANY = 250  # findings: given out in several chunks
EVENT = "schema: event/1.0\nid: big\nlabel: Big\ntype: consult\nstatus: occurred\norder: {before: [%s]}\n"


def quote(number: int, content: Any, **said: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a quote
    return {"id": f"q{number}", "in": "p1", "type": "indirect", "speaker": "kor", "content": content} | said


def found_by(rule: str, corpus: Path, text: str, quotes: list[dict[str, Any]]) -> list[Finding]:
    """What a rule finds in an article of these quotes."""
    article = article_of({"text": {"p1": text}, "quotes": quotes}, NAME)
    write(corpus / "articles" / f"{NAME}.yaml", article)
    return list(check(corpus, Settings(select=(rule,), preview=True), Copies(None)).findings)


def test_a_finding_has_of_a_long_line_what_is_shown_of_it(corpus: Path) -> None:
    names = [f"no-such-{number}" for number in range(MANY)]
    (corpus / "events/big.yaml").write_text(EVENT % ", ".join(names), "utf-8")
    report = check(corpus, Settings(select=("dangling-reference",)), Copies(None))
    assert len(report.findings) == MANY
    for finding, name in zip(report.findings, names, strict=True):
        text, cut, span = finding.context.text, finding.context.cut, finding.span
        assert len(text) == 160
        assert text[span.column - 1 - cut : span.end_column - 1 - cut] == name
    shown = REPORTERS["full"](report).split("\n")
    marked = [(shown[n - 1], line) for n, line in enumerate(shown) if "^" in line]
    assert [line[carets.index("^") : carets.rindex("^") + 1] for line, carets in marked] == names


def test_a_file_is_read_once_for_its_lines_however_much_is_told_of_it(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[str] = Counter()

    def parse(file: Any) -> Any:  # noqa: ANN401 - as the real one
        read[file.path] += 1
        return document.parse(file)

    monkeypatch.setattr(placing, "parse", parse)
    (corpus / "events/big.yaml").write_text(EVENT % ", ".join(f"no-such-{number}" for number in range(MANY)), "utf-8")
    assert len(check(corpus, Settings(select=("dangling-reference",)), Copies(None)).findings) == MANY
    assert read == {"events/big.yaml": 1}


def test_of_quotes_of_the_same_words_the_first_are_compared(corpus: Path) -> None:
    quotes = [quote(number, "talks", speaker=("kor", "jpn")[number % 2]) for number in range(MANY)]
    assert len(found_by("two-speakers", corpus, "They held talks.", quotes)) == 25 * 25


def nested(number: int, *, told: bool) -> tuple[str, list[dict[str, Any]]]:
    """Quotes each of which stands in the one before."""
    words = [*(f"a{n}" for n in range(number)), "mid", *(f"z{n}" for n in reversed(range(number)))]
    within = [{"within": f"q{n - 1}"} if told and n else {} for n in range(number)]
    return " ".join(words), [quote(n, f"a{n} [...] z{n}", **within[n]) for n in range(number)]


@pytest.mark.parametrize(("number", "told", "least"), [(60, False, 59), (MANY, True, 0)])
def test_a_quote_is_told_within_the_nearest(corpus: Path, number: int, *, told: bool, least: int) -> None:
    found = found_by("nested-without-within", corpus, *nested(number, told=told))
    assert [one.message for one in found] == [
        f"q{n} stands inside q{n - 1}, and is not told within it" for n in range(1, least + 1)
    ]


@pytest.mark.parametrize(("before", "told"), [(299, 1), (300, 0)])
def test_of_parts_in_a_block_the_first_are_looked_at(corpus: Path, before: int, told: int) -> None:
    quotes = [*(quote(number, "They") for number in range(before)), quote(300, "held talks today"), quote(301, "talks")]
    assert len(found_by("nested-without-within", corpus, "They held talks today.", quotes)) == told


def test_of_quotes_around_one_the_nearest_are_gone_through(corpus: Path) -> None:
    found_by("nested-without-within", corpus, *nested(MANY, told=True))
    article = article_at(corpus, f"articles/{NAME}.yaml", Copies(None))
    around = [outer.id for outer in article.around(article.quotes[-1])]
    assert around == [f"q{number}" for number in range(MANY - 2, MANY - 102, -1)]


@pytest.mark.parametrize("number", [3, MANY])
def test_an_event_in_many_quotes_is_told_of_the_nearest(corpus: Path, number: int) -> None:
    event = {"in": "p1", "text": "talks", "event": "jpn-kor-ministers-2019-06"}
    quotes = [quote(n, "held talks today") for n in range(number)]
    article = article_of(
        {"text": {"p1": "They held talks today."}, "quotes": quotes, "events": [dict(event) for _ in range(3)]}, NAME
    )
    write(corpus / "articles" / f"{NAME}.yaml", article)
    found = check(corpus, Settings(select=("in-quote-without-via",)), Copies(None)).findings
    assert [len(finding.related) for finding in found] == [min(number, 20)] * 3


def sight(quotes: tuple[Any, ...]) -> Any:  # noqa: ANN401 - what stands for a sight
    return SimpleNamespace(article=SimpleNamespace(quotes=quotes))


def said(number: int, source: str, cue: str, speaker: str) -> Any:  # noqa: ANN401 - what stands for a quote
    words = SimpleNamespace(block="p1", text=source, nth=None) if source else None
    block, told = SimpleNamespace(id=f"p{number % 2}"), SimpleNamespace(text=cue)
    return SimpleNamespace(block=block, source=words, cue=told, speakers=[SimpleNamespace(id=speaker)])


KINDS = list(product(("Seoul", "he", ""), ("said", "adding"), ("kor", "jpn")))


def test_what_is_seen_in_quotes_is_what_their_pairs_show() -> None:
    assert [is_participle(cue) for cue in ("said", "adding")] == [False, True]
    for kinds in product(KINDS, repeat=3):
        quotes = tuple(said(number, *kind) for number, kind in enumerate(kinds))
        shared, again = set(), set()
        for one, other in combinations(quotes, 2):
            if one.source and other.source and one.source == other.source:
                shared |= {one.block.id} if {one.cue.text, other.cue.text} != {"said"} else set()
            elif one.source and other.source and one.block == other.block and one.speakers == other.speakers:
                again.add(one.block.id)
        assert set(PHENOMENA[27](sight(quotes))) == shared, kinds
        assert set(PHENOMENA[31](sight(quotes))) == again, kinds


def test_thousands_of_quotes_and_events_are_counted() -> None:
    """As pairs they took minutes."""
    quotes = tuple(said(number, "Seoul", "said", "kor") for number in range(30_000))
    assert set(PHENOMENA[27](sight(quotes))) == set(PHENOMENA[31](sight(quotes))) == set()
    names = [f"e{number}" for number in range(20_000)]
    event: Any = SimpleNamespace(id="big", order=[("before", SimpleNamespace(id=name)) for name in names])
    mentioned = {name: [SimpleNamespace(words=SimpleNamespace(block="p1"))] for name in names} | {
        "big": [SimpleNamespace(words=SimpleNamespace(block="p2"))] * len(names)
    }
    presented: Any = SimpleNamespace(presented=[event], mentioned=mentioned)
    assert Counter(PHENOMENA[60](presented)) == {"p1": len(names), "p2": len(names)}
