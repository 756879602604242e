"""The cells of rows whose records have every field: each value differs from all others, so that none can stand for another."""

from collections.abc import Iterable
from datetime import date

import pytest
from dateline.engine.opening import opened
from dateline.exporters.columns import Record
from dateline.exporters.splits import Told, splits_of
from dateline.exporters.tables import TABLES
from dateline.loading.texts import Copies

from tests.laid import MINIMAL, copy_of
from tests.rows import rows_of

FILES = {
    "actors/rich.yaml": """
schema: actor/1.0
id: rich
kind: person
name: Full Name
surname: Surname
aliases: [An Alias, Another]
short_names: [Short]
metonyms: [Metonym]
country: KOR
sector: GOV
part_of: kor-mnd
different_from: [jeong-kyeong-doo]
born: 1960-02
died: 2020-03-04
posts:
  - {id: aide, title: The Aide, of: jpn, sector: MIL, start: 2010, end: 2013-05, attested: [2011-01-02, 2012-02-03], sources: ["https://a.example"]}
  - {id: envoy, title: The Envoy, of: kor, exclusive: true, start: 2018-12-01, end: ..}
ids: {wikidata: Q42}
sources: ["https://b.example"]
note: A note.
""",
    "actors/body.yaml": """
schema: actor/1.0
id: body
kind: public-body
name: Body
start: 1948-08-15
end: 2019-01
""",
    "events/rich-2019.yaml": """
schema: event/1.0
id: rich-2019
label: A label
type: consult
mode: [visit, phone]
context: [military]
status: planned
date: 2019-05-31/2019-06-05
place: {name: Busan, country: KOR}
participants: {host: [kor], recipient: [jpn]}
instrument: A ship
part_of: shangri-la-dialogue-2019
series: {id: rounds, number: 15}
resumes: former-2018
responds_to: [act-2018]
caused_by: [setting-2017]
order: {before: [jpn-kor-ministers-2019-06]}
ids: {wikidata: Q43}
sources: ["https://c.example"]
note: Another note.
""",
    "events/former-2018.yaml": """
schema: event/1.0
id: former-2018
label: Former
type: consult
status: occurred
generic: true
""",
    "events/act-2018.yaml": """
schema: event/1.0
id: act-2018
label: Act
type: statement
status: occurred
date: 2018-12-24
""",
    "events/setting-2017.yaml": """
schema: event/1.0
id: setting-2017
label: Setting
type: other
status: occurred
date: 2017-11-30
""",
    "articles/rich.yaml": """
schema: article/1.0
id: rich
headline: Two papers
publisher: {name: An Outlet, country: JPN, url: "https://outlet.example"}
authors: [An Author]
agency: An Agency
language: en
genre: analysis
url: https://d.example
archived_url: https://e.example
published: 2019-05-22T01:00:00+09:00
document_time: 2019-05-20
corrects: dl-2019-05-21-talks
rights: {holder: A Holder, license: CC-BY-4.0}
annotation: {by: [first], reviewed_by: [second], date: 2026-11-23, license: CC0-1.0, complete: [times]}
text:
  status: inline
  blocks:
    - {id: h1, text: "🕊️ Two papers"}
    - {id: p1, text: "He said on Monday, as the source said: no talks since May, for months."}
    - {id: c1, text: "A picture of them", credit: A Photographer, depicts: [rich, kor]}
unnamed:
  _source: {role: a source, of: kor-mnd, number: one, kind: person, terms: not-stated, sector: JUD}
mentions:
  - {in: p1, text: He, actor: rich, as: aide, tenure: former}
  - {in: p1, text: source, actor: [_source, kor], form: nominal}
  - {in: c1, text: them, place: Busan}
times:
  - {id: t1, in: p1, text: Monday, type: date, value: 2019-05-20, mod: before}
  - {id: t2, in: p1, text: May, type: date, value: 2019-05, anchor: q1}
  - {id: t3, in: p1, text: months, type: duration, value: PXM, begin: t2, end: t1}
quotes:
  - {id: q1, in: p1, type: mixed, speaker: rich, as: envoy, for: kor, to: jpn, source: He, cue: said, content: [May, no talks],
     setting: setting-2017, act: act-2018, verbatim: [talks], about: {rich-2019: retracts}, gist: A gist.}
  - {id: q2, in: p1, type: indirect, speaker: rich, content: for months, time: t1, within: q1, about: {rich-2019: uncertain}}
  - {id: q3, in: p1, type: indirect, speaker: rich, content: since, setting: setting-2017, about: {rich-2019: supports}}
events:
  - {in: p1, text: talks, event: [rich-2019, former-2018], status: hypothetical, time: t2}
  - {in: p1, text: said, nth: 2, type: statement, via: [q1, q2]}
  - {in: p1, text: since, event: shangri-la-dialogue-2019, status: negated, via: [q2]}
""",
}


