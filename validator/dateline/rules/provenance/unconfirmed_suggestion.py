"""What a program proposed, somebody has confirmed.

`dateline new article` proposes mentions, times and quotes; some are wrong, and a wrong one that nobody looked at is worse than
none. Whoever has looked takes `suggested` away, or the whole item; `dateline confirm` takes it away from all that are left.

## Wrong

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes, events]}
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02, suggested: true}  # <-
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20, suggested: true}
```

## Right

```yaml
annotation: {by: [first], date: 2026-11-23, license: CC-BY-4.0, complete: [mentions, quotes, events]}
times:
  - {id: t1, in: p1, text: Tuesday, type: date, value: 2019-05-21}
  - {id: t2, in: p1, text: May 31 to June 2, type: date, value: 2019-05-31/2019-06-02}
  - {id: t4, in: p3, text: "Dec. 20, 2018", type: date, value: 2018-12-20}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article
from dateline.model.finding import Problem
from dateline.model.judged import proposable
from dateline.rules import rule


@rule("P708", "warning", since="1.0")
def unconfirmed_suggestion(article: Article) -> Iterator[Problem]:
    """What a program proposed, somebody has confirmed."""
    for name, items in proposable(article).items():
        if suggested := [item for item in items if item.suggested]:
            message = f"{len(suggested)} of {len(items)} {name} were proposed by a program, and nobody has confirmed them"
            advice = "look at each, and take out what is wrong; dateline confirm takes suggested away from the rest"
            yield Problem(message, suggested[0].at / "suggested", help=advice)
