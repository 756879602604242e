"""A dated post or event has a source, or an article of the corpus that reports it.

A date from nowhere cannot be checked, and all that is computed from it is worth as much as a guess.

## Wrong

```yaml events/jpn-kor-exchanges-2009.yaml
schema: event/1.0
id: jpn-kor-exchanges-2009
label: Japan and South Korea agree on defence exchanges
type: agree
date: 2009-04-23  # <-
status: occurred
participants: {participant: [kor, jpn]}
```

```yaml events/shangri-la-dialogue-2019.yaml
caused_by: [jpn-kor-exchanges-2009]
```

## Right

```yaml events/jpn-kor-exchanges-2009.yaml
schema: event/1.0
id: jpn-kor-exchanges-2009
label: Japan and South Korea agree on defence exchanges
type: agree
date: 2009-04-23
status: occurred
participants: {participant: [kor, jpn]}
sources: ["https://www.mofa.go.jp/region/asia-paci/korea/index.html"]
```

```yaml events/shangri-la-dialogue-2019.yaml
caused_by: [jpn-kor-exchanges-2009]
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Census
from dateline.model.finding import Problem
from dateline.rules import rule


@rule("R517", "warning", since="1.0")
def unsourced_fact(census: Census) -> Iterator[Problem]:
    """A dated post or event has a source, or an article of the corpus that reports it."""
    if census.articles_unread:
        return
    for event in census.registry.events:
        if event.date and not event.sources and not census.is_referred("event", event.id):
            message = f'"{event.id}" is dated {event.date.value}, but has no source, and no article refers to it'
            yield Problem(message, event.date.at, help="add under sources where the date is said, or leave it out")
    for actor in census.registry.actors:
        if actor.sources or census.is_referred("actor", actor.id):  # an article that names the holder may report the post
            continue
        for post in actor.posts:
            if (bound := post.start or post.end) and not post.sources:
                message = f'the post "{post.id}" is dated {bound.value}, but has no source, and no article names {actor.id}'
                yield Problem(message, bound.at, help="add under sources where the date is said, or leave it out")