heard: list[Told] = []


def _overheard(articles: Iterable[Told]) -> dict[str, str]:
    heard[:] = articles
    return splits_of(heard)


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Record]]:
    corpus = copy_of(MINIMAL, tmp_path_factory.mktemp("rich"))
    for name, text in FILES.items():
        (corpus / name).write_text(text.lstrip(), "utf-8")
    whole = opened(corpus, Copies())
    assert whole.unread == ()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dateline.exporters.rows.splits_of", _overheard)
        rows = rows_of(whole)
    return {table.name: list(table.records(rows)) for table in TABLES}


# what other tests tell: places, digests, and what only some articles have
PLACES = ("_start", "_end", "block", "text")
RELATED = ("participants", "relations")
ELSEWHERE = {("articles", "text_digest"), ("blocks", "fingerprint"), ("articles", "split"), ("articles", "sources")}
ROWS: list[tuple[str, Record, Record]] = [
    (
        "actors",
        {"id": "rich"},
        {
            "kind": "person",
            "name": "Full Name",
            "surname": "Surname",
            "aliases": ("An Alias", "Another"),
            "short_names": ("Short",),
            "metonyms": ("Metonym",),
            "country": "KOR",
            "sector": "GOV",
            "part_of": "kor-mnd",
            "start": "1960-02",
            "start_earliest": "1960-02-01",
            "start_latest": "1960-02-29",
            "end": "2020-03-04",
            "end_earliest": "2020-03-04",
            "end_latest": "2020-03-04",
            "wikidata": "Q42",
            "different_from": ("jeong-kyeong-doo",),
            "sources": ("https://b.example",),
            "note": "A note.",
        },
    ),
    (
        "actors",
        {"id": "body"},
        {
            "start": "1948-08-15",
            "start_earliest": "1948-08-15",
            "start_latest": "1948-08-15",
            "end": "2019-01",
            "end_earliest": "2019-01-01",
            "end_latest": "2019-01-31",
            "sector": None,
            "wikidata": None,
        },
    ),
    (
        "posts",
        {"actor": "rich", "number": 1},
        {
            "post": "aide",
            "title": "The Aide",
            "of": "jpn",
            "exclusive": False,
            "sector": "MIL",
            "start": "2010",
            "start_earliest": "2010-01-01",
            "start_latest": "2010-12-31",
            "end": "2013-05",
            "end_earliest": "2013-05-01",
            "end_latest": "2013-05-31",
            "attested": ("2011-01-02", "2012-02-03"),
            "sources": ("https://a.example",),
        },
    ),
    (
        "posts",
        {"actor": "rich", "number": 2},
        {"post": "envoy", "of": "kor", "exclusive": True, "end": "..", "end_earliest": None, "end_latest": None, "attested": ()},
    ),
    (
        "events",
        {"id": "rich-2019"},
        {
            "label": "A label",
            "type": "consult",
            "modes": ("visit", "phone"),
            "contexts": ("military",),
            "status": "planned",
            "date": "2019-05-31/2019-06-05",
            "date_earliest": "2019-05-31",
            "date_latest": "2019-06-05",
            "date_precision": "interval",
            "acled_time_precision": 2,
            "ucdp_date_prec": 2,
            "place": "Busan",
            "country": "KOR",
            "part_of": "shangri-la-dialogue-2019",
            "series": "rounds",
            "series_number": 15,
            "generic": False,
            "instrument": "A ship",
            "wikidata": "Q43",
            "sources": ("https://c.example",),
            "note": "Another note.",
        },
    ),
    ("events", {"id": "former-2018"}, {"generic": True, "date": None, "date_precision": None, "place": None}),
    (
        "articles",
        {"id": "rich"},
        {
            "headline": "Two papers",
            "publisher": "An Outlet",
            "publisher_country": "JPN",
            "authors": ("An Author",),
            "agency": "An Agency",
            "language": "en",
            "genre": "analysis",
            "origin": "published",
            "published": "2019-05-22T01:00:00+09:00",
            "document_day": "2019-05-20",
            "url": "https://d.example",
            "archived_url": "https://e.example",
            "corrects": "dl-2019-05-21-talks",
            "rights_holder": "A Holder",
            "text_license": "CC-BY-4.0",
            "text_status": "inline",
            "text_chars": 102,
            "annotators": ("first",),
            "reviewers": ("second",),
            "annotated": "2026-11-23",
            "annotation_license": "CC0-1.0",
            "complete": ("times",),
        },
    ),
    (
        "blocks",
        {"article": "rich", "block": "c1"},
        {
            "number": 3,
            "text": "A picture of them",
            "chars": 17,
            "words": 4,
            "char_start": 85,
            "utf16_start": 86,
            "credit": "A Photographer",
            "depicts": ("rich", "kor"),
        },
    ),
    (
        "unnamed",
        {"article": "rich", "source": "_source"},
        {"role": "a source", "of": "kor-mnd", "number": "one", "kind": "person", "terms": "not-stated", "sector": "JUD"},
    ),
    (
        "mentions",
        {"article": "rich", "number": 1},
        {"block": "p1", "actors": ("rich",), "place": None, "form": "pronoun", "post": "aide", "tenure": "former"},
    ),
    (
        "mentions",
        {"article": "rich", "number": 2},
        {"actors": ("_source", "kor"), "form": "nominal", "post": None, "tenure": "current"},
    ),
    ("mentions", {"article": "rich", "number": 3}, {"block": "c1", "actors": (), "place": "Busan", "tenure": None}),
    (
        "times",
        {"article": "rich", "time": "t1"},
        {"type": "date", "value": "2019-05-20", "mod": "before", "anchor": None, "earliest": "2019-05-20", "latest": "2019-05-20"},
    ),
    ("times", {"article": "rich", "time": "t2"}, {"anchor": "q1", "earliest": "2019-05-01", "latest": "2019-05-31"}),
    (
        "times",
        {"article": "rich", "time": "t3"},
        {"type": "duration", "value": "PXM", "begin": "t2", "end": "t1", "earliest": None, "latest": None},
    ),
    (
        "quotes",
        {"article": "rich", "quote": "q1"},
        {
            "type": "mixed",
            "speakers": ("rich",),
            "post": "envoy",
            "offices": ("rich/envoy/kor",),
            "principals": ("kor",),
            "addressees": ("jpn",),
            "cue_lemma": "say",
            "source_text": "He",
            "cue_text": "said",
            # the parts of a content can be named in any order: its place is that of all
            "content_text": "May [...] no talks",
            "content_parts": 2,
            "content_char_start": 53,
            "content_char_end": 71,
            "within": None,
            "time": None,
            "said_earliest": "2018-12-24",
            "said_latest": "2018-12-24",
            "setting": "setting-2017",
            "act": "act-2018",
            "stances": ("rich-2019/retracts",),
            "gist": "A gist.",
        },
    ),
    (
        "quotes",
        {"article": "rich", "quote": "q2"},
        # said "before Monday": when, and so in which office, nobody knows
        {"within": "q1", "time": "t1", "offices": (), "said_earliest": None, "cue_lemma": None, "cue_block": None},
    ),
    (
        "quote_spans",
        {"article": "rich", "quote": "q1", "role": "content", "number": 2},
        {"block": "p1", "text": "no talks", "char_start": 53, "char_end": 61, "utf16_start": 54, "utf16_end": 62},
    ),
    ("quote_spans", {"article": "rich", "quote": "q1", "role": "verbatim", "number": 1}, {"text": "talks", "char_start": 56}),
    (
        "event_mentions",
        {"article": "rich", "number": 1},
        {"events": ("rich-2019", "former-2018"), "type": None, "status": "hypothetical", "time": "t2", "via": ()},
    ),
    (
        "event_mentions",
        {"article": "rich", "number": 2},
        {"events": (), "type": "statement", "status": "occurred", "time": None, "via": ("q1", "q2"), "char_start": 47},
    ),
    (
        "factuality",
        {"article": "rich", "source": "rich", "quote": "q1"},
        {"event": "rich-2019", "stance": "retracts", "factbank": "Uu", "office": "envoy/kor", "day_earliest": "2018-12-24"},
    ),
    ("factuality", {"article": "rich", "source": "rich", "quote": "q2"}, {"factbank": "PS+", "office": None, "day_latest": None}),
    ("factuality", {"article": "rich", "source": "rich", "quote": "q3"}, {"factbank": None, "day_latest": "2017-11-30"}),
    (
        "factuality",
        {"article": "rich", "source": "AUTHOR", "event": "rich-2019"},
        {"quote": "", "stance": "hypothetical", "factbank": "Uu", "day_earliest": "2019-05-20", "day_latest": "2019-05-20"},
    ),
]


