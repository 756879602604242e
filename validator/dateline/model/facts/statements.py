"""What an article says of actors and events."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.facts.durations import Lasting, lastings
from dateline.model.facts.events import Presented, presented
from dateline.model.facts.names import Naming, namings
from dateline.model.facts.offices import Claim, MetonymUse, claims, metonyms
from dateline.model.facts.quotes import Spoken, spoken
from dateline.model.facts.references import Reference, references_of
from dateline.model.facts.times import CountedFromEvent, counted_from_events
from dateline.model.facts.titles import Styled, styled
from dateline.model.facts.unmarked import UnmarkedWords, unmarked_words
from dateline.model.place import Place


class Statements(Struct, frozen=True, array_like=True):
    """What an article says of actors and events: all that is judged with the registry, and with nothing else."""

    record: Article
    id: str
    at: Place
    references: tuple[Reference, ...] = ()
    claims: tuple[Claim, ...] = ()
    metonyms: tuple[MetonymUse, ...] = ()
    presented: tuple[Presented, ...] = ()
    counted_from_events: tuple[CountedFromEvent, ...] = ()
    namings: tuple[Naming, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    styled: tuple[Styled, ...] = ()
    lastings: tuple[Lasting, ...] = ()

    def unmarked(self, firsts: AbstractSet[str]) -> Iterator[UnmarkedWords]:
        """The runs of words that may be names, begin with one of these words, and are not annotated."""
        return unmarked_words(self.record, firsts)


def statements_of(article: Article) -> Statements:
    """What an article says of actors and events."""
    return Statements(
        article,
        article.id,
        article.at,
        references=tuple(references_of(article)),
        claims=tuple(claims(article)),
        metonyms=tuple(metonyms(article)),
        presented=tuple(presented(article)),
        counted_from_events=tuple(counted_from_events(article)),
        namings=tuple(namings(article)),
        spoken=tuple(spoken(article)),
        styled=tuple(styled(article)),
        lastings=tuple(lastings(article)),
    )
