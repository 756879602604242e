"""Two anchors of one layer lie apart, or one within the other.

"Defense Ministry" and "Ministry in Seoul" cannot both be the words of a mention: one of them reaches too far. Programs that
nest annotations refuse such a pair.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Ministry in Seoul, place: Seoul}  # <-
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: []}
mentions:
  - {in: p1, text: Defense Ministry, actor: kor-mnd}
  - {in: p1, text: Seoul, place: Seoul}
```
"""

from collections.abc import Iterable, Iterator

from dateline.model.article import Article, Words
from dateline.model.finding import Problem, Related
from dateline.rules import rule

_FromLeft = tuple[str, int, int]  # block, start, and the end below zero: ordered so, an anchor comes after those that hold it


@rule("A207", "warning", since="1.0")
def crossing_anchors(article: Article) -> Iterator[Problem]:
    """Two anchors of one layer lie apart, or one within the other."""
    layers = (
        [mention.words for mention in article.mentions],
        [time.words for time in article.times],
        [part for quote in article.quotes for part in quote.content],
        [event.words for event in article.events],
    )
    for layer in layers:
        if not _lie_apart(layer):
            yield from _crossings(layer)


def _lie_apart(layer: Iterable[Words]) -> bool:
    """Whether each anchor begins behind the one before, block by block: so most layers are written, and none cross."""
    blocks: dict[str, int] = {}  # with the end of the last anchor in each
    for words in layer:
        if found := words.range:
            if found.start < blocks.get(found.block, 0):
                return False
            blocks[found.block] = found.end
    return True


def _crossings(layer: Iterable[Words]) -> Iterator[Problem]:
    """One problem for each anchor that begins inside another and ends behind it."""
    by_place: dict[_FromLeft, Words] = {}
    for words in layer:
        if found := words.range:
            by_place.setdefault((found.block, found.start, -found.end), words)
    reaching: list[_FromLeft] = []
    for place in sorted(by_place):
        block, start, minus_end = place
        reaching = [before for before in reaching if start < -before[2] and before[0] == block]
        crossed = next((before for before in reaching if minus_end < before[2]), None) if reaching else None
        if crossed:
            first, second = by_place[crossed], by_place[place]
            message = f'"{first.text}" and "{second.text}" share words, and neither holds the other'
            related = (Related(first.at, "the other anchor"),)
            advice = "shorten one of them to its head, or let one hold the other"
            yield Problem(message, second.at, help=advice, related=related)
        reaching.append(place)
