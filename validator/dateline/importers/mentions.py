"""Proposes mentions: known names, capitals that act or that are places, surnames after full names, offices, and "here"."""

import re
from collections.abc import Iterable, Iterator

from dateline.importers import titles
from dateline.importers.draft import Named, Passage
from dateline.importers.known import ADJECTIVE, FULL, METONYM, SHORT, SURNAME, Known, Name, countries
from dateline.model.text import Range, word_spans
from dateline.model.titles import TITLES

# words before a capital that make it a place
_WHERE = re.compile(
    r"\b(?:in|at|near|outside|around|via|inside|visit(?:ed|ing|s)?|downtown|central|left|leaves?"
    r"|(?:city|port|mayor|streets?|suburbs?|outskirts|cent(?:er|re)|airport|university|north|south|east|west|residents"
    r"|people) of) $",
    re.IGNORECASE,
)
_IN = re.compile(r"\b[Ii]n (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![\w-]|'s?\b| [A-Z])")
_HERE = re.compile(r"\bhere\b(?!')")
_CITY = re.compile(r"(?P<place>[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+)*)(?=, (?:[A-Z]|[0-9])| \()")
# what "in" can stand before that is no place: languages, and bodies without an article
_NO_PLACE = re.compile(r"(?:ese|ish|Korean|Russian|German|French|Arabic|Hindi|Congress|Parliament|Cabinet)$")
_OF = re.compile(r"\b(?P<head>[A-Z]\w*) of (?:the )?$")
_TITLED = re.compile(rf"\b(?:{TITLES})\.?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_][\w'-]*\.?) $")
# words that begin a sentence in capitals and are no given name of whoever is named next: "But Holm", "Meeting Holm"
_OPENING = re.compile(
    r"(?:a[nst]|and|but|or|nor|so|yet|then|later|earlier|still|now|while|when|where|after|before|if|although|though|since|because|for"
    r"|with|without|to|of|on|in|at|by|from|that|what|until|today|yesterday|meanwhile|however|both|only|even|once|[a-z]+(?:ly|ing|ed|day))",
    re.IGNORECASE,
)
_MOST_CAPITALS = 0.6  # share of capitalised words above which a line is in title case: capitals prove nothing there


