"""Whether a quote tells of something that has been said, as its cue puts it. English only."""

from dateline.model.article import Article, Quote
from dateline.model.cues import is_english, is_participle, is_past, is_to_come, looks_ahead


def is_over(article: Article, quote: Quote) -> bool:
    """Whether the words were surely said: the text of a speech is often given out before ("will say on Friday").

    A participle takes its time from the verb beside it. A preposition does from nothing: "according to the text of a speech"
    may well be that of one to come.
    """
    cue = quote.cue
    if cue is None or not is_english(article.language):
        return False
    if is_past(cue.text):
        return cue.range is None or not is_to_come(article.text.words_before(cue.range))
    return is_participle(cue.text) and (beside := _beside(article, quote, cue.block)) is not None and not looks_ahead(beside)


def _beside(article: Article, quote: Quote, name: str) -> str | None:
    """The words of a block that are not those quoted; none where they are not all at hand."""
    block, quoted = article.text.block(name), [part.range for part in quote.content]
    if block is None or block.words is None or None in quoted:
        return None
    words, end = "", 0
    for part in sorted((found for found in quoted if found and found.block == name), key=lambda part: part.start):
        words, end = f"{words}{block.words[end : part.start]} ", part.end
    return words + block.words[end:]
