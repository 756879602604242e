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
from itertools import combinations

from dateline.model.corpus import Corpus
from dateline.model.finding import Problem, Related
from dateline.model.records import Post
from dateline.rules import rule


@rule("R508", "error", since="1.0")
def overlapping_posts(corpus: Corpus) -> Iterator[Problem]:
    """A post with one holder at a time has one, and nobody holds a post twice at once."""
    held: dict[tuple[str, str], list[tuple[str, Post]]] = defaultdict(list)
    for actor in corpus.actors():
        for post in actor.posts:
            held[post.id, post.of.id].append((actor.id, post))
    for holders in held.values():
        for (one, post), (other, later) in combinations(sorted(holders, key=_by_start), 2):
            if (one == other or (post.exclusive and later.exclusive)) and _overlap(post, later):
                message = f'{other} holds "{later.id}" from {later.start and later.start.value}, {one} until {_end(post)}'
                related = (Related(post.at, f"{one}'s term"),)
                yield Problem(message, later.at, help="mend one of the dates; a same-day handover is right", related=related)


def _by_start(holder: tuple[str, Post]) -> tuple[date, str]:
    return (holder[1].first or date.min, holder[0])


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
