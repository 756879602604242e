"""In which office a quote is spoken: the one that the text gives the speaker, or those surely held on the day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.model.article import Article, Quote
from dateline.model.edtf import Edtf
from dateline.model.placed import Ref
from dateline.model.records import Actor, Post


@dataclass(frozen=True, slots=True)
class Office:
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


def offices(article: Article, quote: Quote, actors: Mapping[str, Actor]) -> Iterator[Office]:
    """The offices of a quote's speakers; a speaker who surely held several on that day speaks in each."""
    day = article.said_on(quote) or article.day
    for ref in quote.speakers:
        yield from dict.fromkeys(_offices_of(article, quote, ref, actors.get(ref.id), day))


def _offices_of(article: Article, quote: Quote, ref: Ref, actor: Actor | None, day: Edtf | None) -> Iterator[Office]:
    if ref.is_local:
        of = next((source.of.id for source in article.unnamed if source.id == ref.id and source.of), None)
        yield Office("unnamed", of)
        return
    posts = actor.posts if actor else ()
    named = [post for post in posts if quote.post and post.id == quote.post.id]
    held = [post for post in named or posts if surely_held(post, day)] or named[:1]
    if held:
        yield from (Office("post", post.of.id, post.id) for post in held)
    else:
        yield Office("person" if actor and actor.kind == "person" else "body", ref.id)


def surely_held(post: Post, day: Edtf | None) -> bool:
    """Whether a post was held throughout a day that is known, by its bounds or because somebody attests it for that day."""
    if day is None or day.first is None or day.last is None or day.qualifier:
        return False
    if any(attested.value.first == attested.value.last == day.first == day.last for attested in post.attested):
        return True
    start, end = (bound.value if bound and not bound.value.qualifier else None for bound in (post.start, post.end))
    began = start is not None and start.last is not None and start.last <= day.first
    goes_on = post.open_end or (end is not None and end.first is not None and day.last <= end.first)
    return began and goes_on
