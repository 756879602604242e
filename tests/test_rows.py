"""The rows of a release: that they fit their tables, and cells that were reckoned by hand."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from dateline.engine import processes
from dateline.engine.check import check
from dateline.engine.opening import Whole, opened
from dateline.engine.question import Beside
from dateline.engine.settings import Settings
from dateline.exporters import shown
from dateline.exporters.columns import Record, Rows, Table
from dateline.exporters.days import bounds, precision
from dateline.exporters.leaks import Hidden, Leak, WithheldWords
from dateline.exporters.reading import unconfirmed_in
from dateline.exporters.references import references_of
from dateline.exporters.rows import rows_of as flattened
from dateline.exporters.rows import share_of
from dateline.exporters.tables import RELEASED
from dateline.loading.texts import Copies
from dateline.model.edtf import parse
from dateline.model.standard import vocabulary
from dateline.model.text import fingerprint
from msgspec.structs import replace

from tests.laid import ARTICLE, CORPUS, MINIMAL, TOP, copy_of, spoil
from tests.rows import rows_of

TEXTS = Path(os.environ.get("DATELINE_TEXTS") or TOP.parent / "shared" / "seed")
FOUNDING = "kh-2019-05-21-defence-talks"
KINDS = {"string": str, "integer": int, "boolean": bool, "list": tuple}


def whole(root: Path, texts: Path | None = None) -> Whole:
    return opened(root, Copies(texts))


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_made_beside_a_check_is_what_a_corpus_gives_that_is_opened(
    jobs: int, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "FEWEST", 1)
    monkeypatch.setattr(processes, "_CHUNK", 2)
    (corpus / "actors/broken.yaml").write_text("a: [", "utf-8")
    (corpus / ARTICLE).rename(corpus / "actors/an-article.yaml")  # where it lies, the registry is not known yet
    (corpus / "actors/kor.yaml").rename(corpus / "articles/an-actor.yaml")
    beside = Beside(share_of)
    check(corpus, Settings(), Copies(corpus / "texts"), jobs=jobs, beside=beside)
    shares = list(beside.taken())
    found = whole(corpus, corpus / "texts")
    assert found.unread == ("actors/broken.yaml",)
    assert flattened(shares) == rows_of(found)
    assert [share.manifest for share in shares if share.manifest] == [found.manifest]
    assert list(beside.taken()) == []


def record(rows: Rows, name: str, **key: object) -> Record:
    (found,) = (
        record
        for table in RELEASED
        if table.name == name
        for record in table.records(rows)
        if all(record[column] == value for column, value in key.items())
    )
    return found


@pytest.mark.parametrize(
    ("root", "texts"),
    [(CORPUS, None), (CORPUS, TEXTS), (MINIMAL, None), (MINIMAL, MINIMAL / "texts")],
    ids=["corpus", "corpus-with-texts", "minimal", "minimal-with-texts"],
)
def test_every_row_fits_its_table(root: Path, texts: Path | None) -> None:
    rows = rows_of(whole(root, texts))
    assert list(rows) == [table.name for table in RELEASED]
    assert rows["events"]
    for table in RELEASED:
        misfits = list(misfits_of(table, rows))
        assert misfits == []


def misfits_of(table: Table, rows: Rows) -> Iterator[str]:
    """What is wrong with the rows of a table."""
    keys = [tuple(record[name] for name in table.key) for record in table.records(rows)]
    if len(set(keys)) < len(keys):
        yield f"{table.name}: a key twice"
    yield from dangling_in(table, rows)
    for column in table.columns:
        values = [record[column.name] for record in table.records(rows)]
        terms = set(vocabulary(column.terms)["enum"]) if column.terms else None
        for value in values:
            if value is None:
                if column.required or column.kind == "list":
                    yield f"{table.name}.{column.name}: nothing"
            elif type(value) is not KINDS[column.kind]:
                yield f"{table.name}.{column.name}: {value!r} is no {column.kind}"
            elif value == "" and (table.name, column.name) != ("factuality", "quote"):
                yield f"{table.name}.{column.name}: a text without characters"
            elif terms is not None and not terms.issuperset(value if isinstance(value, tuple) else [value]):
                yield f"{table.name}.{column.name}: {value!r} is no term"


def dangling_in(table: Table, rows: Rows) -> Iterator[str]:
    """What the rows of a table refer to, and is not there."""
    for reference in references_of(table):
        (to,) = (table for table in RELEASED if table.name == reference.table)
        known = {tuple(record[name] for name in reference.key) for record in to.records(rows)}
        for record in table.records(rows):
            wanted = tuple(record[name] for name in reference.columns)
            if wanted not in known and None not in wanted:
                yield f"{table.name}.{reference.columns[-1]}: {wanted[-1]!r} refers to nothing"


def test_misfits_are_found() -> None:
    rows = rows_of(whole(MINIMAL))
    (posts,) = (table for table in RELEASED if table.name == "posts")
    first = dict(zip((column.name for column in posts.columns), rows["posts"][0], strict=True))
    spoilt = posts.row(first | {"of": "nobody", "sector": "XXX", "number": "1"})
    assert len(list(misfits_of(posts, rows | {"posts": [spoilt, spoilt]}))) == 7


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(KeyError, match="participants: colour, actor"):
        RELEASED[3].row({"event": "x", "role": "actor", "colour": "red"})


def test_rows_are_sorted_and_numbers_as_numbers() -> None:
    numbers = [row[1] for row in rows_of(whole(MINIMAL))["mentions"] if row[0] == "dl-2019-05-21-talks"]
    assert numbers == list(range(1, 12))


def test_places_are_those_of_the_canonical_text() -> None:
    rows = rows_of(whole(MINIMAL))
    text = record(rows, "articles", id="dl-2019-05-21-talks")["text"]
    assert isinstance(text, str)
    assert text.startswith("Seoul seeks talks with Tokyo\nThe Defense Ministry in Seoul said")
    found = record(rows, "mentions", article="dl-2019-05-21-talks", number=3)
    assert (found["block"], found["text"], found["char_start"], found["char_end"]) == ("p1", "Defense Ministry", 33, 49)
    quote = record(rows, "quotes", article="dl-2019-05-21-talks", quote="q1")
    assert (quote["content_text"], quote["content_char_start"], quote["content_char_end"]) == ("that talks [...] June 2", 72, 127)
    assert text[72:127] == "that talks with Japan were planned for May 31 to June 2"


def test_every_place_holds_its_words() -> None:
    rows = rows_of(whole(CORPUS))
    texts = {record["id"]: record["text"] for record in _table("articles").records(rows)}
    for name in ("mentions", "times", "event_mentions"):
        for found in _table(name).records(rows):
            text, words = texts[found["article"]], found["text"]
            if isinstance(text, str) and isinstance(words, str):
                head, _, tail = words.partition(" [...] ")
                start, end = found["char_start"], found["char_end"]
                assert isinstance(start, int)
                assert isinstance(end, int)
                there = text[start:end]
                assert there.startswith(head)
                assert there.endswith(tail)


def _table(name: str) -> Table:
    return next(table for table in RELEASED if table.name == name)


def test_offsets_count_emoji_twice_in_utf16_alone_and_hangul_once(corpus: Path) -> None:
    path = corpus / ARTICLE
    told = "text: Seoul seeks talks with Tokyo}", "text: \U0001f54a 서울 Seoul seeks talks with Tokyo}"
    path.write_text(path.read_text("utf-8").replace(*told), "utf-8")
    rows = rows_of(whole(corpus))
    found = record(rows, "mentions", article="dl-2019-05-21-talks", number=1)
    assert (found["char_start"], found["char_end"]) == (5, 10)
    assert (found["utf16_start"], found["utf16_end"]) == (6, 11)
    later = record(rows, "blocks", article="dl-2019-05-21-talks", block="p1")
    assert (later["char_start"], later["utf16_start"]) == (34, 35)


def test_offsets_need_the_text_as_it_was_annotated(tmp_path: Path) -> None:
    name = "dl-2019-06-03-withheld"
    place = {"char_start": 0, "char_end": 13, "utf16_start": 0, "utf16_end": 13}
    found = record(rows_of(whole(MINIMAL, MINIMAL / "texts")), "mentions", article=name, number=1)
    assert place.items() <= found.items()
    assert record(rows_of(whole(MINIMAL)), "mentions", article=name, number=1)["char_start"] is None
    (tmp_path / f"{name}.txt").write_text("Talks will go on in Busan, says the ministry of defence", "utf-8")
    assert record(rows_of(whole(MINIMAL, tmp_path)), "mentions", article=name, number=1)["char_start"] is None


def test_the_rows_of_a_withheld_text_hold_digests_and_no_words() -> None:
    rows = rows_of(whole(MINIMAL, MINIMAL / "texts"))
    block = record(rows, "blocks", article="dl-2019-06-03-withheld", block="p1")
    assert (block["text"], block["fingerprint"], block["chars"], block["words"]) == (None, "sha256:58872c8afe9db61f", 55, 11)
    article = record(rows, "articles", id="dl-2019-06-03-withheld")
    assert (article["text"], article["text_chars"], article["headline"]) == (None, 55, "Talks will go on")


def test_a_copy_adds_places_and_nothing_else() -> None:
    without, given = rows_of(whole(MINIMAL)), rows_of(whole(MINIMAL, MINIMAL / "texts"))
    changed = {
        column
        for table in RELEASED
        for one, other in zip(table.records(without), table.records(given), strict=True)
        for column in one
        if one[column] != other[column]
    }
    assert changed == {"char_start", "char_end", "utf16_start", "utf16_end"}


def test_what_is_derived_of_a_quote() -> None:
    rows = rows_of(whole(CORPUS))
    quote = record(rows, "quotes", article=FOUNDING, quote="q6")
    assert (quote["cue_lemma"], quote["time"], quote["said_earliest"], quote["said_latest"]) == (
        "say",
        "t5",
        "2019-05-18",
        "2019-05-18",
    )
    assert quote["offices"] == ("takeshi-iwaya/defence-minister/jpn",)
    assert quote["stances"] == ("jpn-kor-ministers-2019-06/seeks",)
    denial = record(rows, "factuality", article=FOUNDING, source="kor", quote="q4")
    assert (denial["stance"], denial["factbank"]) == ("denies", "CT-")
    # the denial is an event of its own, months before the article
    criticism = record(rows, "events", id="kor-criticises-jpn-flight-2018-12")
    assert (denial["day_earliest"], denial["day_latest"]) == (criticism["date_earliest"], criticism["date_latest"])
    assert str(denial["day_latest"]) < "2019-05"
    assert record(rows, "factuality", article=FOUNDING, source="kor-mnd", quote="q8")["factbank"] == "CT+"
    assert record(rows, "unnamed", article=FOUNDING, source="_official")["of"] == "kor-mnd"


def test_an_office_that_is_not_sure_is_left_out(corpus: Path) -> None:
    minister = corpus / "actors" / "takeshi-iwaya.yaml"
    quote = "speaker: jpn\n", "speaker: takeshi-iwaya\n"
    article = corpus / "articles" / "dl-2019-06-02-meeting.yaml"
    article.write_text(article.read_text("utf-8").replace(*quote), "utf-8")
    source = {"article": "dl-2019-06-02-meeting", "quote": "q1", "source": "takeshi-iwaya"}
    assert record(rows_of(whole(corpus)), "factuality", **source)["office"] == "defence-minister/jpn"
    # of two offices at once it is the one that the text gives, and else nobody can tell
    spoil(
        corpus, "actors/takeshi-iwaya.yaml", "posts:\n", "posts:\n  - {id: envoy, title: Envoy, of: kor, start: 2019-01, end: ..}\n"
    )
    assert record(rows_of(whole(corpus)), "factuality", **source)["office"] is None
    spoil(
        corpus,
        "articles/dl-2019-06-02-meeting.yaml",
        "speaker: takeshi-iwaya\n",
        "speaker: takeshi-iwaya\n    as: defence-minister\n",
    )
    assert record(rows_of(whole(corpus)), "factuality", **source)["office"] == "defence-minister/jpn"
    # on the last day of a term nobody can tell who spoke in the office
    minister.write_text(minister.read_text("utf-8").replace("2019-09-11", "2019-06-02"), "utf-8")
    assert record(rows_of(whole(corpus)), "factuality", **source)["office"] is None


@pytest.mark.parametrize(
    ("date", "named", "acled", "ucdp"),
    [
        ("2018-12-20", "day", 1, 1),
        ("2019-05-21T17:28:00+09:00", "day", 1, 1),
        ("2019-05-31/2019-06-02", "interval", 2, 2),
        ("2019-05-27/2019-06-02", "interval", 2, 3),
        ("2018-05", "month", 3, 4),
        ("2016", "year", None, 5),
        ("2018-21", "interval", None, None),
        ("201X", "interval", None, None),
        ("2016-07/..", "open", None, None),
        ("2018-12-20~", "day", None, None),
        ("2019-06-02/2019-05-31", "interval", None, None),
        ("2019-05-27/2019-06-01", "interval", 2, 2),
    ],
)
def test_how_exact_a_date_is(date: str, named: str, acled: int | None, ucdp: int | None) -> None:
    assert tuple(precision(parse(date)).values()) == (named, acled, ucdp)


def test_the_days_that_a_date_can_mean() -> None:
    assert bounds(parse("2018-02")) == ("2018-02-01", "2018-02-28")
    assert bounds(parse("2016-07/..")) == ("2016-07-01", None)
    assert bounds(parse("2018?")) == (None, None)


def test_the_form_of_a_mention_is_derived_where_it_is_not_written(corpus: Path) -> None:
    path = corpus / ARTICLE
    path.write_text(path.read_text("utf-8").replace(", form: metonym", "").replace(", form: pronoun", ""), "utf-8")
    forms = [record["form"] for record in _table("mentions").records(rows_of(whole(corpus)))]
    assert forms[:6] == ["metonym", "metonym", "name", "name", "name", "pronoun"]


def runs_shown(rows: object, text: str) -> set[tuple[str, ...]]:
    """The runs of eight words of a text that stand anywhere in the bytes of rows, by another reckoning than the exporter's."""
    written = json.dumps(rows, ensure_ascii=False).replace("\\n", " ").replace("\\t", " ")
    one, other = ([*re.findall(r"[^\W_]+", words.lower())] for words in (written, text))
    return {*zip(*(other[n:] for n in range(8)), strict=False)} & {*zip(*(one[n:] for n in range(8)), strict=False)}


