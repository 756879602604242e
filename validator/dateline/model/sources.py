"""Sources of quotes: the words that say who speaks."""

from collections.abc import Iterator

from dateline.model.article import Article, Quote, Words
from dateline.model.place import Place


def unmentioned_sources(article: Article) -> Iterator[tuple[Quote, Words, tuple[Place, ...]]]:
    """The sources that no mention touches, each with the places on which that rests."""
    for quote in article.quotes:
        source = quote.source
        if source is None or source.range is None:
            continue
        nearby = [mention.words for mention in article.mentions_in(source.block)]
        if not any(words.range and words.range.overlaps(source.range) for words in nearby):
            # a mention that is not found may be the one
            yield quote, source, (source.at, *(words.at for words in nearby if words.range is None))
