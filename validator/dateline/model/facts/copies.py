"""The facts of an article by which another one of the same text is recognised."""

import heapq
import re

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.blocks import Text
from dateline.model.place import Place
from dateline.model.text import fingerprint

SKETCH = 64  # the error of an estimate is about one in eight at worst, one in twenty for near-identical texts
_SHINGLE = 5  # words: long enough that two writers do not share them by chance, as for w-shingling (Broder 1997)
_FEWEST = 20  # shingles: of a shorter text, one phrase that all reports share is most
_WORD = re.compile(r"\w+")


class Printing(Struct, frozen=True):
    """Where and by whom a text was published, and what shows that it is the same or nearly the same as another.

    ``sketch`` are the lowest fingerprints of its runs of five words, as numbers, sorted; none of a short text or one that
    is not at hand.
    """

    url: str | None
    digest: str | None
    publisher: str
    agency: str | None
    sketch: tuple[int, ...]
    digest_at: Place


def printing_of(article: Article) -> Printing:
    """The printing of an article."""
    text = article.text
    withheld = text.status == "withheld"
    return Printing(
        article.url,
        text.digest if withheld else text.canonical_digest,
        article.publisher,
        article.agency,
        sketch_of(text),
        text.at / "digest" if withheld else text.at,
    )


def sketch_of(text: Text) -> tuple[int, ...]:
    """The lowest fingerprints of the runs of five words of a text whose blocks are all at hand.

    Headlines and bylines are left out: each paper writes its own.

    Source: the bottom-k sketch of Broder, "On the resemblance and containment of documents" (1997).
    """
    if any(block.words is None for block in text.blocks):
        return ()
    running = " ".join(block.words or "" for block in text.blocks if not block.id.startswith(("h", "b")))
    words = _WORD.findall(running.casefold())
    shingles = {" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}
    if len(shingles) < _FEWEST:
        return ()
    return tuple(heapq.nsmallest(SKETCH, (_number(shingle) for shingle in shingles)))


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of the runs of words of two texts that both have, estimated from their sketches."""
    lowest = sorted({*one, *other})[:SKETCH]
    both = {*one} & {*other}
    return sum(number in both for number in lowest) / len(lowest) if lowest else 0.0


def _number(shingle: str) -> int:
    return int(fingerprint(shingle).partition(":")[2], 16)
