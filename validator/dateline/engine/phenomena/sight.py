"""What a phenomenon is looked for in, and the list of all phenomena."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from dateline.model.article import Article, EventMention, Mention, Words
from dateline.model.records import Actor, Event


class Sight(Struct, frozen=True, dict=True):
    """An article, and what the corpus knows of those whom it names.

    ``instruments`` are the events that have one; ``has_furniture`` says whether a reader's copy has words that are in no block.
    """

    article: Article
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    instruments: frozenset[str]
    has_furniture: bool = False

    @cached_property
    def headings(self) -> frozenset[str]:
        """The blocks that are headline, standfirst or byline."""
        return frozenset(block.id for block in self.article.text.blocks if block.id[0] in "hsb")

    @cached_property
    def mentioned(self) -> dict[str, list[EventMention]]:
        """The event mentions by the event that they present."""
        found: dict[str, list[EventMention]] = {}
        for mention in self.article.events:
            for ref in mention.events:
                found.setdefault(ref.id, []).append(mention)
        return found

    @property
    def presented(self) -> list[Event]:
        """The events of the article that have a file."""
        return [self.events[name] for name in self.mentioned if name in self.events]

    def actor(self, mention: Mention) -> Actor | None:
        """The one actor of a mention, if it has a file."""
        return self.actors.get(mention.actors[0].id) if len(mention.actors) == 1 else None

    def before(self, words: Words) -> str:
        """What stands shortly before words, where the text is at hand."""
        return self.article.text.words_before(words.range) if words.range else ""

    def after(self, words: Words) -> str:
        """What stands shortly after words, as above."""
        return self.article.text.words_after(words.range) if words.range else ""


Detector = Callable[[Sight], Iterator[str]]  # gives the blocks in which a phenomenon is seen
PHENOMENA: dict[int, Detector] = {}


def phenomenon(number: int) -> Callable[[Detector], Detector]:
    """Enter a detector under the number of the phenomenon; its docstring is the phenomenon's name."""

    def entered(detector: Detector) -> Detector:
        PHENOMENA[number] = detector
        return detector

    return entered
