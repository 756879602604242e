"""Fills the templates: each token adds words to a paragraph, and what is annotated in them."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random

from benchmarks.corpora import phrases
from benchmarks.corpora.paragraph import Marked, Paragraph, Quote, Told
from benchmarks.corpora.records import ministry
from benchmarks.corpora.registry import MINISTRIES, Happening, Person, Registry, State
from benchmarks.corpora.templates import CUES

_TOKEN = re.compile(r"\{([A-Za-z]+)(!?)((?:\|[^|}]+)*)\}|([<>«»])")
_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MINISTERS = ("prime-minister", "foreign-minister", "defence-minister", "spokesperson")
_TITLES = {"prime-minister": "Prime Minister", "foreign-minister": "Foreign Minister", "defence-minister": "Defence Minister"}
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_NEAR = 120  # days: dates further away are written with their year
_WEEK = 7
_METONYMS = 0.4  # share of the states that are called by their capital

Token = tuple[str, str, bool, tuple[str, ...]]  # the words before it, its name, whether it is the source, its arguments


@cache
def tokens(template: str) -> tuple[list[Token], str]:
    """Take a template apart, once."""
    found, at = [], 0
    for match in _TOKEN.finditer(template):
        arguments = tuple(match[3].split("|")[1:]) if match[3] else ()
        found.append((template[at : match.start()], match[1] or match[4], bool(match[2]), arguments))
        at = match.end()
    return found, template[at:]


class Writer:
    """Writes the paragraphs of one article, of one day."""

    def __init__(self, rng: Random, made: Registry, day: date) -> None:
        self.rng, self.made, self.day = rng, made, day
        self.paragraph = Paragraph("h1")
        self.paragraphs = [self.paragraph]
        self.official_of: str | None = None
        self._named: set[str] = set()
        self._quotes = self._times = 0
        self._last: Person | None = None
        self._people: dict[str, Person] = {}
        self._quote: Quote | None = None
        self.subject: Happening
        self._opened: dict[str, int] = {}

    def begin(self, block: str) -> None:
        """Begin a new paragraph."""
        self.paragraph.close()
        self.paragraph = Paragraph(block)
        self.paragraphs.append(self.paragraph)

    def tell_of(self, event: Happening) -> None:
        """The next sentences are about this event and its states."""
        self.subject, self._people = event, {}

    def sentence(self, template: str) -> None:
        """Add a sentence, and a space if there was one before."""
        if self.paragraph.length:
            self.paragraph.add(" ")
        pieces, rest = tokens(template)
        self._quote = None
        for before, name, is_source, arguments in pieces:
            if before:
                self.paragraph.add(before)
            _WRITERS[name](self, is_source, arguments)
        if rest:
            self.paragraph.add(rest)

    # --- who

    def _is_source(self, words: tuple[int, int], speaker: str, *more: str) -> None:
        quote = self._open()
        quote.source, quote.speaker = words, speaker
        quote.more.extend(more)

    def _open(self) -> Quote:
        """The quote of this clause; one that has its content gives way to the next."""
        if self._quote is None or self._quote.is_whole:
            self._quotes += 1
            self._quote = Quote(f"q{self._quotes}")
            self.paragraph.quotes.append(self._quote)
        return self._quote

    def state(self, state: State, *, is_source: bool) -> None:
        """Name a state, or its capital for it."""
        is_metonym = self.rng.random() < _METONYMS
        words = self.paragraph.add(state.capital if is_metonym else state.name)
        self.paragraph.mentions.append(Marked(*words, f"actor: {state.id}{', form: metonym' if is_metonym else ''}"))
        if is_source:
            self._is_source(words, state.id)

    def person(self, side: str, *, is_source: bool) -> None:
        """Name a person of one side: in full with the title the first time, then by the surname."""
        person = self._people.get(side) or self._chosen(side)
        self._people[side] = self._last = person
        office = self._office(person)
        rest = f"actor: {person.id}"
        if person.id in self._named:
            words = self.paragraph.add(person.surname)
        else:
            if office:
                self.paragraph.add(f"{_TITLES[person.office]} ")
                rest += f", as: {office}"
            words = self.paragraph.add(person.name)
            self._named.add(person.id)
        self.paragraph.mentions.append(Marked(*words, rest))
        if is_source:
            self._is_source(words, person.id, *self._capacity(person))

    def _chosen(self, side: str) -> Person:
        state = self.subject.one if side == "P" else self.subject.other
        taking_part = [person for person in self.subject.persons if person.state is state]
        return taking_part[0] if taking_part else self.made.holder(state, self.rng.choice(_MINISTERS), self.day)

    def _office(self, person: Person) -> str | None:
        """The office, if it has been held all week, for words of the week are quoted, and goes before a name."""
        is_held = person.start <= self.day - timedelta(_WEEK) and (person.end is None or self.day <= person.end)
        return person.office if is_held and person.office in _TITLES else None

    def _capacity(self, person: Person) -> tuple[str, ...]:
        if person.office == "spokesperson":
            return (f"for: {ministry(person.state, 'foreign')}",)
        office = self._office(person)
        return (f"as: {office}",) if office else ()

    def pronoun(self, *, is_source: bool) -> None:
        """He or she, who was named last."""
        person = self._last or self._chosen("P")
        words = self.paragraph.add(person.pronoun)
        self.paragraph.mentions.append(Marked(*words, f"actor: {person.id}, form: pronoun"))
        if is_source:
            self._is_source(words, person.id, *self._capacity(person))

    def ministry(self, state: State, *, is_source: bool) -> None:
        """Name a ministry by the state or the capital."""
        slug = self.rng.choice(tuple(MINISTRIES))
        words = self.paragraph.add(f"{self.rng.choice((state.name, state.capital))}'s {MINISTRIES[slug][1]}")
        self.paragraph.mentions.append(Marked(*words, f"actor: {ministry(state, slug)}"))
        if is_source:
            self._is_source(words, ministry(state, slug))

    def official(self, *, is_source: bool) -> None:
        """Name nobody."""
        self.official_of = self.official_of or ministry(self.subject.one, "foreign")
        words = self.paragraph.add("official")
        self.paragraph.mentions.append(Marked(*words, "actor: _official, form: nominal"))
        if is_source:
            self._is_source(words, "_official")

    # --- what is said

    def cue(self, arguments: tuple[str, ...]) -> None:
        """Report."""
        words = arguments[0] if arguments else self.rng.choice(CUES)
        self._open().cue = self.paragraph.add(words)

    def mark(self, sign: str) -> None:
        """Begin or end the content of the quote, or the words in marks inside it."""
        quote = self._open() if sign == "<" else self._quote
        if quote is None:
            raise ValueError(sign)
        at = self.paragraph.length
        if sign == "<":
            quote.is_direct = self.paragraph.ends_with("“")
        if sign in "<«":
            self._opened[sign] = self.paragraph.add("“")[1] if sign == "«" else at
        elif sign == ">":
            quote.content = self._opened.pop("<"), at
        else:
            quote.verbatim = self._opened.pop("«"), at
            self.paragraph.add("”")

    def about(self, stance: str) -> None:
        """What the speaker of the last quote holds of the event."""
        if self._quote is not None:
            self._quote.about = f"{self.subject.id}: {stance}"

    # --- what happens, and when

    def event(self, words: str, what: str, status: str = "") -> None:
        """Mention an event; within a quote, through that quote."""
        via = self._quote.id if self._quote and "<" in self._opened else ""
        self.paragraph.events.append(Told(*self.paragraph.add(words), what, status, via))

    def time(self, words: str, rest: str, before: str = "") -> str:
        """Mention a time."""
        if before:
            self.paragraph.add(before)
        name = f"t{self._times}"
        self._times += 1
        self.paragraph.times.append((name, Marked(*self.paragraph.add(words), rest)))
        return name

    def event_time(self) -> None:
        """The time of the event, as exact as it is known."""
        event, away = self.subject, (self.day - self.subject.day).days
        day = event.day
        if event.kind in ("forum", "incident"):
            name = self.time(f"{_FULL[day.month - 1]} {day.year}", f"type: date, value: {day:%Y-%m}", "in ")
        elif 0 <= away < _WEEK:
            name = self.time(_WEEKDAYS[day.weekday()], f"type: date, value: {day}", "on ")
        else:
            year = "" if 0 <= away < _NEAR else f", {day.year}"
            name = self.time(f"{_MONTHS[day.month - 1]} {day.day}{year}", f"type: date, value: {day}", "on ")
        for told in self.paragraph.events:
            if told.what.endswith(event.id) and not told.time and not told.via:
                told.time = name

    def place(self, name: str) -> None:
        """Where the report was written."""
        words = self.paragraph.add(name.upper())
        self.paragraph.mentions.append(Marked(*words, f"place: {name}"))

    def document_day(self) -> None:
        """When it was written."""
        self.time(f"{_MONTHS[self.day.month - 1]} {self.day.day}", f"type: date, value: {self.day}", ", ")

    def weekday(self) -> None:
        """A day of this week, on which something was said."""
        day = self.day - timedelta(self.rng.randrange(_WEEK))
        name = self.time(_WEEKDAYS[day.weekday()], f"type: date, value: {day}")
        if self._quote is not None:
            self._quote.more.append(f"time: {name}")

    def year(self) -> None:
        """Some year before."""
        year = self.day.year - self.rng.randrange(1, 15)
        self.time(str(year), f'type: date, value: "{year}"')

    def month(self) -> None:
        """Some month before."""
        year, month = self.day.year - self.rng.randrange(1, 12), self.rng.randrange(12)
        self.time(f"{_FULL[month]} {year}", f"type: date, value: {year}-{month + 1:02}")

    def late(self) -> None:
        """A part of the year before."""
        words, mod = self.rng.choice((("late last year", "end"), ("early last year", "start")))
        self.time(words, f'type: date, value: "{self.day.year - 1}", mod: {mod}')

    def lasting(self) -> None:
        """How long it took."""
        number = self.rng.randrange(len(_NUMBERS))
        unit, letter = self.rng.choice((("days", "D"), ("weeks", "W"), ("months", "M")))
        self.time(f"{_NUMBERS[number]} {unit}", f"type: duration, value: P{number + 2}{letter}")


_FULL = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_Write = Callable[[Writer, bool, tuple[str, ...]], object]
_WRITERS: dict[str, _Write] = {
    "X": lambda w, source, _: w.state(w.subject.one, is_source=source),
    "Y": lambda w, source, _: w.state(w.subject.other, is_source=source),
    "P": lambda w, source, _: w.person("P", is_source=source),
    "Q": lambda w, source, _: w.person("Q", is_source=source),
    "M": lambda w, source, _: w.ministry(w.subject.one, is_source=source),
    "N": lambda w, source, _: w.ministry(w.subject.other, is_source=source),
    "U": lambda w, source, _: w.official(is_source=source),
    "he": lambda w, source, _: w.pronoun(is_source=source),
    "cue": lambda w, _, arguments: w.cue(arguments),
    "about": lambda w, _, arguments: w.about(arguments[0]),
    "e": lambda w, _, arguments: w.event(arguments[0], f"event: {w.subject.id}", *arguments[1:]),
    "y": lambda w, _, arguments: w.event(arguments[0], f"type: {arguments[1]}", *arguments[2:]),
    "te": lambda w, *_: w.event_time(),
    "tw": lambda w, *_: w.weekday(),
    "ty": lambda w, *_: w.year(),
    "tm": lambda w, *_: w.month(),
    "tl": lambda w, *_: w.late(),
    "td": lambda w, *_: w.lasting(),
    "thing": lambda w, *_: w.paragraph.add(w.rng.choice(phrases.THINGS)),
    "clause": lambda w, *_: w.paragraph.add(phrases.clause(w.rng)),
    "pred": lambda w, *_: w.paragraph.add(phrases.predicate(w.rng)),
    "rem": lambda w, *_: w.paragraph.add(phrases.remark(w.rng)),
    "term": lambda w, *_: w.paragraph.add(phrases.term(w.rng)),
    "<": lambda w, *_: w.mark("<"),
    ">": lambda w, *_: w.mark(">"),
    "«": lambda w, *_: w.mark("«"),
    "»": lambda w, *_: w.mark("»"),
}
