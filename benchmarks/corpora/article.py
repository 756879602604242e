"""One made-up article: its sentences, and the annotation that goes with them."""

from bisect import bisect_left
from datetime import date, timedelta
from random import Random

from benchmarks.corpora import templates
from benchmarks.corpora.phrases import OUTLETS
from benchmarks.corpora.registry import SEED, Happening, Registry
from benchmarks.corpora.writer import Writer

_PARAGRAPHS = 9
_RECENT = 40  # events of a state that a report goes back to
_SECOND_QUOTE, _FURTHER = 0.45, 0.8
_AHEAD = 0.1  # of the background that there is
_TO_COME = frozenset({"meeting", "round", "pact", "relief"})
_HEAD = """schema: article/1.0
id: {id}
headline: {headline}
publisher: {{name: {outlet}}}
authors: [Staff reporter {desk}]
language: en
genre: news
origin: original
published: {day}T{hour:02}:{minute:02}:00+00:00
rights: {{holder: First annotator, license: CC0-1.0}}
sources: ["https://wire.example/{day}/{number}"]
annotation: {{by: [{by}], date: {noted}, license: CC0-1.0, complete: [mentions, times, quotes, events]}}

text:
  status: inline
  blocks:
"""


def article(made: Registry, count: int, number: int) -> tuple[str, str]:
    """Write one article of a corpus of so many: its id, and its file. It depends on nothing but these three."""
    rng = Random(f"{SEED} {count} {number}")  # noqa: S311 - nothing secret hangs on it
    subjects = _subjects(made, count, number)
    main = subjects[0]
    day = max(event.day for event in subjects) + timedelta(rng.randrange(2, 7))
    writer = Writer(rng, made, day)
    _headline(writer, main)
    _dateline(writer, main)
    told = [*subjects, *_background(rng, made, main, day, _PARAGRAPHS - len(subjects))]
    for place, event in enumerate(told, 1):
        _paragraph(writer, event, place)
    writer.paragraph.close()
    outlet = rng.choice(OUTLETS)
    name = f"{outlet.split()[1].lower()}-{day}-{main.kind}-{number:06}"
    head = _HEAD.format(
        id=name,
        headline=writer.paragraphs[0].text,
        outlet=outlet,
        desk=rng.randrange(1, 100),
        day=day,
        hour=rng.randrange(24),
        minute=rng.randrange(60),
        number=number,
        by=rng.choice(("first", "second")),
        noted=day + timedelta(rng.randrange(1, 60)),
    )
    return name, head + _body(writer)


def _subjects(made: Registry, count: int, number: int) -> list[Happening]:
    """The events that this article is there for: each event of the corpus is somewhere."""
    first, last = number * len(made.events) // count, (number + 1) * len(made.events) // count
    return made.events[first : max(last, first + 1)]


def _background(rng: Random, made: Registry, main: Happening, day: date, count: int) -> list[Happening]:
    """Other events of these states, more often recent ones, and one that is to come."""
    found: list[Happening] = []
    for _ in range(max(0, count)):
        known = made.of(main.one if rng.random() < 0.5 else main.other)  # noqa: PLR2004 - one or the other
        today = bisect_left(known, day, key=lambda event: event.day)
        ahead = known[today:][:3]
        if ahead and rng.random() < _AHEAD and ahead[-1].kind in _TO_COME:
            found.append(ahead[-1])
        elif today:
            found.append(known[max(0, today - 1 - int(rng.paretovariate(0.6)) % _RECENT)])
    return found


def _headline(writer: Writer, main: Happening) -> None:
    writer.tell_of(main)
    writer.sentence(writer.rng.choice(templates.HEADLINES).replace("WORD", templates.HEADWORDS[main.kind]))


def _dateline(writer: Writer, main: Happening) -> None:
    writer.begin("b1")
    writer.place(main.one.capital)
    writer.document_day()


def _paragraph(writer: Writer, event: Happening, place: int) -> None:
    """What happened, who said what of it, and what else there is to know."""
    rng = writer.rng
    writer.begin(f"p{place}")
    writer.tell_of(event)
    is_to_come = event.day >= writer.day
    writer.sentence(rng.choice(templates.PLANNED if is_to_come else templates.TOLD[event.kind]))
    said = templates.SAID_OF_PLANS if is_to_come else templates.SAID
    for _ in range(1 + (rng.random() < _SECOND_QUOTE)):
        writer.sentence(rng.choice(said))
    if rng.random() < _FURTHER:
        writer.sentence(rng.choice(templates.FURTHER))


def _body(writer: Writer) -> str:
    """The text and its annotation."""
    paragraphs = writer.paragraphs
    lines = [paragraph.block_line() for paragraph in paragraphs]
    if writer.official_of:
        lines.append(
            f"\nunnamed:\n  _official: {{role: ministry official, of: {writer.official_of}, number: one, terms: not-stated}}\n"
        )
    for layer in ("mentions", "times", "quotes", "events"):
        lines.append(f"\n{layer}:\n")
        for paragraph in paragraphs:
            lines += paragraph.lines(layer)
    return "".join(lines)
