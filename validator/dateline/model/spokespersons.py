"""Who speaks as a spokesperson: whoever holds a post whose title says so in the words of the standard, and no other."""

from functools import cache

from dateline.model.belonging import can_hold, is_surely_held
from dateline.model.facts.offices import posts_of
from dateline.model.facts.quotes import Spoken
from dateline.model.records import Actor, Post
from dateline.model.standard import vocabulary
from dateline.model.text import normalised, occurrences


def spokespersons_posts(actor: Actor, spoken: Spoken) -> tuple[Post, ...]:
    """The posts in which the actor surely speaks as a spokesperson; none where another office is possible."""
    when = spoken.when
    named = spoken.post.id if spoken.post else None
    posts = tuple(post for post in posts_of(actor, named) if can_hold(post, when))
    # the office that the text gives needs no other proof
    is_sure = named is not None or any(is_surely_held(post, when) for post in posts)
    return posts if is_sure and all(is_spokespersons(post.title) for post in posts) else ()


@cache
def is_spokespersons(title: str) -> bool:
    """Whether the title holds a spokesperson's as whole words: "Deputy spokesman for the Defense Ministry"."""
    words = normalised(title).casefold()
    return any(occurrences(words, term) for term in vocabulary("spokespersons")["enum"])
