"""What articles say of offices and of names that stand for others: who holds what, and which metonym is used of whom."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.edtf import Edtf
from dateline.model.place import Place
from dateline.model.records import Actor, Post


class Claim(Struct, frozen=True, array_like=True):
    """That persons hold a post (none: any post at all) on the days of ``when``. ``said`` is the word for people."""

    persons: tuple[str, ...]
    post: str | None
    when: Edtf
    tenure: str
    at: Place
    rests_on: tuple[Place, ...]


class MetonymUse(Struct, frozen=True, array_like=True):
    """Words that stand for an actor although they are the name of something else."""

    actor: str
    words: str
    at: Place
    rests_on: tuple[Place, ...]


def claims(article: Article) -> Iterator[Claim]:
    """The offices that an article gives to persons: by a mention, and by what they speak as."""
    if article.day is None:
        return
    for mention in article.mentions:
        persons = tuple(ref.id for ref in mention.actors if not ref.is_local)
        if persons and (mention.post or mention.form == "title"):
            post, at = (mention.post.id, mention.post.at) if mention.post else (None, mention.at / "form")
            bases = (mention.words.at, *(ref.at for ref in mention.actors), *article.day_at)
            yield Claim(persons, post, article.day, mention.tenure, at, bases)
    for quote in article.quotes:
        persons = tuple(ref.id for ref in quote.speakers if not ref.is_local)
        if persons and quote.post:
            when = article.said_on(quote) if quote.time else article.day
            bases = (*(ref.at for ref in quote.speakers), *article.day_at)
            if when:
                yield Claim(persons, quote.post.id, when, "current", quote.post.at, bases)


def metonyms(article: Article) -> Iterator[MetonymUse]:
    """The metonyms that an article uses."""
    for mention in article.mentions:
        if mention.form == "metonym":
            for ref in mention.actors:
                if not ref.is_local:
                    yield MetonymUse(ref.id, mention.words.text, mention.words.at, (ref.at,))


def posts_of(actor: Actor, post: str | None) -> tuple[Post, ...]:
    """The posts of an actor with that id; all of them where none is asked for."""
    return tuple(held for held in actor.posts if post in (None, held.id))
