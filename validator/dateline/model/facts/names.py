"""The facts of an article about names: which words mean which actor, and what stands directly before them."""

from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article, Mention, Words
from dateline.model.place import Place
from dateline.model.text import is_gapped


class Naming(Struct, frozen=True, array_like=True):
    """Words that mean one actor.

    ``before`` is the text of their block that leads to them; none where the text is not at hand.
    """

    actor: str
    words: str
    form: str | None
    post: str | None
    language: str
    before: str | None
    at: Place
    actor_at: Place


def namings(article: Article) -> Iterator[Naming]:
    """The mentions of one actor each, in the order of the text."""
    order = {block.id: n for n, block in enumerate(article.text.blocks)}
    for mention in sorted(article.mentions, key=lambda mention: _position(mention, order)):
        if len(mention.actors) == 1 and not mention.actors[0].is_local and not is_gapped(mention.words.text):
            (ref,), words = mention.actors, mention.words
            post = mention.post.id if mention.post else None
            before = _before(article, words)
            yield Naming(ref.id, words.text, mention.form, post, article.language, before, words.at, ref.at)


def _position(mention: Mention, order: dict[str, int]) -> tuple[int, int]:
    found = mention.words.range
    return (order.get(mention.words.block, len(order)), found.start if found else 0)


def _before(article: Article, words: Words) -> str | None:
    block = article.text.block(words.block)
    if words.range is None or block is None or block.words is None:
        return None
    return block.words[: words.range.start]
