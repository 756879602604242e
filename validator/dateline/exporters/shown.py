"""Which words of an article may be shown. Nothing else in a release decides that.

A text that its record holds is free. Of a withheld one no eight running words leave: no paragraph, no anchor or headline so
long, no anchors side by side, no summary that repeats them.
In scripts that write no spaces between words, two characters are taken for a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from dateline.model.article import Article, Words
from dateline.model.blocks import Block, Text
from dateline.model.standoff import Stretch
from dateline.model.text import GAP, JOINT, normalised, parted

RUN = 8  # words; rule A212 lets annotators write as many, and a release shows fewer
_HALF = (  # scripts in which a character is half a word, give or take: Thai, Lao, Burmese, Khmer, Kana, Han
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
_WORD = re.compile(rf"(?P<half>{_HALF})|(?:(?!{_HALF})[^\W_])+")
_CROWD = 100  # anchors side by side: of more, none is shown
_UNSEEN = ("Mn", "Me", "Cf")  # categories: accents, selectors of a form, joiners


_Placed = tuple[Words, list[Stretch]]


def is_free(text: Text) -> bool:
    """Whether the words of a text may be shown as they are."""
    return text.status == "inline"


def block(article: Article, of: Block) -> str | None:
    """The words of a paragraph."""
    return of.words if is_free(article.text) else None


def text(article: Article) -> str | None:
    """The canonical text."""
    return canonical(article.text) if is_free(article.text) else None


def canonical(of: Text) -> str | None:
    """The canonical text itself, to be measured: of a withheld one it may not be shown. None if it is not all at hand."""
    words = [each.words for each in of.blocks if each.words is not None and each.is_as_annotated]
    return JOINT.join(words) if len(words) == len(of.blocks) else None


def at_hand(of: Text) -> str:
    """The text as far as its words are at hand, to be compared with: of a withheld one it may not be shown."""
    return JOINT.join(block.words or "" for block in of.blocks)


def headline(article: Article) -> str | None:
    """The headline, which is a paragraph of the text too."""
    return _few(article.text, article.headline)


def anchors(article: Article, parts: tuple[Words, ...]) -> str | None:
    """The words of an anchor, or of one in several parts, as annotated: one part may go on where another ends."""
    return _few(article.text, GAP.join([part.text for part in parts])) if parts else None


def crowded(article: Article) -> frozenset[Words]:
    """The anchors that are not shown, since together with others beside them they would show eight running words.

    Of those in one place the first are shown, in the order of the record. Nobody can tell without the text.
    """
    if is_free(article.text):
        return frozenset()
    text = at_hand(article.text)
    placed = list(_placed(article))
    hidden: set[Words] = set()
    for start, end in _pieces(text, (stretch for _, stretches in placed for stretch in stretches)):
        if runs(text[start:end]):
            there = [one for one in placed if any(start <= begin and stop <= end for begin, stop in one[1])]
            hidden |= {anchor for anchor, _ in there} if len(there) > _CROWD else set(_surplus(text, there))
    return frozenset(hidden)


def _surplus(text: str, placed: list[_Placed]) -> Iterator[Words]:
    kept: list[Stretch] = []
    for anchor, stretches in placed:
        if any(runs(text[start:end]) for start, end in _pieces(text, [*kept, *stretches])):
            yield anchor
        else:
            kept += stretches


def _placed(article: Article) -> Iterator[_Placed]:
    """Every anchor that can be shown alone, with what it shows of the text: all that it covers, or its head and its tail."""
    blocks = article.text.blocks
    lengths = (len(block.words or "") + len(JOINT) for block in blocks)
    begins = dict(zip((block.id for block in blocks), accumulate(lengths, initial=0), strict=False))
    for anchor in article.anchors:
        if anchor.range and anchors(article, (anchor,)) is not None:
            head, tail = map(len, parted(normalised(anchor.text)))
            start, end = (begins[anchor.range.block] + place for place in (anchor.range.start, anchor.range.end))
            yield anchor, [(start, start + head), (end - tail, end)]


def _pieces(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What can be read without a gap: between its stretches stand marks alone."""
    start = end = 0
    for begin, stop in sorted(stretches):
        if any(map(str.isalnum, text[end:begin])):
            yield start, end
            start = begin
        end = max(end, stop)
    yield start, end


def summary(article: Article, words: str | None) -> str | None:
    """What annotators wrote in their own words, unless it repeats the text, as far as that is at hand."""
    if words is None or is_free(article.text):
        return words
    repeated = _taken(at_hand(article.text))
    return words if repeated.isdisjoint(runs(words)) else None


def runs(words: str) -> list[tuple[str, ...]]:
    """Every eight running words, without case and marks."""
    found = [(match[0], 1 if match["half"] else 2) for match in _WORD.finditer(_bare(words))]
    held: list[tuple[str, ...]] = []
    end = halves = 0
    for start, (_, half) in enumerate(found):
        while halves < 2 * RUN and end < len(found):
            halves += found[end][1]
            end += 1
        if halves >= 2 * RUN:
            held.append(tuple(word for word, _ in found[start:end]))
        halves -= half
    return held


def _bare(words: str) -> str:
    """Words without what a reader sees no other word by: case, accents, width, characters that nobody sees."""
    if words.isascii():
        return words.casefold()
    found = unicodedata.normalize("NFKD", words).casefold()
    return found.translate({ord(one): None for one in set(found) if unicodedata.category(one) in _UNSEEN})


@lru_cache(maxsize=8)  # every summary of an article is held against its text
def _taken(words: str) -> frozenset[tuple[str, ...]]:
    return frozenset(runs(words))


def _few(text: Text, words: str) -> str | None:
    return words if is_free(text) or not runs(words) else None
