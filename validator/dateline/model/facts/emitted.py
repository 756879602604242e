"""What an article emits: facts under the keys by which they are judged together with those of other articles.

A key is a kind and a value, ``event:shangri-la-dialogue-2019``. What stands under one key is judged by itself, so a fact holds
all that the rules of its kind ask of the article that emitted it.
"""

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.edtf import Edtf
from dateline.model.facts.copies import Printed, Sketched, printed, sketched
from dateline.model.facts.durations import Lasting
from dateline.model.facts.events import Presented, StanceTaken, stances
from dateline.model.facts.quotes import content_of
from dateline.model.facts.statements import Statements
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.text import fingerprint, words_in

TIMES = "time"  # kinds of keys, each of an event: its times, and the durations from or to it
DURATIONS = "time-between"
IN_TIME = (TIMES, DURATIONS)  # what stands under these is judged for all events that are joined

_FEWEST = 8  # words: shorter sentences are said by many ("We have nothing to add.")
_TOLD = ("occurred", "ongoing")
_FAILED = ("cancelled", "negated")


class Worded(Struct, frozen=True, array_like=True, tag=True):
    """Who said the words of a direct quote, and when. The key is the fingerprint of the words."""

    at: Place
    words: int
    speakers: tuple[Ref, ...]
    principals: tuple[Ref, ...]
    said: Edtf | None


Emitted = Presented | StanceTaken | Worded | Printed | Sketched | Lasting
Emission = tuple[str, Emitted]


def emissions_of(article: Article, said: Statements, kinds: Collection[str]) -> Iterator[Emission]:
    """What an article emits of these kinds."""
    for kind in kinds:
        yield from ((f"{kind}:{value}", fact) for value, fact in _EMITTING[kind](article, said))


def _of_events(article: Article, said: Statements) -> Iterator[tuple[str, Emitted]]:
    """Who calls an event disputed, and otherwise what counts once an article: most is said again and again."""
    once = set[tuple[str, str]]()
    for told in said.presented:
        counts = told.status in _FAILED or (told.status == "occurred" and told.own_voice)
        if told.status == "disputed" or (counts and (told.event, told.status) not in once):
            once.add((told.event, told.status))
            yield told.event, told
    for taken in stances(article):
        if (taken.event, taken.stance) not in once:
            once.add((taken.event, taken.stance))
            yield taken.event, taken


def _of_dates(_: Article, said: Statements) -> Iterator[tuple[str, Emitted]]:
    return ((told.event, told) for told in said.presented if told.status == "occurred" and told.time and told.time_at)


def _of_time(_: Article, said: Statements) -> Iterator[tuple[str, Emitted]]:
    """What limits when events were: the times that the article gives them in its own voice."""
    for told in said.presented:
        if told.status in _TOLD and told.own_voice and told.time and told.time_at and not told.time.qualifier:
            yield told.event, told


def _of_durations(_: Article, said: Statements) -> Iterator[tuple[str, Emitted]]:
    """The durations from or to events, under each of them: a duration joins what is judged together, and is found from both."""
    yield from ((event, lasting) for lasting in said.lastings for event in lasting.events)


def _of_words(article: Article, _: Statements) -> Iterator[tuple[str, Emitted]]:
    for quote in article.quotes:
        content = content_of(article, quote)
        if content and (words := words_in(content)) >= _FEWEST:
            yield fingerprint(content), Worded(quote.at, words, quote.speakers, quote.principals, article.said_on(quote))


def _of_copies(article: Article, _: Statements) -> Iterator[tuple[str, Emitted]]:
    return printed(article)


def _of_sketches(article: Article, _: Statements) -> Iterator[tuple[str, Emitted]]:
    return sketched(article)


_EMITTING: dict[str, Callable[[Article, Statements], Iterator[tuple[str, Emitted]]]] = {
    "event": _of_events,
    "dates": _of_dates,
    TIMES: _of_time,
    DURATIONS: _of_durations,
    "words": _of_words,
    "copy": _of_copies,
    "sketch": _of_sketches,
}
KINDS = tuple(_EMITTING)
