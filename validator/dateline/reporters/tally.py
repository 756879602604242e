"""The numbers of a corpus for a terminal, and as data for other programs (``schema/stats-1.schema.json``)."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import to_builtins

from dateline import __version__
from dateline.engine.tally import Coverage, Moment, Phenomenon, Spoken, Tally
from dateline.model.standard import VERSION
from dateline.reporters.json import written
from dateline.reporters.pieces import Line, Piece, wrapped
from dateline.reporters.safe import safe
from dateline.reporters.summary import counted

_NARROWEST = 40  # cells: in fewer, nothing can be read
_MARKS = {
    "occurred": "+",
    "ongoing": "~",
    "planned": ">",
    "cancelled": "x",
    "claimed": "?",
    "disputed": "!",
    "did-not-occur": "-",
    "unknown": ".",
}
_NOUNS = {"blocks": "paragraphs", "events": "event mentions"}  # where layers are counted beside records


def lines(found: Tally, cells: int) -> Iterator[Line]:
    """Give the numbers line by line, in at most so many cells; the layer of a piece is a status, or ``heading``."""
    cells = max(cells, _NARROWEST)
    yield from _text(f"{found.title} {found.version}", cells, "heading")
    yield from _text(", ".join(counted(number, noun) for noun, number in found.records.items() if noun != "unread"), cells)
    yield from _text(", ".join(counted(number, _NOUNS.get(noun, noun)) for noun, number in found.items.items()), cells)
    if unread := found.records["unread"]:
        yield from _text(f"left out: {counted(unread, 'files')} that cannot be read as a record", cells)
    for text in _coverage(found.coverage):
        yield from _text(text, cells)
    for name, counts in found.kinds.items():
        yield from _counts(name.replace("_", " "), counts, cells)
    yield from _counts("events by the number of articles that mention them", found.mentioned, cells)
    for name, events in (("claimed", found.claimed), ("disputed", found.disputed)):
        if events:
            yield from _text(f"{name}: {', '.join(events)}", cells)
    yield from _speakers(found.speakers, cells)
    yield from _timeline(found.timeline, cells)
    if found.phenomena:
        yield from _phenomena(found.phenomena, cells)


def _text(text: str, cells: int, layer: str | None = None) -> Iterator[Line]:
    yield from wrapped([Piece(safe(text), layer)], cells, "", "  ")


def _counts(name: str, counts: Mapping[str, int], cells: int) -> Iterator[Line]:
    if counts:
        yield from _text(f"{name}: {', '.join(f'{value} {number}' for value, number in counts.items())}", cells)


def _coverage(found: Coverage) -> Iterator[str]:
    of_articles = f"of {counted(found.articles, 'articles')}"
    layers = ", ".join(f"{layer} {number}" for layer, number in found.complete_by_layer.items())
    yield f"complete in all layers: {found.complete} {of_articles} ({layers})"
    yield f"without any annotation: {found.bare_blocks} of {counted(found.blocks, 'paragraphs')}"
    yield f"withheld: {found.withheld} {of_articles}, of which {found.verified} verified against the text"
    if found.unconfirmed:
        yield f"proposed by a program and confirmed by nobody: {counted(found.unconfirmed, 'items')}"


def _speakers(speakers: tuple[Spoken, ...], cells: int) -> Iterator[Line]:
    if speakers:
        yield []
        yield from _text("speakers by office: quotes, and stances that they take", cells, "heading")
    margin = max((len(str(spoken.quotes)) for spoken in speakers), default=0)
    for spoken in speakers:
        stances = ", ".join(f"{stance} {number}" for stance, number in spoken.stances.items())
        said = _office(spoken) + (f": {stances}" if stances else "")
        yield from wrapped([Piece(safe(said))], cells, f"{spoken.quotes:{margin + 2}} ", " " * (margin + 5))


def _office(spoken: Spoken) -> str:
    office = spoken.office
    match office.kind:
        case "post":
            return f"{office.post} of {office.of}"
        case "unnamed":
            return f"sources without a name, of {office.of}" if office.of else "sources without a name"
        case "person":
            return f"{office.of}, in no office that is known"
        case _:
            return str(office.of)


def _timeline(moments: tuple[Moment, ...], cells: int) -> Iterator[Line]:
    if not moments:
        return
    yield []
    yield from _text("timeline of events", cells, "heading")
    used = {moment.status for moment in moments}
    yield from _text(", ".join(f"{mark} {status}" for status, mark in _MARKS.items() if status in used), cells)
    margin = max(len(safe(moment.when or "")) for moment in moments)
    for year, those in groupby(moments, key=lambda moment: moment.year):
        yield from _text("no date" if year is None else f"{year:04}", cells, "heading")
        for moment in those:
            text = f" {safe(moment.when or ''):{margin}}  {safe(moment.label)} ({counted(moment.articles, 'articles')})"
            pieces = [Piece(_MARKS[moment.status], moment.status), Piece(text)]
            yield from wrapped(pieces, cells, "  ", " " * min(margin + 6, cells // 2))


def _phenomena(phenomena: tuple[Phenomenon, ...], cells: int) -> Iterator[Line]:
    """Give each phenomenon with the articles that have it and the blocks in which; those that none has at the end."""
    yield []
    yield from _text("phenomena, and where they occur", cells, "heading")
    for one in phenomena:
        if one.articles:
            where = "; ".join(f"{article} {' '.join(blocks)}" for article, blocks in one.articles.items())
            text = f"{one.name} ({counted(len(one.articles), 'articles')}): {where}"
            yield from wrapped([Piece(safe(text))], cells, f"{one.number:4}  ", " " * 6)
    missing = "; ".join(f"{one.number} {one.name}" for one in phenomena if not one.articles)
    yield from _text(f"in no article: {missing or 'none'}", cells)


def render(found: Tally) -> str:
    """Give the numbers as JSON."""
    numbers = to_builtins(found)
    corpus = {"title": numbers.pop("title"), "version": numbers.pop("version")}
    heading = {"format": "dateline-stats/1", "version": __version__, "schema": VERSION, "corpus": corpus}
    return written(heading | numbers, indent=1) + "\n"
