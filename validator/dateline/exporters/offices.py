"""When something was said, and which offices its speaker surely held then."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.article import Article, Quote
from dateline.model.belonging import is_attested, lies_within_term
from dateline.model.edtf import Edtf
from dateline.model.records import Actor, Event, Post


@dataclass(frozen=True, slots=True)
class Known:
    """The actors and events of a corpus, by id."""

    actors: Mapping[str, Actor]
    events: Mapping[str, Event]

    def said(self, article: Article, quote: Quote) -> Edtf | None:
        """When a quote was said: by its time, else by the date of the event that it is, or at which it was said."""
        if quote.time:
            return article.said_on(quote)
        events = [self.events.get(ref.id) for ref in (quote.act, quote.setting) if ref]
        return next((event.date.value for event in events if event and event.date), None)

    def day(self, article: Article, quote: Quote) -> Edtf | None:
        """The day on which to ask who held which office: the document's, where the article tells no other."""
        if quote.time:
            return article.said_on(quote)
        return self.said(article, quote) or article.day

    def offices(self, article: Article, quote: Quote) -> tuple[str, ...]:
        """The offices that the speakers surely held when they spoke."""
        return tuple(
            f"{ref.id}/{post.id}/{post.of.id}" for ref in quote.speakers for post in self._held(ref.id, self.day(article, quote))
        )

    def office(self, article: Article, quote: Quote, speaker: str) -> str | None:
        """The one office in which a speaker spoke: the one that the text gives, or the only one; none if that is not sure."""
        held = self._held(speaker, self.day(article, quote))
        meant = [post for post in held if quote.post is None or post.id == quote.post.id]
        return f"{meant[0].id}/{meant[0].of.id}" if len(meant) == 1 else None

    def _held(self, person: str, when: Edtf | None) -> list[Post]:
        actor = self.actors.get(person)
        if actor is None or when is None:
            return []
        return [post for post in actor.posts if lies_within_term(post, when) or is_attested(post, when)]
