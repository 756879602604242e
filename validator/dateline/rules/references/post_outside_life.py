"""A post is held within the life of its holder and the time of the body whose post it is.

Nobody is a minister before birth or of a ministry that is not founded yet: the post has a wrong year, or the wrong person.

## Wrong

```yaml actors/takeshi-iwaya.yaml
born: "1957"
posts:
  - id: defence-minister
    title: Minister of Defense
    of: jpn
    start: 1918-10-02  # <-
    end: 2019-09-11
    sources: ["http://www.mod.go.jp/e/jdf/no106/specialfeature.html"]
```

## Right

```yaml actors/takeshi-iwaya.yaml
born: "1957"
posts:
  - id: defence-minister
    title: Minister of Defense
    of: jpn
    start: 2018-10-02
    end: 2019-09-11
    sources: ["http://www.mod.go.jp/e/jdf/no106/specialfeature.html"]
```
"""

from collections.abc import Iterator

from dateline.model.corpus import Registry
from dateline.model.finding import Problem, Related
from dateline.model.placed import is_before
from dateline.model.records import Actor, Post
from dateline.rules import rule


@rule("R509", "warning", since="1.0")
def post_outside_life(registry: Registry) -> Iterator[Problem]:
    """A post is held within the life of its holder and the time of the body whose post it is."""
    for holder in registry.actors:
        for post in holder.posts:
            body = registry.actor(post.of.id)
            for actor in (holder, body) if body else (holder,):
                yield from _outside(post, actor)


def _outside(post: Post, actor: Actor) -> Iterator[Problem]:
    """The first day of the post on which the actor was not there."""
    if is_before(post.end, post.start) or is_before(actor.end, actor.start):  # T302 tells that
        return
    begins, ends = ("is born", "dies") if actor.kind == "person" else ("begins", "ends")
    for dated in (post.start, post.end, *post.attested):
        too_early = is_before(dated, actor.start)
        word, bound = (begins, actor.start) if too_early else (ends, actor.end)
        if dated and bound and (too_early or is_before(actor.end, dated)):
            yield Problem(
                f'the post "{post.id}" is dated {dated.value}, but {actor.id} {word} {bound.value}',
                dated.at,
                help="mend the one that is wrong",
                related=(Related(bound.at, f"{actor.id} {word}"),),
                rests_on=(dated.at, bound.at, post.of.at),
            )
            return
