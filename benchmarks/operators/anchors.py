"""Faults of anchors: the words of an annotation are no longer those of the text, or not one place in it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.model.article import Article, EventMention, Mention, Time, Words
from dateline.model.text import (
    GAP,
    Ambiguous,
    CutsWord,
    NotFound,
    OutOfRange,
    Range,
    Trouble,
    is_gapped,
    occurrences,
    resolved,
    words_in,
)

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground, next_item

_RULES = {
    NotFound: "anchor-not-found",
    CutsWord: "anchor-cuts-word",
    Ambiguous: "ambiguous-anchor",
    OutOfRange: "nth-out-of-range",
}
_MOST_SHOWN = 8  # words of an anchor of a withheld text, of rule A212


def _after(article: Article, block: str, text: str, nth: int | None) -> Range | Trouble | None:
    """What would become of an anchor."""
    found = article.text.block(block)
    return None if found is None or found.words is None else resolved(block, found.words, text, nth)


def _judged(article: Article, block: str, text: str, nth: int | None) -> tuple[str, ...]:
    """The rule that sees an anchor that is no place of the text; none where it is one."""
    found = _after(article, block, text, nth)
    return (_RULES[type(found)],) if found is not None and not isinstance(found, Range) else ()


def _anchors(ground: Ground) -> Iterator[tuple[Article, Words]]:
    return ((article, words) for article in ground.readable for words in article.anchors)


def _lines(article: Article) -> Iterator[Mention | Time | EventMention]:
    """The annotations that are anchors themselves."""
    yield from article.mentions
    yield from article.times
    yield from article.events


@operator()
def word_misspelt(ground: Ground) -> Iterator[Fault]:
    """An anchor with two letters (or digits) exchanged."""
    for article, words in _anchors(ground):
        swap = re.search(r"(\w)(?!\1)(\w)(?=[^\w]*$)", words.text)
        if swap:
            text = f"{words.text[: swap.start()]}{swap[2]}{swap[1]}{words.text[swap.end() :]}"
            if rules := _judged(article, words.block, text, words.nth):
                yield ground.put(words.at, text).breaks(*rules)


@operator()
def word_cut(ground: Ground) -> Iterator[Fault]:
    """An anchor without its last letter."""
    for article, words in _anchors(ground):
        if words_in(words.text[:-1]) and (rules := _judged(article, words.block, words.text[:-1].rstrip(), words.nth)):
            yield ground.put(words.at, words.text[:-1].rstrip()).breaks(*rules)


@operator()
def word_headless(ground: Ground) -> Iterator[Fault]:
    """An anchor without its first letter."""
    for article, words in _anchors(ground):
        if words_in(words.text[1:]) and (rules := _judged(article, words.block, words.text[1:].lstrip(), words.nth)):
            yield ground.put(words.at, words.text[1:].lstrip()).breaks(*rules)


@operator()
def capital_lost(ground: Ground) -> Iterator[Fault]:
    """An anchor whose first letter has another case."""
    for article, words in _anchors(ground):
        text = words.text[0].swapcase() + words.text[1:]
        if text != words.text and (rules := _judged(article, words.block, text, words.nth)):
            yield ground.put(words.at, text).breaks(*rules)


@operator()
def gap_lost(ground: Ground) -> Iterator[Fault]:
    """A long anchor without the mark of what it leaves out."""
    for article, words in _anchors(ground):
        if is_gapped(words.text):
            text = words.text.replace(GAP, " ")
            yield ground.put(words.at, text).breaks(*_judged(article, words.block, text, words.nth))


@operator()
def another_block(ground: Ground) -> Iterator[Fault]:
    """An annotation said to stand in the next paragraph."""
    for article in ground.readable:
        names = [block.id for block in article.text.blocks]
        for line in _lines(article):
            block = names[(names.index(line.words.block) + 1) % len(names)]
            if rules := _judged(article, block, line.words.text, line.words.nth):
                yield ground.put(line.at / "in", block).breaks(*rules)


@operator()
def quote_in_another_block(ground: Ground) -> Iterator[Fault]:
    """A quote said to stand in the next paragraph."""
    for article in ground.readable:
        names = [block.id for block in article.text.blocks]
        for quote in article.quotes:
            block = names[(names.index(quote.block.id) + 1) % len(names)]
            lost = {words.at: _judged(article, block, words.text, words.nth) for words in quote.anchors}
            rules = {rule for judged in lost.values() for rule in judged}
            yield ground.put(quote.block.at, block).breaks(*sorted(rules), at=tuple(at for at in lost if lost[at]))


@operator()
def no_such_block(ground: Ground) -> Iterator[Fault]:
    """An annotation in a paragraph that the text has not."""
    for article in ground.articles:
        for line in _lines(article):
            yield ground.put(line.at / "in", "p99").breaks("unknown-block")
        for quote in article.quotes:
            change = ground.put(quote.block.at, "p99")
            yield change.breaks("unknown-block", at=(quote.block.at, *(words.at for words in quote.anchors)))


@operator()
def nth_dropped(ground: Ground) -> Iterator[Fault]:
    """An anchor that no longer says which of several places it means."""
    for article, words in _anchors(ground):
        if words.nth and (rules := _judged(article, words.block, words.text, None)):
            yield ground.drop(ground.holder(words) / "nth").breaks(*rules, at=(words.at,))


@operator()
def nth_too_high(ground: Ground) -> Iterator[Fault]:
    """An anchor that means a later place than there are."""
    for article, words in _anchors(ground):
        if words.nth:
            yield ground.put(ground.holder(words) / "nth", 7).breaks(*_judged(article, words.block, words.text, 7))
        elif ground.is_map(words):
            yield ground.add(ground.holder(words), "nth: 7").breaks(*_judged(article, words.block, words.text, 7))


@operator()
def nth_needless(ground: Ground) -> Iterator[Fault]:
    """An anchor that says which place it means although there is one alone."""
    for _, words in _anchors(ground):
        if ground.is_map(words) and words.nth is None:
            yield ground.add(ground.holder(words), "nth: 1").breaks("needless-nth")


@operator()
def nth_off_by_one(ground: Ground) -> Iterator[Fault]:
    """A name, or the source of a quote, that means the other of two places."""
    for article in ground.readable:
        for mention in article.mentions:
            if mention.words.nth and mention.form not in ("pronoun", "nominal"):
                at = mention.at / "nth"
                found = next(block for block in article.text.blocks if block.id == mention.words.block)
                sources = [quote.source.at for quote in article.quotes if quote.source]
                others = [other.words.at for other in article.mentions if other.words.block == mention.words.block]
                yield ground.put(at, 3 - mention.words.nth).breaks(
                    "duplicate-mention",
                    "unmarked-name",
                    "source-without-mention",
                    "crossing-anchors",
                    at=(at, found.at, *others, *sources, article.at / "mentions"),
                )


@operator()
def edge_space(ground: Ground) -> Iterator[Fault]:
    """An anchor that ends in a space."""
    for article in ground.articles:
        for words in article.anchors:
            yield ground.put(words.at, f"{words.text} ", quoted=True).breaks("anchor-edge-space")


@operator()
def mention_twice(ground: Ground) -> Iterator[Fault]:
    """A mention written twice."""
    for article in ground.articles:
        for mention in article.mentions:
            change = ground.repeat(mention.at, ground.written(mention.at))
            yield change.breaks("duplicate-mention", at=(mention.at, next_item(mention.at)))


@operator()
def anchors_crossing(ground: Ground) -> Iterator[Fault]:
    """A mention that reaches into the next one and ends in its middle."""
    for article in ground.readable:
        placed = [(found, mention) for mention in article.mentions if (found := mention.words.range)]
        placed.sort(key=lambda pair: (pair[0].block, pair[0].start))
        for (here, mention), (there, other) in pairwise(placed):
            if here.block != there.block or here.end > there.start or mention.words.nth:
                continue
            text = ((block := article.text.block(here.block)) and block.words) or ""
            if head := re.match(r"\w+(?=\W+\w)", article.text.words_of(there)):
                end = there.start + head.end()
                whole = text[here.start : end]
                if words_in(whole) <= _MOST_SHOWN and occurrences(text, whole) == [(here.start, end)]:
                    change = ground.put(mention.words.at, whole)
                    yield change.breaks("crossing-anchors", at=(mention.words.at, other.words.at))


@operator(needs_copy=True)
def whole_sentence_shown(ground: Ground) -> Iterator[Fault]:
    """A long anchor of a withheld text that shows all its words."""
    for article, words in _anchors(ground):
        if article.text.status == "withheld" and is_gapped(words.text) and words.range:
            text = article.text.words_of(words.range)
            if words_in(text) > _MOST_SHOWN:
                yield ground.put(words.at, text).breaks("too-many-words-shown")