def test_words_of_a_withheld_text_would_be_seen(corpus: Path) -> None:
    copy = (MINIMAL / "texts" / "dl-2019-06-03-withheld.txt").read_text("utf-8")
    assert runs_shown(rows_of(whole(corpus, corpus / "texts")), copy) == set()
    planted = corpus / "events" / "jpn-kor-ministers-2019-06.yaml"
    planted.write_text(f'{planted.read_text("utf-8")}note: "They say: {copy.strip()}"\n', "utf-8")
    found = whole(corpus, corpus / "texts")
    assert len(runs_shown(rows_of(found), copy)) == 4
    where = Leak("dl-2019-06-03-withheld", "note of jpn-kor-ministers-2019-06 in events")
    assert list(seen_by(corpus, corpus / "texts").in_rows(rows_of(found), RELEASED)) == [where]
    assert list(seen_by(corpus).in_rows(rows_of(found), RELEASED)) == []  # without the text nobody can tell


def seen_by(corpus: Path, texts: Path | None = None) -> WithheldWords:
    return WithheldWords([Hidden.of(opened.record) for opened in whole(corpus, *([texts] if texts else [])).articles])


@pytest.mark.parametrize(
    ("anchors", "hidden"),
    [
        (["Talks will go", "on in Seoul", "says the"], [2]),  # a comma is between the last two
        (["says the", "go on in Seoul", "Talks will go on"], [2]),  # in any order, one over another
        (["Talks will go", "in Seoul", "says the ministry of defence"], []),
        (["Talks will [...] in Seoul", "says the ministry of defence"], []),
        (["Talks will go on in Seoul, says the", "ministry of defence"], [0]),  # the first is not shown alone, either
        (["Talks", "will", "go", "on", "in", "Seoul", "says", "the", "ministry", "of"], [7]),
        (["Talks will go on", "on in Seoul"] * 60 + ["says the"], list(range(121))),
    ],
)
def test_anchors_side_by_side_do_not_show_eight_words_together(anchors: list[str], hidden: list[int], corpus: Path) -> None:
    path = corpus / "articles" / "dl-2019-06-03-withheld.yaml"
    head = path.read_text("utf-8").partition("mentions:")[0]
    written = "".join(f"  - {{in: p1, text: {json.dumps(words)}, place: Seoul}}\n" for words in anchors)
    path.write_text(f"{head}mentions:\n{written}", "utf-8")
    (table,) = (table for table in RELEASED if table.name == "mentions")
    rows = [row for row in table.records(rows_of(whole(corpus, corpus / "texts"))) if row["article"] == "dl-2019-06-03-withheld"]
    assert [number for number, row in enumerate(rows) if row["text"] is None] == hidden
    assert all(row["char_start"] is not None for row in rows)


