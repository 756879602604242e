"""Any marks on any text: through the corpus and back they are the same, or it is told which are left out."""

from functools import lru_cache
from typing import Any, cast

from dateline.engine.opening import Opened
from dateline.exporters import brat as written_brat
from dateline.exporters.marks import marks_of
from dateline.importers import brat
from dateline.importers.article import Wanted
from dateline.importers.foreign import article_of
from dateline.importers.mapping import DEFAULT
from dateline.importers.records import completed, known_corpus
from dateline.importers.rough import rough
from dateline.loading.build import build
from dateline.loading.document import Document, parse
from dateline.loading.source import Source
from dateline.model.article import Article
from dateline.model.corpus import Registry
from dateline.model.standoff import Mark, Standoff
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.foreign import said
from tests.laid import HERE

WORDS = (
    "Oslo",
    "\ud55c\uad6d",
    "\uae30\uc790\ub4e4",
    "\U0001f6a2",
    "said",
    "the",
    "caf\u00e9",
    "\u201cwe",
    "sail\u201d",
    "\u2014",
    "Oslo,",
    "a\u00a0b",
)
lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9)
texts = st.tuples(st.lists(lines, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\n\n"]))
picks = st.lists(st.tuples(st.integers(0, 99), st.integers(1, 3), st.integers(0, 2)), max_size=6)


@lru_cache(maxsize=1)
def corpus() -> Registry:
    return known_corpus(HERE / "corpora" / "cast")


def document_of(made: tuple[list[list[str]], str], wanted: list[tuple[int, int, int]]) -> Standoff:
    """A document whose marks cover whole words of a line, some of them with a gap."""
    text = made[1].join(" ".join(words) for words in [["A", "talk"], *made[0]])
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        start = at
        for word in line.removesuffix("\r").split(" "):
            spans.append((start, start + len(word)))
            start += len(word) + 1
        at += len(line) + 1
    marks = []
    for n, (place, size, gap) in enumerate(wanted):
        k = place % len(spans)
        last = min(k + size, len(spans)) - 1
        stretches = [(spans[k][0], spans[last][1])]
        if gap and last + 1 + gap < len(spans):
            stretches.append(spans[last + 1 + gap])
        if all("\n" not in text[start:end] and text[start:end].strip("\u2014 \u201c\u201d") for start, end in stretches):
            words = tuple(text[start:end] for start, end in stretches)
            marks.append(Mark(f"T{n}", "Mention", tuple(stretches), words, f"x:{n}", (("Dateline", "kor"),)))
    return Standoff("x", text, tuple(marks))


@given(texts, picks)
def test_brat_reads_what_is_written_for_it(made: tuple[list[list[str]], str], wanted: list[tuple[int, int, int]]) -> None:
    document = document_of(made, wanted)
    files = written_brat.written(document)
    again = brat.parsed("x", files["x.txt"].decode(), files["x.ann"].decode())
    assert again.text == document.text
    assert said(again) == said(document)


@settings(deadline=None)
@given(texts, picks)
def test_marks_come_back_from_the_corpus_or_are_told(made: tuple[list[list[str]], str], wanted: list[tuple[int, int, int]]) -> None:
    document = document_of(made, wanted)
    text = Wanted("2019-05-21", "", "2019-06-01", is_original=True, is_withheld=False, sources=("https://example.org/x",))
    data, told = article_of(document, DEFAULT, completed(text, corpus()), corpus())
    read = parse(Source("articles/x.yaml", rough(data).encode()))
    assert isinstance(read, Document)
    record, _ = build(read, "article")
    assert isinstance(record, Article)
    back = marks_of(Opened(record, cast("dict[str, Any]", read.data)))
    assert back
    covered = [tuple(words for _, words in parts) for _, parts, _ in said(back)]
    left = [line for line in told if "left out" in line]
    assert len(back.marks) + len(left) == len(document.marks)
    for mark in said(document):
        assert (
            tuple(words for _, words in mark[1]) in covered
            or left
            or joined(mark[1]) in map(joined, (part for _, part, _ in said(back)))
        )


def joined(parts: tuple[tuple[int, str], ...]) -> str:
    """The words of a mark without their division: pieces between which only white space stood are one."""
    return "".join("".join(words.split()) for _, words in parts)
