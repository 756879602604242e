"""Faults of the text itself: its paragraphs, digests and fingerprints, the headline and the captions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.model.article import Article
from dateline.model.text import is_gapped

from benchmarks.operators.fault import Fault, operator
from benchmarks.operators.ground import Ground


def _withheld(ground: Ground) -> Iterator[Article]:
    return (article for article in ground.articles if article.text.status == "withheld")


def _copied(ground: Ground) -> Iterator[Article]:
    return (article for article in ground.readable if article.text.status == "withheld")


def _flipped(digest: str) -> str:
    return digest[:-1] + ("0" if digest[-1] != "0" else "1")


@operator(needs_copy=True)
def digest_digit(ground: Ground) -> Iterator[Fault]:
    """Another last digit in the digest of a text or paragraph."""
    for article in _copied(ground):
        text = article.text
        yield ground.put(text.at / "digest", _flipped(text.digest or "")).breaks("text-changed")
        for block in text.blocks:
            # without its fingerprint, a last paragraph may not be told from the furniture behind it
            at = (block.at / "fp", text.at / "blocks")
            yield ground.put(block.at / "fp", _flipped(block.fp or "")).breaks("text-changed", at=at)


@operator(needs_copy=True)
def fingerprint_digit(ground: Ground) -> Iterator[Fault]:
    """Another last digit in the fingerprint of a long anchor."""
    for article in _copied(ground):
        for span in article.text.spans:
            yield ground.put(span.at / "fp", _flipped(span.fp)).breaks("fingerprint-mismatch")


@operator()
def fingerprint_dropped(ground: Ground) -> Iterator[Fault]:
    """The fingerprint of a long anchor taken away."""
    for article in _withheld(ground):
        for span in article.text.spans:
            users = [w.at for w in article.anchors if (w.block, w.text, w.nth) == (span.block, span.text, span.nth)]
            yield ground.drop(span.at).breaks("fingerprint-missing", at=tuple(users))


@operator()
def long_anchor_moved(ground: Ground) -> Iterator[Fault]:
    """A long anchor whose end is an earlier word, its fingerprint left as it was."""
    for article in _withheld(ground):
        for words in article.anchors:
            if is_gapped(words.text):
                head = words.text.partition(" [...] ")[0]
                yield ground.put(words.at, f"{head} [...] the").breaks("fingerprint-missing")


@operator(needs_copy=True)
def blocks_exchanged(ground: Ground) -> Iterator[Fault]:
    """Two paragraphs of a withheld text listed in the wrong order."""
    for article in _copied(ground):
        for one, other in pairwise(article.text.blocks):
            (start, middle), (next_one, end) = ground.stretch(one.at), ground.stretch(other.at)
            text = ground.text(article.at.file)
            swapped = text[next_one:end] + text[middle:next_one] + text[start:middle]
            at = article.text.at
            places = (at / "blocks", at / "digest", one.at / "fp", other.at / "fp")
            yield ground.splice(article.at.file, start, end, swapped).breaks("text-changed", at=places)


@operator(needs_copy=True)
def count_off_by_one(ground: Ground) -> Iterator[Fault]:
    """A number of characters or words of a withheld text that is one too high."""
    for article in _copied(ground):
        fields = [(article.text.at / "chars", article.text.chars)]
        fields += [(block.at / "chars", block.chars) for block in article.text.blocks]
        fields += [(block.at / "words", block.word_count) for block in article.text.blocks]
        for at, number in fields:
            if number is not None:
                yield ground.put(at, number + 1).breaks("counts-differ")


@operator()
def headline_changed(ground: Ground) -> Iterator[Fault]:
    """A word of the headline left out."""
    for article in ground.articles:
        if not any(block.id == "h1" for block in article.text.blocks):
            continue
        at = article.at / "headline"
        block = next(block for block in article.text.blocks if block.id == "h1")
        for match in re.finditer(r"\S+ ?", article.headline):
            shorter = article.headline[: match.start()] + article.headline[match.end() :]
            yield ground.put(at, shorter.strip()).breaks("headline-differs", at=(at, block.at))


@operator()
def another_person_depicted(ground: Ground) -> Iterator[Fault]:
    """A caption that shows somebody whom it does not name."""
    for article in ground.articles:
        for block in article.text.blocks:
            named = {ref.id for m in article.mentions if m.words.block == block.id for ref in m.actors}
            for ref in block.depicts:
                for name, actor in ground.actors.items():
                    if actor.kind == "person" and name not in named:
                        yield ground.put(ref.at, name).breaks("depicted-not-mentioned")


@operator()
def caption_name_unmarked(ground: Ground) -> Iterator[Fault]:
    """A caption in which the mention of the person shown is missing."""
    for article in ground.articles:
        for block in article.text.blocks:
            for ref in block.depicts:
                for mention in article.mentions:
                    if mention.words.block == block.id and any(one.id == ref.id for one in mention.actors):
                        change = ground.drop(mention.at)
                        yield change.breaks("depicted-not-mentioned", "unmarked-name", at=(ref.at, block.at))


@operator()
def name_unmarked(ground: Ground) -> Iterator[Fault]:
    """A name in a paragraph whose mention is missing."""
    for article in ground.readable:
        for mention in article.mentions:
            if len(mention.actors) != 1 or mention.actors[0].id not in ground.actors:
                continue
            actor = ground.actors[mention.actors[0].id]
            block = article.text.block(mention.words.block)
            if block and mention.words.text in (actor.name, *actor.aliases):
                # the finding has no mention to stand at: it tells the paragraph, the layer, or that it is complete
                at = article.at
                places = (block.at, block.at / "text", at / "mentions", at / "annotation" / "complete", at / "text" / "blocks")
                listed = tuple(other.at for other in article.mentions[:1])
                sources = tuple(quote.source.at for quote in article.quotes if quote.source)
                rules = ("unmarked-name", "source-without-mention")
                yield ground.drop(mention.at).breaks(*rules, at=(*places, *listed, *sources))


@operator()
def quotation_mark_cut(ground: Ground) -> Iterator[Fault]:
    """A quotation mark of the text left out."""
    for article in ground.articles:
        for block in article.text.blocks:
            start, end = ground.stretch(block.at)
            for match in re.finditer("[\u201c\u201d]", ground.text(article.at.file)[start:end]):
                near = [words.at for q in article.quotes if q.block.id == block.id for words in (*q.content, *q.verbatim)]
                change = ground.splice(article.at.file, start + match.start(), start + match.end(), "")
                yield change.breaks("verbatim-without-marks", "split-marks", "direct-without-marks", at=tuple(near))
