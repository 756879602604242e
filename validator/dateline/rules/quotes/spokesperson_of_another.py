"""A spokesperson speaks for the body of the post, for one above it, or for somebody who holds a post there.

A ministry's spokesperson who speaks for another government is a wrong "for" or a wrong speaker, and puts a position into the
mouth of a state that never took it.

## Wrong

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
  - id: q2
    in: p2
    type: direct
    speaker: roh-jae-chun
    for: jpn  # <-
    cue: said
    content: We are working
```

```yaml actors/roh-jae-chun.yaml
schema: actor/1.0
id: roh-jae-chun
kind: person
name: Roh Jae-chun
surname: Roh
country: KOR
posts:
  - {id: deputy-spokesperson, title: Deputy spokesman for the Defense Ministry, of: kor-mnd, attested: [2019-05-21]}
```

## Right

```yaml
quotes:
  - id: q1
    in: p1
    type: indirect
    speaker: kor-mnd
    source: Defense Ministry
    cue: said
    content: that talks [...] June 2
  - id: q2
    in: p2
    type: direct
    speaker: roh-jae-chun
    for: kor-mnd
    cue: said
    content: We are working
```

```yaml actors/roh-jae-chun.yaml
schema: actor/1.0
id: roh-jae-chun
kind: person
name: Roh Jae-chun
surname: Roh
country: KOR
posts:
  - {id: deputy-spokesperson, title: Deputy spokesman for the Defense Ministry, of: kor-mnd, attested: [2019-05-21]}
```
"""

from collections.abc import Iterator

from dateline.model.belonging import can_hold, circle_of
from dateline.model.corpus import Reading, Registry
from dateline.model.edtf import Edtf
from dateline.model.finding import Problem, Related
from dateline.model.records import Post
from dateline.model.spokespersons import spokespersons_posts
from dateline.rules import rule


@rule("Q420", "warning", since="1.0")
def spokesperson_of_another(reading: Reading) -> Iterator[Problem]:
    """A spokesperson speaks for the body of the post, for one above it, or for somebody who holds a post there."""
    for spoken in (spoken for spoken in reading.article.spoken if spoken.principals):
        speakers = [reading.actor(ref.id) for ref in spoken.speakers]
        held = [spokespersons_posts(actor, spoken) if actor else () for actor in speakers]
        posts = [post for of_one in held for post in of_one]
        for ref in spoken.principals if all(held) else ():
            if not any(_can_speak_for(reading.registry, post, ref.id, spoken.when) for post in posts):
                yield Problem(
                    f'{spoken.speakers[0].id} speaks for {ref.id}, but as "{posts[0].title}" of {posts[0].of.id}',
                    ref.at,
                    help='mend "for", the speaker, or the post; "as" says in which office a person speaks',
                    related=(Related(posts[0].at, "the post"),),
                    rests_on=(*spoken.rests_on, ref.at, *(speaker.at for speaker in spoken.speakers), *(p.of.at for p in posts)),
                )


def _can_speak_for(registry: Registry, post: Post, name: str, when: Edtf | None) -> bool:
    """Whether the post allows it; what is not known is allowed."""
    body, principal = registry.actor(post.of.id), registry.actor(name)
    above_body, above_principal = circle_of(registry, post.of.id, when), circle_of(registry, name, when)
    if body is None or principal is None or above_body is None or above_principal is None or name in above_body:
        return True
    if principal.kind == "person" and any(held.of.id in above_body for held in principal.posts if can_hold(held, when)):
        return True
    # the posts of a ministry are often written as the state's
    return body.kind in ("state", "government") and body.id in above_principal
