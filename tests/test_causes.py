"""Root causes only: what the engine keeps of problems that rest on one another."""

from pathlib import Path

import pytest
from dateline.engine.causes import Said, only_roots
from dateline.loading.build import build
from dateline.loading.document import Document, document_at
from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.place import Place
from dateline.model.text import digest, fingerprint, words_in
from dateline.rules import matching
from dateline.rules.page import Example
from dateline.rules.references.corrects_nothing_earlier import corrects_nothing_earlier

from tests.laid import ARTICLE, report_on, spoil

WORDS, SOURCE = Place("articles/x.yaml", ("words",)), Place("articles/x.yaml", ("source",))


@pytest.mark.parametrize(("corrected", "bases"), [("dl-2019-05-21-talks", ()), ("dl-2019-06-02-meeting", ("published",))])
def test_that_an_article_corrects_itself_rests_on_no_day(corrected: str, bases: tuple[str, ...], corpus: Path) -> None:
    spoil(corpus, ARTICLE, "published:", f"corrects: {corrected}\npublished:")
    document = document_at(corpus, ARTICLE)
    assert isinstance(document, Document)
    article, _ = build(document, "article")
    assert isinstance(article, Article)
    [problem] = corrects_nothing_earlier(article)
    assert problem.rests_on == tuple(Place(ARTICLE) / base for base in bases)


def said(code: str, at: Place, *bases: Place) -> Said:
    return Said(matching(code)[0], Problem(code, at, rests_on=bases))


@pytest.mark.parametrize(
    ("all_said", "kept"),
    [
        ([said("A202", WORDS), said("R512", SOURCE, WORDS)], ["A202"]),  # an error hides a warning
        ([said("A202", WORDS), said("T303", SOURCE, WORDS)], ["A202"]),  # and an error
        ([said("A207", WORDS), said("R512", SOURCE, WORDS)], ["A207"]),  # a warning hides a warning
        ([said("A207", WORDS), said("T303", SOURCE, WORDS)], ["A207", "T303"]),  # but no error
        ([said("A207", WORDS), said("A202", WORDS), said("T303", SOURCE, WORDS)], ["A202", "A207"]),
        ([said("Q403", SOURCE, WORDS), said("R501", WORDS, SOURCE)], ["R501"]),  # never the less basic the more basic
        ([said("A202", WORDS), said("R501", SOURCE, WORDS), said("Q403", Place("x"), SOURCE)], ["A202"]),  # an echo's echo
    ],
)
def test_what_rests_on_something_more_basic_is_dropped_unless_a_warning_would_hide_an_error(
    all_said: list[Said],
    kept: list[str],
) -> None:
    assert sorted(root.problem.message for root in only_roots(all_said)) == kept
    assert sorted(root.problem.message for root in only_roots(reversed(all_said))) == kept


WITHHELD = """\
schema: article/1.0
id: {id}
headline: Talks will go on
publisher: {{name: {publisher}}}
language: en
published: 2019-06-03
rights: {{holder: An outlet, license: LicenseRef-all-rights-reserved}}
annotation: {{by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}}
text:
  status: withheld
  norm: dl-norm-1
  chars: {chars}
  digest: {digest}
  blocks:
    - {{id: p1, fp: {fp}, chars: {chars}, words: {words}}}
"""
REPORT = (
    "The two ministers saw each other for the first time since the autumn in the hall of the forum, and officials of both sides "
    "had prepared the meeting with care and expected no paper to be signed there."
)


def told(root: Path, **files: str) -> list[str]:
    examples = tuple(Example("text" if name.endswith("txt") else "yaml", name, body) for name, body in files.items())
    return [finding.code for finding in report_on(examples, root, preview=True)[0].findings]


def test_one_withheld_text_of_two_papers_is_told_once(tmp_path: Path) -> None:
    text = {"digest": digest(REPORT), "fp": fingerprint(REPORT), "chars": len(REPORT), "words": words_in(REPORT)}
    files = {}
    for name, publisher in (("one-2019-06-03-forum", "One"), ("two-2019-06-03-forum", "Two")):
        files[f"articles/{name}.yaml"] = WITHHELD.format(id=name, publisher=publisher, **text)
        files[f"texts/{name}.txt"] = REPORT
    assert told(tmp_path / "corpus", **files) == ["R518"]


def test_an_unknown_annotator_who_reviews_too_is_unknown_and_no_more(tmp_path: Path) -> None:
    annotation = "annotation: {by: [nobody], reviewed_by: [nobody], date: 2026-11-23, license: CC-BY-4.0, complete: []}\n"
    assert told(tmp_path / "corpus", **{ARTICLE: annotation}) == ["P703", "P703"]
