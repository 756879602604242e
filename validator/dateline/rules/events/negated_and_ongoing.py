"""An article does not say of one event, at one time, that it goes on and that it does not.

One of the two is a wrong status, another event, or speaks of another time; or somebody is quoted, and `via` is missing.

## Wrong

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p1, text: met, event: shangri-la-dialogue-2019, status: negated}  # <-
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```

## Right

```yaml articles/dl-2019-06-02-meeting.yaml
events:
  - {in: h1, text: Shangri-La Dialogue, event: shangri-la-dialogue-2019, status: ongoing}
  - {in: p1, text: met, event: shangri-la-dialogue-2019, status: negated, time: t1}
  - {in: p2, text: aimed, event: kor-jpn-radar-lock-on-2018-12, status: disputed, via: [q1]}
```
"""

from collections.abc import Iterator

from dateline.model.article import Article, EventMention
from dateline.model.finding import Problem, Related
from dateline.rules import rule


@rule("E617", "warning", since="1.0")
def negated_and_ongoing(article: Article) -> Iterator[Problem]:
    """An article does not say of one event, at one time, that it goes on and that it does not."""
    first: dict[tuple[str, str | None], EventMention] = {}
    for mention in article.events:
        if mention.via or mention.status not in ("negated", "ongoing"):
            continue
        for ref in mention.events:
            other = first.setdefault((ref.id, mention.time.id if mention.time else None), mention)
            if other.status != mention.status:
                times = (named.time.at for named in (mention, other) if named.time)
                yield Problem(
                    f'"{ref.id}" is {mention.status} here and {other.status} in "{other.words.text}", at one time',
                    mention.status_at or mention.at,
                    help="mend a status or an event, or say of each its time, or via whom it is said",
                    related=(Related(other.at, "the other mention"),),
                    rests_on=(ref.at, mention.words.at, other.words.at, *times),
                )