class Mentions:
    """Finds what is named in the passages of one text."""

    def __init__(self, passages: Iterable[Passage], known: Known, country: str | None) -> None:
        self._passages = tuple(passages)
        self._known = known
        states = (actor.name for actor in known.actors.values() if actor.kind == "state" and actor.country == country)
        self._home = next(states, None) if country else None
        self._country = country
        self._in_full, self._lands = self._named_in_full()

    def found(self) -> tuple[Named, ...]:
        """The mentions, in the order of the text."""
        return tuple(named for passage in self._passages for named in self._within(passage))

    def _named_in_full(self) -> tuple[set[str], set[str | None]]:
        """The people whom the text names in full somewhere, whose surnames may stand alone; the countries whose bodies may."""
        people: set[str] = set()
        lands: set[str | None] = {None, self._country}
        for passage in self._passages:
            starts = (start for start, _ in word_spans(passage.words))
            for name in (name for start in starts for name in self._known.starting(passage.words, start)):
                people |= {name.actor.id} if name.kind == FULL else set()
                lands |= {name.actor.country} if name.actor.kind == "state" else set()
        return people, lands

    def _within(self, passage: Passage) -> Iterator[Named]:
        found = list(self._city(passage)) if passage.id in ("b1", "p1") else []
        if passage.kind != "b":
            found = self._add(found, self._names(passage))
            found = self._add(found, titles.offices(passage, self._known, found))
            found = self._add(found, self._places(passage))
            found = [titles.with_post(passage, named, self._known) for named in found]
            found = self._add(found, titles.counterparts(passage, self._known, found))
        yield from sorted(found, key=lambda named: named.at.start)

    @staticmethod
    def _add(found: list[Named], more: Iterable[Named]) -> list[Named]:
        return found + [new for new in more if not any(new.at.overlaps(old.at) for old in found)]

    def _city(self, passage: Passage) -> Iterator[Named]:
        """The place of a dateline: "SINGAPORE, June 2"."""
        if match := _CITY.match(passage.words):
            yield Named(Range(passage.id, *match.span()), place=match["place"].title())

    def _places(self, passage: Passage) -> Iterator[Named]:
        for match in _IN.finditer(passage.words):
            name = match["place"]
            if name in countries() or not _NO_PLACE.search(name):
                yield Named(Range(passage.id, *match.span("place")), place=name)
        for match in _HERE.finditer(passage.words) if self._home else ():
            yield Named(Range(passage.id, *match.span()), place=self._home, form="deictic")

    def _names(self, passage: Passage) -> Iterator[Named]:
        text, reached = passage.words, 0
        words = text.split()
        is_title_case = passage.kind in "hs" and sum(word[:1].isupper() for word in words) > _MOST_CAPITALS * len(words)
        for start, _ in word_spans(text):
            names = list(self._known.starting(text, start)) if start >= reached else []
            if not names:
                continue
            longest = [name for name in names if len(name.words) == len(names[0].words)]
            end = start + len(names[0].words)
            reached = end
            if _is_hyphened(text, start, end) or not (chosen := self._chosen(text, start, longest)):
                continue
            if self._is_alone(text, start, end, chosen) or is_title_case:
                yield self._named(passage, start, end, chosen)

    def _chosen(self, text: str, start: int, names: list[Name]) -> Name | None:
        """The one actor whom the words mean here, if there is one."""
        fitting = {name.actor.id: name for name in names if name.kind != ADJECTIVE and self._fits(text, start, name)}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _fits(self, text: str, start: int, name: Name) -> bool:
        if name.kind == SURNAME:
            return name.actor.id in self._in_full and self._is_surname(text, start)
        if name.kind == SHORT:
            said = self._known.countries_before(text, start)
            return name.actor.country in (said or self._lands)
        return True

    @staticmethod
    def _is_surname(text: str, start: int) -> bool:
        """Whether no given name of somebody else stands before it."""
        before = _LAST_WORD.search(_before(text, start))
        if before is None or before["word"].islower() or before["word"].endswith((".", "day")) or _TITLED.search(before["word"]):
            return True
        begins = before.start() == 0 or before.string[: before.start()].rstrip()[-1:] in '.!?"'
        return begins and bool(_OPENING.fullmatch(before["word"]))

    def _is_alone(self, text: str, start: int, end: int, name: Name) -> bool:
        """Whether the words are no part of a longer name: no "South China Sea", "Bank of China", "Seoul's Defense Ministry"."""
        behind, before = text[end:], _OF.search(_before(text, start))
        if before and name.actor.kind != "person" and not _TITLED.search(before["head"]) and not self._is_person(before):
            return False
        if name.actor.kind == "person" or name.words.isupper() or "." in name.words:
            return True
        if re.match(r" [A-Z]", behind) and name.kind != SHORT:
            return False
        owned = re.match(r"'s? ", behind)
        if owned and name.actor.kind == "state":
            at = end + owned.end()
            return not any(
                body.kind == SHORT and body.actor.country == name.actor.country for body in self._known.starting(text, at)
            )
        return True

    def _is_person(self, before: re.Match[str]) -> bool:
        """Whether the capitalised word before "of" ends the name of a person: "Takeshi Iwaya of Japan"."""
        end, text = before.end("head"), before.string
        names = (name for start in _starts(text, end) for name in self._known.starting(text, start) if name.actor.kind == "person")
        return any(len(name.words) >= len(before["head"]) and text[:end].endswith(name.words) for name in names)

    def _named(self, passage: Passage, start: int, end: int, name: Name) -> Named:
        if name.kind == METONYM and _WHERE.search(_before(passage.words, start)):
            return Named(Range(passage.id, start, end), place=name.words)
        form = "metonym" if name.kind == METONYM else None
        return Named(Range(passage.id, start, end), (name.actor.id,), form=form)


def _before(text: str, start: int, reach: int = 60) -> str:
    """The words shortly before a place: what they say of it is said near it."""
    return text[max(0, start - reach) : start]


def _starts(text: str, end: int, reach: int = 60) -> Iterator[int]:
    """Where the words shortly before a place begin."""
    first = max(0, end - reach)
    yield from (first + start for start, _ in word_spans(text[first:end]))


def _is_hyphened(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] == "-" or text[end : end + 1] == "-"