def test_a_place_is_not_told_by_words_that_are_hidden(corpus: Path) -> None:
    path = corpus / "articles" / "dl-2019-06-03-withheld.yaml"
    head = path.read_text("utf-8").partition("mentions:")[0]
    words = ["Talks will go on in Seoul", "says the ministry"]
    written = "".join(f"  - {{in: p1, text: {name}, place: {name}}}\n" for name in words)
    path.write_text(f"{head}mentions:\n{written}", "utf-8")
    rows = rows_of(whole(corpus, corpus / "texts"))
    found = [record(rows, "mentions", article="dl-2019-06-03-withheld", number=number)["place"] for number in (1, 2)]
    assert found == [words[0], None]


def test_pieces_of_a_text_in_row_after_row_are_seen(corpus: Path) -> None:
    words = (corpus / "texts/dl-2019-06-03-withheld.txt").read_text("utf-8").split()
    for number, name in enumerate(("kor", "kor-mnd")):
        with (corpus / f"actors/{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(f"note: {json.dumps(' '.join(words[5 * number : 5 * number + 5]))}\n")
    rows = rows_of(whole(corpus))
    found = [leak.where for leak in seen_by(corpus, corpus / "texts").in_rows(rows, RELEASED)]
    assert found == ["note of rows in actors, one after another,"]


def test_an_address_may_be_made_of_the_headline(corpus: Path) -> None:
    path = corpus / "articles" / "dl-2019-06-03-withheld.yaml"
    words = (corpus / "texts/dl-2019-06-03-withheld.txt").read_text("utf-8").split()
    slug = "-".join(words[:9]).lower()
    text = f"{path.read_text('utf-8')}url: https://example.org/{slug}\n"
    path.write_text(text, "utf-8")
    found = seen_by(corpus, corpus / "texts")
    assert [leak.where for leak in found.in_rows(rows_of(whole(corpus)), RELEASED)] == ["url of dl-2019-06-03-withheld in articles"]
    path.write_text(re.sub("headline: .*", f"headline: {json.dumps(' '.join(words[:9]))}", text), "utf-8")
    found = seen_by(corpus, corpus / "texts")
    assert list(found.in_rows(rows_of(whole(corpus)), RELEASED)) == []


def test_no_anchor_headline_or_summary_shows_eight_words_of_a_withheld_text(corpus: Path) -> None:
    path = corpus / "articles" / "dl-2019-06-03-withheld.yaml"
    long = "Talks will go on in Seoul, says the"
    quote = f"""
quotes:
  - {{id: q1, in: p1, type: indirect, speaker: kor, content: "{long}", gist: "It is said that {long} boss"}}
  - {{id: q2, in: p1, type: indirect, speaker: kor, content: "will go on in Seoul", gist: Nothing ends.}}
"""
    path.write_text(path.read_text("utf-8").replace("Talks will go on\n", f'"{long}"\n') + quote, "utf-8")
    rows = rows_of(whole(corpus, corpus / "texts"))
    assert record(rows, "articles", id="dl-2019-06-03-withheld")["headline"] is None
    found = record(rows, "quotes", article="dl-2019-06-03-withheld", quote="q1")
    assert (found["content_text"], found["content_char_start"], found["content_char_end"], found["gist"]) == (None, 0, 35, None)
    found = record(rows, "quotes", article="dl-2019-06-03-withheld", quote="q2")
    assert (found["content_text"], found["gist"]) == ("will go on in Seoul", "Nothing ends.")


def test_of_a_text_that_is_free_every_word_may_be_shown(corpus: Path) -> None:
    long = "Seoul seeks talks with Tokyo on many things at once"
    path = corpus / ARTICLE
    path.write_text(path.read_text("utf-8").replace("Seoul seeks talks with Tokyo", long), "utf-8")
    assert record(rows_of(whole(corpus)), "articles", id="dl-2019-05-21-talks")["headline"] == long


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("one two three four five six seven", 0),
        ("One two-three four, five six seven eight", 1),
        ("one two three four five six seven eight nine", 2),
        ("one_two_three_four_five_six_seven_eight", 1),
        ("국방부는 21일 한일 국방장관 회담을 추진하고 있다고 밝혔다", 1),
        ("中华人民共和国国防部", 0),  # ten characters: five words, about
        ("中华人民共和国国防部发言人吴谦说", 1),
        ("中华人民共和国国防部发言人吴谦说了", 2),
        ("at the 中华人民共和国国防部 today", 1),
    ],
)
def test_runs_of_eight_words(words: str, count: int) -> None:
    assert len(shown.runs(words)) == count