@pytest.mark.parametrize(
    ("table", "key", "cells_of_row"), ROWS, ids=[f"{name} {' '.join(map(str, key.values()))}" for name, key, _ in ROWS]
)
def test_a_row_of_a_record_that_has_every_field(
    cells: dict[str, list[Record]], table: str, key: Record, cells_of_row: Record
) -> None:
    (found,) = (row for row in cells[table] if key.items() <= row.items())
    assert {name: found[name] for name in cells_of_row} == cells_of_row


SUGGESTED = {(table, "suggested") for table in ("mentions", "times", "quotes")}


def test_every_column_is_told_by_some_row() -> None:
    told = {(table, name) for table, key, row in ROWS for name, value in (key | row).items() if value not in (None, (), False)}
    every = {(table.name, column.name) for table in TABLES if table.name not in RELATED for column in table.columns}
    assert {(table, name) for table, name in every - told if not name.endswith(PLACES)} - SUGGESTED == ELSEWHERE


def test_paragraphs_are_in_the_order_of_the_text(cells: dict[str, list[Record]]) -> None:
    assert [row["block"] for row in cells["blocks"] if row["article"] == "rich"] == ["h1", "p1", "c1"]


def test_relations_and_roles_are_those_of_the_record(cells: dict[str, list[Record]]) -> None:
    assert sorted(tuple(row.values())[1:] for row in cells["relations"] if row["event"] == "rich-2019") == [
        ("before", "jpn-kor-ministers-2019-06"),
        ("caused_by", "setting-2017"),
        ("part_of", "shangri-la-dialogue-2019"),
        ("responds_to", "act-2018"),
        ("resumes", "former-2018"),
    ]
    roles = [tuple(row.values())[1:] for row in cells["participants"] if row["event"] == "rich-2019"]
    assert roles == [("host", "kor"), ("recipient", "jpn")]


def test_what_is_said_by_way_of_a_quote_is_not_held_by_the_author(cells: dict[str, list[Record]]) -> None:
    held = {row["event"] for row in cells["factuality"] if row["article"] == "rich" and row["source"] == "AUTHOR"}
    assert held == {"rich-2019", "former-2018"}


@pytest.mark.usefixtures("cells")
def test_the_split_hears_of_every_event_that_an_article_tells_of_and_of_what_it_corrects() -> None:
    events = frozenset({"rich-2019", "former-2018", "act-2018", "setting-2017", "shangri-la-dialogue-2019"})
    (told,) = (one for one in heard if one.article == "rich")
    assert told == Told("rich", date(2019, 5, 22), events, "dl-2019-05-21-talks")
