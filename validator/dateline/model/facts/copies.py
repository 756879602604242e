"""The facts of an article by which another one of the same text is recognised."""

import heapq
import re
from collections.abc import Iterator

from msgspec import Struct

from dateline.model.article import Article
from dateline.model.blocks import Text
from dateline.model.place import Place
from dateline.model.text import stamp

LOWEST = 8  # numbers by which a text is looked up: two texts that resemble each other share none of them in 1 of 10^5
SKETCH = 64  # the error of an estimate is about one in eight at worst, one in twenty for near-identical texts
_SHINGLE = 5  # words: long enough that two writers do not share them by chance, as for w-shingling (Broder 1997)
_FEWEST = 20  # shingles: of a shorter text, one phrase that all reports share is most
_WORD = re.compile(r"\w+")
_SPREAD, _ALL = 0x9E3779B97F4A7C15, 2**64 - 1  # multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4)


class Printed(Struct, frozen=True, array_like=True, tag=True):
    """That an article stands at an address, or has a text: ``what`` says which, the key its value, ``at`` where it is written.

    ``address`` is that of the article, whatever the key is.
    """

    what: str
    id: str
    article: Place
    at: Place
    address: str | None


class Sketched(Struct, frozen=True, array_like=True, tag=True):
    """By whom a text was published, and what shows that it is nearly the same as another.

    ``sketch`` are the lowest fingerprints of its runs of five words, as numbers, sorted.
    """

    id: str
    at: Place
    publisher: str
    agency: str | None
    sketch: tuple[int, ...]


def printed(article: Article) -> Iterator[tuple[str, Printed]]:
    """The address of an article and its text. The text of an agency may rightly stand in two papers."""
    text, address = article.text, _address(article.url) if article.url else None
    if address is not None:
        yield f"url {address}", Printed("address", article.id, article.at, article.at / "url", address)
    withheld = text.status == "withheld"
    digest = text.digest if withheld else text.canonical_digest
    if digest:
        at = text.at / "digest" if withheld else text.at
        printer = article.publisher if article.agency else ""
        yield f"{digest} {printer}", Printed("text", article.id, article.at, at, address)


def sketched(article: Article) -> Iterator[tuple[str, Sketched]]:
    """The sketch of an article's text, under each of its lowest numbers."""
    sketch = sketch_of(article.text)
    fact = Sketched(article.id, article.at, article.publisher, article.agency, sketch)
    return ((f"{number:016x}", fact) for number in sketch[:LOWEST])


def _address(url: str) -> str:
    """An address without what does not tell pages apart: scheme, case of the host, fragment, a final slash."""
    host, _, path = url.partition("://")[2].partition("#")[0].partition("/")
    return f"{host.lower()}/{path}".rstrip("/")


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
    return tuple(heapq.nsmallest(SKETCH, map(_number, shingles)))


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of the runs of words of two texts that both have, estimated from their sketches."""
    lowest = sorted({*one, *other})[:SKETCH]
    both = {*one} & {*other}
    return sum(number in both for number in lowest) / len(lowest) if lowest else 0.0


def _number(shingle: str) -> int:
    return stamp(shingle) * _SPREAD & _ALL  # the lowest numbers shall be a sample of all