@pytest.mark.parametrize("words", ["ＯＮＥ two", "o\u200dne t\u00adwo", "öne twó", "one\ufe0f_two"])  # noqa: RUF001 - the wide forms are meant
def test_words_that_look_alike_are_alike(words: str) -> None:
    assert shown.runs(f"{words} three four five six seven eight") == shown.runs("one two three four five six seven eight")


def test_parts_of_a_content_are_one_place(corpus: Path) -> None:
    path = corpus / ARTICLE
    path.write_text(path.read_text("utf-8").replace("content: We are working", "content: [We are, working]"), "utf-8")
    found = record(rows_of(whole(corpus)), "quotes", article="dl-2019-05-21-talks", quote="q2")
    assert (found["content_text"], found["content_parts"]) == ("We are [...] working", 2)
    start, end = found["content_char_start"], found["content_char_end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert end - start == len("We are working")


def _spans(rows: Rows, article: str, quote: str) -> list[tuple[object, ...]]:
    (table,) = (table for table in RELEASED if table.name == "quote_spans")
    spans = [span for span in table.records(rows) if (span["article"], span["quote"]) == (article, quote)]
    return [tuple(span[name] for name in ("role", "number", "text", "char_start", "char_end")) for span in spans]


def test_every_stretch_of_a_quote_has_its_place(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "content: We are working", "content: [We are, working]\n    insertions: [are]\n    verbatim: [working]")
    rows = rows_of(whole(corpus))
    start = record(rows, "quotes", article="dl-2019-05-21-talks", quote="q2")["content_char_start"]
    assert isinstance(start, int)
    assert _spans(rows, "dl-2019-05-21-talks", "q2") == [
        ("source", 1, "ministry", start + 27, start + 35),
        ("cue", 1, "said", start + 47, start + 51),
        ("content", 1, "We are", start, start + 6),
        ("content", 2, "working", start + 7, start + 14),
        ("insertion", 1, "are", start + 3, start + 6),
        ("verbatim", 1, "working", start + 7, start + 14),
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2018-12-20", ("2018-12-20", "2018-12-20")),
        ("2019-01-02", ("2018-01-01", "2018-12-31")),  # it does not lie within the year that the text tells
        ('"2018-12-20~"', ("2018-01-01", "2018-12-31")),  # it is no exact day
    ],
)
def test_a_quote_was_said_on_the_day_that_is_told_most_exactly(corpus: Path, day: str, told: tuple[str, str]) -> None:
    spoil(corpus, ARTICLE, "content: We are working", "content: We are working\n    time: t3\n    act: talked-2018")
    event = f"schema: event/1.0\nid: talked-2018\nlabel: Talk\ntype: statement\nstatus: occurred\ndate: {day}\n"
    (corpus / "events/talked-2018.yaml").write_text(event, "utf-8")
    found = record(rows_of(whole(corpus)), "quotes", article="dl-2019-05-21-talks", quote="q2")
    assert (found["said_earliest"], found["said_latest"]) == told


