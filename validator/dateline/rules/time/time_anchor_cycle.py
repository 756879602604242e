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

from dateline.model.article import Article, Time
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("T320", "error", since="1.0")
def time_anchor_cycle(article: Article) -> Iterator[Problem]:
    """No time counts from itself, not even by a detour."""
    told: set[str] = set()
    for time in article.times:
        cycle = _way_back(article, time)
        if cycle and time.anchor and told.isdisjoint(cycle):
            told.update(cycle)
            way = " from ".join([*cycle, time.id])
            related = tuple(Related(step.at, f"{step.id} counts on") for step in article.times if step.id in cycle[1:])
            yield Problem(
                f"{way}: this goes round", time.anchor.at, help="let one of them count from the document", related=related
            )


def _way_back(article: Article, time: Time) -> list[str]:
    """The ids of the times by which this one counts from itself; none if it does not."""
    way: list[str] = []
    step: Time | None = time
    while step is not None and step.id not in way:
        way.append(step.id)
        quote = article.quote(step.anchor)
        step = article.time(quote.time if quote else step.anchor)
    return way if step is not None and step.id == time.id else []
