"""No time counts from itself, not even by a detour.

Two times that count from each other have no day: whoever resolves them goes round for ever.

## Wrong

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21, anchor: t4}  # <-
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20, anchor: t1}
```

## Right

```yaml
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t3, in: p3, text: "2018", nth: 1, type: date, value: "2018"}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20, anchor: t1}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.circles import circles
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("T320", "error", since="1.0")
def time_anchor_cycle(article: Article) -> Iterator[Problem]:
    """No time counts from itself, not even by a detour."""
    known = {time.id: time for time in reversed(article.times)}
    said = {quote.id: quote.time.id for quote in article.quotes if quote.time}
    anchors = {time.id: time.anchor for time in article.times if time.anchor}
    for circle in circles({name: said.get(anchor.id, anchor.id) for name, anchor in anchors.items()}):
        way = " from ".join((*circle, circle[0]))
        related = tuple(Related(known[name].at, f"{name} counts on") for name in circle[1:])
        advice = "let one of them count from the document"
        yield Problem(f"{way}: this goes round", anchors[circle[0]].at, help=advice, related=related)
