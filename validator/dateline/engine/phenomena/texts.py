"""Phenomena of the page and of its paragraphs: 1 to 6."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.engine.phenomena.sight import Sight, phenomenon

_TYPOGRAPHY = re.compile("[\u00a0\u2018-\u201f\u2010-\u2015]|--")


@phenomenon(1)
def page_furniture(sight: Sight) -> Iterator[str]:
    """Page furniture in a reader's copy."""
    if sight.has_furniture:
        yield sight.article.text.blocks[0].id


@phenomenon(2)
def headline_without_attribution(sight: Sight) -> Iterator[str]:
    """Headline that tells an event and ascribes it to nobody."""
    for mention in sight.article.events:
        if mention.words.block.startswith("h") and not mention.via:
            yield mention.words.block


@phenomenon(3)
def time_stamp(sight: Sight) -> Iterator[str]:
    """Byline with a time of the day."""
    for time in sight.article.times:
        if time.words.block.startswith("b") and time.type == "time":
            yield time.words.block


@phenomenon(4)
def authors_lede(sight: Sight) -> Iterator[str]:
    """First paragraph wholly in the author's voice."""
    quoted = {part.block for quote in sight.article.quotes for part in quote.content}
    first = next((block.id for block in sight.article.text.blocks if block.id.startswith("p")), None)
    if first and first not in quoted and any(mention.words.block == first for mention in sight.article.events):
        yield first


@phenomenon(5)
def caption(sight: Sight) -> Iterator[str]:
    """Caption in mid-story, with a credit."""
    blocks = sight.article.text.blocks
    for block, later in pairwise(blocks):
        if block.id.startswith("c") and block.credit and later.id.startswith("p"):
            yield block.id


@phenomenon(6)
def typography(sight: Sight) -> Iterator[str]:
    """Curly quotation marks, dashes, no-break spaces."""
    for block in sight.article.text.blocks:
        if block.raw and _TYPOGRAPHY.search(block.raw):
            yield block.id
