"""When a quote is spoken, and in which office: the one that the text gives the speaker, or those surely held on the day."""

from collections.abc import Iterator, Mapping
from functools import reduce

from msgspec import Struct

from dateline.model.article import Article, Quote
from dateline.model.belonging import is_surely_held
from dateline.model.edtf import Edtf
from dateline.model.placed import Ref
from dateline.model.records import Actor, Event, Post


class Office(Struct, frozen=True):
    """What a speaker speaks as: a ``post`` of a body, a body itself, a person without a known post, or a source without a name.

    ``of`` is the body whose post it is, the body or person that speaks, or the body that a source without a name belongs to.
    """

    kind: str
    of: str | None
    post: str | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Something to order offices by."""
        return self.of or "", self.post or "", self.kind


class Known(Struct, frozen=True):
    """The actors and events of a corpus, by id."""

    actors: Mapping[str, Actor]
    events: Mapping[str, Event]

    def said(self, article: Article, quote: Quote) -> Edtf | None:
        """When a quote was said: by its time, the date of the event that it is, or of that at which it was said.

        The first of these that is known counts, unless a later one tells it more exactly.
        """
        events = [self.events.get(ref.id) for ref in (quote.act, quote.setting) if ref]
        told = [article.said_on(quote), *(event.date.value for event in events if event and event.date)]
        known = [value for value in told if value]
        return reduce(_narrower, known) if known else None

    def day(self, article: Article, quote: Quote) -> Edtf | None:
        """The day on which to ask who held which office: the document's, where the article tells no other."""
        return self.said(article, quote) or (None if quote.time else article.day)

    def held(self, article: Article, quote: Quote, speaker: str) -> list[Post]:
        """The posts that a speaker surely held when the quote was said."""
        actor = self.actors.get(speaker)
        return [post for post in (actor.posts if actor else ()) if is_surely_held(post, self.day(article, quote))]

    def offices(self, article: Article, quote: Quote) -> Iterator[Office]:
        """The offices of a quote's speakers; a speaker who surely held several on that day speaks in each."""
        for ref in quote.speakers:
            yield from dict.fromkeys(self._offices_of(article, quote, ref))

    def _offices_of(self, article: Article, quote: Quote, ref: Ref) -> Iterator[Office]:
        if ref.is_local:
            of = next((source.of.id for source in article.unnamed if source.id == ref.id and source.of), None)
            yield Office("unnamed", of)
            return
        actor, held = self.actors.get(ref.id), self.held(article, quote, ref.id)
        if actor and quote.post:
            named = [post for post in actor.posts if post.id == quote.post.id]
            # the office that the text gives needs no other proof; it can be one of several bodies, or none that is known
            held = [post for post in held if post in named] or named[:1] or held
        if held:
            yield from (Office("post", post.of.id, post.id) for post in held)
        else:
            yield Office("person" if actor and actor.kind == "person" else "body", ref.id)


def _narrower(one: Edtf, other: Edtf) -> Edtf:
    """The other date if it lies within the one, else the one."""
    lies_within = other.first and other.last and one.first and one.last and one.first <= other.first and other.last <= one.last
    return other if lies_within and not other.qualifier else one