def test_what_a_program_proposed_is_marked(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "content: We are working", "content: We are working\n    suggested: true")
    rows = rows_of(whole(corpus))
    assert record(rows, "quotes", article="dl-2019-05-21-talks", quote="q2")["suggested"] is True
    assert record(rows, "quotes", article="dl-2019-05-21-talks", quote="q1")["suggested"] is False
    assert unconfirmed_in(rows) == 1


def test_a_part_of_a_content_shows_no_more_than_the_whole_may(corpus: Path) -> None:
    path = corpus / "articles" / "dl-2019-06-03-withheld.yaml"
    content = "content: [Talks will go, on in Seoul says the], verbatim: [will]"
    quotes = f"\nquotes:\n  - {{id: q1, in: p1, type: mixed, speaker: kor, cue: says, {content}}}\n"
    path.write_text(path.read_text("utf-8") + quotes, "utf-8")
    found = {span[:3] for span in _spans(rows_of(whole(corpus)), "dl-2019-06-03-withheld", "q1")}
    assert found == {("content", 1, None), ("content", 2, None), ("verbatim", 1, None), ("cue", 1, "says")}


def test_one_corpus_gives_the_same_rows_in_any_order() -> None:
    corpus = whole(MINIMAL)
    turned = replace(corpus, articles=corpus.articles[::-1], actors=corpus.actors[::-1], events=corpus.events[::-1])
    assert rows_of(turned) == rows_of(corpus)


