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
from dateline.model.text import Range
from dateline.rules import rule


@rule("A207", "warning", since="1.0")
def crossing_anchors(article: Article) -> Iterator[Problem]:
    """Two anchors of one layer lie apart, or one within the other."""
    yield from _crossings(mention.words for mention in article.mentions)
    yield from _crossings(time.words for time in article.times)
    yield from _crossings(part for quote in article.quotes for part in quote.content)
    yield from _crossings(event.words for event in article.events)


def _crossings(layer: Iterable[Words]) -> Iterator[Problem]:
    """One problem for each anchor that begins inside another and ends behind it."""
    by_range: dict[Range, Words] = {}
    for words in layer:
        if words.range:
            by_range.setdefault(words.range, words)
    reaching: list[Range] = []
    for found in sorted(by_range, key=_from_left):
        reaching = [before for before in reaching if found.start < before.end and before.block == found.block]
        crossed = next((before for before in reaching if before.end < found.end), None) if reaching else None
        if crossed:
            first, second = by_range[crossed], by_range[found]
            message = f'"{first.text}" and "{second.text}" share words, and neither holds the other'
            related = (Related(first.at, "the other anchor"),)
            advice = "shorten one of them to its head, or let one hold the other"
            yield Problem(message, second.at, help=advice, related=related)
        reaching.append(found)


def _from_left(found: Range) -> tuple[str, int, int]:
    """The order in which an anchor comes after those that hold it."""
    return (found.block, found.start, -found.end)
