"""A post is attested on days of its own term.

A day on which somebody is known to have held an office, outside the term in which the office was held: one of them is wrong.

## Wrong

```yaml actors/takeshi-iwaya.yaml
posts:
  - id: defence-minister
    title: Minister of Defense
    of: jpn
    start: 2018-10-02
    end: 2019-09-11
    attested:
      - 2019-06-01
      - 2019-12-21  # <-
    sources: ["http://www.mod.go.jp/e/jdf/no106/specialfeature.html"]
```

## Right

```yaml actors/takeshi-iwaya.yaml
posts:
  - id: defence-minister
    title: Minister of Defense
    of: jpn
    start: 2018-10-02
    end: 2019-09-11
    attested: [2019-06-01]
    sources: ["http://www.mod.go.jp/e/jdf/no106/specialfeature.html"]
```
"""

from collections.abc import Iterator

from dateline.model.finding import Problem, Related
from dateline.model.placed import is_before
from dateline.model.records import Actor
from dateline.rules import rule


@rule("R516", "error", since="1.0")
def attested_outside_term(actor: Actor) -> Iterator[Problem]:
    """A post is attested on days of its own term."""
    for post in actor.posts:
        if is_before(post.end, post.start):  # T302 tells that
            continue
        for day in post.attested:
            bound, word = (post.start, "starts") if is_before(day, post.start) else (post.end, "ends")
            if bound and (is_before(day, post.start) or is_before(post.end, day)):
                message = f'"{post.id}" is attested on {day.value}, but {word} {bound.value}'
                related = (Related(bound.at, f"it {word}"),)
                yield Problem(message, day.at, help="mend the day or the term", related=related, rests_on=(bound.at,))
