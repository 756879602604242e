"""A post with one holder at a time has one, and nobody holds a post twice at once.

Two defence ministers on one day make every check of an office, and every count by office, wrong.

## Wrong

```yaml actors/suh-wook.yaml
schema: actor/1.0
id: suh-wook
kind: person
name: Suh Wook
posts:
  - {id: defence-minister, title: Minister of National Defense, of: kor, exclusive: true, start: 2020-08-18}  # <-
sources: ["https://en.wikipedia.org/wiki/Suh_Wook"]
```

```yaml actors/jeong-kyeong-doo.yaml
different_from: [suh-wook]
```

## Right

```yaml actors/suh-wook.yaml
schema: actor/1.0
id: suh-wook
kind: person
name: Suh Wook
posts:
  - {id: defence-minister, title: Minister of National Defense, of: kor, exclusive: true, start: 2020-09-18}
sources: ["https://en.wikipedia.org/wiki/Suh_Wook"]
```

```yaml actors/jeong-kyeong-doo.yaml
different_from: [suh-wook]
```
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.model.records import Post
from dateline.rules import rule

Holder = tuple[str, Post]  # the id of a person, and a term


@rule("R508", "error", since="1.0")
def overlapping_posts(registry: Registry) -> Iterator[Problem]:
    """A post with one holder at a time has one, and nobody holds a post twice at once."""
    held: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for actor in registry.actors:
        for post in actor.posts:
            held[post.id, post.of.id].append((actor.id, post))
    for holders in held.values():
        for (one, post), (other, later) in _clashing(holders):
            message = f'{other} holds "{later.id}" from {later.start and later.start.value}, {one} until {_end(post)}'
            related = (Related(post.at, f"{one}'s term"),)
            yield Problem(message, later.at, help="mend one of the dates; a same-day handover is right", related=related)


def _clashing(holders: list[Holder]) -> Iterator[tuple[Holder, Holder]]:
    """The terms that begin before an earlier one has ended, each with the one that ends last of those before it."""
    last: dict[str | None, Holder] = {}  # by person; of all who hold an exclusive post, by none
    for holder in sorted(holders, key=_by_start):
        keys = (holder[0], None) if holder[1].exclusive else (holder[0],)
        earlier = (last[key] for key in keys if key in last)
        if clash := next((one for one in earlier if _overlap(one[1], holder[1])), None):
            yield clash, holder
        for key in keys:
            last[key] = max(last.get(key, holder), holder, key=_surely_until)


def _by_start(holder: Holder) -> tuple[date, str]:
    return (holder[1].first or date.min, holder[0])


def _surely_until(holder: Holder) -> date:
    post = holder[1]
    if post.first is None:
        return date.min
    ends = post.end.value.first if post.end and not post.end.value.qualifier else None
    return date.max if post.open_end else ends or date.min


def _overlap(post: Post, later: Post) -> bool:
    """Whether both are surely held on some day beyond that of a handover; unknown bounds prove nothing."""
    if post.first is None or later.first is None or later.start is None or later.start.value.last is None:
        return False
    ends = post.end.value.first if post.end and not post.end.value.qualifier else None
    other_end = later.end.value.first if later.end and not later.end.value.qualifier else None
    is_short = other_end is not None and other_end <= post.first
    return (post.open_end or (ends is not None and later.start.value.last < ends)) and not is_short


def _end(post: Post) -> str:
    return str(post.end.value) if post.end else "now"
