"""How the offices of speakers stand in tables."""

from dateline.model.article import Article, Quote
from dateline.model.speaking import Known


def offices(known: Known, article: Article, quote: Quote) -> tuple[str, ...]:
    """The offices that the speakers surely held when they spoke."""
    return tuple(f"{ref.id}/{post.id}/{post.of.id}" for ref in quote.speakers for post in known.held(article, quote, ref.id))


def office(known: Known, article: Article, quote: Quote, speaker: str) -> str | None:
    """The one office in which a speaker spoke: the one that the text gives, or the only one; none if that is not sure."""
    meant = [post for post in known.held(article, quote, speaker) if quote.post is None or post.id == quote.post.id]
    return f"{meant[0].id}/{meant[0].of.id}" if len(meant) == 1 else None
