"""What an article emits: facts under the keys by which they are judged together with those of other articles.

A key is a kind and a value, ``event:shangri-la-dialogue-2019``. What stands under one key is judged by itself, so a fact holds
all that the rules of its kind ask of the article that emitted it.
"""

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.edtf import Edtf
from dateline.model.facts.copies import Printed, Sketched, printed, sketched
from dateline.model.facts.durations import Lasting, lastings
from dateline.model.facts.events import Presented, StanceTaken, presented, stances
from dateline.model.facts.quotes import content_of
from dateline.model.place import Place
from dateline.model.placed import Ref
from dateline.model.records import Record
from dateline.model.text import fingerprint, words_in

TOGETHER = "time:"  # the one key under which all that is said of the order in time stands

_FEWEST = 8  # words: shorter sentences are said by many ("We have nothing to add.")
_TOLD = ("occurred", "ongoing")


class Worded(Struct, frozen=True, array_like=True, tag=True):
    """Who said the words of a direct quote, and when. The key is the fingerprint of the words."""

    at: Place
    words: int
    speakers: tuple[Ref, ...]
    principals: tuple[Ref, ...]
    said: Edtf | None


Emitted = Presented | StanceTaken | Worded | Printed | Sketched | Lasting
Emission = tuple[str, Emitted]


def emissions_of(record: Record, kinds: Collection[str]) -> Iterator[Emission]:
    """What a record emits of these kinds."""
    if isinstance(record, Article):
        for kind in kinds:
            yield from ((f"{kind}:{value}", fact) for value, fact in _EMITTING[kind](record))


def _of_events(article: Article) -> Iterator[tuple[str, Emitted]]:
    yield from ((told.event, told) for told in presented(article))
    yield from ((taken.event, taken) for taken in stances(article))


def _of_time(article: Article) -> Iterator[tuple[str, Emitted]]:
    """What limits when events were: the times that the article gives them in its own voice, and durations."""
    for told in presented(article):
        if told.status in _TOLD and told.own_voice and told.time and told.time_at and not told.time.qualifier:
            yield "", told
    yield from (("", lasting) for lasting in lastings(article))


def _of_words(article: Article) -> Iterator[tuple[str, Emitted]]:
    for quote in article.quotes:
        content = content_of(article, quote)
        if content and (words := words_in(content)) >= _FEWEST:
            yield fingerprint(content), Worded(quote.at, words, quote.speakers, quote.principals, article.said_on(quote))


_EMITTING: dict[str, Callable[[Article], Iterator[tuple[str, Emitted]]]] = {
    "event": _of_events,
    "time": _of_time,
    "words": _of_words,
    "copy": printed,
    "sketch": sketched,
}
KINDS = tuple(_EMITTING)