def test_of_rows_with_one_key_the_first_counts() -> None:
    posts = _table("posts")
    first = dict(zip((column.name for column in posts.columns), rows_of(whole(MINIMAL))["posts"][0], strict=True))
    others = first | {"title": "another"}, first | {"number": 10}, first | {"number": 9}
    kept = posts.filled(map(posts.row, (first, *others)))
    assert [(row[1], row[3]) for row in kept] == [(number, first["title"]) for number in (1, 10, 9)]


def test_the_lexicon_of_cues_is_of_english_alone(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "language: en", "language: de")
    assert record(rows_of(whole(corpus)), "quotes", article="dl-2019-05-21-talks", quote="q1")["cue_lemma"] is None


def test_a_content_has_a_place_only_if_all_its_parts_have(corpus: Path) -> None:
    spoil(corpus, ARTICLE, "content: We are working", "content: [We are, nowhere]")
    found = record(rows_of(whole(corpus)), "quotes", article="dl-2019-05-21-talks", quote="q2")
    assert (found["content_text"], found["content_char_start"]) == ("We are [...] nowhere", None)


def test_lengths_of_a_copy_that_is_not_the_annotated_one_count_for_nothing(corpus: Path) -> None:
    name, first, second = "dl-2019-06-03-withheld", "Talks go on", "They end in 🕊️"
    (corpus / "texts" / f"{name}.txt").write_text(f"Talks went on\n{second}\n", "utf-8")
    path = f"articles/{name}.yaml"
    blocks = "".join(
        f"    - {{id: {block}, fp: {fingerprint(words)}, chars: {len(words)}, words: 3}}\n"
        for block, words in (("p1", first), ("p2", second))
    )
    spoil(corpus, path, "    - {id: p1, fp: sha256:58872c8afe9db61f, chars: 55, words: 11}\n", blocks)
    spoil(corpus, path, 'text: "Talks [...] go", place', "text: They, place")
    spoil(corpus, path, "  - {in: p1, text: They", "  - {in: p2, text: They")
    found = record(rows_of(whole(corpus, corpus / "texts")), "blocks", article=name, block="p2")
    assert (found["char_start"], found["utf16_start"]) == (len(first) + 1, None)
    mention = record(rows_of(whole(corpus, corpus / "texts")), "mentions", article=name, number=1)
    assert (mention["char_start"], mention["char_end"], mention["utf16_start"]) == (12, 16, None)


def test_a_time_that_no_calendar_has_has_no_days(corpus: Path) -> None:
    path = corpus / ARTICLE
    path.write_text(path.read_text("utf-8").replace("value: 2018-12-20", "value: 2018-13-20"), "utf-8")
    found = record(rows_of(whole(corpus)), "times", article="dl-2019-05-21-talks", time="t4")
    assert (found["value"], found["earliest"], found["latest"]) == ("2018-13-20", None, None)


def test_where_a_corpus_lies_does_not_matter(tmp_path: Path) -> None:
    assert rows_of(whole(copy_of(MINIMAL, tmp_path / "moved"))) == rows_of(whole(MINIMAL))
